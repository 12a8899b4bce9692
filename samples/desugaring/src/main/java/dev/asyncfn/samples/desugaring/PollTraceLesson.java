package dev.asyncfn.samples.desugaring;

import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.test.PollTrace;
import java.io.PrintStream;

/**
 * Polls seen from outside. The task is the outermost future: each poll of it finds its way down to the leaf again, and the leaf
 * wakes the task.
 */
public final class PollTraceLesson {
    private PollTraceLesson() {}

    @AsyncFn
    static String getUser(int id) {
        String data = await(readData(id));
        return "user " + data;
    }

    @AsyncFn
    static String readData(int id) {
        return await(new PendingOnce<>("data" + id));
    }

    static void run(PrintStream out) {
        Async.blockOn(PollTrace.of("user 3", PollTraceLessonAsync.getUser(3), out::println));
    }

    public static void main(String[] args) {
        run(System.out);
    }
}
