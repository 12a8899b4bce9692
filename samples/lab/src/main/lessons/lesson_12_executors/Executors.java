package lesson_12_executors;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.future.Futures;

/** You are the executor: two futures take turns in one task, each polled when it was woken. */
final class Executors {
    private Executors() {}

    @AsyncFn
    static int count(String name, int to) {
        for (int n = 1; n <= to; n++) {
            System.out.println("  " + name + " " + n);
            await(later("a moment"));
        }
        return to;
    }

    @AsyncFn
    static int both() {
        var counted = await(Futures.join(ExecutorsAsync.count("a", 3), ExecutorsAsync.count("b", 2)));
        return counted.first() + counted.second();
    }

    public static void main(String[] args) {
        Async.blockOn(ExecutorsAsync.both());
    }
}
