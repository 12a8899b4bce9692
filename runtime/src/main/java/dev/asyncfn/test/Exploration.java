package dev.asyncfn.test;

import java.util.ArrayDeque;
import java.util.Queue;

/** Many schedules of one body. The one that fails is run again, to tell how it went. */
final class Exploration {
    private static final int LAST_LINES = 200;

    private final TestExecutor.Body body;

    Exploration(TestExecutor.Body body) {
        this.body = body;
    }

    void run(long firstSeed, int schedules) {
        for (int i = 0; i < schedules; i++) {
            long seed = firstSeed + i;
            try {
                run(new TestExecutor(seed));
            } catch (Throwable failure) {
                throw new ScheduleError(seed, message(seed, i + 1, failure), failure);
            }
        }
    }

    private void run(TestExecutor executor) throws Exception {
        try (executor) {
            body.run(executor);
        }
    }

    private String message(long seed, int tried, Throwable failure) {
        Queue<String> lines = new ArrayDeque<>();
        TestExecutor again = new TestExecutor(seed);
        again.traceTo(line -> {
            if (lines.size() == LAST_LINES) {
                lines.remove();
            }
            lines.add(line);
        });
        String head = "seed " + seed + " fails, the " + tried + ". schedule: " + failure;
        try {
            run(again);
        } catch (Throwable same) {
            return head + "\nits last polls:\n" + String.join("\n", lines);
        }
        return head + "\nbut not when it is run again: the body depends on something else, too";
    }
}
