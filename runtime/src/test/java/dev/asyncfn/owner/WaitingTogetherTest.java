package dev.asyncfn.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.TaskTracker;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Signal;
import dev.asyncfn.io.DuplexStream;
import dev.asyncfn.net.AsyncTcpListener;
import dev.asyncfn.net.AsyncUdpSocket;
import dev.asyncfn.sync.Barrier;
import dev.asyncfn.sync.Broadcast;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.sync.Mutex;
import dev.asyncfn.sync.Notify;
import dev.asyncfn.sync.OnceCell;
import dev.asyncfn.sync.Oneshot;
import dev.asyncfn.sync.RateLimiter;
import dev.asyncfn.sync.RwLock;
import dev.asyncfn.sync.Semaphore;
import dev.asyncfn.sync.Watch;
import dev.asyncfn.test.ManualFuture;
import dev.asyncfn.time.ManualClock;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has a place for each task that waits, and what has one place that an operation reserves. */
@Tag("one-jdk")
class WaitingTogetherTest {
    /**
     * Something with a line.
     *
     * @param first waits
     * @param second waits, too
     * @param complete ends both waits
     */
    private record Line(String name, Future<?> first, Future<?> second, List<Runnable> complete) {
        Line(String name, Supplier<? extends Future<?>> each, Runnable... complete) {
            this(name, each.get(), each.get(), List.of(complete));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Line> lines() {
        Duration hour = Duration.ofHours(1);
        LocalPool pool = new LocalPool();
        var mutex = new Mutex<>("value");
        var lock = pool.runUntil(mutex.lock());
        var rwLock = new RwLock<>("value");
        var writing = pool.runUntil(rwLock.write());
        var written = new RwLock<>("value");
        var reading = pool.runUntil(written.read());
        Semaphore semaphore = new Semaphore(0);
        Notify notify = new Notify();
        Signal<String> made = new Signal<>();
        OnceCell<String> cell = new OnceCell<>();
        ManualClock clock = ManualClock.create();
        RateLimiter limiter = RateLimiter.of(1, hour, 1, clock);
        pool.runUntil(limiter.acquire());
        var empty = Mpsc.<String>unbounded();
        var full = Mpsc.<String>bounded(1);
        pool.runUntil(full.sender().send("first"));
        var open = Mpsc.<String>bounded(1);
        var once = Oneshot.<String>channel();
        var broadcast = Broadcast.<String>channel(4);
        var watch = Watch.channel(0);
        var condition = Watch.channel(0);
        TaskTracker tracker = new TaskTracker(pool);
        Signal<String> tracked = new Signal<>();
        tracker.spawn(tracked);
        Barrier barrier = new Barrier(2);
        return Stream.of(
                new Line("Mutex.lock", () -> closing(mutex.lock()), lock::close),
                new Line("RwLock.read", () -> closing(rwLock.read()), writing::close),
                new Line("RwLock.write", () -> closing(written.write()), reading::close),
                new Line("Semaphore.acquire", semaphore::acquire, () -> semaphore.addPermits(2)),
                new Line("Notify.notified", notify::notified, notify::notifyWaiters),
                new Line("Barrier.arrive", barrier::arrive),
                new Line("OnceCell.getOrInit", () -> cell.getOrInit(() -> made), () -> made.complete("value")),
                new Line("RateLimiter.acquire", limiter::acquire, () -> clock.advance(hour), () -> clock.advance(hour)),
                new Line(
                        "Mpsc.recv",
                        () -> empty.receiver().recv(),
                        () -> empty.sender().send("a"),
                        () -> empty.sender().send("b")),
                new Line(
                        "Mpsc.send",
                        () -> full.sender().send("value"),
                        () -> full.receiver().tryRecv(),
                        () -> full.receiver().tryRecv()),
                new Line(
                        "Mpsc.closed",
                        () -> open.sender().closed(),
                        () -> open.receiver().close()),
                new Line(
                        "Oneshot.closed",
                        () -> once.sender().closed(),
                        () -> once.receiver().close()),
                new Line(
                        "Broadcast.recv",
                        () -> broadcast.receiver().recv(),
                        () -> broadcast.sender().send("a"),
                        () -> broadcast.sender().send("b")),
                new Line(
                        "Watch.changed",
                        () -> watch.receiver().changed(),
                        () -> watch.sender().send(1),
                        () -> watch.sender().send(2)),
                new Line(
                        "Watch.waitFor",
                        () -> condition.receiver().waitFor(value -> value == 2),
                        () -> condition.sender().send(2)),
                new Line(
                        "TaskTracker.drained",
                        tracker::drained,
                        tracker::close,
                        () -> tracked.complete("end"),
                        pool::run));
    }

    /** Gives back at once what it gets. */
    private static Future<?> closing(Future<? extends AutoCloseable> lock) {
        return Futures.map(lock, guard -> {
            try {
                guard.close();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return null;
        });
    }

    private static Throwable failureOf(JoinHandle<?> handle) {
        assertThat(handle.isFinished()).isTrue();
        try {
            Async.blockOn(handle);
            return null;
        } catch (JoinException e) {
            return e.getCause();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineHasAPlaceForEachTask(Line line) {
        LocalPool pool = new LocalPool(ignored -> {});
        JoinHandle<?> first = pool.spawn(line.first());
        JoinHandle<?> second = pool.spawn(line.second());
        pool.runUntilStalled();
        for (Runnable step : line.complete()) {
            step.run();
            pool.runUntilStalled();
        }
        assertThat(failureOf(first)).isNull();
        assertThat(failureOf(second)).isNull();
        pool.close();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aPlaceInALineHasOneOwner(Line line) {
        LocalPool pool = new LocalPool(ignored -> {});
        pool.spawn(line.first());
        assertThatIllegalStateException()
                .isThrownBy(() -> pool.spawn(line.first()))
                .withMessageContaining("a future has one owner");
        pool.close();
    }

    /** Has one place in a direction, which an operation reserves until it has ended. */
    private record Exclusive(String name, Supplier<? extends Future<?>> operation, String failure, Closeable closed) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Exclusive> exclusive() throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        DuplexStream.Ends ends = DuplexStream.open(1);
        LocalPool pool = new LocalPool();
        pool.runUntil(ends.right().write(ByteBuffer.allocate(1)));
        AsyncTcpListener listener = AsyncTcpListener.bind(any);
        AsyncUdpSocket socket = AsyncUdpSocket.bind(any);
        return Stream.of(
                new Exclusive(
                        "read of a pipe", () -> ends.right().read(ByteBuffer.allocate(1)), "ReadPending", () -> {}),
                new Exclusive(
                        "write of a pipe", () -> ends.right().write(ByteBuffer.allocate(1)), "WritePending", () -> {}),
                new Exclusive("accept", listener::accept, "AcceptPending", listener),
                new Exclusive("receiveFrom", () -> socket.receiveFrom(ByteBuffer.allocate(1)), "ReadPending", socket));
    }

    @ParameterizedTest
    @MethodSource("exclusive")
    void aSecondOperationOfADirectionIsRefused(Exclusive kind) throws IOException {
        LocalPool pool = new LocalPool(ignored -> {});
        JoinHandle<?> first = pool.spawn(kind.operation().get());
        pool.runUntilStalled();
        JoinHandle<?> second = pool.spawn(kind.operation().get());
        pool.runUntilStalled();
        assertThat(failureOf(second).getClass().getSimpleName()).isEqualTo(kind.failure() + "Exception");
        assertThat(first.isFinished()).isFalse();
        pool.close();
        kind.closed().close();
    }

    static Stream<Future<?>> owned() {
        List<Future<?>> all = new ArrayList<>();
        all.add(ManualFuture.named("by hand"));
        all.add(Oneshot.<String>channel().receiver());
        all.add(Mpsc.<String>bounded(1).sender().reserve());
        all.add(Mpsc.<String>unbounded().receiver().recvMany(2));
        all.add(new OnceCell<String>().getOrInit(Signal::new));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("owned")
    void otherLeavesHaveOneOwner(Future<?> leaf) {
        LocalPool pool = new LocalPool(ignored -> {});
        pool.spawn(leaf);
        assertThatIllegalStateException()
                .isThrownBy(() -> pool.spawn(leaf))
                .withMessageContaining("a future has one owner");
        pool.close();
    }
}
