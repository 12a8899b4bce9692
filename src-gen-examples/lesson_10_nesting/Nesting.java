package lesson_10_nesting;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.test.PollTrace;

/** An async fn that calls an async fn that calls an async fn, down to a leaf. */
final class Nesting {
    private Nesting() {}

    @AsyncFn
    static String page(int id) {
        String user = await(user(id));
        return "<p>" + user + "</p>";
    }

    @AsyncFn
    static String user(int id) {
        String row = await(row(id));
        String name = await(later(row + ": Ada"));
        return name;
    }

    @AsyncFn
    static String row(int id) {
        return await(later("row " + id));
    }

    public static void main(String[] args) {
        Async.blockOn(PollTrace.of("page 7", NestingAsync.page(7), System.out::println));
    }
}
