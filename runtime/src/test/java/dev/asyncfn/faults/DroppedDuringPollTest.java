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

/** A future drops the one around it in its own poll or cleanup, which is against the rules: it may be told, and nothing is left behind. */
@Tag("one-jdk")
class DroppedDuringPollTest {
    static Stream<Around> all() {
        return Within.all();
    }

    /** Drops what is around it, for which a drop in the midst of this cannot yet count: it goes on, and needs another one. */
    private static final class Dropping implements Future<String> {
        private Future<?> around;
        private boolean inPoll;
        private int polls;
        private boolean busy;
        private boolean ended;
        private int cleanups;

        @Override
        public Poll<String> poll(Context cx) {
            polls++;
            if (inPoll) {
                dropAround();
            }
            return Poll.pending();
        }

        @Override
        public Poll<Void> pollDrop(Context cx) {
            cleanups++;
            if (cleanups == 1) {
                dropAround();
                return Poll.pending();
            }
            ended = true;
            return Poll.ready(null);
        }

        private void dropAround() {
            busy = true;
            around.drop();
            busy = false;
        }

        @Override
        public void drop() {
            ended |= !busy;
        }
    }

    private final TaskProbe task = new TaskProbe();
    private final Dropping dropping = new Dropping();

    private Future<?> around(Around around) {
        dropping.around = around.of().apply(dropping);
        return dropping.around;
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsLeftOfIt(Around around) throws Exception {
        dropping.inPoll = true;
        Future<?> future = around(around);
        try {
            task.poll(future);
        } catch (IllegalStateException told) {
            assertThat(told).hasMessageMatching(".*dropped.*|the sink is closed");
        }
        future.drop();
        assertThat(dropping.polls).isOne();
        assertThat(dropping.ended).isTrue();
        assertThat(task.held()).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void norIfItDoesSoInItsCleanup(Around around) throws Exception {
        Future<?> future = around(around);
        task.poll(future);
        for (int i = 0; i < 3 && future.pollDrop(task.context()).isPending(); i++) {
            assertThat(dropping.cleanups).isPositive();
        }
        future.drop();
        assertThat(dropping.ended).isTrue();
        assertThat(task.held()).isZero();
    }
}
