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

        private Future<Void> answer(String what) {
            return Futures.map(Futures.andThen(Futures.yieldNow(), now -> Sleep.of(Duration.ofMillis(10))), slept -> {
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
        "35, begin write one write two roll back close"
    })
    void importThatIsAbortedCleansUpToItsEnd(int millis, String answered) {
        try (TestExecutor executor = new TestExecutor(1)) {
            assertThat(runFor(executor, millis, 100)).isFalse();
        }
        assertThat(String.join(" ", store.answered)).isEqualTo(answered);
    }

    @Test
    void cleanupThatTakesLongerThanItsGraceIsHurried() {
        try (TestExecutor executor = new TestExecutor(1)) {
            assertThat(runFor(executor, 25, 5)).isFalse();
        }
        assertThat(store.answered).containsExactly("begin", "write one");
    }
}
