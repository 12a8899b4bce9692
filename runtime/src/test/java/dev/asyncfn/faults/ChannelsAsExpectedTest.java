package dev.asyncfn.faults;

import static dev.asyncfn.faults.Situation.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.Futures;
import dev.asyncfn.sync.Barrier;
import dev.asyncfn.sync.Broadcast;
import dev.asyncfn.sync.ClosedException;
import dev.asyncfn.sync.LaggedException;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.sync.Mutex;
import dev.asyncfn.sync.Notify;
import dev.asyncfn.sync.OnceCell;
import dev.asyncfn.sync.Oneshot;
import dev.asyncfn.sync.RateLimiter;
import dev.asyncfn.sync.RwLock;
import dev.asyncfn.sync.Semaphore;
import dev.asyncfn.sync.TryRecv;
import dev.asyncfn.sync.Watch;
import dev.asyncfn.test.DeadlockError;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import dev.asyncfn.time.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What users of other libraries have found broken in channels, locks and limits. */
class ChannelsAsExpectedTest {
    private final TaskProbe first = new TaskProbe();
    private final TaskProbe second = new TaskProbe();
    private final TaskProbe third = new TaskProbe();

    @Test
    void aPermitThatWasGrantedBeforeTheCloseIsStillHandedOver() throws Exception {
        Semaphore semaphore = new Semaphore(1);
        Semaphore.Permit held = semaphore.tryAcquire().orElseThrow();
        Future<Semaphore.Permit> waiting = semaphore.acquire();
        first.poll(waiting);
        held.close();
        semaphore.close();
        value(first.poll(waiting)).close();
        assertThat(semaphore.availablePermits()).isOne();
    }

    @Test
    void forgettingPermitsKeepsALargeRequestWaitingUntilTheyAreAddedAgain() throws Exception {
        Semaphore semaphore = new Semaphore(3);
        Semaphore.Permit held = semaphore.tryAcquire().orElseThrow();
        Future<Semaphore.Permit> three = semaphore.acquireMany(3);
        first.poll(three);
        assertThat(semaphore.forgetPermits(5)).isEqualTo(2);
        held.close();
        assertThat(first.takeWoken()).isFalse();
        semaphore.addPermits(2);
        assertThat(value(first.poll(three)).count()).isEqualTo(3);
    }

    @Test
    void noPermitsAreGrantedInTurnToo() throws Exception {
        Semaphore semaphore = new Semaphore(0);
        Future<Semaphore.Permit> one = semaphore.acquire();
        first.poll(one);
        Future<Semaphore.Permit> none = semaphore.acquireMany(0);
        assertThat(second.poll(none)).isSameAs(Poll.pending());
        one.drop();
        assertThat(second.takeWoken()).isTrue();
        assertThat(value(second.poll(none)).count()).isZero();
    }

    @Test
    void aReaderThatWantsToWriteWaitsForItself() {
        TestExecutor.explore(20, executor -> {
            RwLock<String> lock = new RwLock<>("value");
            assertThatThrownBy(() -> executor.run(
                            Futures.andThen(lock.read(), reader -> Futures.map(lock.write(), writer -> reader.get()))))
                    .isInstanceOf(DeadlockError.class)
                    .hasMessageContaining("RwLock.write");
        });
    }

    @Test
    void aDowngradeLetsInReadersUpToTheNextWriter() throws Exception {
        RwLock<String> lock = new RwLock<>("value");
        RwLock.WriteGuard<String> writing = lock.tryWrite().orElseThrow();
        Future<RwLock.ReadGuard<String>> reader = lock.read();
        Future<RwLock.WriteGuard<String>> writer = lock.write();
        Future<RwLock.ReadGuard<String>> late = lock.read();
        first.poll(reader);
        second.poll(writer);
        third.poll(late);
        RwLock.ReadGuard<String> downgraded = writing.downgrade();
        writing.close(); // which has nothing left to close
        assertThat(first.poll(reader).isReady()).isTrue();
        assertThat(second.takeWoken()).isFalse();
        assertThat(third.takeWoken()).isFalse();
        assertThat(lock.tryRead()).isEmpty();
        downgraded.close();
        assertThat(second.takeWoken()).isFalse(); // the other reader is still there
    }

