package dev.asyncfn.samples.desugaring;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.io.PrintStream;

/** Nothing runs until an executor polls it, and two tasks on one thread take turns at their awaits. */
public final class TinyExecutorLesson {
    private TinyExecutorLesson() {}

    @AsyncFn
    static void count(String name, int to, PrintStream out) {
        for (int n = 1; n <= to; n++) {
            out.println(name + " " + n);
            await(new PendingOnce<>(null));
        }
        out.println(name + " done");
    }

    static void run(PrintStream out) throws Exception {
        TinyExecutor executor = new TinyExecutor();
        Future<?> a = TinyExecutorLessonAsync.count("a", 3, out);
        out.println("created: nothing has run");
        executor.spawn(a);
        executor.spawn(TinyExecutorLessonAsync.count("b", 2, out));
        out.println("spawned: nothing has run");
        executor.run();
        out.println("all done");
    }

    public static void main(String[] args) throws Exception {
        run(System.out);
    }
}
