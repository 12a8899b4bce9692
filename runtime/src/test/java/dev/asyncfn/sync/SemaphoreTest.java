package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.test.TaskProbe;
import org.junit.jupiter.api.Test;

class SemaphoreTest {
    private final Semaphore semaphore = new Semaphore(3);
    private final TaskProbe first = new TaskProbe();
    private final TaskProbe second = new TaskProbe();
    private final TaskProbe third = new TaskProbe();

    @Test
    void permitsAreTakenAndGivenBack() {
        try (Semaphore.Permit two = Scene.now(semaphore.acquireMany(2))) {
            assertThat(two.count()).isEqualTo(2);
            assertThat(semaphore.availablePermits()).isOne();
            assertThat(semaphore.tryAcquireMany(2)).isEmpty();
            Scene.now(semaphore.acquire()).close();
        }
        assertThat(semaphore.availablePermits()).isEqualTo(3);
    }

    @Test
    void whoAsksForManyIsNotOvertakenByThoseWhoAskForFew() throws Exception {
        Semaphore.Permit held = semaphore.tryAcquireMany(2).orElseThrow();
        Future<Semaphore.Permit> many = semaphore.acquireMany(3);
        Future<Semaphore.Permit> few = semaphore.acquire();
        first.poll(many);
        assertThat(second.poll(few)).isSameAs(Poll.pending());
        assertThat(semaphore.tryAcquire()).isEmpty();
        held.close();
        assertThat(first.wakes()).isOne();
        assertThat(second.wakes()).isZero();
        Scene.now(many).close();
        assertThat(second.poll(few).isReady()).isTrue();
    }

    @Test
    void aGrantedOneThatIsDroppedPassesItsPermitsOnInOrder() throws Exception {
        Semaphore.Permit held = semaphore.tryAcquireMany(3).orElseThrow();
        Future<Semaphore.Permit> granted = semaphore.acquireMany(3);
        Future<Semaphore.Permit> two = semaphore.acquireMany(2);
        Future<Semaphore.Permit> alsoTwo = semaphore.acquireMany(2);
        first.poll(granted);
        second.poll(two);
        third.poll(alsoTwo);
        held.close();
        assertThat(second.wakes()).isZero();
        granted.drop();
        assertThat(second.wakes()).isOne();
        assertThat(third.wakes()).isZero();
        assertThat(semaphore.availablePermits()).isOne();
        two.drop();
        assertThat(third.wakes()).isOne();
        alsoTwo.drop();
        assertThat(semaphore.availablePermits()).isEqualTo(3);
        assertThat(first.held() + second.held() + third.held()).isZero();
    }

    @Test
    void whenTheFirstInLineIsDroppedThoseBehindItGetWhatItWaitedWith() throws Exception {
        Future<Semaphore.Permit> tooMany = semaphore.acquireMany(4);
        Future<Semaphore.Permit> two = semaphore.acquireMany(2);
        Future<Semaphore.Permit> one = semaphore.acquire();
        first.poll(tooMany);
        second.poll(two);
        third.poll(one);
        tooMany.drop();
        assertThat(first.wakes()).isZero();
        assertThat(second.poll(two).isReady()).isTrue();
        assertThat(third.poll(one).isReady()).isTrue();
        assertThat(semaphore.availablePermits()).isZero();
    }

    @Test
    void addedPermitsGoToThoseInLine() throws Exception {
        Future<Semaphore.Permit> five = semaphore.acquireMany(5);
        first.poll(five);
        semaphore.addPermits(1);
        assertThat(first.wakes()).isZero();
        semaphore.addPermits(4);
        assertThat(first.wakes()).isOne();
        assertThat(semaphore.availablePermits()).isEqualTo(3);
        Scene.now(five).close();
        assertThat(semaphore.availablePermits()).isEqualTo(8);
    }

    @Test
    void zeroPermitsWaitForTheirTurnOnly() throws Exception {
        Semaphore none = new Semaphore(0);
        assertThat(Scene.now(none.acquireMany(0)).count()).isZero();
        Future<Semaphore.Permit> one = none.acquire();
        Future<Semaphore.Permit> zero = none.acquireMany(0);
        first.poll(one);
        assertThat(second.poll(zero)).isSameAs(Poll.pending());
        one.drop();
        assertThat(second.poll(zero).isReady()).isTrue();
    }

