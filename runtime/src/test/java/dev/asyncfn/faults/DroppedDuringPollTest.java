package dev.asyncfn.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.faults.Within.Around;
import dev.asyncfn.test.TaskProbe;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A future drops the one around it in its own poll, which is against the rules: it may be told, and nothing is left behind. */
@Tag("one-jdk")
class DroppedDuringPollTest {
    static Stream<Around> all() {
        return Within.all();
    }

    /** Drops what is around it. */
    private static final class Dropping implements Future<String> {
        private Future<?> around;
        private int polls;

        @Override
        public Poll<String> poll(Context cx) {
            polls++;
            around.drop();
            return Poll.pending();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsLeftOfIt(Around around) throws Exception {
        Dropping dropping = new Dropping();
        Future<?> future = around.of().apply(dropping);
        dropping.around = future;
        TaskProbe task = new TaskProbe();
        try {
            task.poll(future);
        } catch (IllegalStateException told) {
            assertThat(told).hasMessageMatching(".*dropped.*|the sink is closed");
        }
        future.drop();
        assertThat(dropping.polls).isOne();
        assertThat(task.held()).isZero();
    }
}
