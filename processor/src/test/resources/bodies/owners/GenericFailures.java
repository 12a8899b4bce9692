package bodies.owners;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.TryFuture;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

/** What generic code throws and catches. */
final class GenericFailures {
    private GenericFailures() {}

    interface Thrower<X extends Exception> {
        void run() throws X;
    }

    interface Getter<V, X extends Exception> {
        V get() throws X;
    }

    static <X extends Exception> void call(Thrower<X> thrower) throws X {
        thrower.run();
    }

    static <V, X extends Exception> V get(Getter<V, X> getter) throws X {
        return getter.get();
    }

    static <X extends Throwable> RuntimeException sneaky(Throwable t) throws X {
        @SuppressWarnings("unchecked")
        X x = (X) t;
        throw x;
    }

    static final class Closing<X extends Exception> implements AutoCloseable {
        final Trace t;
        final X failure;

        Closing(Trace t, X failure) {
            this.t = t;
            this.failure = failure;
        }

        @Override
        public void close() throws X {
            t.log("close");
            if (failure != null) throw failure;
        }
    }

    @AsyncFn
    static <X extends Exception> int rethrown(Trace t, Thrower<X> thrower) throws X {
        try {
            await(t.tick("before"));
            thrower.run();
            return 1;
        } catch (Exception e) {
            await(t.tick("caught " + e.getMessage()));
            if (e instanceof RuntimeException r) throw r;
            @SuppressWarnings("unchecked")
            X x = (X) e;
            throw x;
        } finally {
            await(t.tick("finally"));
        }
    }

    @Case
    @AsyncFn
    static int inferredFromALambda(Trace t) throws IOException {
        int n = rethrown(t, () -> t.log("nothing"));
        n += await(rethrown(t, () -> {
            if (n1(t) > 5) throw new IOException("io");
        }));
        return n + rethrown(t, () -> {
            throw t.tag("io", new IOException("io"));
        });
    }

    private static int n1(Trace t) {
        t.log("n1");
        return 1;
    }

    @AsyncFn
    static <X extends Exception> int precise(Trace t, Thrower<X> thrower) throws X, InterruptedException {
        try {
            thrower.run();
            await(t.tick("ran"));
            if (n1(t) > 5) throw new InterruptedException();
            return 2;
        } catch (final Exception e) {
            await(t.tick("caught " + e.getMessage()));
            throw e;
        }
    }

    @Case
    @AsyncFn
    static int preciseRethrow(Trace t) throws Exception {
        int n = precise(t, () -> {});
        return n + precise(t, () -> {
            throw t.tag("io", new IOException("precise"));
        });
    }

    @AsyncFn
    static <X extends IOException, Y extends RuntimeException> String multi(Trace t, Thrower<X> a, Thrower<Y> b)
            throws X {
        String text = "";
        try {
            await(t.tick("try"));
            b.run();
            a.run();
        } catch (IOException | RuntimeException e) {
            text += e.getMessage() + await(t.leaf("multi", "!"));
        }
        return text;
    }

    @Case
    @AsyncFn
    static String multiCatch(Trace t) {
        String s = "";
        try {
            s += multi(t, (Thrower<java.io.EOFException>) () -> {}, () -> {});
            s += multi(t, () -> {
                throw new java.io.EOFException("eof");
            }, () -> {});
            s += multi(t, (Thrower<java.io.EOFException>) () -> {}, () -> {
                throw new IllegalStateException("state");
            });
        } catch (java.io.EOFException e) {
            s += "never";
        }
        return s;
    }

    @AsyncFn
    static <X extends Exception> String resources(Trace t, X closing, Thrower<X> body) throws X {
        try (Closing<X> a = new Closing<>(t, closing);
                var b = await(t.leaf("b", new Closing<X>(t, null)))) {
            await(t.tick("body"));
            body.run();
            return a.failure + "" + b.failure;
        }
    }

    @Case
    @AsyncFn
    static String closeThrows(Trace t) throws Exception {
        String s = resources(t, null, () -> {});
        try {
            resources(t, new IOException("close"), () -> {});
        } catch (IOException e) {
            s += e.getMessage();
        }
        try {
            await(resources(t, new Exception("close"), () -> {
                throw new Exception("body");
            }));
        } catch (Exception e) {
            s += e.getMessage() + e.getSuppressed()[0].getMessage();
        }
        return s;
    }

