package dev.asyncfn.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeepStackTest {
    @Test
    void goesDeeperThanAnOrdinaryStack() {
        assertThat(DeepStack.run(() -> depth(500_000))).isEqualTo(500_000);
    }

    @Test
    void throwsWhatTheTaskThrows() {
        IllegalStateException failure = new IllegalStateException("x");
        assertThatThrownBy(() -> DeepStack.run(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void throwsErrorsToo() {
        assertThatThrownBy(() -> DeepStack.run(() -> {
                    throw new AssertionError("x");
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void anInterruptedThreadWaitsAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThat(DeepStack.run(() -> "done")).isEqualTo("done");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static int depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1);
    }
}
