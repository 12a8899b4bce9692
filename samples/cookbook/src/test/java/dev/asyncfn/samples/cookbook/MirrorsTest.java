package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MirrorsTest {
    private static Future<String> answer(TestExecutor executor, int seconds, String answer) {
        return Futures.map(Sleep.of(Duration.ofSeconds(seconds), executor.clock()), slept -> answer);
    }

    @Test
    void theFirstAnswersWinAndTheOthersAreAborted() {
        TestExecutor.explore(200, executor -> {
            List<String> answers = executor.run(MirrorsAsync.first(
                    executor,
                    2,
                    List.of(
                            answer(executor, 3, "c"),
                            Future.failed(new IOException("down")),
                            answer(executor, 1, "a"),
                            answer(executor, 2, "b"))));
            assertThat(answers).containsExactly("a", "b");
            executor.runUntilStalled();
            assertThat(executor.elapsed()).isEqualTo(Duration.ofSeconds(2));
            assertThat(executor.size()).isZero();
        });
    }

    @Test
    void tooFewAnswersAreAFailure() {
        try (TestExecutor executor = new TestExecutor(1)) {
            assertThatThrownBy(() -> executor.run(MirrorsAsync.first(
                            executor, 2, List.of(answer(executor, 1, "a"), Future.failed(new IOException("down"))))))
                    .isInstanceOf(IOException.class)
                    .hasMessage("only 1 answers");
        }
    }

    @Test
    void aJobThatFailsEndsNoOther() {
        TestExecutor.explore(200, executor -> {
            IOException bad = new IOException("bad");
            List<Throwable> failures = new ArrayList<>();
            int done = executor.run(MirrorsAsync.runAll(
                    executor,
                    List.of(Futures.yieldNow(), Future.failed(bad), Sleep.of(Duration.ofSeconds(1), executor.clock())),
                    failures::add));
            assertThat(done).isEqualTo(2);
            assertThat(failures).containsExactly(bad);
        });
    }
}