    @Test
    void aWriterThatGivesUpLetsInTheReadersBehindIt() throws Exception {
        RwLock<String> lock = new RwLock<>("value");
        lock.tryRead().orElseThrow();
        Future<RwLock.WriteGuard<String>> writer = lock.write();
        Future<RwLock.ReadGuard<String>> one = lock.read();
        Future<RwLock.ReadGuard<String>> two = lock.read();
        first.poll(writer);
        second.poll(one);
        third.poll(two);
        writer.drop();
        assertThat(second.takeWoken()).isTrue();
        assertThat(third.takeWoken()).isTrue();
    }

    @Test
    void aGuardThatIsClosedTwiceGivesBackOnce() throws Exception {
        Mutex<String> mutex = new Mutex<>("value");
        Mutex.Guard<String> guard = mutex.tryLock().orElseThrow();
        guard.close();
        Mutex.Guard<String> another = mutex.tryLock().orElseThrow();
        guard.close();
        assertThat(mutex.tryLock()).isEmpty();
        another.close();
    }

    @Test
    void sendersTakeTurnsHoweverEagerOneIs() {
        TestExecutor.explore(50, executor -> {
            var channel = Mpsc.<String>bounded(1);
            for (String name : List.of("a", "b")) {
                Mpsc.Sender<String> sender = channel.sender().clone();
                executor.spawn(name, sendTimes(sender, name, 3));
            }
            channel.sender().close();
            List<String> received = new ArrayList<>();
            executor.run(receiveAll(channel.receiver(), received));
            assertThat(received).hasSize(6).containsOnly("a", "b");
        });
    }

    private static Future<Void> sendTimes(Mpsc.Sender<String> sender, String value, int times) {
        if (times == 0) {
            sender.close();
            return Future.ready(null);
        }
        return Futures.andThen(sender.send(value), sent -> sendTimes(sender, value, times - 1));
    }

    private static <T> Future<Void> receiveAll(Mpsc.Receiver<T> receiver, List<T> into) {
        return Futures.andThen(receiver.recv(), next -> {
            next.ifPresent(into::add);
            return next.isPresent() ? receiveAll(receiver, into) : Future.ready(null);
        });
    }

    @Test
    void theLastValueComesThoughItsSenderWasClosedBeforeItHadAPlace() throws Exception {
        var channel = Mpsc.<String>bounded(1);
        assertThat(channel.sender().trySend("one")).isTrue();
        Future<Void> waiting = channel.sender().send("two");
        first.poll(waiting);
        channel.sender().close();
        assertThat(channel.receiver().tryRecv()).isEqualTo(new TryRecv.Received<>("one"));
        assertThat(channel.receiver().tryRecv()).isEqualTo(new TryRecv.Empty<>());
        assertThat(first.poll(waiting).isReady()).isTrue();
        assertThat(channel.receiver().tryRecv()).isEqualTo(new TryRecv.Received<>("two"));
        assertThat(channel.receiver().tryRecv()).isEqualTo(new TryRecv.Closed<>());
    }

    @Test
    void aReceiverThatHasTakenManyMakesRoomForAsManySenders() throws Exception {
        var channel = Mpsc.<Integer>bounded(2);
        channel.sender().trySend(1);
        channel.sender().trySend(2);
        Future<Void> three = channel.sender().send(3);
        Future<Void> four = channel.sender().send(4);
        first.poll(three);
        second.poll(four);
        assertThat(value(third.poll(channel.receiver().recvMany(10)))).containsExactly(1, 2);
        assertThat(first.takeWoken()).isTrue();
        assertThat(second.takeWoken()).isTrue();
    }