    static class Store<V, X extends Exception> {
        final V value;
        final Thrower<X> thrower;

        Store(V value, Thrower<X> thrower) {
            this.value = value;
            this.thrower = thrower;
        }

        @AsyncFn
        V load(Trace t) throws X {
            await(t.tick("load"));
            thrower.run();
            return value;
        }

        @AsyncFn
        <Y extends X> V loadTwice(Trace t, Class<Y> type) throws X {
            try {
                await(t.tick("twice"));
                load(t);
                if (type.getName().isEmpty()) throw type.cast(null);
                return load(t);
            } finally {
                t.log("finally");
            }
        }
    }

    static class Files<V> extends Store<V, IOException> {
        Files(V value, Thrower<IOException> thrower) {
            super(value, thrower);
        }

        @Override
        @AsyncFn
        V load(Trace t) throws java.io.FileNotFoundException {
            await(t.tick("files"));
            try {
                return super.load(t);
            } catch (java.io.FileNotFoundException e) {
                throw e;
            } catch (IOException e) {
                throw new java.io.FileNotFoundException("from " + e.getMessage());
            }
        }
    }

    @Case
    @AsyncFn
    static String ofAGenericClass(Trace t) {
        Store<String, ? extends IOException> store = new Store<>("v", () -> t.log("thrower"));
        Store<Integer, IOException> files = new Files<>(3, () -> {
            throw new IOException("files");
        });
        try {
            String s = store.load(t) + await(t.leaf("x", "x")) + store.loadTwice(t, null == t ? null : castOf(IOException.class));
            return s + files.load(t);
        } catch (IOException e) {
            return e.getMessage() + await(t.leaf("y", "y"));
        }
    }

    @SuppressWarnings("unchecked")
    static <T> Class<T> castOf(Class<?> c) {
        return (Class<T>) c;
    }

    @AsyncFn
    static <T> String declared(Trace t, T value) {
        class Found extends RuntimeException {
            private static final long serialVersionUID = 1;
            final Object found;

            Found(Object found) {
                super(null, null, false, false);
                this.found = found;
            }

            List<Object> all() {
                return List.of(found, value);
            }
        }
        try {
            await(t.tick("t"));
            throw new Found(value);
        } catch (Found f) {
            Object found = f.found;
            await(t.tick("found"));
            return found + "" + f.all() + f.found;
        }
    }

    @Case
    @AsyncFn
    static String exceptionThatNamesT(Trace t) {
        return declared(t, "v") + declared(t, 4);
    }

    @AsyncFn
    static <T> String keptTry(Trace t, T value) {
        class Found extends RuntimeException {
            private static final long serialVersionUID = 1;
            final Object found = value;
        }
        String s = "";
        for (int i = 0; i < 2; i++) {
            try {
                if (i == 1) throw new Found();
                s += i;
            } catch (Found f) {
                s += f.found;
            }
        }
        s += await(t.leaf("a", "a"));
        try {
            throw new Found();
        } catch (Found f) {
            s += f.found;
        }
        return s;
    }

    @Case
    @AsyncFn
    static String caughtInAKeptStatement(Trace t) {
        return keptTry(t, "v") + keptTry(t, 4);
    }

    @AsyncFn
    static <T> String keptInALambda(Trace t, T value) {
        class Stop extends RuntimeException {
            private static final long serialVersionUID = 1;
            final Object at;

            Stop(Object at) {
                this.at = at;
            }
        }
        Function<List<T>, String> search = list -> {
            try {
                list.forEach(each -> {
                    t.log("" + each);
                    if (each.equals(value)) throw new Stop(each);
                });
                return "none";
            } catch (Stop stop) {
                return "found " + stop.at;
            }
        };
        String s = search.apply(List.of(value)) + await(t.leaf("a", "a"));
        return s + search.apply(List.of());
    }

    @Case
    @AsyncFn
    static String caughtInALambda(Trace t) {
        return keptInALambda(t, "v");
    }

    @AsyncFn
    static <T> String keptWhole(Trace t, T value) {
        String s = await(t.leaf("a", "a"));
        {
            int n = s.length();
            class Found extends Exception {
                private static final long serialVersionUID = 1;
                final Object found = value + "" + n;
            }
            try {
                throw new Found();
            } catch (Found f) {
                s += f.found;
            }
        }
        return s + await(t.leaf("b", "b"));
    }

