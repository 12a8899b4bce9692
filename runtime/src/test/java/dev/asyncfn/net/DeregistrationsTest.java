package dev.asyncfn.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeregistrationsTest {
    private final Deregistrations deregistrations = new Deregistrations();
    private int attempts;
    private int flushes;

    @Test
    void aSelectWaitsForEventsUnlessAChannelWasClosedSinceTheLast() {
        assertThat(select()).isFalse();
        deregistrations.channelClosed();
        assertThat(select()).isTrue();
        assertThat(select()).isFalse();
    }

    @Test
    void aSelectThatFailsDeregistersNothing() {
        deregistrations.channelClosed();
        assertThat(deregistrations.selectBegins()).isTrue();
        deregistrations.selectEnded();
        assertThat(select()).isTrue();
        assertThat(select()).isFalse();
    }

    @Test
    void aChannelThatIsClosedDuringASelectIsForTheNext() {
        deregistrations.channelClosed();
        deregistrations.selectBegins();
        deregistrations.channelClosed();
        deregistrations.selectSucceeded();
        deregistrations.selectEnded();
        assertThat(select()).isTrue();
    }

    @Test
    void theEndOfASelectReleasesThoseThatWaitedWhenItBeganHoweverItEnds() {
        CountDownLatch before = deregistrations.nextSelect();
        assertThat(deregistrations.selectBegins()).isTrue();
        CountDownLatch during = deregistrations.nextSelect();
        deregistrations.selectEnded();
        assertThat(before.getCount()).isZero();
        assertThat(during.getCount()).isOne();
        assertThat(deregistrations.isAwaited()).isTrue();
        select();
        assertThat(during.getCount()).isZero();
        assertThat(deregistrations.isAwaited()).isFalse();
    }

    @Test
    void anAddressThatIsFreeIsBoundAtOnce() throws Exception {
        deregistrations.channelClosed();
        bind(0, true);
        assertThat(attempts).isOne();
        assertThat(flushes).isZero();
    }

    @Test
    void anAddressThatNoClosedChannelCanHaveTakenIsNotTriedAgain() {
        deregistrations.channelClosed();
        select();
        assertThatThrownBy(() -> bind(1, true)).isInstanceOf(BindException.class);
        assertThat(attempts).isOne();
        assertThat(flushes).isZero();
    }

    @Test
    void anAddressIsTriedOnceMoreAfterAFlush() throws Exception {
        deregistrations.channelClosed();
        bind(1, true);
        assertThat(attempts).isEqualTo(2);
        assertThat(flushes).isOne();
    }

    @Test
    void theSecondRefusalIsTheLast() {
        deregistrations.channelClosed();
        assertThatThrownBy(() -> bind(2, true)).isInstanceOf(BindException.class);
        assertThat(attempts).isEqualTo(2);
    }

    @Test
    void withoutAFlushAnAddressIsNotTriedAgain() {
        deregistrations.channelClosed();
        assertThatThrownBy(() -> bind(1, false)).isInstanceOf(BindException.class);
        assertThat(attempts).isOne();
        assertThat(flushes).isOne();
    }

    /** A select that began before the first attempt may have ended during it. */
    @Test
    void aChannelThatIsDeregisteredDuringTheAttemptNeedsNoFlush() throws Exception {
        deregistrations.channelClosed();
        deregistrations.bind(
                () -> {
                    if (++attempts == 1) {
                        select();
                        throw new BindException("taken by the socket that was closed");
                    }
                },
                () -> flushed(false));
        assertThat(attempts).isEqualTo(2);
        assertThat(flushes).isZero();
    }

    private void bind(int refusals, boolean flushed) throws IOException {
        deregistrations.bind(
                () -> {
                    if (++attempts <= refusals) {
                        throw new BindException("taken");
                    }
                },
                () -> flushed(flushed));
    }

    private boolean flushed(boolean inTime) {
        flushes++;
        return inTime;
    }

    /** Returns whether it must not wait. */
    private boolean select() {
        boolean now = deregistrations.selectBegins();
        deregistrations.selectSucceeded();
        deregistrations.selectEnded();
        return now;
    }
}