    @Test
    void aPlaceThatIsGivenBackGoesToTheNextSenderNotToATryer() throws Exception {
        var channel = Mpsc.<Integer>bounded(1);
        Mpsc.Permit<Integer> permit = channel.sender().tryReserve().orElseThrow();
        Future<Void> waiting = channel.sender().send(1);
        first.poll(waiting);
        permit.close();
        assertThat(channel.sender().trySend(2)).isFalse();
        assertThat(channel.sender().tryReserve()).isEmpty();
        assertThat(first.poll(waiting).isReady()).isTrue();
    }

    @Test
    void aReceiverOfABroadcastMissesWhatIsOverwrittenAndThenGoesOnWithoutAGap() throws Exception {
        var channel = Broadcast.<Integer>channel(2);
        for (int i = 0; i < 5; i++) {
            channel.sender().send(i);
        }
        assertThatThrownBy(() -> first.poll(channel.receiver().recv()))
                .isInstanceOfSatisfying(
                        LaggedException.class,
                        lagged -> assertThat(lagged.missed()).isEqualTo(3));
        assertThat(value(first.poll(channel.receiver().recv()))).contains(3);
        channel.sender().close();
        assertThat(value(first.poll(channel.receiver().recv()))).contains(4);
        assertThat(value(first.poll(channel.receiver().recv()))).isEmpty();
    }

