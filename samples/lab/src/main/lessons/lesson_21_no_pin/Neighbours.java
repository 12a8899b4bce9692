package lesson_21_no_pin;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** A variable that points to another one of the same future: both are fields, wherever the future is. */
final class Neighbours {
    private Neighbours() {}

    @AsyncFn
    static String pointsIntoItself(Future<Integer> e) {
        int[] numbers = {1, 2, 3};
        int[] view = numbers; // in Rust: a reference to another variable of the same future
        int value = await(e);
        numbers[0] = value;
        return "the view shows " + view[0];
    }

    static Future<Integer> event() {
        return later(7);
    }

    public static void main(String[] args) {
        Async.blockOn(NeighboursAsync.pointsIntoItself(event()));
    }
}
