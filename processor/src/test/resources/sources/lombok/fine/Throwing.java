import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.io.IOException;
import lombok.Lombok;
import lombok.SneakyThrows;
import lombok.experimental.StandardException;

/** What may be thrown undeclared: all, some, a bare Throwable. */
final class Throwing {
    @StandardException
    static class Failure extends Exception {}

    @SneakyThrows
    @AsyncFn
    static int throwable(Future<Integer> f, Throwable failure) {
        int x = await(f);
        if (x > 1) {
            throw failure;
        }
        return await(f);
    }

    @SneakyThrows(Throwable.class)
    @AsyncFn
    static int throwableInATry(Future<Integer> f, Throwable failure) {
        try {
            await(f);
            throw failure;
        } catch (IOException e) {
            return await(f) + 40;
        } finally {
            await(f);
        }
    }

    @SneakyThrows({IOException.class, Failure.class})
    @AsyncFn
    static int some(Future<Integer> f) {
        if (await(f) > 1) {
            throw new Failure("failed " + await(f));
        }
        throw new IOException();
    }

    @SneakyThrows
    @AsyncFn
    static void nothing(Future<Integer> f) {
        if (await(f) > 1) {
            throw Lombok.sneakyThrow(new Failure(new IOException()));
        }
    }

    @SneakyThrows
    @AsyncFn
    static int withoutAnAwait(Throwable failure) {
        throw failure;
    }

    interface Run {
        Object run() throws Throwable;
    }

    private static String outcome(Run run) {
        try {
            return "=" + run.run();
        } catch (Throwable e) {
            return "!" + e;
        }
    }

    public static String direct() {
        return outcome(() -> throwable(Future.ready(2), new Failure("a")))
                + outcome(() -> throwable(Future.ready(2), new Error("b")))
                + outcome(() -> throwableInATry(Future.ready(2), new Error("c")))
                + outcome(() -> throwableInATry(Future.ready(2), new IOException("d")))
                + outcome(() -> throwableInATry(Future.ready(2), new Failure("e")))
                + outcome(() -> some(Future.ready(2)))
                + outcome(() -> some(Future.ready(1)))
                + outcome(() -> {
                    nothing(Future.ready(2));
                    return null;
                })
                + outcome(() -> withoutAnAwait(new Throwable("f")))
                + outcome(() -> throwable(Future.ready(2), new Throwable("g")));
    }

    public static String future() {
        return outcome(() -> Async.blockOn(ThrowingAsync.throwable(Future.ready(2), new Failure("a"))))
                + outcome(() -> Async.blockOn(ThrowingAsync.throwable(Future.ready(2), new Error("b"))))
                + outcome(() -> Async.blockOn(ThrowingAsync.throwableInATry(Future.ready(2), new Error("c"))))
                + outcome(() -> Async.blockOn(ThrowingAsync.throwableInATry(Future.ready(2), new IOException("d"))))
                + outcome(() -> Async.blockOn(ThrowingAsync.throwableInATry(Future.ready(2), new Failure("e"))))
                + outcome(() -> Async.blockOn(ThrowingAsync.some(Future.ready(2))))
                + outcome(() -> Async.blockOn(ThrowingAsync.some(Future.ready(1))))
                + outcome(() -> Async.blockOn(ThrowingAsync.nothing(Future.ready(2))))
                + outcome(() -> Async.blockOn(ThrowingAsync.withoutAnAwait(new Throwable("f"))))
                + outcome(() -> Async.blockOn(ThrowingAsync.throwable(Future.ready(2), new Throwable("g"))));
    }
}
