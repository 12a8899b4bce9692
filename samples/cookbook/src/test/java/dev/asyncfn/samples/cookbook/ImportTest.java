package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportTest {
    private static final List<String> LINES = List.of("one", "two");

    /** A store each of whose answers takes ten milliseconds. */
    private static final class SlowStore implements Import.Store {
        final List<String> answered = new ArrayList<>();
        /** What fails, or null. */
        private String broken;

        private Future<Void> answer(String what) {
            return Futures.map(Futures.andThen(Futures.yieldNow(), now -> Sleep.of(Duration.ofMillis(10))), slept -> {
                if (what.equals(broken)) {
                    throw new IllegalStateException(what);
                }
                answered.add(what);
                return null;
            });
        }

        @Override
        public Future<Void> begin() {
            return answer("begin");
        }

        @Override
        public Future<Void> write(String line) {
            return answer("write " + line);
        }

        @Override
        public Future<Void> commit() {
            return answer("commit");
        }

        @Override
        public Future<Void> rollBack() {
            return answer("roll back");
        }

        @Override
        public Future<Void> close() {
            return answer("close");
        }
    }

    private final SlowStore store = new SlowStore();

    private boolean runFor(TestExecutor executor, int millis, int grace) {
        Future<Void> limit = Futures.andThen(Futures.yieldNow(), now -> Sleep.of(Duration.ofMillis(millis)));
        return executor.run(ImportAsync.runFor(executor, store, LINES, limit, Duration.ofMillis(grace)));
    }

    @Test
    void importThatHasTimeCommits() {
        try (TestExecutor executor = new TestExecutor(1)) {
            assertThat(runFor(executor, 1_000, 100)).isTrue();
        }
        assertThat(store.answered).containsExactly("begin", "write one", "write two", "commit", "close");
    }

    @ParameterizedTest
    @CsvSource({
        "5, close",
        "15, begin roll back close",
        "25, begin write one roll back close",
        "35, begin write one write two roll back close",
        "45, begin write one write two commit close"
    })
    void importThatIsAbortedCleansUpToItsEnd(int millis, String answered) {
        try (TestExecutor executor = new TestExecutor(1)) {
            assertThat(runFor(executor, millis, 100)).isFalse();
        }
        assertThat(String.join(" ", store.answered)).isEqualTo(answered);
    }

    /** Here the rollback runs already when the abort comes: without its shield, it would be given up. */
    @Test
    void abortWhileItRollsBackByItselfWaitsForTheRollback() {
        store.broken = "write two";
        try (TestExecutor executor = new TestExecutor(1)) {
            assertThat(runFor(executor, 35, 100)).isFalse(); // aborted: the abort takes the place of the failure
        }
        assertThat(store.answered).containsExactly("begin", "write one", "roll back", "close");
    }

    /** Aborted before each of its steps and in each of them, in many orders: everything that was begun is ended. */
    @Test
    void whatWasBegunIsEndedWheneverItIsAborted() {
        TestExecutor.explore(200, executor -> {
            SlowStore explored = new SlowStore();
            int millis = (int) (executor.seed() % 60);
            Future<Void> limit = Futures.andThen(Futures.yieldNow(), now -> Sleep.of(Duration.ofMillis(millis)));
            executor.run(ImportAsync.runFor(executor, explored, LINES, limit, Duration.ofSeconds(1)));
            List<String> answered = explored.answered;
            assertThat(answered.isEmpty() || answered.get(answered.size() - 1).equals("close"))
                    .isTrue();
            if (answered.contains("begin")) {
                assertThat(answered).containsAnyOf("commit", "roll back");
            }
        });
    }

    @Test
    void cleanupThatTakesLongerThanItsGraceIsHurried() {
        try (TestExecutor executor = new TestExecutor(1)) {
            assertThat(runFor(executor, 25, 5)).isFalse();
        }
        assertThat(store.answered).containsExactly("begin", "write one");
    }
}