    @Case
    @AsyncFn
    static String declaredInAKeptBlock(Trace t) {
        return keptWhole(t, "v");
    }

    @AsyncFn
    static <T extends Number> Number hierarchy(Trace t, T a, T b) {
        abstract class Base extends Exception {
            private static final long serialVersionUID = 1;

            abstract Number best();
        }
        class Left extends Base {
            private static final long serialVersionUID = 1;

            @Override
            Number best() {
                return a;
            }
        }
        class Right extends Base {
            private static final long serialVersionUID = 1;

            @Override
            Number best() {
                return b;
            }
        }
        try {
            if (await(t.leaf("left", a.intValue() > b.intValue()))) throw new Left();
            throw new Right();
        } catch (Left left) {
            await(t.tick("left"));
            return left.best();
        } catch (Base base) {
            await(t.tick("base"));
            Number best = base.best();
            return best;
        }
    }

    @Case
    @AsyncFn
    static String hierarchyThatNamesT(Trace t) {
        return "" + hierarchy(t, 1L, 2.5) + hierarchy(t, 5, 4);
    }

    @AsyncFn
    static <T> String anonymous(Trace t, T value) throws Exception {
        var e = new Exception("anonymous") {
            private static final long serialVersionUID = 1;
            Object kept = value;
        };
        await(t.tick("t"));
        Object kept = e.kept;
        if (kept == null) throw e;
        return kept + e.getMessage();
    }

    @Case
    @AsyncFn
    static String anonymousThatNamesT(Trace t) throws Exception {
        return anonymous(t, "v") + anonymous(t, 3);
    }

    @AsyncFn
    static <T, X extends Exception> T block(Trace t, T value, X failure) throws X {
        TryFuture<T, X> future = async(() -> {
            await(t.tick("in"));
            if (failure != null) throw failure;
            return value;
        });
        await(t.tick("out"));
        return await(future);
    }

    @Case
    @AsyncFn
    static String blocks(Trace t) {
        String s = block(t, "v", (RuntimeException) null);
        try {
            return s + block(t, "v", new IOException("block"));
        } catch (IOException e) {
            return s + e.getMessage();
        }
    }

    @AsyncFn
    static <X extends Exception> void sneakily(Trace t, X failure) throws X {
        try {
            await(t.tick("t"));
            throw sneaky(failure);
        } finally {
            t.log("finally");
        }
    }

    @Case
    @AsyncFn
    static String sneakyThrows(Trace t) {
        try {
            sneakily(t, new IllegalArgumentException("sneaky"));
            return "none";
        } catch (IllegalArgumentException e) {
            return e.getMessage() + await(t.leaf("a", "a"));
        }
    }

    @AsyncFn
    static <V, X extends Exception> V nestedTries(Trace t, Getter<V, X> getter) throws X {
        X first = null;
        for (int i = 0; ; i++) {
            try {
                try {
                    await(t.leaf("i", i));
                    return get(getter);
                } finally {
                    await(t.tick("inner finally"));
                }
            } catch (RuntimeException e) {
                if (i == 2) throw e;
            } catch (Exception e) {
                @SuppressWarnings("unchecked")
                X x = (X) e;
                if (first == null) first = x;
                else if (i > 2) throw first;
            }
        }
    }

    @Case
    @AsyncFn
    static String retries(Trace t) throws Exception {
        int[] n = {0};
        String s = nestedTries(t, () -> {
            if (n[0]++ < 2) throw new IOException("n" + n[0]);
            return "value";
        });
        return s + nestedTries(t, () -> {
            throw t.tag("same", new IOException("again"));
        });
    }

    static abstract class Task<R, X extends Exception> {
        @AsyncFn
        abstract R run(Trace t) throws X;

        @AsyncFn
        R twice(Trace t) throws X {
            run(t);
            return await(run(t));
        }
    }

    static final class Quiet extends Task<String, RuntimeException> {
        @Override
        @AsyncFn
        String run(Trace t) {
            return await(t.leaf("quiet", "q"));
        }
    }

    static final class Loud<E extends IOException> extends Task<String, E> {
        final Supplier<E> failure;

        Loud(Supplier<E> failure) {
            this.failure = failure;
        }

        @Override
        @AsyncFn
        String run(Trace t) throws E {
            await(t.tick("loud"));
            throw failure.get();
        }
    }

