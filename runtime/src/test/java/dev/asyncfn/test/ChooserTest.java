package dev.asyncfn.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Poll;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChooserTest {
    private final List<String> order = new ArrayList<>();

    private JoinHandle<Object> spawn(TestExecutor executor, String name) {
        return executor.spawn(name, Futures.pollFn(cx -> {
            order.add(name);
            return Poll.ready(null);
        }));
    }

    private void runThree(TestExecutor executor) {
        try (executor) {
            for (String name : List.of("a", "b", "c")) {
                spawn(executor, name);
            }
            executor.runUntilStalled();
        }
    }

    @Test
    void decidesWhichTaskGoesOn() {
        runThree(new TestExecutor(tasks -> tasks.size() - 1));
        assertThat(order).containsExactly("c", "b", "a");
    }

    @Test
    void isAskedBeforeEachPollWithTheNamesOfTheTasksThatCanGoOn() {
        List<List<String>> asked = new ArrayList<>();
        runThree(new TestExecutor(tasks -> {
            asked.add(List.copyOf(tasks));
            return 0;
        }));
        assertThat(asked).containsExactly(List.of("a", "b", "c"), List.of("b", "c"), List.of("c"));
    }

    @Test
    void aTaskThatWaitsIsNotOfferedUntilItIsWoken() {
        List<List<String>> asked = new ArrayList<>();
        ManualFuture<String> leaf = ManualFuture.named("leaf");
        try (TestExecutor executor = new TestExecutor(tasks -> {
            asked.add(List.copyOf(tasks));
            return tasks.size() - 1;
        })) {
            executor.spawn("waiting", leaf);
            executor.runUntilStalled();
            spawn(executor, "other");
            leaf.ready("value");
            executor.runUntilStalled();
        }
        assertThat(asked).containsExactly(List.of("waiting"), List.of("other", "waiting"), List.of("other"));
    }

    @Test
    void canReplayASchedule() {
        runThree(new TestExecutor(Chooser.replaying(List.of(1, 1))));
        assertThat(order).containsExactly("b", "c", "a");
    }

    @Test
    void afterTheScheduleTheTaskThatHasWaitedLongestGoesOn() {
        runThree(new TestExecutor(Chooser.replaying(List.of())));
        assertThat(order).containsExactly("a", "b", "c");
    }

    @Test
    void aSeedChoosesTheSameAgain() {
        Chooser one = Chooser.seeded(5);
        Chooser again = Chooser.seeded(5);
        List<String> tasks = List.of("a", "b", "c", "d", "e");
        for (int i = 0; i < 100; i++) {
            assertThat(again.choose(tasks)).isEqualTo(one.choose(tasks)).isBetween(0, 4);
        }
    }

    @Test
    void anIndexThatThereIsNotEndsTheRunAndNoTask() {
        int[] choice = {3};
        try (TestExecutor executor = new TestExecutor(tasks -> choice[0])) {
            spawn(executor, "a");
            assertThatThrownBy(executor::runUntilStalled).isInstanceOf(IndexOutOfBoundsException.class);
            choice[0] = -1;
            assertThatThrownBy(executor::runUntilStalled).isInstanceOf(IndexOutOfBoundsException.class);
            choice[0] = 0;
            executor.runUntilStalled();
        }
        assertThat(order).containsExactly("a");
    }

    @Test
    void theNamesCannotBeChanged() {
        try (TestExecutor executor = new TestExecutor(tasks -> {
            assertThatThrownBy(() -> tasks.remove(0)).isInstanceOf(UnsupportedOperationException.class);
            return 0;
        })) {
            spawn(executor, "a");
            executor.runUntilStalled();
        }
        assertThat(order).containsExactly("a");
    }

    @Test
    void inPlaceOfASeed() {
        try (TestExecutor executor = new TestExecutor(tasks -> 0)) {
            assertThatIllegalStateException()
                    .isThrownBy(executor::seed)
                    .withMessage("there is no seed: a chooser decides the order");
        }
        assertThatNullPointerException().isThrownBy(() -> new TestExecutor(null));
        assertThatNullPointerException().isThrownBy(() -> Chooser.replaying(null));
    }
}
