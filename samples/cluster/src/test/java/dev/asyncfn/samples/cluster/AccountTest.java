package dev.asyncfn.samples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.samples.cluster.Account.Deposit;
import dev.asyncfn.samples.cluster.Account.Outcome;
import dev.asyncfn.samples.cluster.Account.Receipt;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.testkit.typed.javadsl.TestInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The async fn of an account in virtual time: no actor, no journal, no upstream. */
class AccountTest {
    private static final Duration THOUGHT = Duration.ofSeconds(1);
    private static final Duration WRITE = Duration.ofSeconds(10);
    private static final Limits LIMITS = amount -> failing(Futures.map(Sleep.of(THOUGHT), slept -> amount <= 1_000));
    private static final Limits SILENT = amount -> failing(
            Futures.andThen(Sleep.of(THOUGHT), slept -> dev.asyncfn.Future.failed(new TimeoutException("silent"))));

    private final TestExecutor executor = new TestExecutor(1);
    private final MemoryJournal account = new MemoryJournal(WRITE);
    private final TestInbox<Receipt> receipts = TestInbox.create();

    @AfterEach
    void close() {
        executor.close();
    }

    private static <T> TryFuture<T, TimeoutException> failing(dev.asyncfn.Future<T> future) {
        return Futures.failingWith(future, TimeoutException.class);
    }

    private JoinHandle<Void> deposit(String id, long amount, Limits limits) {
        return executor.spawn(AccountAsync.deposit(new Deposit(id, amount, receipts.getRef()), account, limits));
    }

    @Test
    void aDepositIsAnsweredOnceTheJournalHasIt() {
        JoinHandle<Void> deposit = deposit("r1", 7, LIMITS);
        executor.run(Sleep.of(THOUGHT.plus(WRITE).minusMillis(1), executor.clock()));
        assertThat(receipts.hasMessages()).isFalse();

        executor.run(deposit);

        receipts.expectMessage(new Receipt("r1", Outcome.KEPT));
        assertThat(account.state().sum()).isEqualTo(7);
        assertThat(executor.elapsed()).isEqualTo(THOUGHT.plus(WRITE));
    }

    @Test
    void aRequestThatIsSentAgainIsAnsweredAndNotKeptAgain() {
        executor.run(deposit("r1", 7, LIMITS));
        executor.run(deposit("r1", 7, LIMITS));

        receipts.expectMessage(new Receipt("r1", Outcome.KEPT));
        receipts.expectMessage(new Receipt("r1", Outcome.KEPT));
        assertThat(account.state().ids()).containsExactly("r1");
        assertThat(executor.elapsed()).isEqualTo(THOUGHT.plus(WRITE));
    }

    @Test
    void aDepositAboveTheLimitIsRefusedAndNotKept() {
        executor.run(deposit("r1", 1_001, LIMITS));

        receipts.expectMessage(new Receipt("r1", Outcome.REFUSED));
        assertThat(account.state().ids()).isEmpty();
    }

    @Test
    void aSilentUpstreamIsAnsweredByLaterAndNothingIsKept() {
        executor.run(deposit("r1", 7, SILENT));

        receipts.expectMessage(new Receipt("r1", Outcome.LATER));
        assertThat(account.state().ids()).isEmpty();
    }

    @Test
    void aDepositThatIsDroppedWhileItIsWrittenIsNotAnswered() {
        JoinHandle<Void> deposit = deposit("r1", 7, LIMITS);
        executor.run(Sleep.of(THOUGHT.plusMillis(1), executor.clock()));

        deposit.abort();
        executor.runUntilStalled();

        assertThat(receipts.hasMessages()).isFalse();
        assertThat(executor.held()).isZero();
    }

    /** The reason for the stash: without it, both commands look before either has written. */
    @Test
    void twoCommandsAtTheSameTimeWouldKeepARequestTwice() {
        JoinHandle<Void> first = deposit("r1", 7, LIMITS);
        JoinHandle<Void> second = deposit("r1", 7, LIMITS);

        executor.run(Futures.join(first, second));

        assertThat(account.state().ids()).containsExactly("r1", "r1");
    }
}