    @Test
    void negativeNumbersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Semaphore(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> semaphore.acquireMany(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> semaphore.tryAcquireMany(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> semaphore.addPermits(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> semaphore.forgetPermits(-1));
    }

    @Test
    void morePermitsThanTheMaximumAreRefusedThoseThatAreHeldIncluded() {
        Semaphore.Permit held = semaphore.tryAcquireMany(3).orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> semaphore.addPermits(Semaphore.MAX_PERMITS - 2))
                .withMessageContaining("3 that there are");
        assertThat(semaphore.availablePermits()).isZero();
        semaphore.addPermits(Semaphore.MAX_PERMITS - 3);
        held.close();
        assertThat(semaphore.availablePermits()).isEqualTo(Semaphore.MAX_PERMITS);
        assertThatIllegalArgumentException().isThrownBy(() -> semaphore.addPermits(1));
    }

    @Test
    void aForgottenPermitNeverComesBackAndMakesRoomForAnother() {
        Semaphore full = new Semaphore(Semaphore.MAX_PERMITS);
        Semaphore.Permit forgotten = full.tryAcquireMany(2).orElseThrow();
        forgotten.forget();
        forgotten.close();
        assertThat(full.availablePermits()).isEqualTo(Semaphore.MAX_PERMITS - 2);
        full.addPermits(2);
        assertThat(full.availablePermits()).isEqualTo(Semaphore.MAX_PERMITS);
    }

    @Test
    void availablePermitsAreForgottenAsFarAsThereAreSome() {
        assertThat(semaphore.forgetPermits(2)).isEqualTo(2);
        assertThat(semaphore.forgetPermits(2)).isOne();
        assertThat(semaphore.forgetPermits(2)).isZero();
        assertThat(semaphore.tryAcquire()).isEmpty();
        semaphore.addPermits(Semaphore.MAX_PERMITS);
        assertThat(semaphore.availablePermits()).isEqualTo(Semaphore.MAX_PERMITS);
    }

    @Test
    void closingTellsThoseInLineAndThoseWhoComeLater() throws Exception {
        Future<Semaphore.Permit> waiting = semaphore.acquireMany(4);
        first.poll(waiting);
        semaphore.close();
        semaphore.close();
        assertThat(first.wakes()).isOne();
        assertThatThrownBy(() -> first.poll(waiting))
                .isInstanceOf(ClosedException.class)
                .hasMessage("the semaphore has been closed");
        assertThatThrownBy(() -> first.poll(waiting)).hasMessage("polled after completion");
        assertThatThrownBy(() -> first.poll(semaphore.acquire())).isInstanceOf(ClosedException.class);
        assertThatThrownBy(semaphore::tryAcquire).isInstanceOf(ClosedException.class);
        assertThat(semaphore.isClosed()).isTrue();
        assertThat(first.held()).isZero();
    }

    @Test
    void permitsThatWereGrantedBeforeTheCloseAreGood() throws Exception {
        Semaphore.Permit held = semaphore.tryAcquireMany(3).orElseThrow();
        Future<Semaphore.Permit> granted = semaphore.acquire();
        first.poll(granted);
        held.close();
        semaphore.close();
        assertThat(Scene.now(granted).count()).isOne();
        assertThat(semaphore.availablePermits()).isEqualTo(2);
    }

    @Test
    void oneThatIsDroppedAfterTheCloseGivesBackWhatItWasGranted() throws Exception {
        Semaphore.Permit held = semaphore.tryAcquireMany(3).orElseThrow();
        Future<Semaphore.Permit> granted = semaphore.acquire();
        first.poll(granted);
        held.close();
        semaphore.close();
        granted.drop();
        assertThat(semaphore.availablePermits()).isEqualTo(3);
    }

    @Test
    void aPermitIsSplitAndMerged() {
        Semaphore.Permit three = semaphore.tryAcquireMany(3).orElseThrow();
        assertThat(three.split(4)).isEmpty();
        Semaphore.Permit two = three.split(2).orElseThrow();
        assertThat(three.count()).isOne();
        assertThat(two.count()).isEqualTo(2);
        two.merge(three);
        assertThat(two.count()).isEqualTo(3);
        three.close();
        assertThat(semaphore.availablePermits()).isZero();
        two.close();
        two.close();
        assertThat(semaphore.availablePermits()).isEqualTo(3);
    }

    @Test
    void onlyLivePermitsOfTheSameSemaphoreAreMerged() {
        Semaphore.Permit one = semaphore.tryAcquire().orElseThrow();
        Semaphore.Permit closed = semaphore.tryAcquire().orElseThrow();
        closed.close();
        Semaphore.Permit stranger = new Semaphore(1).tryAcquire().orElseThrow();
        assertThatIllegalArgumentException().isThrownBy(() -> one.merge(one));
        assertThatIllegalArgumentException().isThrownBy(() -> one.merge(stranger));
        assertThatThrownBy(() -> one.merge(closed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> closed.merge(one)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> closed.split(0)).isInstanceOf(IllegalStateException.class);
        assertThat(one.count()).isOne();
    }
}
