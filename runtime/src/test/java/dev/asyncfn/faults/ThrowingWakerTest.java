package dev.asyncfn.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.CancellationToken;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.TaskScope;
import dev.asyncfn.faults.Within.Around;
import dev.asyncfn.future.Futures;
import dev.asyncfn.sync.Barrier;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.sync.Mutex;
import dev.asyncfn.sync.Notify;
import dev.asyncfn.sync.OnceCell;
import dev.asyncfn.sync.RateLimiter;
import dev.asyncfn.sync.RwLock;
import dev.asyncfn.sync.Semaphore;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.time.ManualClock;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A poll or a drop that throws because of its waker, as it would where no memory or no thread is left. The future has ended then: nobody drops
 * it, so what it owns or waits in must be let go of.
 */
@Tag("one-jdk")
class ThrowingWakerTest {
    private final ManualClock clock = ManualClock.create();
    private final Context good = Context.fromWaker(Waker.noop());

    static Stream<Around> all() {
        return Within.all();
    }

    private static boolean threw(Future<?> future, Context cx) throws Exception {
        try {
            future.poll(cx);
            return false;
        } catch (IllegalArgumentException ofWaker) {
            return true;
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aFirstPollThatThrowsGivesUpWhatIsWithin(Around around) throws Exception {
        Within within = new Within();
        Future<?> future = around.of().apply(within);
        boolean threw = threw(future, BadWaker.CLONE.context());
        assertThat(threw && within.polls > 0 && !within.isGivenUp())
                .as("left behind")
                .isFalse();
        future.drop();
        assertThat(within.polls == 0 || within.isGivenUp()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aLaterPollThatThrowsGivesUpWhatIsWithin(Around around) throws Exception {
        Within within = new Within();
        Future<?> future = around.of().apply(within);
        future.poll(good);
        boolean threw = threw(future, BadWaker.CLONE.context());
        assertThat(threw).as("left behind").isEqualTo(within.isGivenUp());
        if (Within.waitsBeside(around)) {
            assertThat(threw).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aWakerWhoseDropThrowsKeepsNothingFromBeingDropped(Around around) throws Exception {
        Within within = new Within();
        Future<?> future = around.of().apply(within);
        future.poll(BadWaker.DROP.context());
        try {
            future.drop();
        } catch (IllegalArgumentException ofWaker) {
            assertThat(ofWaker).hasMessage("a bad DROP");
        }
        assertThat(within.drops).isOne();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aWakerWhoseDropThrowsKeepsNothingFromBeingGivenUp(Around around) throws Exception {
        Within within = new Within();
        Future<?> future = around.of().apply(within);
        future.poll(BadWaker.DROP.context());
        try {
            future.pollDrop(good);
        } catch (IllegalArgumentException ofWaker) {
            assertThat(ofWaker).hasMessage("a bad DROP");
        }
        assertThat(within.drops).isOne();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aCleanupThatThrowsGivesUpWhatIsWithin(Around around) throws Exception {
        Within within = new Within();
        within.cleanupPolls = 3;
        Future<?> future = around.of().apply(within);
        future.poll(good);
        boolean threw = false;
        try {
            future.pollDrop(BadWaker.CLONE.context());
        } catch (IllegalArgumentException ofWaker) {
            threw = true;
        }
        assertThat(within.isGivenUp()).as("left behind").isEqualTo(threw);
        future.drop();
        assertThat(within.drops).isOne();
    }

    /** What it shields is not being polled when its own timer fails. */
    @Test
    void aShieldWhoseTimerFailsGivesUpWhatIsWithin() throws Exception {
        Within within = new Within();
        Future<String> shield = Futures.shielded(within, Duration.ofHours(1));
        shield.poll(good);
        assertThatThrownBy(() -> shield.pollDrop(BadWaker.CLONE.context())).hasMessage("a bad CLONE");
        assertThat(within.drops).isOne();
        shield.drop();
        assertThat(within.drops).isOne();
    }

    /** Waits with a good waker first, so that it is in line. */
    private void fail(Future<?> waiting) throws Exception {
        assertThat(waiting.poll(good).isPending()).isTrue();
        assertThat(threw(waiting, BadWaker.CLONE.context())).isTrue();
        assertThatThrownBy(() -> waiting.poll(good)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPermitIsNotGivenToAFutureThatHasThrown() throws Exception {
        Semaphore semaphore = new Semaphore(0);
        fail(semaphore.acquire());
        semaphore.addPermits(1);
        assertThat(semaphore.tryAcquire()).isPresent();
    }

    @Test
    void aLockIsNotGivenToAFutureThatHasThrown() throws Exception {
        Mutex<String> mutex = new Mutex<>("");
        Mutex.Guard<String> held = mutex.tryLock().orElseThrow();
        fail(mutex.lock());
        held.close();
        assertThat(mutex.tryLock()).isPresent();
    }

    @Test
    void aWriterThatHasThrownKeepsNoReaderOut() throws Exception {
        RwLock<String> lock = new RwLock<>("");
        assertThat(lock.tryRead()).isPresent();
        fail(lock.write());
        assertThat(lock.tryRead()).isPresent();
    }

    @Test
    void aValueIsNotMeantForAReceiveThatHasThrown() throws Exception {
        var channel = Mpsc.<Integer>bounded(1);
        fail(channel.receiver().recv());
        TaskProbe next = new TaskProbe();
        next.poll(channel.receiver().recv());
        channel.sender().trySend(1);
        assertThat(next.takeWoken()).isTrue();
    }

    @Test
    void theValueOfASendThatHasThrownIsReleasedAndItsPlaceIsFree() throws Exception {
        List<Integer> released = new ArrayList<>();
        var channel = Mpsc.<Integer>bounded(1, released::add);
        channel.sender().trySend(1);
        fail(channel.sender().send(2));
        channel.receiver().tryRecv();
        assertThat(channel.sender().capacity()).isOne();
        assertThat(released).containsExactly(2);
    }

    @Test
    void aNotificationIsNotForAFutureThatHasThrown() throws Exception {
        Notify notify = new Notify();
        fail(notify.notified());
        notify.notifyOne();
        assertThat(notify.notified().poll(good).isReady()).isTrue();
    }

    @Test
    void aFutureThatHasThrownHasNotArrived() throws Exception {
        Barrier barrier = new Barrier(2);
        fail(barrier.arrive());
        assertThat(barrier.arrive().poll(good).isPending()).isTrue();
    }

    @Test
    void theTurnToMakeAValuePassesAFutureThatHasThrown() throws Exception {
        OnceCell<String> cell = new OnceCell<>();
        Future<String> first = cell.getOrInit(Future::pending);
        first.poll(good);
        fail(cell.getOrInit(() -> Future.ready("second")));
        first.drop();
        assertThat(cell.getOrInit(() -> Future.ready("third")).poll(good)).isEqualTo(Poll.ready("third"));
    }

    @Test
    void theTurnToTakeTokensIsPassedOn() throws Exception {
        RateLimiter limiter = RateLimiter.of(1, Duration.ofSeconds(1), 1, clock);
        assertThat(limiter.tryAcquire(1)).isTrue();
        fail(limiter.acquire());
        clock.advance(Duration.ofSeconds(1));
        assertThat(limiter.tryAcquire(1)).isTrue();
    }

    @Test
    void aSleepThatHasThrownIsNoTimer() throws Exception {
        Sleep sleep = Sleep.of(Duration.ofHours(1), clock);
        sleep.poll(good);
        assertThat(threw(sleep, BadWaker.CLONE.context())).isTrue();
        assertThat(clock.untilNextTimer()).isEmpty();
    }

    @Test
    void theStageOfAFutureThatHasThrownIsCancelled() throws Exception {
        CompletableFuture<String> stage = new CompletableFuture<>();
        Future<String> future = Future.from(stage);
        future.poll(good);
        assertThat(threw(future, BadWaker.CLONE.context())).isTrue();
        assertThat(stage.isCancelled()).isTrue();
    }

    @Test
    void theChildrenOfAScopeThatHasThrownAreAborted() throws Exception {
        LocalPool pool = new LocalPool();
        Within child = new Within();
        Future<String> scope = TaskScope.run(pool, in -> {
            in.spawn(child);
            return Future.pending();
        });
        scope.poll(good);
        pool.runUntilStalled();
        assertThat(threw(scope, BadWaker.CLONE.context())).isTrue();
        pool.runUntilStalled();
        assertThat(child.isGivenUp()).isTrue();
    }

    @Test
    void theOtherCloneGoesOnWhenOneHasThrown() throws Exception {
        Within within = new Within();
        var shared = Futures.shared(within);
        var other = shared.clone();
        shared.poll(good);
        assertThat(threw(shared, BadWaker.CLONE.context())).isTrue();
        assertThat(within.isGivenUp()).isFalse();
        assertThat(other.poll(good).isPending()).isTrue();
        other.drop();
        assertThat(within.drops).isOne();
    }

    @Test
    void aTokenForgetsAFutureThatHasThrown() throws Exception {
        CancellationToken token = new CancellationToken();
        TaskProbe probe = new TaskProbe();
        Future<Void> cancelled = token.cancelled();
        probe.poll(cancelled);
        assertThat(threw(cancelled, BadWaker.CLONE.context())).isTrue();
        assertThat(probe.held()).isZero();
    }
}
