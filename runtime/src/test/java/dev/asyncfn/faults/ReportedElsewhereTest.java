package dev.asyncfn.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.BlockingPool;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.sync.Broadcast;
import dev.asyncfn.sync.Channel;
import dev.asyncfn.sync.ClosedException;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.sync.Semaphore;
import dev.asyncfn.sync.SendException;
import dev.asyncfn.sync.Watch;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.time.Clock;
import dev.asyncfn.time.ManualClock;
import dev.asyncfn.time.Sleep;
import dev.asyncfn.time.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bugs of other libraries that were reported in public, in programs of our own. The names of the reports are in runtime/PROOFS.md. */
@Tag("one-jdk")
class ReportedElsewhereTest {
    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);
    private final TaskProbe task = new TaskProbe();
    private final TaskProbe other = new TaskProbe();

    private boolean isReady(Future<?> future) {
        try {
            return task.poll(future).isReady();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRequestForManyThatGivesUpLetsThoseBehindItGo() {
        Semaphore semaphore = new Semaphore(2);
        try (Semaphore.Permit held = semaphore.tryAcquire().orElseThrow()) {
            Future<Semaphore.Permit> many = semaphore.acquireMany(2);
            Future<Semaphore.Permit> one = semaphore.acquire();
            assertThat(isReady(many) || isReady(one)).isFalse();
            many.drop();
            assertThat(isReady(one)).isTrue();
            assertThat(held.count()).isOne();
        }
    }

    @Test
    void aPermitThatWasGrantedInTheMiddleOfTheLineIsPassedOn() throws Exception {
        Semaphore semaphore = new Semaphore(0);
        Future<Semaphore.Permit> first = semaphore.acquire();
        Future<Semaphore.Permit> second = semaphore.acquire();
        Future<Semaphore.Permit> third = semaphore.acquire();
        assertThat(isReady(first) || isReady(second) || other.poll(third).isReady())
                .isFalse();
        semaphore.addPermits(2);
        assertThat(other.takeWoken()).isFalse();
        second.drop();
        assertThat(other.takeWoken()).isTrue();
        assertThat(other.poll(third).isReady()).isTrue();
        assertThat(isReady(first)).isTrue();
    }

    @Test
    void aReservedPlaceKeepsTheReceiverFromItsEnd() {
        Channel<Mpsc.Sender<String>, Mpsc.Receiver<String>> channel = Mpsc.bounded(1);
        Mpsc.Permit<String> permit = channel.sender().tryReserve().orElseThrow();
        channel.receiver().close();
        Future<Optional<String>> end = channel.receiver().recv();
        assertThat(isReady(end)).isFalse();
        permit.close();
        assertThat(task.takeWoken()).isTrue();
        assertThat(isReady(end)).isTrue();
    }

    @Test
    void aValueThatIsSentByAPermitAfterTheDropOfTheReceiverIsReleasedAtOnce() {
        List<String> released = new ArrayList<>();
        Channel<Mpsc.Sender<String>, Mpsc.Receiver<String>> channel = Mpsc.bounded(1, released::add);
        Mpsc.Permit<String> permit = channel.sender().tryReserve().orElseThrow();
        channel.receiver().drop();
        permit.send("late");
        assertThat(released).containsExactly("late");
    }

    @Test
    void aSendThatHasItsPlaceReturnsTheValueIfTheReceiverIsClosed() {
        Channel<Mpsc.Sender<String>, Mpsc.Receiver<String>> channel = Mpsc.bounded(1);
        channel.sender().trySend("first");
        Future<Void> second = channel.sender().send("second");
        assertThat(isReady(second)).isFalse();
        channel.receiver().tryRecv();
        channel.receiver().close();
        assertThatThrownBy(() -> task.poll(second))
                .isInstanceOfSatisfying(
                        SendException.class,
                        refused -> assertThat(refused.value()).isEqualTo("second"));
    }

    @Test
    void theLastValueOfABroadcastOfOneIsThereAfterItsEnd() throws Exception {
        Channel<Broadcast.Sender<String>, Broadcast.Receiver<String>> channel = Broadcast.channel(1);
        Broadcast.Sender<String> another = channel.sender().clone();
        channel.sender().send("last");
        channel.sender().close();
        assertThat(task.poll(channel.receiver().recv())).isEqualTo(Poll.ready(Optional.of("last")));
        Future<Optional<String>> end = channel.receiver().recv();
        assertThat(isReady(end)).isFalse();
        another.close();
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(end)).isEqualTo(Poll.ready(Optional.empty()));
    }

    @Test
    void aWatchIsOpenAgainWithItsNextReceiver() {
        Channel<Watch.Sender<Integer>, Watch.Receiver<Integer>> channel = Watch.channel(1);
        channel.receiver().close();
        assertThat(isReady(channel.sender().closed())).isTrue();
        assertThatThrownBy(() -> channel.sender().send(2)).isInstanceOf(ClosedException.class);
        try (Watch.Receiver<Integer> next = channel.sender().subscribe()) {
            channel.sender().send(3);
            assertThat(next.borrow()).isEqualTo(3);
            assertThat(isReady(channel.sender().closed())).isFalse();
        }
    }

    @Test
    void aFunctionThatThrowsChangesNothing() {
        Channel<Watch.Sender<Integer>, Watch.Receiver<Integer>> channel = Watch.channel(1);
        assertThatThrownBy(() -> channel.sender().sendModify(n -> {
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");
        assertThat(channel.receiver().hasChanged()).isFalse();
        channel.sender().sendModify(n -> n + 1);
        assertThat(channel.receiver().borrow()).isEqualTo(2);
    }

    @Test
    void aTimeThatIsTooLongForAClockIsNotOver() {
        ManualClock clock = Clock.manual();
        clock.advance(Duration.ofDays(1));
        for (Duration time : List.of(FOREVER, Duration.ofNanos(Long.MAX_VALUE), Duration.ofDays(200_000))) {
            Sleep sleep = Sleep.of(time, clock);
            assertThat(isReady(sleep)).isFalse();
            clock.advance(Duration.ofDays(365));
            assertThat(isReady(sleep)).isFalse();
            sleep.drop();
        }
    }

    @Test
    void aTimeoutLeavesNoTimerWhenItsStageHasFailed() {
        ManualClock clock = Clock.manual();
        try (Clock.Scope time = Clock.enter(clock)) {
            assertThat(time.clock()).isSameAs(clock);
            CompletableFuture<String> stage = new CompletableFuture<>();
            Future<String> limited = Timeouts.timeout(Duration.ofDays(1), Future.from(stage));
            assertThat(isReady(limited)).isFalse();
            stage.completeExceptionally(new IOException("failed"));
            assertThatThrownBy(() -> task.poll(limited)).hasMessage("failed");
            assertThat(clock.untilNextTimer()).isEmpty();
        }
    }

    @Test
    void valuesBehindASlowFirstAreReleasedAndItIsGivenUp() throws Exception {
        Within slow = new Within();
        List<Closable> values = List.of(new Closable(), new Closable());
        List<Future<?>> futures = List.of(slow, Future.ready(values.get(0)), Future.ready(values.get(1)));
        Stream<Object> inOrder = Streams.buffered(Streams.fromIterable(futures), 3);
        assertThat(inOrder.pollNext(task.context()).isPending()).isTrue();
        inOrder.drop();
        assertThat(values).allSatisfy(value -> assertThat(value.closes).isOne());
        assertThat(slow.isGivenUp()).isTrue();
    }

    @Test
    void allStreamsOfAMergeAreGivenUp() throws Exception {
        List<Within> futures = List.of(new Within(), new Within(), new Within());
        Stream<String> merged =
                Streams.merge(futures.stream().map(Streams::<String>once).toList());
        assertThat(merged.pollNext(task.context()).isPending()).isTrue();
        merged.drop();
        assertThat(futures).allMatch(Within::isGivenUp);
    }

    @Test
    void moreHandlesThanABudgetAreAwaitedAtOnce() {
        try (LocalPool pool = new LocalPool()) {
            List<JoinHandle<Integer>> handles = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                handles.add(pool.spawn(Future.ready(i)));
            }
            assertThat(pool.runUntil(Futures.joinAll(handles))).hasSize(1_000);
        }
    }

    @Test
    void aPoolThatIsClosedRefusesAndKeepsNobodyWaiting() {
        BlockingPool pool = BlockingPool.builder().build();
        Future<Integer> call = pool.interruptible(() -> 1);
        pool.close();
        pool.close();
        assertThatThrownBy(() -> pool.spawnBlocking(() -> 1)).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> task.poll(call)).isInstanceOf(RejectedExecutionException.class);
    }
}
