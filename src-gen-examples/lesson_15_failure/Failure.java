package lesson_15_failure;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Waker;
import dev.asyncfn.future.Fuse;
import dev.asyncfn.future.Futures;

/** What happens to a future whose body throws, and to one that is polled when it must not be. */
final class Failure {
    private static final Context CX = Context.fromWaker(Waker.noop());

    private Failure() {}

    @AsyncFn
    static int divide(int a, int b) {
        int divisor = await(later(b));
        return a / divisor;
    }

    private static void poll(String name, FailureAsync.DivideFuture future) {
        try {
            System.out.println(name + ": " + future.poll(CX) + ", then " + future.state());
        } catch (Exception e) {
            System.out.println(name + ": throws " + e.getMessage() + ", then " + future.state());
        }
    }

    private static void misuse() {
        FailureAsync.DivideFuture failing = FailureAsync.divide(6, 0);
        poll("6 / 0", failing);
        poll("6 / 0", failing);
        poll("6 / 0", failing);

        FailureAsync.DivideFuture completed = FailureAsync.divide(6, 2);
        poll("6 / 2", completed);
        poll("6 / 2", completed);
        poll("6 / 2", completed);

        FailureAsync.DivideFuture dropped = FailureAsync.divide(6, 3);
        poll("6 / 3", dropped);
        dropped.drop();
        poll("6 / 3", dropped);
    }

    private static void reentrant() {
        FailureAsync.DivideFuture[] self = new FailureAsync.DivideFuture[1];
        Waker polls = Waker.of(() -> poll("a poll inside of a poll", self[0]));
        self[0] = FailureAsync.divide(6, 1);
        try {
            System.out.println("the outer poll: " + self[0].poll(Context.fromWaker(polls)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void fused() throws Exception {
        Fuse<Integer> fuse = Futures.fuse(FailureAsync.divide(6, 2));
        for (int n = 1; n <= 4; n++) {
            System.out.println("fused, poll " + n + ": " + fuse.poll(CX) + ", ended: " + fuse.isTerminated());
        }
    }

    private static void twoOwners() {
        Future<Integer> future = FailureAsync.divide(6, 2);
        try {
            Futures.join(future, future);
        } catch (IllegalStateException e) {
            System.out.println("two owners: refused");
        }
    }

    public static void main(String[] args) throws Exception {
        misuse();
        reentrant();
        fused();
        twoOwners();
    }
}
