package dev.asyncfn.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.sync.Oneshot;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.thread.Driver;
import dev.asyncfn.thread.Drivers;
import dev.asyncfn.thread.Parker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits for sockets: idle threads of executors, busy ones in passing, or the reactor's own thread; and that events come in each case. */
class IdleThreadsTest {
    private Driver before;
    private Reactor reactor;
    private AsyncTcpStream stream;
    /** The plain other end. */
    private SocketChannel peer;

    /** A reactor of its own: idle threads that another test has left behind do not know it. */
    @BeforeEach
    void open() throws IOException {
        before = Drivers.current();
        reactor = new Reactor(1, Selector::open);
        Drivers.install(reactor);
        try (ServerSocketChannel listener = ServerSocketChannel.open().bind(TcpPair.anyPort())) {
            peer = SocketChannel.open(listener.getLocalAddress());
            stream = AsyncTcpStream.of(listener.accept(), reactor);
        }
    }

    @AfterEach
    void close() throws IOException {
        Drivers.install(before);
        stream.close();
        peer.close();
        while (reactor.thread() != null) {
            Thread.yield(); // it ends by itself
        }
    }

    /** A pool that notes its threads. */
    private static final class Noted implements ThreadFactory {
        final List<Thread> threads = new ArrayList<>();

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, "noted");
            thread.setDaemon(true);
            threads.add(thread);
            return thread;
        }

        ThreadPool pool(int count) {
            return ThreadPool.builder().threads(count).threadFactory(this).build();
        }
    }

    /** Waits until {@code thread} waits for events. It is idle, so it will. */
    private void awaitDriver(Thread thread) {
        while (reactor.driver() != thread) {
            Thread.yield();
        }
    }

    /** Has an event come, and returns the thread that has woken for it. */
    private Thread wakingThread() throws Exception {
        BlockingQueue<Thread> waking = new ArrayBlockingQueue<>(1);
        Context cx = Context.fromWaker(Waker.of(() -> waking.add(Thread.currentThread())));
        TryFuture<Integer, IOException> read = stream.read(ByteBuffer.allocate(1));
        assertThat(read.poll(cx)).isSameAs(Poll.pending());
        send();
        Thread woken = waking.take();
        assertThat(read.poll(cx)).isEqualTo(Poll.ready(1));
        return woken;
    }

    private void send() throws IOException {
        peer.write(ByteBuffer.allocate(1));
    }

    private int receive() throws IOException {
        return Async.blockOn(stream.read(ByteBuffer.allocate(1)));
    }

    @Test
    void anIdleThreadOfAPoolIsTheOneThatWakes() throws Exception {
        Noted noted = new Noted();
        try (ThreadPool pool = noted.pool(1)) {
            awaitDriver(noted.threads.get(0));
            awaitWokenBy(noted.threads.get(0));
            assertThat(Async.blockOn(pool.spawn(Future.ready(7)))).isEqualTo(7); // while it waits for events
        }
        assertThat(reactor.driver()).isNotSameAs(noted.threads.get(0)); // close() has ended the wait
    }

    @Test
    void aTaskOfThatThreadGoesOnInIt() throws Exception {
        Noted noted = new Noted();
        try (ThreadPool pool = noted.pool(1)) {
            JoinHandle<Integer> reading = pool.spawn(stream.read(ByteBuffer.allocate(1)));
            awaitDriver(noted.threads.get(0));
            send();
            assertThat(Async.blockOn(reading)).isOne();
        }
    }

    @Test
    void whoRunsALocalPoolIsTheOneThatWakesWhileItWaits() throws Exception {
        LocalPool pool = new LocalPool();
        var end = Oneshot.<Integer>channel();
        Thread runner =
                new Thread(() -> assertThat(pool.runUntil(end.receiver())).isOne(), "runner");
        runner.start();
        awaitDriver(runner);
        awaitWokenBy(runner);
        awaitDriver(runner);
        end.sender().send(1); // which ends its wait
        runner.join();
        send();
        assertThat(receive()).isOne(); // by the reactor's thread, as nobody runs the pool
    }

    @Test
    void withoutAnExecutorTheReactorsThreadWakes() throws Exception {
        assertThat(wakingThread()).isSameAs(reactor.thread());
    }

    /** Such a thread would keep its carrier from the others. */
    @Test
    void virtualThreadsDoNotWaitForEvents() throws Exception {
        ThreadFactory factory = VirtualThreads.factory();
        try (ThreadPool pool =
                ThreadPool.builder().threads(2).threadFactory(factory).build()) {
            for (int i = 0; i < 20; i++) {
                assertThat(Async.blockOn(pool.spawn(Future.ready(i)))).isEqualTo(i);
                assertThat(wakingThread()).isSameAs(reactor.thread());
            }
            JoinHandle<Integer> reading = pool.spawn(stream.read(ByteBuffer.allocate(1)));
            send();
            assertThat(Async.blockOn(reading)).isOne();
        }
    }

    @Test
    void eventsComeWhileThePoolThatHadTheTurnBlocks() throws Exception {
        Noted noted = new Noted();
        CountDownLatch unblocked = new CountDownLatch(1);
        try (ThreadPool pool = noted.pool(1)) {
            awaitDriver(noted.threads.get(0));
            JoinHandle<Void> blocking = pool.spawn(cx -> {
                unblocked.await();
                return Poll.ready(null);
            });
            for (int i = 0; i < 3; i++) {
                assertThat(wakingThread()).isSameAs(reactor.thread());
            }
            unblocked.countDown();
            Async.blockOn(blocking);
            awaitDriver(noted.threads.get(0)); // idle again, it has the turn back
        }
    }

    @Test
    void aBusyThreadLooksForEventsInPassing() throws Exception {
        Noted noted = new Noted();
        AtomicBoolean ends = new AtomicBoolean();
        try (ThreadPool pool = noted.pool(1)) {
            JoinHandle<Void> busy = pool.spawn(cx -> {
                cx.waker().wakeByRef();
                return ends.get() ? Poll.ready(null) : Poll.pending();
            });
            awaitWokenBy(noted.threads.get(0));
            ends.set(true);
            Async.blockOn(busy);
        }
    }

    @Test
    void whoRunsABusyLocalPoolLooksForEventsInPassing() throws Exception {
        LocalPool pool = new LocalPool();
        AtomicBoolean ends = new AtomicBoolean();
        pool.spawn(cx -> {
            cx.waker().wakeByRef();
            return ends.get() ? Poll.ready(null) : Poll.pending();
        });
        Thread runner = new Thread(pool::run, "runner");
        runner.start();
        awaitWokenBy(runner);
        ends.set(true);
        runner.join();
    }

    /** The reactor's thread wakes, too, if that thread has had no processor for a while. */
    private void awaitWokenBy(Thread thread) throws Exception {
        while (wakingThread() != thread) {
            Thread.yield();
        }
    }

    @Test
    void anInterruptEndsNoWaitForGoodAndClosesNothing() throws Exception {
        Noted noted = new Noted();
        try (ThreadPool pool = noted.pool(1)) {
            Thread worker = noted.threads.get(0);
            JoinHandle<Integer> reading = pool.spawn(stream.read(ByteBuffer.allocate(1)));
            for (int i = 0; i < 10; i++) {
                awaitDriver(worker);
                worker.interrupt();
            }
            send();
            assertThat(Async.blockOn(reading)).isOne();
            assertThat(stream.isOpen()).isTrue();
            while (worker.isInterrupted()) {
                Thread.yield(); // until it has noticed the last one
            }
        }
    }

    @Test
    void anInterruptOfWhoRunsALocalPoolIsKeptForIt() throws Exception {
        LocalPool pool = new LocalPool();
        JoinHandle<Integer> reading = pool.spawn(stream.read(ByteBuffer.allocate(1)));
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread runner = new Thread(
                () -> {
                    pool.run();
                    interrupted.set(Thread.interrupted());
                },
                "runner");
        runner.start();
        awaitDriver(runner);
        runner.interrupt();
        send();
        runner.join();
        assertThat(interrupted).isTrue();
        assertThat(Async.blockOn(reading)).isOne();
    }

    @Test
    @SuppressWarnings("try") // the pool is there for its thread
    void aWakerThatThrowsEndsNoThreadOfAPool() throws Exception {
        Noted noted = new Noted();
        BlockingQueue<Throwable> uncaught = new ArrayBlockingQueue<>(1);
        try (ThreadPool pool = noted.pool(1)) {
            assertThat(pool.size()).isZero(); // its thread is idle
            Thread worker = noted.threads.get(0);
            worker.setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
            IllegalStateException bad = new IllegalStateException("a bad waker");
            awaitDriver(worker);
            TryFuture<Integer, IOException> read = stream.read(ByteBuffer.allocate(1));
            assertThat(read.poll(Context.fromWaker(Waker.of(() -> {
                        throw bad;
                    }))))
                    .isSameAs(Poll.pending());
            send();
            assertThat(uncaught.take()).isSameAs(bad);
            assertThat(new TaskProbe().poll(read)).isEqualTo(Poll.ready(1));
            awaitDriver(worker);
            awaitWokenBy(worker);
        }
    }

    @Test
    @SuppressWarnings("try") // the pool is there for its thread
    void aSocketThatIsClosedWhileAnIdleThreadWaitsIsLetGoOf() throws Exception {
        Noted noted = new Noted();
        try (ThreadPool pool = noted.pool(1)) {
            assertThat(pool.size()).isZero(); // its thread is idle
            awaitDriver(noted.threads.get(0));
            AsyncTcpStream closed = AsyncTcpStream.of(SocketChannel.open(), reactor);
            assertThat(reactor.size()).isEqualTo(2);
            closed.close();
            while (reactor.size() > 1) {
                Thread.yield();
            }
            awaitDriver(noted.threads.get(0));
            while (!reactor.flush()) {
                Thread.yield(); // a busy machine
            }
        }
    }

    /** While its own thread runs the task, only another can let go of the first socket. */
    @Test
    void aTaskMayWaitUntilASocketThatItHasClosedIsLetGoOf() throws Exception {
        LocalPool pool = new LocalPool();
        pool.runUntil((Context cx) -> {
            AsyncTcpStream.of(SocketChannel.open(), reactor).close();
            while (!reactor.flush()) {
                Thread.yield(); // a busy machine
            }
            assertThat(reactor.size()).isOne();
            return Poll.ready(null);
        });
    }

    /** The pool's threads must leave the selector when nothing is left to wait for, or the reactor's thread would not end. */
    @Test
    void theReactorsThreadEndsWhileThePoolsThreadsStay() throws Exception {
        Noted noted = new Noted();
        try (ThreadPool pool = noted.pool(2)) {
            while (reactor.driver() == null || reactor.driver() == reactor.thread()) {
                Thread.yield();
            }
            stream.close();
            while (reactor.thread() != null) {
                Thread.yield();
            }
            assertThat(Async.blockOn(pool.spawn(Future.ready(7)))).isEqualTo(7);
        }
    }

    @Test
    void twoIdleThreadsShareTheTurnAndBothRunTasks() throws Exception {
        Noted noted = new Noted();
        try (ThreadPool pool = noted.pool(2)) {
            JoinHandle<Void> echo = pool.spawn(new Echo(stream));
            for (int i = 0; i < 2_000; i++) {
                send();
                assertThat(Async.blockOn(pool.spawn(Future.ready(i)))).isEqualTo(i);
                assertThat(peer.read(ByteBuffer.allocate(1))).isOne();
            }
            peer.close();
            Async.blockOn(echo);
        }
    }

    /** Threads that ask, drive and leave, while the reactor's own comes and goes: none of them misses an unpark. */
    @Test
    void noUnparkIsLostWhateverHasTheTurn() throws Exception {
        List<Thread> idle = new ArrayList<>();
        List<Parker> parkers = new ArrayList<>();
        List<AtomicInteger> work = new ArrayList<>();
        int rounds = 20_000;
        for (int i = 0; i < 3; i++) {
            Parker parker = new Parker(() -> reactor);
            AtomicInteger available = new AtomicInteger();
            parkers.add(parker);
            work.add(available);
            idle.add(new Thread(
                    () -> {
                        for (int done = 0; done < rounds; ) {
                            if (available.get() > done) {
                                done++;
                            } else {
                                parker.park(available);
                            }
                        }
                    },
                    "idle"));
        }
        idle.forEach(Thread::start);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < 3; i++) {
                work.get(i).incrementAndGet();
                parkers.get(i).unpark();
            }
            reactor.wakeup();
            if (round % 100 == 0) {
                assertThat(wakingThread()).isNotNull();
            }
        }
        for (Thread thread : idle) {
            thread.join();
        }
    }
}
