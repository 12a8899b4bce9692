package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TestExecutor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final double[] START = {0, 0, 9, 0, 0, 0, 27, 0, 0, 3};
    private static final int ROUNDS = 6;

    @Test
    void inWhateverOrderTheTasksRunTheyComputeWhatOneDoes() {
        Rounds alone = new Rounds(START, 1);
        alone.compute(0, START.length, ROUNDS);
        TestExecutor.explore(300, executor -> {
            int tasks = 1 + (int) (executor.seed() % 4);
            Rounds together = new Rounds(START, tasks);
            List<JoinHandle<Void>> parts = new ArrayList<>();
            for (int i = 0; i < tasks; i++) {
                int from = START.length * i / tasks;
                int to = START.length * (i + 1) / tasks;
                parts.add(executor.spawn(RoundsAsync.compute(together, from, to, ROUNDS)));
            }
            executor.run(Futures.joinAll(parts));
            assertThat(together.result()).containsExactly(alone.result());
        });
    }
}
