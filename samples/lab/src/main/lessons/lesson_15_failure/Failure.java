package lesson_15_failure;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;

/** The body divides by zero: the poll throws, and there is no other. Or let the leaf fail. */
final class Failure {
    private Failure() {}

    @AsyncFn
    static int divide(int a, int b) {
        int divisor = await(later(b));
        return a / divisor;
    }

    public static void main(String[] args) {
        Async.blockOn(FailureAsync.divide(6, 0));
    }
}
