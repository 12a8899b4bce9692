package dev.asyncfn.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.future.Futures;
import org.junit.jupiter.api.Test;

class TaskProbeTest {
    private final TaskProbe probe = new TaskProbe();

    @Test
    void pollsWithItsOwnWaker() throws Exception {
        assertThat(probe.poll(Futures.yieldNow())).isSameAs(Poll.pending());
        assertThat(probe.wakes()).isOne();
        assertThat(probe.poll(Future.ready(1))).isEqualTo(Poll.ready(1));
    }

    @Test
    void takeWokenForgetsTheWakesItHasSeen() {
        assertThat(probe.takeWoken()).isFalse();
        probe.waker().wakeByRef();
        probe.waker().wakeByRef();
        assertThat(probe.takeWoken()).isTrue();
        assertThat(probe.takeWoken()).isFalse();
        assertThat(probe.wakes()).isEqualTo(2);
    }

    @Test
    void countsWhoStillHoldsAClone() {
        Waker one = probe.waker().clone();
        Waker two = probe.waker().clone();
        assertThat(probe.clones()).isEqualTo(2);
        assertThat(probe.held()).isEqualTo(2);
        one.wake();
        two.drop();
        assertThat(probe.held()).isZero();
        two.drop();
        assertThat(probe.held()).isNegative();
    }

    @Test
    void wakersOfTwoProbesDiffer() {
        assertThat(probe.waker().willWake(probe.context().waker())).isTrue();
        assertThat(probe.waker().willWake(new TaskProbe().waker())).isFalse();
    }
}
