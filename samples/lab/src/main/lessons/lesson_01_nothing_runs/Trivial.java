package lesson_01_nothing_runs;

import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;

/** Nothing runs until you poll. The leaf is written by hand: it has not happened on the first poll, and has on the second. */
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

    /** A leaf, written by hand. It wakes its task at once. */
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

    public static void main(String[] args) {
        Async.blockOn(TrivialAsync.trivial());
    }
}
