package dev.asyncfn.net;

import dev.asyncfn.Async;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.condition.OS;

/** Two streams that are connected to each other. */
record TcpPair(AsyncTcpStream client, AsyncTcpStream server) implements AutoCloseable {
    static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /**
     * Any port of an address of this process, where the system has such. A port of the usual address that is free for a moment may be
     * given to another process.
     */
    static InetSocketAddress ownPort() throws IOException {
        long pid = ProcessHandle.current().pid();
        byte[] own = {127, (byte) (pid >> 14 | 128), (byte) (pid >> 7 & 127), (byte) (pid & 127)};
        return OS.LINUX.isCurrentOs() ? new InetSocketAddress(InetAddress.getByAddress(own), 0) : anyPort();
    }

    static TcpPair open() throws IOException {
        try (AsyncTcpListener listener = AsyncTcpListener.bind(anyPort())) {
            return open(listener);
        }
    }

    static TcpPair open(AsyncTcpListener listener) throws IOException {
        AsyncTcpStream client = Async.blockOn(AsyncTcpStream.connect(listener.localAddress()));
        return new TcpPair(client, Async.blockOn(listener.accept()));
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What was read into a buffer. */
    static String text(ByteBuffer buffer) {
        return StandardCharsets.UTF_8.decode(buffer.duplicate().flip()).toString();
    }

    /** Waits for the task to be woken: the reactor may have taken the waker, and be late, when another would wake. */
    static void awaitWake(TaskProbe task) {
        while (!task.takeWoken()) {
            Thread.yield();
        }
    }

    /** Waits until the reactor has woken whom it was about to wake: a waker that it has taken by then is still held. */
    static void awaitReactor() throws IOException {
        while (!Reactor.shared().flush()) {
            Thread.yield(); // it waits for no more than a second, in which a busy machine may not have run the reactor
        }
    }

    interface Binding<T> {
        T bind() throws IOException;
    }

    /** Binds to an address again, whose socket was closed. It waits for no more than a second, as above. */
    static <T> T again(Binding<T> binding) throws IOException {
        try {
            return binding.bind();
        } catch (BindException notYet) {
            awaitReactor();
            return binding.bind();
        }
    }

    /** How many sockets are open. */
    static int registered() throws IOException {
        awaitReactor();
        return Reactor.shared().size();
    }

    /** Polls as a task does, once at first and then after each wake, until the future is ready. */
    static <T> Poll<T> awaitReady(TaskProbe task, TryFuture<T, ?> future) throws Exception {
        Poll<T> outcome = task.poll(future);
        while (outcome.isPending()) {
            awaitWake(task);
            outcome = task.poll(future);
        }
        return outcome;
    }

    /**
     * A write that waits, since nobody reads what was written before.
     *
     * @param before how many bytes
     */
    record WaitingWrite(TryFuture<Integer, IOException> write, int before) {
        static WaitingWrite on(AsyncTcpStream stream, ByteBuffer data, TaskProbe task) throws Exception {
            int before = 0;
            for (; ; ) {
                before += fill(stream);
                TryFuture<Integer, IOException> write = stream.write(data);
                if (task.poll(write).isPending()) {
                    return new WaitingWrite(write, before);
                }
                before += data.position(); // the system has found some more room
                data.rewind();
            }
        }
    }

    /** Writes as much as the system takes now. */
    private static int fill(AsyncTcpStream stream) throws Exception {
        int written = 0;
        TaskProbe task = new TaskProbe();
        for (; ; ) {
            ByteBuffer zeros = ByteBuffer.allocateDirect(1 << 20);
            TryFuture<Integer, IOException> write = stream.write(zeros);
            if (task.poll(write).isPending()) {
                write.drop();
                return written;
            }
            written += zeros.position();
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
