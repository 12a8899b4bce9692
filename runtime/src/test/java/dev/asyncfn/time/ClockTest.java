package dev.asyncfn.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ClockTest {
    private final ManualClock outer = ManualClock.create();
    private final ManualClock inner = ManualClock.create();

    @Test
    void theSystemsIsCurrentUnlessAnotherWasEntered() {
        assertThat(Clock.current()).isSameAs(Clock.system());
    }

    @Test
    void scopesNest() {
        try (Clock.Scope first = Clock.enter(outer)) {
            assertThat(first.clock()).isSameAs(outer);
            try (Clock.Scope second = Clock.enter(inner)) {
                assertThat(Clock.current()).isSameAs(second.clock()).isSameAs(inner);
            }
            assertThat(Clock.current()).isSameAs(outer);
        }
        assertThat(Clock.current()).isSameAs(Clock.system());
    }

    @Test
    void aScopeIsOfOneThread() {
        try (Clock.Scope scope = Clock.enter(outer)) {
            assertThat(CompletableFuture.supplyAsync(Clock::current).join())
                    .isSameAs(Clock.system())
                    .isNotSameAs(scope.clock());
        }
    }

    @Test
    void scopesAreClosedInnermostFirstAndOnce() {
        Clock.Scope first = Clock.enter(outer);
        Clock.Scope second = Clock.enter(outer);
        assertThatIllegalStateException().isThrownBy(first::close);
        second.close();
        assertThatIllegalStateException().isThrownBy(second::close);
        assertThat(Clock.current()).isSameAs(outer);
        first.close();
        assertThatIllegalStateException().isThrownBy(first::close);
        assertThatNullPointerException().isThrownBy(() -> Clock.enter(null));
    }

    @Test
    void leavingRemovesTheScopesThatWereLeft() {
        Clock.Scope first = Clock.enter(outer);
        Clock.Scope left = Clock.enter(inner);
        assertThatIllegalStateException().isThrownBy(first::leave);
        assertThat(Clock.current()).isSameAs(Clock.system());
        assertThatIllegalStateException().isThrownBy(left::leave);
        Clock.enter(outer).leave();
        assertThat(Clock.current()).isSameAs(Clock.system());
    }

    @Test
    void futuresBelongToTheClockThatWasCurrentWhenTheyWereMade() {
        Sleep sleep;
        try (Clock.Scope scope = Clock.enter(outer)) {
            sleep = Sleep.of(Duration.ofHours(1));
            assertThat(sleep.clock()).isSameAs(scope.clock());
        }
        assertThat(Sleep.of(Duration.ofHours(1)).clock()).isSameAs(Clock.system());
        outer.advance(Duration.ofHours(1));
        assertThat(sleep.isElapsed()).isTrue();
    }
}
