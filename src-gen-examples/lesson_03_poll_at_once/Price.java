package lesson_03_poll_at_once;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.test.LostWakerError;
import dev.asyncfn.test.TestExecutor;

/** Futures that are ready at once, and futures that are not. */
final class Price {
    private Price() {}

    @AsyncFn
    static int total(Future<Integer> price, Future<Integer> count) {
        int each = await(price);
        int many = await(count);
        return each * many;
    }

    /** A mistake: it waits for a future that it has not polled. */
    record Hasty(Future<Integer> inner) implements Future<Integer> {
        @Override
        public Poll<Integer> poll(Context cx) {
            return Poll.pending();
        }
    }

    private static void count(String name, Future<Integer> future) throws Exception {
        Context cx = Context.fromWaker(Waker.noop());
        int polls = 1;
        while (!future.poll(cx).isReady()) {
            polls++;
        }
        System.out.println(name + ": polls " + polls);
    }

    public static void main(String[] args) throws Exception {
        count("both ready", PriceAsync.total(Future.ready(3), Future.ready(4)));
        count("one ready", PriceAsync.total(Future.ready(3), later(4)));
        count("none ready", PriceAsync.total(later(3), later(4)));

        TestExecutor executor = new TestExecutor(0);
        try {
            executor.run(new Hasty(later(3)));
        } catch (LostWakerError e) {
            System.out.println("hasty: no waker is kept, so nothing would ever poll it again");
        }
    }
}
