package bodies.types;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Generic types whose parameter is their own type: inference leaves the parameter open where nothing fixes it. */
final class SelfTyped {
    private SelfTyped() {}

    /** As Testcontainers and AssertJ have them. */
    static class Container<SELF extends Container<SELF>> {
        final StringBuilder log = new StringBuilder();

        Container(String image) {
            log.append(image);
        }

        @SuppressWarnings("unchecked")
        SELF self() {
            return (SELF) this;
        }

        SELF withPort(int port) {
            log.append(":").append(port);
            return self();
        }

        SELF withEnv(String key, String value) {
            log.append(" ").append(key).append("=").append(value);
            return self();
        }

        SELF with(UnaryOperator<SELF> change) {
            return change.apply(self());
        }

        <R> R as(Function<? super SELF, ? extends R> f) {
            return f.apply(self());
        }

        SELF[] both(SELF other) {
            @SuppressWarnings("unchecked")
            SELF[] both = (SELF[]) new Container<?>[] {this, other};
            return both;
        }

        List<SELF> list() {
            return new ArrayList<>(List.of(self()));
        }

        Optional<SELF> optional() {
            return Optional.of(self());
        }

        String start() {
            return log.toString();
        }
    }

    static final class Redis extends Container<Redis> {
        Redis() {
            super("redis");
        }

        Redis withSlots(int slots) {
            log.append("#").append(slots);
            return this;
        }
    }

    abstract static class Assert<SELF extends Assert<SELF, ACTUAL>, ACTUAL> {
        final ACTUAL actual;
        String as = "";

        Assert(ACTUAL actual) {
            this.actual = actual;
        }

        @SuppressWarnings("unchecked")
        SELF as(String as) {
            this.as += as;
            return (SELF) this;
        }

        SELF isEqualTo(Object expected) {
            return as(expected.equals(actual) ? "ok" : "failed");
        }
    }

    static class ListAssert<T> extends Assert<ListAssert<T>, List<? extends T>> {
        ListAssert(List<? extends T> actual) {
            super(actual);
        }

        ListAssert<T> contains(T element) {
            return as("" + actual.contains(element));
        }
    }

    static <T> ListAssert<T> assertThat(List<? extends T> list) {
        return new ListAssert<>(list);
    }

