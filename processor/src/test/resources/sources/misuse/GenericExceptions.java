package misuse;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.List;
import java.util.function.Supplier;

/** Exception classes that would be generic inside a future, which is so. */
final class GenericExceptions {
    @AsyncFn
    static <T> T field(T value) {
        class Found extends RuntimeException {
            T found;
        }
        try {
            await(Future.ready(1));
            throw new Found();
        } catch (Found f) {
            return value;
        }
    }

    @AsyncFn
    static <T extends Comparable<T>> boolean bound(T value) {
        class Found extends RuntimeException {
            boolean same() {
                return value.compareTo(value) == 0;
            }
        }
        return await(Future.ready(new Found())).same();
    }

    @AsyncFn
    static <T> int list(List<? extends T> values, T[] array, Supplier<Supplier<T[]>> supplier) {
        class Found extends RuntimeException {
            int size() {
                return values.size();
            }
        }
        class Other extends RuntimeException {
            int size = array.length;
        }
        class Third extends RuntimeException {
            Object value = supplier.get();
        }
        return await(Future.ready(new Found().size() + new Other().size));
    }

    @AsyncFn
    static <T> Object anonymous(T value) {
        var e = new Exception() {
            T kept = value;
        };
        await(Future.ready(1));
        return e.kept;
    }

    @AsyncFn
    static <T> Object lambda(T value) {
        Supplier<Object> get = () -> {
            class Found extends Exception {}
            return new Found();
        };
        return await(Future.ready(get.get()));
    }

    @AsyncFn
    static <T> Object inAClass(T value) {
        Object o = new Object() {
            @Override
            public String toString() {
                class Found extends Exception {}
                return new Found().toString();
            }
        };
        class Local {
            class Member extends Exception {}

            static class Nested extends Exception {}
        }
        return await(Future.ready(o + "" + new Local().new Member() + new Local.Nested()));
    }

    @AsyncFn
    static <T> Object locked(T value) {
        synchronized (value) {
            class Found extends Exception {}
            try {
                throw new Found();
            } catch (Found f) {
                return f;
            }
        }
    }

    /** Not generic, or without need of it. */
    @AsyncFn
    static <T> Object fine(T value) {
        class Found extends Exception {
            final Object found = value;

            class Member extends Exception {}

            List<Object> all() {
                return List.of(found, new Member());
            }
        }
        await(Future.ready(1));
        return new Found().all();
    }

    @AsyncFn
    static <T> Object block(T value) {
        return await(async(() -> {
            class Found extends Exception {
                final Object found = value;
            }
            await(Future.ready(1));
            return new Found().found;
        }));
    }

    private static final class Hidden {}

    /** The future has a type parameter for the private class. */
    @AsyncFn
    static Object lambdaBesideAPrivateClass() {
        Hidden hidden = await(Future.ready(new Hidden()));
        Supplier<Object> get = () -> {
            class Found extends Exception {}
            return new Found();
        };
        await(Future.ready(1));
        return get.get() + "" + hidden;
    }

    @AsyncFn
    static Object anonymousBesideAPrivateClass() {
        Hidden hidden = await(Future.ready(new Hidden()));
        Supplier<Object> get = () -> new Exception() {};
        await(Future.ready(1));
        return get.get() + "" + hidden;
    }

    @AsyncFn
    static Object memberBesideAPrivateClass() {
        Hidden hidden = await(Future.ready(new Hidden()));
        class Local {
            class Member extends Exception {}
        }
        await(Future.ready(1));
        return new Local().new Member() + "" + hidden;
    }

    @AsyncFn
    static Object lockedBesideAPrivateClass() {
        Hidden hidden = await(Future.ready(new Hidden()));
        int n = await(Future.ready(1));
        synchronized (hidden) {
            class Found extends Exception {}
            return new Found() + "" + n;
        }
    }

    @AsyncFn
    static Object blockBesideAPrivateClass() {
        Hidden hidden = await(Future.ready(new Hidden()));
        return await(async(() -> {
            Supplier<Object> get = () -> {
                class Found extends Exception {}
                return new Found();
            };
            return get.get() + "" + hidden + await(Future.ready(1));
        }));
    }

    /** It becomes a static member, where the type parameter means nothing. */
    @AsyncFn
    static Object namesAPrivateClass() {
        Hidden hidden = await(Future.ready(new Hidden()));
        class Found extends Exception {
            Hidden found() {
                return null;
            }
        }
        await(Future.ready(1));
        return new Found().found() + "" + hidden;
    }

    @AsyncFn
    static Object capturesAPrivateClass() {
        Hidden hidden = await(Future.ready(new Hidden()));
        class Found extends Exception {
            final Object found = hidden;
        }
        await(Future.ready(1));
        return new Found().found;
    }

    /** Nothing of it depends on the type parameter. */
    @AsyncFn
    static Object besideAPrivateClass() {
        Hidden hidden = await(Future.ready(new Hidden()));
        Object any = hidden;
        class Found extends Exception {
            final Object found = any;

            class Member extends Exception {}
        }
        await(Future.ready(1));
        return new Found().found + "" + hidden;
    }

    /** No exception class, but as exact: the handle asks for the private class itself, which a type parameter is not. */
    @AsyncFn
    static Object handle(java.lang.invoke.MethodHandle handle) throws Exception {
        Hidden hidden = await(Future.ready(new Hidden()));
        try {
            return handle.invokeExact(hidden) + "" + await(Future.ready(1));
        } catch (Throwable e) {
            return handle.toString();
        }
    }
}
