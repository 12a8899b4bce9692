package bodies.bridges;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Private members of several classes that have one name, and overloads that are no overloads in their own classes: one
 * bridge reaches them all, and each call means the one that javac chose among those of one class.
 */
class EqualNames {
    private final Trace t;
    private static int n = 1;
    private Object any = "any";
    private long total = 3;

    EqualNames(Trace t) {
        this.t = t;
    }

    // ---- static methods of nested classes

    private static String check(Object o) {
        return "outer ";
    }

    private static String check(Object first, Object... rest) {
        return "outer with " + (rest == null ? "null" : rest.length) + " ";
    }

    static class A {
        private static int n = 10;

        private static String check(String s) {
            return "A ";
        }

        private static String check(String first, Integer second) {
            return "A of Integer ";
        }

        @AsyncFn
        static String both(Trace t) {
            return await(t.leaf("a", ".")) + EqualNames.check("x") + check("x") + EqualNames.check("x", 1) + check("x", 1);
        }

        static class Node {
            final String s;

            private Node(Object o) {
                s = "A.Node of Object ";
            }

            private String name(Object o) {
                return "A's " + s;
            }
        }
    }

    static class B {
        private static int n = 100;

        private static String check(CharSequence s) {
            return "B ";
        }

        @AsyncFn
        static String all(Trace t) {
            return await(t.leaf("b", ".")) + check("x") + A.check("x") + EqualNames.check("x") + check(new StringBuilder());
        }

        static class Node {
            final String s;

            private Node(String string) {
                s = "B.Node of String ";
            }

            private Node(int number) {
                s = "B.Node of int ";
            }

            private Node(int... numbers) {
                s = "B.Node of " + numbers.length + " ints ";
            }

            private String name(String o) {
                return "B's " + s;
            }
        }
    }

    @Case
    @AsyncFn
    static String nestedClasses(Trace t) {
        String s = A.check("x") + await(t.leaf("x", ".")) + check("x") + B.check("x");
        return s + check("x", 1) + A.check("x", 1) + A.both(t) + B.all(t);
    }

    @Case
    @AsyncFn
    static String constructorsOfEquallyNamedClasses(Trace t) {
        Function<String, B.Node> b = B.Node::new;
        Function<Object, A.Node> a = A.Node::new;
        await(t.tick("t"));
        return new A.Node("x").s + new B.Node("x").s + a.apply("y").s + b.apply("y").s + new B.Node(1).s
                + new B.Node(1, 2).s + new B.Node().s + new B.Node(new int[3]).s + new A.Node(1).s;
    }

    @Case
    @AsyncFn
    static String methodsOfEquallyNamedClasses(Trace t) {
        A.Node a = new A.Node(await(t.leaf("a", "a")));
        B.Node b = new B.Node(await(t.leaf("b", "b")));
        return a.name("x") + b.name("x");
    }

    @Case
    @AsyncFn
    static String fieldsOfNestedClasses(Trace t) {
        n += await(t.leaf("n", 1));
        A.n += await(t.leaf("a", 1));
        B.n++;
        EqualNames.n = A.n--;
        return n + " " + A.n + " " + B.n + " " + ++n + --A.n + B.n++;
    }

    // ---- methods that hide one another

    static class Base {
        private String who() {
            return "base ";
        }

        private String who(Object o) {
            return "base of Object ";
        }
    }

    static class Derived extends Base {
        private String who() {
            return "derived ";
        }

        private String who(String s) {
            return "derived of String ";
        }
    }

    @Case
    @AsyncFn
    static String privateMethodsOfASuperclass(Trace t) {
        Derived d = await(t.leaf("d", new Derived()));
        Base b = d;
        return b.who() + d.who() + b.who("x") + d.who("x") + ((Base) d).who() + ((Base) d).who("x");
    }

    // ---- instance beside static

    private String at(Object o) {
        return "instance at Object ";
    }

    private static String at(EqualNames e, String s) {
        return "static at String ";
    }

    private static String outer(Deep d) {
        return "static outer ";
    }

    class Deep {
        private String at(Object o) {
            return "deep at Object ";
        }

        @AsyncFn
        final String fromWithin() {
            String s = await(t.leaf("deep", "."));
            return s + EqualNames.this.at("x") + at("x") + outer(this) + total;
        }
    }