    @Case
    @AsyncFn
    static String narrowedByOverrides(Trace t) {
        String s = new Quiet().twice(t);
        Task<String, java.io.EOFException> loud = new Loud<>(() -> new java.io.EOFException("loud"));
        try {
            s += loud.twice(t);
        } catch (java.io.EOFException e) {
            s += e.getMessage();
        }
        return s;
    }

    @AsyncFn
    static <X extends Exception> String callable(Trace t, Callable<? extends X> callable) throws Exception, X {
        X x;
        try {
            x = callable.call();
        } catch (IllegalStateException e) {
            await(t.tick("state"));
            x = null;
        }
        if (x != null) {
            await(t.tick("throwing"));
            throw x;
        }
        return "null";
    }

    @Case
    @AsyncFn
    static String wildcards(Trace t) throws Exception {
        String s = callable(t, () -> {
            throw new IllegalStateException();
        });
        try {
            return s + GenericFailures.<IOException>callable(t, () -> new java.io.EOFException("e"));
        } catch (IOException e) {
            return s + e.getMessage();
        }
    }

    @AsyncFn
    static <T> String inSwitch(Trace t, int k, T value) {
        class Left extends RuntimeException {
            private static final long serialVersionUID = 1;
        }
        return switch (k) {
            case 0 -> {
                try {
                    throw new Left();
                } catch (Left left) {
                    yield "left " + value;
                }
            }
            case 1 -> {
                try {
                    await(t.tick("t"));
                    throw new Left();
                } catch (Left left) {
                    yield "left1 " + await(t.leaf("v", value));
                }
            }
            default -> "none";
        };
    }

    @Case
    @AsyncFn
    static String inSwitches(Trace t) {
        return inSwitch(t, 0, "v") + inSwitch(t, 1, 2) + inSwitch(t, 2, 2);
    }

    @AsyncFn
    static <T> String members(Trace t, T value) throws Exception {
        class Failed extends Exception {
            private static final long serialVersionUID = 1;
            private final List<Object> values;

            Failed(Object... values) {
                super("failed");
                this.values = List.of(values);
            }

            Failed with(Object other) {
                return new Failed(values.get(0), other);
            }

            Failed self() {
                return this;
            }
        }
        Failed failed = new Failed(value);
        await(t.tick("t"));
        Failed two = failed.with(value).self();
        List<Failed> list = List.of(failed, two);
        await(t.leaf("n", list.size()));
        for (Failed each : list) {
            Object last = each.values.get(each.values.size() - 1);
            t.log("" + last);
            await(t.tick("u"));
        }
        if (two.values.isEmpty()) throw two;
        return two.values + "" + two.getMessage() + (((Exception) two) instanceof Failed f ? f.values.size() : -1);
    }

    @Case
    @AsyncFn
    static String membersThatNameT(Trace t) throws Exception {
        return members(t, "v");
    }

    @AsyncFn
    static <T> String inABlock(Trace t, T value) {
        var future = async(() -> {
            String s = "";
            class Found extends Exception {
                private static final long serialVersionUID = 1;
                final Object found = value;
            }
            try {
                await(t.tick("in"));
                throw new Found();
            } catch (Found f) {
                s += f.found;
            }
            try {
                throw new Found();
            } catch (Found f) {
                return s + f.found;
            }
        });
        await(t.tick("out"));
        return await(future);
    }

    @Case
    @AsyncFn
    static String exceptionsOfBlocks(Trace t) {
        return inABlock(t, 5);
    }

    private static final class Hidden {
        final String s;

        Hidden(String s) {
            this.s = s;
        }
    }

    /** Type parameters of the future stand for private classes. */
    @Case
    @AsyncFn
    static String besidePrivateTypes(Trace t) {
        Hidden hidden = await(t.leaf("hidden", new Hidden("h")));
        String s = "";
        for (int i = 0; i < 2; i++) {
            class Found extends RuntimeException {
                private static final long serialVersionUID = 1;
            }
            try {
                if (i == 1) throw new Found();
                s += i;
            } catch (Found f) {
                s += "found";
            }
        }
        class Later extends RuntimeException {
            private static final long serialVersionUID = 1;
        }
        try {
            await(t.tick("t"));
            throw new Later();
        } catch (Later later) {
            s += "later";
        }
        return s + hidden.s;
    }
}
