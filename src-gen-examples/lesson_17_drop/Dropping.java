package lesson_17_drop;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.test.PollTrace;
import java.util.concurrent.CompletableFuture;

/** Five ways to give up a future that has begun. */
final class Dropping {
    private Dropping() {}

    @AsyncFn
    static void work() {
        System.out.println("  locked");
        try {
            await(Future.pending()); // never ready
        } finally {
            await(later("the lock is given back"));
            System.out.println("  unlocked");
        }
    }

    @AsyncFn
    static String fetch(CompletableFuture<String> request) {
        return await(request);
    }

    @AsyncFn
    static void waitInTheHall() {
        try (Copy.Door hall = new Copy.Door("hall")) {
            await(Future.pending());
            System.out.println("  never reached: the " + hall.name() + " is open");
        }
    }

    private static void abort(boolean now) {
        try (LocalPool tasks = new LocalPool()) {
            JoinHandle<Void> handle = tasks.spawn(DroppingAsync.work());
            tasks.runUntilStalled();
            if (now) {
                handle.abortNow();
            } else {
                handle.abort();
            }
            tasks.runUntilStalled();
            System.out.println("  finished: " + handle.isFinished());
        }
    }

    public static void main(String[] args) throws Exception {
        System.out.println("# to its end");
        System.out.println("  value " + Async.blockOn(CopyAsync.copy()));

        System.out.println("# dropped with one door open");
        Future<Integer> copy = PollTrace.of("copy", CopyAsync.copy(), System.out::println);
        copy.poll(Context.fromWaker(Waker.noop()));
        copy.drop();

        System.out.println("# aborted: the finally block may await");
        abort(false);
        System.out.println("# aborted now: it may not");
        abort(true);

        System.out.println("# the executor is closed");
        try (LocalPool tasks = new LocalPool()) {
            tasks.spawn(DroppingAsync.waitInTheHall());
            tasks.runUntilStalled();
        }

        System.out.println("# dropped while it waits for a CompletableFuture");
        CompletableFuture<String> request = new CompletableFuture<>();
        Future<String> fetch = DroppingAsync.fetch(request);
        fetch.poll(Context.fromWaker(Waker.noop()));
        fetch.drop();
        System.out.println("  the request is cancelled: " + request.isCancelled());
    }
}