    @Case
    @AsyncFn
    final String instanceBesideStatic() {
        Supplier<String> later = () -> at("x") + at(this, "x");
        String s = await(t.leaf("s", "."));
        return s + at("x") + at(this, "x") + later.get() + new Deep().fromWithin();
    }

    // ---- what accessors of fields and constructors are called

    private void setAny(String s) {
        any = "set by the method";
    }

    private void setTotal(int n) {
        total = -1;
    }

    private int getAndIncrementTotal() {
        return -2;
    }

    private static String newText(String s) {
        return "method newText ";
    }

    static class Text {
        final String s;

        private Text(Object o) {
            s = "constructor of Text ";
        }
    }

    @Case
    @AsyncFn
    final String fieldsBesideMethods() {
        any = await(t.leaf("any", "s"));
        total = 5;
        long before = total++;
        String s = any + " " + total + before + getAndIncrementTotal();
        setTotal(1);
        setAny("x");
        any = "y";
        return s + " " + total + any;
    }

    @Case
    @AsyncFn
    static String constructorBesideMethod(Trace t) {
        return new Text(await(t.leaf("s", "s"))).s + newText("x") + new Text("x").s;
    }

    private static <E extends Throwable> String rethrow(E failure) {
        return "our rethrow ";
    }

    private static String fails(Object o) {
        throw new IllegalStateException("failed");
    }

    private boolean equals(EqualNames other) {
        return false;
    }

    private static int hashCode(Object o) {
        return 17;
    }

    @Case
    @AsyncFn
    final String methodsOfObjectAndOfTheBridge() {
        try {
            return fails(await(t.leaf("f", "f")));
        } catch (IllegalStateException e) {
            return rethrow(e) + e.getMessage() + equals(this) + equals((Object) this) + hashCode(this);
        }
    }

    // ---- overloads by boxing, varargs, lambda, type parameter

    private static String over(long x) {
        return "long ";
    }

    private static String over(Integer x) {
        return "Integer ";
    }

    private static String over(Object x) {
        return "Object ";
    }

    private static String over(int... x) {
        return "ints " + x.length + " ";
    }

    private static String many(Object... all) {
        return all == null ? "null " : "Objects " + all.length + " ";
    }

    private <T> String generic(T x) {
        return "T ";
    }

    @SafeVarargs
    private <T extends Comparable<T>> String generic(T x, T... rest) {
        return "comparable " + rest.length + " ";
    }

    private String generic(List<? extends Number> x) {
        return "numbers ";
    }

    private static String run(Supplier<String> s) {
        return "supplier " + s.get() + " ";
    }

    private static String run(Runnable r) {
        r.run();
        return "runnable ";
    }

    static class Runs {
        private static String run(Callable<Object> c) throws Exception {
            return "callable " + c.call() + " ";
        }

        private static String run(Function<String, String> f) {
            return "function " + f.apply("in") + " ";
        }
    }

    @Case
    @AsyncFn
    static String boxingAndVarargs(Trace t) {
        int one = await(t.leaf("one", 1));
        byte b = 2;
        Integer boxed = one;
        return over(one) + over(boxed) + over(b) + over('c') + over(1.5) + over("s") + over() + over(one, b) + over((Object) one);
    }

    @Case
    @AsyncFn
    static String arraysAndNullAsVarargs(Trace t) {
        Object[] three = new Object[await(t.leaf("three", 3))];
        int[] numbers = {1, 2};
        return many() + many((Object[]) null) + many((Object) null) + many(three) + many((Object) three) + many(numbers)
                + many(numbers, numbers) + many("a", 1, null);
    }

    @Case
    @AsyncFn
    final String typeParameters() {
        Integer one = await(t.leaf("one", 1));
        return generic(one) + generic(one, 2) + generic("a", "b", "c") + generic(List.of(1)) + generic(List.of("s"))
                + this.<Object>generic(one);
    }

    @Case
    @AsyncFn
    static String lambdas(Trace t) throws Exception {
        String s = await(t.leaf("s", "s"));
        return run(() -> s) + run(() -> t.log("ran")) + Runs.run(() -> s) + Runs.run(x -> x + s) + Runs.run(String::trim)
                + run(s::trim);
    }
}
