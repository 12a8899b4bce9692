package dev.asyncfn.processor.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the comparison would notice: what the processor writes is right, and wrong as soon as it is changed. */
class SymbolComparisonTest {
    private static final Processed PROCESSED =
            Processed.of(Arrays.stream(Fault.values()).collect(Collectors.toMap(Fault::name, Fault::source)));

    @Test
    void findsNoDifferenceInWhatTheProcessorWrites() {
        assertThat(PROCESSED.compare()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void findsAFault(Fault fault) {
        List<Difference> differences = PROCESSED.compare(fault.name(), fault);

        assertThat(differences).extracting(Difference::what).anyMatch(what -> what.contains(fault.difference()));
    }

    /** Each with what an earlier version of the processor generated from it. */
    @ParameterizedTest
    @CsvSource({
        "SharedBridge, SharedBridge_NestedAsync, SharedBridge.check(java.lang.Object)",
        "SharedFactory, SharedFactoryAsync, SharedFactory.close(java.io.Closeable)",
        "PrivateOfOuter, PrivateOfOuter_InnerAsync, PrivateOfOuter.n",
    })
    void findsWhatWasWrongOnce(String source, String generated, String lost) {
        List<Difference> differences = Processed.compare(List.of(
                JavaFileObjects.forResource("symbols/" + source + ".java"),
                JavaFileObjects.forResource("symbols/" + generated + ".java")));

        assertThat(differences)
                .extracting(Difference::what)
                .anyMatch(what -> what.matches("(?s)(lost 1 of 1|changed): .*") && what.contains(lost));
    }

    /** The body's jumps all leave the loop, so its condition is never evaluated, and has no place in the future. */
    @Test
    void expectsNoConditionThatIsNeverReached() {
        String source = """
                import static dev.asyncfn.Async.await;

                class Loops {
                    @dev.asyncfn.AsyncFn
                    static int last(dev.asyncfn.Future<int[]> numbers, boolean more) {
                        outer:
                        for (int number : await(numbers)) {
                            do {
                                if (more) {
                                    continue outer;
                                }
                                return number;
                            } while (Boolean.parseBoolean("yes"));
                        }
                        return 0;
                    }
                }
                """;

        assertThat(Processed.of(Map.of("Loops", source)).compare()).isEmpty();
    }

    /** The value of a future is an object, and so the cases of a switch that is returned give objects. */
    @Test
    void expectsNoBoxesInASwitchThatIsReturned() {
        String source = """
                import static dev.asyncfn.Async.await;

                class Switches {
                    @dev.asyncfn.AsyncFn
                    static double half(dev.asyncfn.Future<Character> c, boolean zero) {
                        return zero ? 0.0 : (switch (await(c)) {
                            case 'a' -> 0.25;
                            default -> {
                                yield 0.5;
                            }
                        });
                    }
                }
                """;

        assertThat(Processed.of(Map.of("Switches", source)).compare()).isEmpty();
    }

    /** Nor are jumps that never run, behind what never ends or replaced by a {@code finally}, jumps for it. */
    @Test
    void expectsNothingBehindJumpsThatAreNeverReached() {
        String source = """
                import static dev.asyncfn.Async.await;

                class Jumps {
                    static int count;
                    static int more;
                    static int most;

                    @dev.asyncfn.AsyncFn
                    static void replaced(dev.asyncfn.Future<Integer> n) {
                        loop:
                        for (int i = 0; i < 3; count += await(n)) {
                            try {
                                try {
                                    continue;
                                } finally {
                                    if (true) continue loop;
                                }
                            } finally {
                                break;
                            }
                        }
                    }

                    @dev.asyncfn.AsyncFn
                    static int behindAReturn(dev.asyncfn.Future<Integer> n) {
                        outer: {
                            switch (await(n)) {
                                case 1:
                                    if (true) return 1;
                                    break outer;
                                default:
                                    while (true) {
                                        if (false) break;
                                        if (await(n) > 2) return 2;
                                    }
                            }
                            break outer;
                        }
                        return more;
                    }

                    @dev.asyncfn.AsyncFn
                    static int inADoLoop(dev.asyncfn.Future<Integer> n) {
                        do {
                            synchronized (Jumps.class) {
                                if (true) return 3;
                            }
                            if (await(n) > 1) continue;
                        } while (most > 1);
                        return 4;
                    }
                }
                """;

        assertThat(Processed.of(Map.of("Jumps", source)).compare()).isEmpty();
    }

    /** As those of overloads in a table are. */
    @Test
    void takesNoFnForAnOverloadOfTheOneItsNameBeginsWith() {
        String source = """
                class Hashes {
                    static final int SLOW = Integer.parseInt("1");
                    static final int FAST = Integer.parseInt("2");

                    @dev.asyncfn.AsyncFn
                    static int hash() {
                        return SLOW;
                    }

                    @dev.asyncfn.AsyncFn
                    static int hash_fast() {
                        return FAST;
                    }
                }
                """;

        assertThat(Processed.of(Map.of("Hashes", source)).compare()).isEmpty();
    }

    /** Each is reached by a method of the bridge, or by what it extends. */
    @Test
    void knowsWhatStandsForPrivateClasses() {
        String source = """
                import static dev.asyncfn.Async.await;

                import dev.asyncfn.AsyncFn;
                import dev.asyncfn.Future;
                import java.util.List;
                import java.util.function.Function;
                import java.util.function.Supplier;

                class Private {
                    private static class Cell<T> {
                        private T value;
                        int count;
                        Cell<T> next;

                        private Cell(T value) {
                            this.value = value;
                        }

                        static <A> Cell<A> of(A value) {
                            return new Cell<>(value);
                        }

                        Cell<T> with(Cell<? extends T> other) {
                            return this;
                        }

                        @AsyncFn
                        private T load(Future<T> other) {
                            T before = value;
                            value = await(other);
                            return before;
                        }

                        @Override
                        public String toString() {
                            return "cell";
                        }
                    }

                    private record Duo<A, B>(A one, B two) {}

                    private static final class Kid extends Cell<Integer> {
                        private Kid(int value) {
                            super(value);
                        }
                    }

                    private enum Mode {
                        ON,
                        OFF
                    }

                    private static class Bad extends Exception {
                        private static final long serialVersionUID = 1L;
                    }

                    private static class Resource implements AutoCloseable {
                        @Override
                        public void close() throws Bad {}
                    }

                    private class Inside<T> {
                        @AsyncFn
                        String of(Future<T> f, Cell<T> cell) {
                            return name() + Private.this + await(f) + cell.value;
                        }
                    }

                    String name() {
                        return "name";
                    }

                    static <T> T same(String name, T value) {
                        return value;
                    }

                    static String take(Object other) {
                        return "any";
                    }

                    static String take(Cell<?> cell) {
                        return "cell";
                    }

                    @AsyncFn
                    static Object arrays(Future<Integer> f) {
                        Cell<?>[] cells = new Cell<?>[await(f)];
                        cells = new Cell<?>[] {new Cell<>(await(f)), Cell.of(2)};
                        Cell<?>[][] more = new Cell<?>[3][];
                        same("more", more);
                        return cells.length + same("cells", cells).length + same("cell", cells[0]).count;
                    }

                    @AsyncFn
                    static Object classes(Future<Integer> f) {
                        Class<?> one = Cell.class;
                        Class<?> many = Cell[].class;
                        await(f);
                        return same("one", (Object) one) == many;
                    }

                    @AsyncFn
                    static Object tests(Future<Integer> f, Object any) {
                        if (any instanceof Kid) {
                            return 1;
                        }
                        if (any instanceof Cell<?> cell && cell.count > await(f)) {
                            return cell.count;
                        }
                        Cell<?> cast = (Cell<?>) same("cast", any);
                        await(f);
                        return take(cast) + take((Object) cast) + cast + (cast instanceof Kid)
                                + same("array", (Cell<?>[]) any).length;
                    }

                    @AsyncFn
                    static Object modes(Future<Integer> f) {
                        Mode mode = Mode.ON;
                        switch (mode) {
                            case ON:
                                await(f);
                                break;
                            default:
                                return 3;
                        }
                        return Mode.valueOf("OFF") + "" + Mode.values().length;
                    }

                    @AsyncFn
                    static Object exceptions(Future<Integer> f) {
                        try {
                            if (await(f) > 1) {
                                throw new Bad();
                            }
                        } catch (Bad bad) {
                            return bad.getMessage() + await(f);
                        }
                        try (Resource resource = new Resource()) {
                            return await(f);
                        } catch (Exception e) {
                            return e instanceof Bad;
                        }
                    }

                    @AsyncFn
                    static Object functions(Future<Integer> f) {
                        Supplier<Cell<Integer>> supplier = () -> new Cell<>(3);
                        Function<Integer, Cell<Integer>> function = Cell::new;
                        await(f);
                        return function.apply(3).with(supplier.get()).value + new Duo<>(1, "two").two();
                    }

                    @AsyncFn
                    final Object members(Future<Integer> f, List<Cell<Integer>> cells) {
                        int all = 0;
                        for (Cell<Integer> cell : cells) {
                            all += cell.value + await(cell.load(f));
                            cell.count += await(f);
                            cell.next.count++;
                        }
                        return await(new Inside<Integer>().of(f, cells.get(0))) + all;
                    }
                }
                """;

        assertThat(Processed.of(Map.of("Private", source)).compare()).isEmpty();
    }

    /** An object whose type is a type parameter is known as well. */
    @Test
    void knowsTheObjectAroundAPrivateClass() {
        String source = """
                import static dev.asyncfn.Async.await;

                class Around {
                    String name() {
                        return "name";
                    }

                    private class Inside {
                        @dev.asyncfn.AsyncFn
                        String outer(dev.asyncfn.Future<String> f) {
                            return name() + await(f);
                        }
                    }
                }
                """;
        Processed processed = Processed.of(Map.of("Around", source));

        assertThat(processed.compare()).isEmpty();
        assertThat(processed.compare(text -> text.replace("Bridge.outer(self).name()", "new Around().name()")))
                .extracting(Difference::what)
                .anyMatch(what -> what.contains("changed: CALL Around.name()"));
    }

    @Test
    void knowsReceiversOfClassesThatOthersCreate() {
        String source = """
                import static dev.asyncfn.Async.await;

                class Receivers {
                    int total = 3;

                    @dev.asyncfn.AsyncFn
                    int sum(dev.asyncfn.Future<Integer> f) {
                        class Above { int read() { return Receivers.this.total; } }
                        class Below extends Above { int twice(int more) { return 2 * read() + more; } }
                        class Inner { int read = total; }
                        class Outer { Inner inner = new Inner(); }
                        java.util.function.IntFunction<Inner[]> array = Inner[]::new;
                        Below below = new Below();
                        Outer outer = new Outer();
                        return below.twice(await(f)) + outer.inner.read + array.apply(1).length;
                    }
                }
                """;
        Processed processed = Processed.of(Map.of("Receivers", source));

        assertThat(processed.compare()).isEmpty();
        assertThat(processed.compare(text -> text.replace("super(self);", "super(new Receivers());")))
                .extracting(Difference::what)
                .anyMatch(what -> what.contains("READ Receivers.total"));
    }

    @Test
    void knowsVolatileFields() {
        String source = """
                class Flag {
                    private volatile boolean set;

                    @dev.asyncfn.AsyncFn
                    boolean isSet(dev.asyncfn.Future<Boolean> f) {
                        return set && dev.asyncfn.Async.await(f);
                    }
                }
                """;
        Processed processed = Processed.of(Map.of("Flag", source));

        assertThat(processed.compare()).isEmpty();
        assertThat(processed.compare(text -> text.replace("getVolatile", "get")))
                .extracting(Difference::what)
                .anyMatch(what -> what.contains("a volatile field is one for its accessors"));
    }

    @Test
    void knowsTheInterfaceAroundAnAnonymousClass() {
        String source = """
                interface Sized {
                    int size();

                    @dev.asyncfn.AsyncFn
                    default java.util.List<Integer> sizes() {
                        return new java.util.AbstractList<Integer>() {
                            @Override
                            public Integer get(int index) {
                                return Sized.this.size();
                            }

                            @Override
                            public int size() {
                                return 1;
                            }
                        };
                    }
                }
                """;

        assertThat(Processed.of(Map.of("Sized", source)).compare()).isEmpty();
    }

    /** What follows in a switch's group, too, has no place in the future. */
    @Test
    void expectsNoStatementThatIsNeverReached() {
        String source = """
                import static dev.asyncfn.Async.await;

                class Choices {
                    @dev.asyncfn.AsyncFn
                    static String name(dev.asyncfn.Future<Integer> number) {
                        switch (await(number)) {
                            case 1:
                                if (true) {
                                    return "one";
                                }
                                return "never";
                            default:
                                return "many";
                        }
                    }
                }
                """;

        assertThat(Processed.of(Map.of("Choices", source)).compare()).isEmpty();
    }

    /** Both methods are members of the class, and the loop calls the one that runs. */
    @Test
    void findsTheIteratorThatASuperclassImplements() {
        String source = """
                import static dev.asyncfn.Async.await;

                class Iterators {
                    interface Listed extends Iterable<String> {
                        java.util.Iterator<String> iterator();
                    }

                    static class All implements Iterable<String> {
                        public java.util.Iterator<String> iterator() {
                            return java.util.List.of("a", "b").iterator();
                        }
                    }

                    static class Listing extends All implements Listed {}

                    @dev.asyncfn.AsyncFn
                    static String joined(Listing names, dev.asyncfn.Future<String> between) {
                        String joined = "";
                        for (String name : names) {
                            joined += name + await(between);
                        }
                        return joined;
                    }
                }
                """;

        assertThat(Processed.of(Map.of("Iterators", source)).compare()).isEmpty();
    }

    /** javac finds the interface's method where the private class is only known as what it extends. */
    @Test
    void findsTheMethodThatASuperclassLeavesToAPrivateClass() {
        String source = """
                import static dev.asyncfn.Async.await;

                class Numbers {
                    private static class Few extends java.util.AbstractSet<Integer> {
                        public java.util.Iterator<Integer> iterator() {
                            return java.util.List.of(1, 2).iterator();
                        }

                        public int size() {
                            return 2;
                        }

                        @dev.asyncfn.AsyncFn
                        int sum(dev.asyncfn.Future<Integer> first) {
                            int sum = await(first) + size();
                            for (int number : this) {
                                sum += number + await(first);
                            }
                            return sum;
                        }
                    }
                }
                """;

        assertThat(Processed.of(Map.of("Numbers", source)).compare()).isEmpty();
    }

    /** What a body assigns to its own variables, it does not keep for an accessor. */
    @Test
    void takesNoVariableForAConstantOfTheBridge() {
        String source = """
                import static dev.asyncfn.Async.await;

                import java.lang.invoke.MethodHandle;
                import java.lang.invoke.MethodHandles;
                import java.lang.invoke.MethodType;
                import java.util.function.Function;

                class Handled {
                    private record Range(int low, int high) {}

                    @dev.asyncfn.AsyncFn
                    static int clamp(dev.asyncfn.Future<Integer> value) throws Exception {
                        Range range = new Range(2, 5);
                        MethodHandles.Lookup lookup = MethodHandles.lookup();
                        MethodType type = MethodType.methodType(int.class, int.class, int.class);
                        MethodHandle max = lookup.findStatic(Math.class, "max", type);
                        try {
                            return (int) max.invokeExact(range.low(), (int) await(value));
                        } catch (Throwable e) {
                            return range.high();
                        }
                    }

                    @dev.asyncfn.AsyncFn
                    static String name(MethodHandles.Lookup given, dev.asyncfn.Future<Object> value) {
                        MethodHandles.Lookup lookup = given;
                        Class<?> type = lookup.lookupClass();
                        Class<?> other = String.class;
                        return await(value) == type ? lookup.toString() : type.getName() + other.getName();
                    }

                    @dev.asyncfn.AsyncFn
                    static Object in(Function<String, Class<?>> find, dev.asyncfn.Future<Object> value) throws Exception {
                        var lookup = MethodHandles.privateLookupIn(find.apply("name" + await(value)), MethodHandles.lookup());
                        return await(value) + lookup.toString();
                    }
                }
                """;

        assertThat(Processed.of(Map.of("Handled", source)).compare()).isEmpty();
    }

    /** Of an interface javac finds them in Object, but not of a type parameter that stands for one and is bounded by another. */
    @Test
    void takesTheMethodsOfObjectForThoseThatAnInterfaceDeclaresAgain() {
        String source = """
                import static dev.asyncfn.Async.await;

                class Notes {
                    private @interface Note {}

                    @dev.asyncfn.AsyncFn
                    static String text(dev.asyncfn.Future<Class<?>> type) {
                        Note note = await(type).getAnnotation(Note.class);
                        return note.toString() + note.hashCode() + note.equals(type) + note.annotationType();
                    }
                }
                """;

        assertThat(Processed.of(Map.of("Notes", source)).compare()).isEmpty();
    }

    @Test
    void showsWhereSomethingDiffers() {
        Difference difference =
                PROCESSED.compare(Fault.NUMBER.name(), Fault.NUMBER).get(0);

        assertThat(difference.toString())
                .startsWith("NUMBER.shows(dev.asyncfn.Future<java.lang.String>): "
                        + "lost 1 of 1: VALUE Integer 55\n        NUMBER.java:")
                .endsWith(": 55");
    }
}
