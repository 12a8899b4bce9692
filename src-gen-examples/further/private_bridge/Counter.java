package further.private_bridge;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;

/** The body uses private members: the generated class reaches them through a small bridge at its end. */
final class Counter {
    private int count;

    private static int twice(int n) {
        return 2 * n;
    }

    private void reset() {
        count = 0;
    }

    @AsyncFn
    int add(int n) {
        if (n < 0) {
            reset();
        }
        count = count + await(later(n));
        return twice(count);
    }

    public static void main(String[] args) {
        Counter counter = new Counter();
        System.out.println(Async.blockOn(CounterAsync.add(counter, 3)));
        System.out.println(Async.blockOn(CounterAsync.add(counter, 4)));
        System.out.println(Async.blockOn(CounterAsync.add(counter, -1)));
    }
}