    @Test
    void aReceiverThatIsClosedMeanwhileFailsInsteadOfWaiting() throws Exception {
        var broadcast = Broadcast.<Integer>channel(2);
        Future<Optional<Integer>> receiving = broadcast.receiver().recv();
        first.poll(receiving);
        broadcast.receiver().close();
        assertThat(first.takeWoken()).isTrue();
        assertThatThrownBy(() -> first.poll(receiving)).isInstanceOf(IllegalStateException.class);
        var watch = Watch.channel(0);
        Future<Void> changed = watch.receiver().changed();
        second.poll(changed);
        watch.receiver().close();
        assertThat(second.takeWoken()).isTrue();
        assertThatThrownBy(() -> second.poll(changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFunctionThatThrowsLeavesTheValueOfAWatch() {
        var channel = Watch.channel(1);
        assertThatThrownBy(() -> channel.sender().sendModify(before -> {
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");
        assertThat(channel.receiver().borrow()).isOne();
        assertThat(channel.receiver().hasChanged()).isFalse();
        channel.sender().send(2);
        assertThat(channel.receiver().hasChanged()).isTrue();
    }

    @Test
    void aConditionMaySendToTheSameWatch() throws Exception {
        var channel = Watch.channel(0);
        Future<Integer> three = channel.receiver().waitFor(seen -> {
            if (seen < 3) {
                channel.sender().send(seen + 1);
            }
            return seen == 3;
        });
        assertThat(value(first.poll(three))).isEqualTo(3);
    }

    @Test
    void aValueThatWasSentIsThereAfterTheReceiverIsClosedOnlyIfItIsNotDropped() throws Exception {
        var kept = Oneshot.<String>channel();
        kept.sender().send("value");
        kept.receiver().close();
        assertThat(value(first.poll(kept.receiver()))).isEqualTo("value");
        List<String> released = new ArrayList<>();
        var dropped = Oneshot.<String>channel(released::add);
        dropped.sender().send("value");
        dropped.receiver().close();
        dropped.receiver().drop();
        assertThat(released).containsExactly("value");
    }

    @Test
    void anAnswerThatIsGivenUpIsNoticedByTheOneThatAnswers() throws Exception {
        var channel = Oneshot.<String>channel();
        Future<Void> closed = channel.sender().closed();
        first.poll(closed);
        Future<String> waiting = Timeouts.timeout(Duration.ZERO, channel.receiver());
        assertThatThrownBy(() -> second.poll(waiting)).isInstanceOf(RuntimeException.class);
        assertThat(first.takeWoken()).isTrue();
        assertThat(first.poll(closed).isReady()).isTrue();
    }

    @Test
    void aNotificationForOneThatComesWithOneForAllIsNotLost() throws Exception {
        Notify notify = new Notify();
        Future<Void> waiting = notify.notified();
        first.poll(waiting);
        notify.notifyWaiters();
        notify.notifyOne();
        assertThat(first.poll(waiting).isReady()).isTrue();
        assertThat(second.poll(notify.notified()).isReady()).isTrue();
    }

    @Test
    void aBarrierCountsNobodyTwice() throws Exception {
        Barrier barrier = new Barrier(2);
        Future<Boolean> one = barrier.arrive();
        first.poll(one);
        first.poll(one);
        assertThat(first.poll(one)).isSameAs(Poll.pending());
        Future<Boolean> gone = barrier.arrive();
        gone.drop(); // never polled
        assertThat(first.poll(one)).isSameAs(Poll.pending());
        assertThat(value(second.poll(barrier.arrive()))).isTrue();
        assertThat(value(first.poll(one))).isFalse();
    }

    @Test
    void aCellIsNotSetByAnInitializerThatWasGivenUpWhileAnotherHasSetIt() throws Exception {
        OnceCell<String> cell = new OnceCell<>();
        Future<String> slow = cell.getOrInit(Future::pending);
        first.poll(slow);
        assertThat(cell.set("early")).isFalse(); // somebody makes it
        Future<String> next = cell.getOrInit(() -> Future.ready("next"));
        second.poll(next);
        slow.drop();
        assertThat(second.takeWoken()).isTrue();
        assertThat(value(second.poll(next))).isEqualTo("next");
        assertThat(cell.set("late")).isFalse();
    }

    @Test
    void aCellThatNeedsItselfIsADeadlockThatIsSeen() {
        TestExecutor.explore(5, executor -> {
            OnceCell<String> cell = new OnceCell<>();
            assertThatThrownBy(() -> executor.run(cell.getOrInit(() -> cell.getOrInit(() -> Future.ready("value")))))
                    .isInstanceOf(DeadlockError.class)
                    .hasMessageContaining("OnceCell");
        });
    }

    @Test
    void aTryerTakesNoTokenFromThoseInLine() {
        TestExecutor.explore(20, executor -> {
            RateLimiter limiter = RateLimiter.of(1, Duration.ofSeconds(1), 1, executor.clock());
            assertThat(limiter.tryAcquire(1)).isTrue();
            AtomicInteger tried = new AtomicInteger();
            executor.spawn("tryer", after(500, () -> Future.ready(tried.addAndGet(limiter.tryAcquire(1) ? 1 : 0))));
            executor.run(limiter.acquire());
            assertThat(executor.elapsed()).isEqualTo(Duration.ofSeconds(1));
            assertThat(tried).hasValue(0);
        });
    }

    /** Made in the task, so that it waits in virtual time. */
    private static <T> Future<T> after(long millis, Supplier<Future<T>> next) {
        return Futures.andThen(
                Futures.yieldNow(),
                nothing -> Futures.andThen(Sleep.of(Duration.ofMillis(millis)), slept -> next.get()));
    }

    @Test
    void aRequestForManyTokensThatGivesUpCostsNoneAndDelaysNobody() {
        TestExecutor.explore(20, executor -> {
            RateLimiter limiter = RateLimiter.of(10, Duration.ofSeconds(1), 10, executor.clock());
            assertThat(limiter.tryAcquire(10)).isTrue();
            executor.spawn("many", Futures.race(limiter.acquire(10), after(50, () -> Future.ready(null))));
            executor.run(after(1, () -> limiter.acquire(1)));
            assertThat(executor.elapsed()).isEqualTo(Duration.ofMillis(100));
        });
    }

    @Test
    void aClosedSemaphoreRefusesThoseThatCome() {
        Semaphore semaphore = new Semaphore(1);
        semaphore.close();
        assertThatThrownBy(() -> first.poll(semaphore.acquire())).isInstanceOf(ClosedException.class);
        assertThatThrownBy(semaphore::tryAcquire).isInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> semaphore.tryAcquireMany(2)).isInstanceOf(ClosedException.class);
    }
}
