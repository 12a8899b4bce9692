package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.test.TaskProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MutexTest {
    private final Mutex<String> mutex = new Mutex<>("value");
    private final TaskProbe first = new TaskProbe();
    private final TaskProbe second = new TaskProbe();
    private final TaskProbe third = new TaskProbe();

    @Test
    void theGuardGivesTheValueAndReplacesIt() {
        try (Mutex.Guard<String> guard = mutex.blockingLock()) {
            assertThat(guard.get()).isEqualTo("value");
            guard.set("other");
        }
        try (Mutex.Guard<String> guard = mutex.blockingLock()) {
            assertThat(guard.get()).isEqualTo("other");
        }
    }

    @Test
    void aMutexWithoutAValueGuardsNull() {
        try (Mutex.Guard<Void> guard = new Mutex<Void>().blockingLock()) {
            assertThat(guard.get()).isNull();
        }
    }

    @Test
    void theLockIsGrantedInTheOrderOfTheFirstPolls() throws Exception {
        Mutex.Guard<String> held = mutex.blockingLock();
        Future<Mutex.Guard<String>> madeFirst = mutex.lock();
        Future<Mutex.Guard<String>> polledFirst = mutex.lock();
        first.poll(polledFirst);
        second.poll(madeFirst);
        second.poll(madeFirst);
        held.close();
        assertThat(first.wakes()).isOne();
        assertThat(second.wakes()).isZero();
        assertThat(second.poll(madeFirst)).isSameAs(Poll.pending());
        Scene.now(polledFirst).close();
        assertThat(second.wakes()).isOne();
        assertThat(second.poll(madeFirst).isReady()).isTrue();
    }

    @Test
    void oneThatWasGrantedTheLockAndIsDroppedUnpolledPassesItOn() throws Exception {
        Mutex.Guard<String> held = mutex.blockingLock();
        Future<Mutex.Guard<String>> granted = mutex.lock();
        Future<Mutex.Guard<String>> next = mutex.lock();
        Future<Mutex.Guard<String>> last = mutex.lock();
        first.poll(granted);
        second.poll(next);
        third.poll(last);
        held.close();
        granted.drop();
        assertThat(first.wakes()).isOne();
        assertThat(second.wakes()).isOne();
        assertThat(third.wakes()).isZero();
        assertThat(second.poll(next).isReady()).isTrue();
        assertThat(first.held() + second.held()).isZero();
    }

    @Test
    void oneThatIsHeldBackByItsBudgetHasTheLockAndPassesItOnWhenDropped() throws Exception {
        Future<Mutex.Guard<String>> heldBack = mutex.lock();
        Context cx = Context.withBudget(first.waker(), 1);
        cx.proceed();
        assertThat(heldBack.poll(cx)).isSameAs(Poll.pending());
        assertThat(mutex.tryLock()).isEmpty();
        heldBack.drop();
        assertThat(mutex.tryLock()).isPresent();
        assertThat(first.held()).isZero();
    }

    @Test
    void oneThatLeavesTheMiddleOfTheLineIsPassedOver() throws Exception {
        Mutex.Guard<String> held = mutex.blockingLock();
        Future<Mutex.Guard<String>> front = mutex.lock();
        Future<Mutex.Guard<String>> middle = mutex.lock();
        Future<Mutex.Guard<String>> back = mutex.lock();
        first.poll(front);
        second.poll(middle);
        third.poll(back);
        middle.drop();
        held.close();
        Scene.now(front).close();
        assertThat(second.wakes()).isZero();
        assertThat(third.poll(back).isReady()).isTrue();
    }

    @Test
    void nobodyOvertakesWhoWasGrantedTheLockButHasNotBeenPolled() throws Exception {
        Mutex.Guard<String> held = mutex.blockingLock();
        Future<Mutex.Guard<String>> granted = mutex.lock();
        first.poll(granted);
        held.close();
        assertThat(mutex.tryLock()).isEmpty();
        assertThat(second.poll(mutex.lock())).isSameAs(Poll.pending());
        assertThat(first.poll(granted).isReady()).isTrue();
    }

    @Test
    void closingAGuardTwiceReleasesOnce() throws Exception {
        Mutex.Guard<String> guard = mutex.blockingLock();
        guard.close();
        Mutex.Guard<String> next = mutex.tryLock().orElseThrow();
        guard.close();
        assertThat(mutex.tryLock()).isEmpty();
        next.close();
        assertThat(mutex.tryLock()).isPresent();
    }

    @Test
    void closingAGuardTwiceWhileOthersWaitPassesTheLockOnOnce() throws Exception {
        Mutex.Guard<String> guard = mutex.blockingLock();
        Future<Mutex.Guard<String>> next = mutex.lock();
        Future<Mutex.Guard<String>> last = mutex.lock();
        first.poll(next);
        second.poll(last);
        guard.close();
        guard.close();
        assertThat(first.wakes()).isOne();
        assertThat(second.wakes()).isZero();
        Scene.now(next).close();
        guard.close();
        assertThat(second.wakes()).isOne();
        assertThat(mutex.tryLock()).as("granted to the last").isEmpty();
    }

    @Test
    void aFreeLockIsTakenWithoutCloningTheWaker() throws Exception {
        assertThat(mutex.lock().poll(Context.fromWaker(PermitsTest.UNCLONEABLE)).isReady())
                .isTrue();
        assertThat(mutex.tryLock()).isEmpty();
    }

    /** The request has marked the lock as awaited, and then could not join the line. */
    @Test
    void aPollThatFailsBeforeItWaitsKeepsNobodyOut() throws Exception {
        Mutex.Guard<String> held = mutex.blockingLock();
        Future<Mutex.Guard<String>> failing = mutex.lock();
        assertThatThrownBy(() -> failing.poll(Context.fromWaker(PermitsTest.UNCLONEABLE)))
                .hasMessage("no clone");
        held.close();
        Mutex.Guard<String> next = mutex.tryLock().orElseThrow();
        Future<Mutex.Guard<String>> another = mutex.lock();
        assertThat(first.poll(another)).isSameAs(Poll.pending());
        next.close();
        assertThat(first.poll(another).isReady()).isTrue();
        assertThatThrownBy(() -> first.poll(failing)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLastInLineThatIsDroppedLeavesTheLockToItsHolder() throws Exception {
        Mutex.Guard<String> held = mutex.blockingLock();
        Future<Mutex.Guard<String>> waiting = mutex.lock();
        first.poll(waiting);
        waiting.drop();
        assertThat(mutex.tryLock()).isEmpty();
        assertThat(held.get()).isEqualTo("value");
        held.close();
        assertThat(mutex.tryLock()).isPresent();
    }

    @Test
    void aClosedGuardDoesNotShowTheValue() {
        Mutex.Guard<String> guard = mutex.blockingLock();
        guard.close();
        assertThatThrownBy(guard::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this Mutex.Guard has been closed");
        assertThatThrownBy(() -> guard.set("late")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aGuardMayBeClosedOnAnotherThread() throws Exception {
        Mutex.Guard<String> guard = mutex.blockingLock();
        Future<Mutex.Guard<String>> next = mutex.lock();
        first.poll(next);
        CompletableFuture.runAsync(guard::close).get();
        assertThat(first.wakes()).isOne();
        assertThat(first.poll(next).isReady()).isTrue();
    }

    @Test
    void tryLockDoesNotWait() {
        try (Mutex.Guard<String> held = mutex.tryLock().orElseThrow()) {
            assertThat(held.get()).isEqualTo("value");
            assertThat(mutex.tryLock()).isEmpty();
        }
        assertThat(mutex.tryLock()).isPresent();
    }

    @Test
    void blockingLockIsRefusedOnAnExecutorsThread() {
        try (Enter entered = Enter.enter("a test")) {
            assertThat(entered).isNotNull();
            assertThatThrownBy(mutex::blockingLock).isInstanceOf(IllegalStateException.class);
        }
        assertThat(mutex.tryLock()).isPresent();
    }

    @Test
    void theStateTellsThePlaceInLine() throws Exception {
        Mutex.Guard<String> held = mutex.blockingLock();
        List<Future<?>> waiting = new ArrayList<>();
        for (int i = 0; i < 112; i++) {
            waiting.add(mutex.lock());
            first.poll(waiting.get(i));
        }
        assertThat(List.of(0, 1, 2, 3, 10, 11, 12, 20, 21, 110, 111))
                .extracting(i -> ((Traced) waiting.get(i)).state().replaceAll("Mutex.lock, (.*) in line", "$1"))
                .containsExactly("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "111th", "112th");
        held.close();
        assertThat(((Traced) waiting.get(0)).state()).isEqualTo("Mutex.lock, not in line");
        assertThat(((Traced) waiting.get(1)).state()).isEqualTo("Mutex.lock, 1st in line");
    }
}
