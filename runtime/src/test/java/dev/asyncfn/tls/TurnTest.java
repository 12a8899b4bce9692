package dev.asyncfn.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnTest {
    private final Turn turn = new Turn();

    @Test
    void oneIsInAtATime() {
        assertThat(turn.enter()).isTrue();
        assertThat(turn.enter()).isFalse();
        assertThat(turn.leave()).isFalse();
        assertThat(turn.leave()).isTrue();
        assertThat(turn.enter()).isTrue();
        assertThat(turn.leave()).isTrue();
    }

    @Test
    void manyMarksAreTakenOffAtOnce() {
        turn.enter();
        turn.enter();
        turn.enter();
        assertThat(turn.leave()).isFalse();
        assertThat(turn.leave()).isTrue();
    }
}
