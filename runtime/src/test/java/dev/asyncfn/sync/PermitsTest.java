package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Waker;
import dev.asyncfn.test.TaskProbe;
import org.junit.jupiter.api.Test;

/** When permits change hands without the lock, and when they must not. */
class PermitsTest {
    static final Waker UNCLONEABLE = Waker.fromRaw(new RawWaker(
            null,
            RawWakerVTable.of(
                    data -> {
                        throw new IllegalStateException("no clone");
                    },
                    data -> {},
                    data -> {},
                    data -> {})));

    private final Semaphore semaphore = new Semaphore(2);
    private final TaskProbe first = new TaskProbe();
    private final TaskProbe second = new TaskProbe();

    @Test
    void freePermitsAreTakenWithoutCloningTheWaker() throws Exception {
        Poll<Semaphore.Permit> poll = semaphore.acquireMany(2).poll(Context.fromWaker(UNCLONEABLE));
        assertThat(poll.isReady()).isTrue();
        assertThat(semaphore.availablePermits()).isZero();
    }

    @Test
    void whatIsFreeIsNotTakenPastTheLine() throws Exception {
        Future<Semaphore.Permit> many = semaphore.acquireMany(3);
        first.poll(many);
        assertThat(semaphore.tryAcquire()).isEmpty();
        assertThat(second.poll(semaphore.acquire())).isSameAs(Poll.pending());
        assertThat(semaphore.availablePermits()).isEqualTo(2);
    }

    @Test
    void anEmptyLineIsPassedAgainAfterADrop() throws Exception {
        Future<Semaphore.Permit> many = semaphore.acquireMany(3);
        first.poll(many);
        many.drop();
        assertThat(semaphore.tryAcquireMany(2)).isPresent();
    }

    /** The request has marked the permits as awaited, and then could not join the line. */
    @Test
    void aPollThatFailsBeforeItWaitsKeepsNobodyOut() {
        Future<Semaphore.Permit> many = semaphore.acquireMany(3);
        assertThatThrownBy(() -> many.poll(Context.fromWaker(UNCLONEABLE))).hasMessage("no clone");
        assertThat(semaphore.tryAcquire()).isPresent();
        assertThat(semaphore.tryAcquire()).isPresent();
        assertThat(semaphore.tryAcquire()).isEmpty();
    }

    @Test
    void aPermitThatComesAfterSuchAPollIsFreeForAll() throws Exception {
        Semaphore.Permit held = semaphore.tryAcquireMany(2).orElseThrow();
        Future<Semaphore.Permit> failing = semaphore.acquire();
        assertThatThrownBy(() -> failing.poll(Context.fromWaker(UNCLONEABLE))).hasMessage("no clone");
        held.close();
        assertThat(first.poll(semaphore.acquireMany(2)).isReady()).isTrue();
    }

    @Test
    void anUncontendedAcquireSpendsTheBudgetOfOneLeaf() throws Exception {
        Context cx = Context.withBudget(first.waker(), 1);
        assertThat(semaphore.acquire().poll(cx).isReady()).isTrue();
        assertThat(cx.hasBudgetRemaining()).isFalse();
    }

    @Test
    void whatAPollWithoutBudgetWasGrantedIsTakenOnce() throws Exception {
        Context cx = Context.withBudget(first.waker(), 1);
        cx.proceed();
        Future<Semaphore.Permit> later = semaphore.acquire();
        assertThat(later.poll(cx)).isSameAs(Poll.pending());
        assertThat(first.takeWoken()).isTrue();
        assertThat(semaphore.availablePermits()).as("one is kept for it").isOne();
        assertThat(first.poll(later).isReady()).isTrue();
        assertThat(semaphore.availablePermits()).isOne();
    }

    @Test
    void withoutBudgetItStillTakesItsPlaceInTheLine() throws Exception {
        Semaphore.Permit held = semaphore.tryAcquireMany(2).orElseThrow();
        Context cx = Context.withBudget(first.waker(), 1);
        cx.proceed();
        Future<Semaphore.Permit> early = semaphore.acquireMany(2);
        assertThat(early.poll(cx)).isSameAs(Poll.pending());
        assertThat(first.wakes()).as("nothing has come yet").isZero();
        Future<Semaphore.Permit> late = semaphore.acquire();
        second.poll(late);
        held.close();
        assertThat(first.wakes()).isOne();
        assertThat(second.wakes()).isZero();
    }

    @Test
    void aPermitThatIsClosedIsNeitherSplitNorMerged() {
        Semaphore.Permit one = semaphore.tryAcquire().orElseThrow();
        Semaphore.Permit other = semaphore.tryAcquire().orElseThrow();
        one.close();
        assertThatThrownBy(() -> one.split(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> one.merge(other)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other.merge(one)).isInstanceOf(IllegalStateException.class);
        assertThat(other.count()).isOne();
        other.close();
        assertThat(semaphore.availablePermits()).isEqualTo(2);
    }
}
