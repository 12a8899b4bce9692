package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AlongsideTest {
    private final TaskProbe task = new TaskProbe();
    private final Signal<String> main = new Signal<>();
    private final Signal<String> within = new Signal<>();
    private final Shared<String> other = Futures.shared(within);

    @Test
    void theOtherIsPolledUntilTheMainFutureIsReadyAndGoesOnAfterwards() throws Exception {
        Future<String> alongside = Futures.alongside(main, other);
        assertThat(task.poll(alongside)).isSameAs(Poll.pending());
        within.wake();
        assertThat(task.takeWoken()).isTrue();
        task.poll(alongside);
        assertThat(within.polls).hasValue(2);
        assertThat(main.polls).hasValue(1);
        main.complete("main");
        assertThat(task.poll(alongside)).isEqualTo(Poll.ready("main"));
        assertThat(within.drops).hasValue(0);
        assertThat(task.poll(other)).isSameAs(Poll.pending());
        within.complete("resumed");
        assertThat(task.poll(other)).isEqualTo(Poll.ready("resumed"));
        assertThat(task.held()).isZero();
    }

    @Test
    void anOutcomeOfTheOtherIsKept() throws Exception {
        IOException failure = new IOException("of the other");
        Future<String> alongside = Futures.alongside(main, other);
        task.poll(alongside);
        within.fail(failure);
        assertThat(task.poll(alongside)).isSameAs(Poll.pending());
        main.complete("main");
        assertThat(task.poll(alongside)).isEqualTo(Poll.ready("main"));
        assertThatThrownBy(() -> task.poll(other)).isSameAs(failure);
    }

    @Test
    void aFailureOfTheMainFutureIsThrown() throws Exception {
        IOException failure = new IOException("of main");
        Future<String> alongside = Futures.alongside(main, other);
        task.poll(alongside);
        main.fail(failure);
        assertThatThrownBy(() -> task.poll(alongside)).isSameAs(failure);
        assertThat(within.drops).hasValue(0);
    }

    @Test
    void droppingItLeavesTheOther() throws Exception {
        Future<String> alongside = Futures.alongside(main, other);
        task.poll(alongside);
        alongside.drop();
        assertThat(main.drops).hasValue(1);
        assertThat(within.drops).hasValue(0);
        assertThat(task.held()).isZero();
        within.complete("value");
        assertThat(task.poll(other)).isEqualTo(Poll.ready("value"));
    }

    /** The futurelock: the loser of a select has taken a lock that the winner's handler needs. */
    @Test
    void aLoserThatHoldsALockLetsGoOfItWhileTheHandlerWaits() {
        Signal<String> unlocked = new Signal<>();
        Future<String> critical = Futures.map(Futures.yieldNow(), nothing -> {
            unlocked.complete("unlocked");
            return "left the critical section";
        });
        Shared<String> loser = Futures.shared(critical);
        Future<String> program = Futures.andThen(
                Futures.select(loser, Future.ready("timer")), won -> Futures.alongside(unlocked, loser));
        try (LocalPool pool = new LocalPool()) {
            assertThat(pool.runUntil(program)).isEqualTo("unlocked");
        }
        assertThat(Async.blockOn(loser)).isEqualTo("left the critical section");
    }
}
