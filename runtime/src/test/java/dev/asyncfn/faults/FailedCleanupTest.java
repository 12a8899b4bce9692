package dev.asyncfn.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.faults.Within.Around;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.time.Clock;
import dev.asyncfn.time.ManualClock;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cleanup of a future fails: that ends the future around it, which must keep neither a timer nor its place at a token. */
@Tag("one-jdk")
class FailedCleanupTest {
    static Stream<Around> all() {
        return Within.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsLeftBesideACleanupThatFails(Around around) throws Exception {
        ManualClock clock = ManualClock.create();
        try (Clock.Scope entered = Clock.enter(clock)) {
            assertThat(entered.clock()).isSameAs(clock);
            Within within = new Within();
            within.ofCleanup = new IOException("of the cleanup");
            Future<?> future = around.of().apply(within);
            TaskProbe task = new TaskProbe();
            task.poll(future);
            assertThatThrownBy(() -> future.pollDrop(task.context())).isSameAs(within.ofCleanup);
            future.drop();
            assertThat(within.isGivenUp()).isTrue();
            assertThat(task.held()).as("wakers").isZero();
            assertThat(clock.untilNextTimer()).as("timers").isEmpty();
        }
    }
}
