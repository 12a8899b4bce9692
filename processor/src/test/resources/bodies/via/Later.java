package bodies.via;

import dev.asyncfn.Async;
import dev.asyncfn.AwaitVia;
import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import dev.asyncfn.future.Futures;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** The values of a library that knows no futures, and the bridge to them. */
final class Later {
    private Later() {}

    /** A value that is made when it is asked for. */
    record Lazy<T>(Supplier<? extends Future<T>> made) {
        static <T> Lazy<T> of(Supplier<? extends Future<T>> made) {
            return new Lazy<>(made);
        }
    }

    /** The same, which may fail. */
    record Trying<T, E extends Exception>(Supplier<? extends TryFuture<T, E>> made) {}

    /** Something to be done. */
    record Job(Supplier<? extends Future<?>> made) {}

    record Count(Supplier<Future<Integer>> made) {}

    static final class Bridge {
        private Bridge() {}

        @AwaitVia("future")
        static <T> T await(Lazy<T> lazy) {
            return Async.await(future(lazy));
        }

        static <T> Future<T> future(Lazy<T> lazy) {
            return Objects.requireNonNull(lazy, "lazy").made().get();
        }

        /** An overload that is not meant. */
        static <T> Future<T> future(Object lazy) {
            throw new AssertionError(lazy);
        }

        @AwaitVia("tried")
        static <T, E extends Exception> T await(Trying<T, E> trying) throws E {
            return Async.await(tried(trying));
        }

        static <T, E extends Exception> TryFuture<T, E> tried(Trying<T, E> trying) {
            return trying.made().get();
        }

        @AwaitVia("done")
        static void await(Job job) {
            Async.await(done(job));
        }

        static Future<Void> done(Job job) {
            return Futures.map(job.made().get(), done -> null);
        }

        @AwaitVia("counted")
        static int await(Count count) {
            return Async.await(counted(count));
        }

        static Future<Integer> counted(Count count) {
            return count.made().get();
        }

        /** Of another name, and with more parameters. */
        @AwaitVia("eitherOf")
        static <T> T first(Lazy<? extends T> one, Callable<? extends T> other) {
            return Async.await(eitherOf(one, other));
        }

        @SuppressWarnings("unchecked")
        static <T> Future<T> eitherOf(Lazy<? extends T> one, Callable<? extends T> other) {
            return (Future<T>) one.made().get();
        }
    }
}
