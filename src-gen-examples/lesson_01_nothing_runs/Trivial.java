package lesson_01_nothing_runs;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;

/** One await: the smallest state machine there is, polled by hand. */
final class Trivial {
    private Trivial() {}

    @AsyncFn
    static int trivial() {
        System.out.println("Hello!");
        EventFuture e = event();
        int value = await(e);
        System.out.println("Got: " + value);
        return value * 2;
    }

    static EventFuture event() {
        return new EventFuture();
    }

    /** A leaf, written by hand: the event has not happened on the first poll, and has on the second. */
    static final class EventFuture implements Future<Integer> {
        private boolean happened;

        @Override
        public Poll<Integer> poll(Context cx) {
            if (happened) {
                return Poll.ready(21);
            }
            happened = true;
            cx.waker().wakeByRef();
            return Poll.pending();
        }
    }

    static void drive(Future<Integer> future) throws Exception {
        System.out.println("created");
        Context cx = Context.fromWaker(Waker.of(() -> System.out.println("woken")));
        for (int n = 1; n <= 2; n++) {
            System.out.println("poll " + n);
            System.out.println("=> " + future.poll(cx));
        }
        System.out.println("poll 3");
        try {
            future.poll(cx);
        } catch (IllegalStateException e) {
            System.out.println("=> " + e.getMessage());
        }
    }

    public static void main(String[] args) throws Exception {
        System.out.println("# written by hand");
        drive(new TrivialByHand());
        System.out.println("# generated");
        drive(TrivialAsync.trivial());
    }
}
