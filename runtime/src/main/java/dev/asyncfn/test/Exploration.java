package dev.asyncfn.test;

import java.util.ArrayDeque;
import java.util.Queue;

/** Many schedules of one body. The one that fails is run again, to record its trace. */
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
                String which = "seed " + seed + " fails, schedule " + (i + 1) + " of " + schedules + ": " + failure;
                throw new ScheduleError(seed, which + "\n" + runAgain(seed), failure);
            }
        }
    }

    private void run(TestExecutor executor) throws Exception {
        try (executor) {
            body.run(executor);
        }
    }

    /** How the schedule went. */
    private String runAgain(long seed) {
        Queue<String> lines = new ArrayDeque<>();
        TestExecutor again = new TestExecutor(seed);
        again.traceTo(line -> {
            if (lines.size() == LAST_LINES) {
                lines.remove();
            }
            lines.add(line);
        });
        try {
            run(again);
        } catch (Throwable same) {
            return "its last polls:\n" + String.join("\n", lines);
        }
        return "but not when it is run again: the body depends on something else, too";
    }
}