    static <S extends Container<S>> String start(S container, int n) {
        return container.start() + n;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <S extends Container<S>> S[] array(S... containers) {
        return containers;
    }

    static <T extends Comparable<T>> T max(T a, T b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    static Container<?> any() {
        return new Redis();
    }

    @Case
    @AsyncFn
    static String chain(Trace t) {
        return new Container<>("redis").withPort(await(t.leaf("port", 1))).start();
    }

    @Case
    @AsyncFn
    static String longChain(Trace t) {
        return new Container<>("redis")
                .withPort(1)
                .withEnv("HOST", await(t.leaf("host", "h")))
                .withPort(await(t.leaf("port", 2)))
                .withEnv(await(t.leaf("key", "k")), await(t.leaf("value", "v")))
                .start();
    }

    @Case
    @AsyncFn
    static String variable(Trace t) {
        var c = new Container<>("redis").withPort(1);
        var d = new Container<>("other");
        c.withEnv("HOST", await(t.leaf("host", "h")));
        d.withPort(await(t.leaf("port", 2))).withPort(3);
        return c.start() + d.start();
    }

    @AsyncFn
    static Container<?> returned(Trace t) {
        return new Container<>("redis").withPort(1).withEnv("HOST", await(t.leaf("host", "h")));
    }

    @Case
    @AsyncFn
    static String callsTheReturned(Trace t) {
        return returned(t).withPort(await(t.leaf("port", 2))).start();
    }

    @Case
    @AsyncFn
    static String wildcardReceiver(Trace t) {
        Container<?> c = any();
        return c.withPort(await(t.leaf("port", 2)))
                .withEnv("a", await(t.leaf("b", "c")))
                .start();
    }

    @Case
    @AsyncFn
    static String changedByAnAwaitedOperator(Trace t) {
        Container<?> c = any();
        String s = c.with(await(t.leaf("f", x -> x.withPort(1)))).start();
        return s + any().with(await(t.leaf("g", x -> x.withPort(2)))).start();
    }

    @Case
    @AsyncFn
    static String lambdasAfterTheAwait(Trace t) {
        return new Container<>("a")
                .withPort(await(t.leaf("p", 1)))
                .with(x -> x.withPort(2))
                .<String>as(x -> x.withEnv("k", "v").start());
    }

    @Case
    @AsyncFn
    static String methodReferences(Trace t) {
        Supplier<String> start = new Container<>("a").withPort(await(t.leaf("p", 1)))::start;
        BiFunction<Container<?>, Integer, Container<?>> port = Container::withPort;
        Function<Integer, ? extends Container<?>> bound = new Container<>("b")::withPort;
        await(t.tick("t"));
        return start.get()
                + port.apply(new Container<>("c"), 2).start()
                + bound.apply(await(t.leaf("q", 3))).start();
    }

    @Case
    @AsyncFn
    static String arrays(Trace t) {
        var c = new Container<>("a");
        var two = any().list().toArray();
        var kept = array(new Redis(), new Redis().withPort(1));
        await(t.tick("t"));
        kept[await(t.leaf("i", 0))] = new Redis().withPort(await(t.leaf("p", 2)));
        return c.list().size() + two.length + kept[0].withSlots(3).start() + array(await(t.leaf("r", new Redis()))).length;
    }

    @Case
    @AsyncFn
    static String openArrays(Trace t) {
        var both = new Container<>("a").both(null);
        await(t.tick("t"));
        both[1] = null;
        String s = "" + both.length + both[await(t.leaf("i", 0))].start();
        for (var x : new Container<>("b").withPort(await(t.leaf("p", 1))).both(null)) {
            await(t.tick("u"));
            s += x == null ? "null" : x.withPort(2).start();
        }
        return s;
    }

    @Case
    @AsyncFn
    static String lists(Trace t) {
        var list = new Container<>("a").list();
        for (var x : new Container<>("b").list()) {
            await(t.tick("t"));
            t.log(x.withPort(1).start());
        }
        return list.get(await(t.leaf("i", 0))).start()
                + new Container<>("c").optional().get().withPort(await(t.leaf("p", 2))).start()
                + new Container<>("d").optional().map(x -> x.withPort(3)).orElse(await(t.leaf("n", null))).start();
    }

    @Case
    @AsyncFn
    static String asArgument(Trace t) {
        return start(new Container<>("b").withPort(2), await(t.leaf("n", 3)))
                + start(new Redis().withPort(3), await(t.leaf("n", 4)))
                + start(await(t.leaf("d", new Redis())), 5);
    }

    @Case
    @AsyncFn
    static String awaited(Trace t) {
        var c = await(t.leaf("c", new Container<>("a")));
        Future<? extends Container<?>> future = t.leaf("d", new Container<>("b"));
        return c.withPort(1).start()
                + await(future).withPort(2).start()
                + await(t.stage("e", new Container<>("e").withPort(3))).withPort(4).start();
    }

    @Case
    @AsyncFn
    static String chosen(Trace t) {
        boolean b = await(t.leaf("b", true));
        var c = b ? new Container<>("a") : new Redis();
        var d = b ? new Redis() : new Container<>("a").withPort(1);
        await(t.tick("t"));
        return c.start() + d.start()
                + (b ? new Container<>("x").withPort(await(t.leaf("p", 1))) : new Redis().withPort(2)).start();
    }

    @Case
    @AsyncFn
    static String captured(Trace t) {
        var c = new Container<>("a").withPort(1);
        await(t.tick("t"));
        Supplier<String> lambda = () -> c.withPort(2).start();
        class Local {
            String start() {
                return c.withPort(3).start();
            }
        }
        return lambda.get() + await(t.leaf("x", "x")) + new Local().start();
    }

    @Case
    @AsyncFn
    static String twoParameters(Trace t) {
        return assertThat(List.of(1, 2)).contains(await(t.leaf("e", 2))).isEqualTo(await(t.leaf("x", List.of(1, 2)))).as
                + assertThat(await(t.leaf("l", List.of("a")))).as(await(t.leaf("s", "s"))).contains("b").as
                + new ListAssert<>(List.of(1)).as("n").contains(await(t.leaf("n", 1))).as;
    }

    @Case
    @AsyncFn
    static String comparables(Trace t) {
        var order = Comparator.naturalOrder();
        var max = max(await(t.leaf("a", 1)), 2);
        await(t.tick("t"));
        List<Integer> list = new ArrayList<>(List.of(1, 3, 2));
        list.sort(Collections.reverseOrder(await(t.leaf("o", Comparator.<Integer>naturalOrder()))));
        return "" + (order != null) + max + list + Collections.max(list, await(t.leaf("p", Comparator.reverseOrder())));
    }

    @Case
    @AsyncFn
    @SuppressWarnings("unchecked")
    static String castComparators(Trace t) {
        Comparator<String> order = (Comparator<String>) await(t.leaf("o", (Comparator<?>) Comparator.naturalOrder()));
        Comparator<Integer> numbers = (Comparator<Integer>) (Object) await(t.leaf("p", Comparator.reverseOrder()));
        return order.compare("a", "b") + "" + numbers.compare(1, 2);
    }

    @Case
    @AsyncFn
    static String casts(Trace t) {
        return SelfTyped.<String>natural(t).compare("a", "b") + "" + SelfTyped.<Integer>reverse(t).compare(1, 2);
    }

    @AsyncFn
    @SuppressWarnings("unchecked")
    static <T> Comparator<T> natural(Trace t) {
        return (Comparator<T>) await(t.leaf("o", Comparator.naturalOrder()));
    }

    @AsyncFn
    @SuppressWarnings("unchecked")
    static <T> Comparator<T> reverse(Trace t) {
        Comparator<T> order = (Comparator<T>) (await(t.leaf("o", Comparator.reverseOrder())));
        await(t.tick("t"));
        return order;
    }

    @Case
    @AsyncFn
    static String enums(Trace t) {
        Enum<?> e = Thread.State.NEW;
        var type = e.getDeclaringClass();
        await(t.tick("t"));
        var same = type.getEnumConstants()[await(t.leaf("i", 0))];
        Class<? extends Enum<?>> c = Thread.State.class;
        var constants = c.getEnumConstants();
        await(t.tick("u"));
        String s = "";
        for (var constant : c.getEnumConstants()) {
            s += await(t.leaf("n", constant.name())).charAt(0) + constant.ordinal();
        }
        return type.getSimpleName() + same.name() + constants.length + s
                + Arrays.asList(type.getEnumConstants()).indexOf(await(t.leaf("e", e)));
    }
}
