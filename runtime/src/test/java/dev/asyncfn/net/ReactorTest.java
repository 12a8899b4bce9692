package dev.asyncfn.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Waker;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reactor, turn by turn, without its thread. */
class ReactorTest {
    private final TaskProbe task = new TaskProbe();
    private final TaskProbe other = new TaskProbe();
    /** For a reactor that is not to wait. */
    private static final long SHORT = 1_000_000;

    /** What the reactor opens next. */
    private final Deque<Selector> selectors = new ArrayDeque<>();
    /** The plain other ends of the streams. */
    private final List<SocketChannel> peers = new ArrayList<>();

    private final List<AsyncTcpStream> streams = new ArrayList<>();
    private ServerSocketChannel listener;
    private Selector selector;
    private Reactor reactor;

    @BeforeEach
    void open() throws IOException {
        listener = ServerSocketChannel.open().bind(TcpPair.anyPort());
        selector = Selector.open();
        selectors.add(selector);
        reactor = new Reactor(selectors::remove, SHORT);
    }

    @AfterEach
    void close() throws IOException {
        for (AsyncTcpStream stream : streams) {
            stream.close();
        }
        for (SocketChannel peer : peers) {
            peer.close();
        }
        listener.close();
        if (selector.isOpen()) {
            selector.selectNow();
        }
        selector.close();
        assertThat(task.held()).isZero();
        assertThat(other.held()).isZero();
    }

    private AsyncTcpStream stream() throws IOException {
        SocketChannel channel = SocketChannel.open((InetSocketAddress) listener.getLocalAddress());
        peers.add(listener.accept());
        AsyncTcpStream stream = AsyncTcpStream.of(channel, reactor);
        streams.add(stream);
        return stream;
    }

    private static TryFuture<Integer, IOException> waitingRead(AsyncTcpStream stream, Context cx) throws Exception {
        TryFuture<Integer, IOException> read = stream.read(ByteBuffer.allocate(10));
        assertThat(read.poll(cx)).isSameAs(Poll.pending());
        return read;
    }

    @Test
    void aTurnWakesWhoIsReadyAndNobodyElse() throws Exception {
        TryFuture<Integer, IOException> first = waitingRead(stream(), task.context());
        TryFuture<Integer, IOException> second = waitingRead(stream(), other.context());
        peers.get(1).write(TcpPair.bytes("x"));
        turnUntilWoken(other);
        assertThat(task.wakes()).isZero();
        assertThat(other.poll(second)).isEqualTo(Poll.ready(1));
        first.drop();
    }

    /** The first turn may be for the interest that was turned on. */
    private void turnUntilWoken(TaskProbe probe) throws IOException {
        while (!probe.takeWoken()) {
            reactor.turn();
        }
    }

    @Test
    void aHangUpIsReportedOnceForEachPollThatAsked() throws Exception {
        TryFuture<Integer, IOException> read = waitingRead(stream(), task.context());
        peers.get(0).close();
        turnUntilWoken(task);
        assertThat(selector.selectNow()).isZero();
        assertThat(task.poll(read)).isEqualTo(Poll.ready(-1));
        assertThat(selector.selectNow()).isZero();
    }

    @Test
    void aWakeThatNobodyWaitsForTurnsTheInterestOff() throws Exception {
        TryFuture<Integer, IOException> read = waitingRead(stream(), task.context());
        read.drop();
        peers.get(0).write(TcpPair.bytes("x"));
        while (selector.selectNow() == 0) {
            Thread.yield(); // until it has arrived
        }
        reactor.turn();
        assertThat(selector.selectNow()).isZero();
        assertThat(task.wakes()).isZero();
    }

    @Test
    void aWakerThatThrowsHarmsNobodyElse() throws Exception {
        List<Throwable> uncaught = uncaught();
        IllegalStateException thrown = new IllegalStateException("a bad waker");
        Context bad = Context.fromWaker(Waker.of(() -> {
            throw thrown;
        }));
        TryFuture<Integer, IOException> first = waitingRead(stream(), bad);
        TryFuture<Integer, IOException> second = waitingRead(stream(), task.context());
        TryFuture<Integer, IOException> third = waitingRead(stream(), bad);
        for (SocketChannel peer : peers) {
            peer.write(TcpPair.bytes("x"));
        }
        while (uncaught.size() < 2) {
            reactor.turn();
        }
        turnUntilWoken(task);
        assertThat(uncaught).containsExactly(thrown, thrown);
        for (TryFuture<Integer, IOException> read : List.of(first, second, third)) {
            assertThat(task.poll(read)).isEqualTo(Poll.ready(1));
        }
    }

    @Test
    void aClosedSourceIsForgottenInTheNextTurn() throws Exception {
        stream();
        AsyncTcpStream closed = stream();
        assertThat(reactor.size()).isEqualTo(2);
        closed.close();
        reactor.turn();
        assertThat(reactor.size()).isOne();
    }

