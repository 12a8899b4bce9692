package dev.asyncfn.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Poll;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Clock;
import java.time.Duration;

/** What the situations in which users have found other libraries broken have in common. */
final class Situation {
    private Situation() {}

    /** The value of a poll that is ready. */
    static <T> T value(Poll<T> poll) {
        return ((Poll.Ready<T>) poll).value();
    }

    /** With virtual time also for what is made outside of the tasks. */
    static void explore(int schedules, TestExecutor.Body body) {
        TestExecutor.explore(schedules, executor -> {
            try (Clock.Scope virtual = Clock.enter(executor.clock())) {
                assertThat(virtual.clock()).isSameAs(executor.clock());
                body.run(executor);
            }
        });
    }

    static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
