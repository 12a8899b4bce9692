package dev.asyncfn.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.thread.Parker;
import org.junit.jupiter.api.Test;

/** An idle thread that asks for the turn gets it, whenever the reactor's thread gives it up. */
class FallbackTest {
    private final DriverTurn turn = new DriverTurn();
    private final Parker idle = new Parker(() -> null);

    /** A reactor whose thread has the turn, and gives it up when it is woken, or when somebody looks for it. */
    private final class GivesUp implements Fallback.Served {
        private final Thread thread;
        private final boolean whenSeen;

        /** Takes the turn. */
        GivesUp(boolean whenSeen) throws InterruptedException {
            this.whenSeen = whenSeen;
            thread = take();
        }

        @Override
        public void wakeup() {
            turn.leave();
        }

        @Override
        public void poll() {
            throw new AssertionError("not by an idle thread");
        }

        @Override
        public Thread thread() {
            if (whenSeen) {
                turn.leave();
            }
            return thread;
        }

        @Override
        public boolean needsThread() {
            return false;
        }
    }

    /** Has another thread take the turn. */
    private Thread take() throws InterruptedException {
        Thread taking = new Thread(turn::take, "takes the turn");
        taking.start();
        taking.join();
        return taking;
    }

    private void takesTheTurnFrom(GivesUp reactor) {
        Fallback fallback = new Fallback(turn, reactor);

        assertThat(fallback.takeOrAsk(idle)).isTrue();
        assertThat(turn.isMine()).isTrue();
        assertThat(fallback.isAsked()).isFalse();
    }

    @Test
    void anIdleThreadTakesTheTurnThatIsGivenUpWhenItAsks() throws InterruptedException {
        takesTheTurnFrom(new GivesUp(false));
    }

    @Test
    void anIdleThreadTakesTheTurnThatIsGivenUpBeforeItAsks() throws InterruptedException {
        takesTheTurnFrom(new GivesUp(true));
    }

    @Test
    void anIdleThreadDoesNotDisturbAnother() throws InterruptedException {
        GivesUp reactor = new GivesUp(false);
        turn.leave();
        Thread other = take();

        assertThat(new Fallback(turn, reactor).takeOrAsk(idle)).isFalse();
        assertThat(turn.driver()).isSameAs(other);
    }
}