    @Test
    void wakeupsCoalesceAndConcernOnlyAThreadThatWaits() throws Exception {
        BrokenSelector counting = new BrokenSelector();
        selectors.add(counting);
        Reactor counted = new Reactor(selectors::remove, SHORT);
        counted.wakeup();
        assertThat(counting.wakeups).isZero();
        counting.during = () -> {
            counted.wakeup();
            counted.wakeup();
        };
        counted.turn();
        assertThat(counting.wakeups).isOne();
        counted.turn();
        assertThat(counting.wakeups).isEqualTo(2);
        counted.wakeup();
        assertThat(counting.wakeups).isEqualTo(2);
    }

    /** Whoever handles events looks at everything before it waits again, so it is not to wake itself. */
    @Test
    void aThreadThatHandlesEventsIsNotWokenForWhatChanges() throws Exception {
        AsyncTcpStream stream = stream();
        List<TryFuture<Integer, IOException>> rearmed = new ArrayList<>();
        AsyncTcpStream other = stream();
        Context arming = Context.fromWaker(Waker.of(() -> {
            try {
                rearmed.add(waitingRead(other, task.context()));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }));
        waitingRead(stream, arming);
        peers.get(0).write(TcpPair.bytes("x"));
        while (rearmed.isEmpty()) {
            reactor.turn();
        }
        assertThat(selector.selectNow()).isZero();
        peers.get(1).write(TcpPair.bytes("yz"));
        turnUntilWoken(task);
        assertThat(task.poll(rearmed.get(0))).isEqualTo(Poll.ready(2));
    }

    @Test
    void anInterruptEndsOneTurnOnly() throws Exception {
        Thread.currentThread().interrupt();
        reactor.turn();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aSelectorThatKeepsReturningForNothingIsReplaced() throws Exception {
        BrokenSelector spinning = new BrokenSelector();
        selectors.add(spinning);
        reactor = new Reactor(selectors::remove, SHORT);
        for (int i = 0; i < Reactor.EMPTY_TURNS; i++) {
            assertThat(spinning.isOpen()).isTrue();
            reactor.turn();
        }
        selectors.add(Selector.open());
        reactor.turn();
        assertThat(spinning.isOpen()).isFalse();
        assertThat(selectors).isEmpty();
        TryFuture<Integer, IOException> read = waitingRead(stream(), task.context());
        peers.get(0).write(TcpPair.bytes("x"));
        turnUntilWoken(task);
        assertThat(task.poll(read)).isEqualTo(Poll.ready(1));
    }

    @Test
    void aSelectorThatFailsIsReplacedAndTheFailureIsReported() throws Exception {
        List<Throwable> uncaught = uncaught();
        BrokenSelector failing = new BrokenSelector();
        failing.failure = new IOException("out of order");
        selectors.add(failing);
        reactor = new Reactor(selectors::remove, SHORT);
        reactor.turn();
        assertThat(uncaught).containsExactly(failing.failure);
        selectors.add(Selector.open());
        reactor.turn();
        assertThat(failing.isOpen()).isFalse();
        assertThat(uncaught).hasSize(1);
    }

    @Test
    void withoutANewSelectorItGoesOnTrying() throws Exception {
        List<Throwable> uncaught = uncaught();
        BrokenSelector failing = new BrokenSelector();
        failing.failure = new IOException("out of order");
        selectors.add(failing);
        reactor = new Reactor(selectors::remove, SHORT);
        reactor.turn();
        reactor.turn();
        assertThat(uncaught).hasSize(2).last().isInstanceOf(NoSuchElementException.class);
        selectors.add(Selector.open());
        reactor.turn();
        assertThat(failing.isOpen()).isFalse();
    }

    /** What this thread reports. */
    private static List<Throwable> uncaught() {
        List<Throwable> uncaught = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
        return uncaught;
    }

    @Test
    void turnsThatWereAskedForAreNoReasonToReplaceTheSelector() throws Exception {
        BrokenSelector fine = new BrokenSelector();
        selectors.add(fine);
        reactor = new Reactor(selectors::remove, SHORT);
        fine.during = reactor::wakeup;
        for (int i = 0; i < 3 * Reactor.EMPTY_TURNS; i++) {
            reactor.turn();
        }
        assertThat(fine.isOpen()).isTrue();
    }

    @Test
    void aNewSelectorTakesOverAllThatIsOpenAndWhatItWaitsFor() throws Exception {
        AsyncTcpStream idle = stream();
        TryFuture<Integer, IOException> read = waitingRead(stream(), task.context());
        AsyncTcpStream closed = stream();
        closed.close();
        selectors.add(Selector.open());
        reactor.replaceSelector();
        assertThat(selector.isOpen()).isFalse();
        assertThat(reactor.size()).isEqualTo(2);
        peers.get(1).write(TcpPair.bytes("x"));
        turnUntilWoken(task);
        assertThat(task.poll(read)).isEqualTo(Poll.ready(1));
        TryFuture<Integer, IOException> later = waitingRead(idle, other.context());
        peers.get(0).write(TcpPair.bytes("yz"));
        turnUntilWoken(other);
        assertThat(other.poll(later)).isEqualTo(Poll.ready(2));
    }

    @Test
    void aWakeupOfTheOldSelectorIsNotLostOnTheNew() throws Exception {
        uncaught();
        BrokenSelector failing = new BrokenSelector();
        failing.failure = new IOException("out of order");
        selectors.add(failing);
        Reactor[] repaired = new Reactor[1];
        repaired[0] = new Reactor(
                () -> {
                    if (repaired[0] != null) {
                        repaired[0].wakeup(); // by a thread that still has the old selector
                    }
                    return selectors.remove();
                },
                SHORT);
        repaired[0].turn();
        selectors.add(selector);
        repaired[0].turn(); // does not wait
        assertThat(failing.wakeups).isOne();
        assertThat(selectors).isEmpty();
    }

    @Test
    void itsThreadStartsWithTheFirstSourceAndEndsAfterTheLast() throws Exception {
        Reactor threaded = new Reactor(1, Selector::open);
        for (int i = 0; i < 50; i++) {
            assertThat(threaded.size()).isZero();
            SocketChannel channel = SocketChannel.open((InetSocketAddress) listener.getLocalAddress());
            SocketChannel peer = listener.accept();
            AsyncTcpStream stream = AsyncTcpStream.of(channel, threaded);
            Thread thread = threaded.thread();
            assertThat(thread.getName()).isEqualTo("asyncfn-reactor");
            peer.write(TcpPair.bytes("x"));
            assertThat(Async.blockOn(stream.read(ByteBuffer.allocate(1)))).isOne();
            stream.close();
            peer.close();
            while (i % 2 == 0 ? threaded.thread() != null || thread.isAlive() : threaded.size() > 0) {
                Thread.yield();
            }
        }
    }

    @Test
    void ifItsThreadCannotStartNothingIsLeftAndTheNextSourceTriesAgain() throws Exception {
        selectors.clear();
        Reactor threaded = new Reactor(1, selectors::remove);
        SocketChannel refused = SocketChannel.open();
        assertThatThrownBy(() -> AsyncTcpStream.of(refused, threaded)).isInstanceOf(NoSuchElementException.class);
        assertThat(refused.isOpen()).isFalse();
        assertThat(threaded.thread()).isNull();
        selectors.add(Selector.open());
        AsyncTcpStream.of(SocketChannel.open(), threaded).close();
        while (threaded.thread() != null) {
            Thread.yield();
        }
    }

    /** A waker may block its thread for ever. */
    @Test
    void aPortThatIsTakenByAnOpenSocketIsRefusedWithoutWaitingForTheThread() throws Exception {
        stream(); // a source that is open
        InetSocketAddress taken = (InetSocketAddress) listener.getLocalAddress();
        try (ServerSocketChannel second = ServerSocketChannel.open()) {
            assertThatThrownBy(() -> reactor.bind(() -> second.bind(taken))).isInstanceOf(BindException.class);
        }
    }

    @Test
    void aPortIsBoundOnceTheReactorHasLetGoOfASocketThatWasClosed() throws Exception {
        selectors.add(Selector.open());
        Reactor patient = new Reactor(selectors::remove, Long.MAX_VALUE);
        AtomicInteger attempts = new AtomicInteger();
        patient.sourceClosed();
        FutureTask<Void> binding = new FutureTask<>(() -> {
            patient.bind(() -> {
                if (attempts.incrementAndGet() == 1) {
                    throw new BindException("taken by the socket that was closed");
                }
            });
            return null;
        });
        Thread thread = new Thread(binding, "binding");
        thread.start();
        while (!patient.needsThread()) {
            Thread.yield(); // until it is taken
        }
        patient.turn();
        binding.get();
        assertThat(attempts).hasValue(2);
    }

    @Test
    void aPortIsBoundIfTheReactorHasLetGoOfTheSocketSinceItWasTried() throws Exception {
        selectors.add(Selector.open());
        Reactor quick = new Reactor(selectors::remove, Long.MAX_VALUE);
        AtomicInteger attempts = new AtomicInteger();
        quick.sourceClosed();
        quick.bind(() -> {
            if (attempts.incrementAndGet() == 1) {
                quick.turn();
                throw new BindException("taken by the socket that was closed");
            }
        });
        assertThat(attempts).hasValue(2);
    }

    /** Here nobody runs the reactor's turns, as if its thread were blocked. */
    @Test
    void aPortWhoseSocketIsClosingIsNotAwaitedForEver() throws Exception {
        stream().close();
        InetSocketAddress taken = (InetSocketAddress) listener.getLocalAddress();
        try (ServerSocketChannel second = ServerSocketChannel.open()) {
            assertThatThrownBy(() -> reactor.bind(() -> second.bind(taken))).isInstanceOf(BindException.class);
        }
    }

    @Test
    void withoutAReactorTheChannelIsClosed() throws Exception {
        selector.close();
        SocketChannel channel = SocketChannel.open();
        assertThatThrownBy(() -> AsyncTcpStream.of(channel, reactor)).isNotNull();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aClosedChannelIsNoSource() throws Exception {
        SocketChannel channel = SocketChannel.open();
        channel.close();
        assertThatThrownBy(() -> AsyncTcpStream.of(channel, reactor)).isInstanceOf(ClosedChannelException.class);
    }
}
