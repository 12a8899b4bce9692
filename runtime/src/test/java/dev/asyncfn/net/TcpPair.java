package dev.asyncfn.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Two streams that are connected to each other. */
record TcpPair(AsyncTcpStream client, AsyncTcpStream server) implements AutoCloseable {
    static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
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

    /** Waits for the reactor to wake the task. */
    static void awaitWake(TaskProbe task) {
        while (!task.takeWoken()) {
            Thread.yield();
        }
    }

    /** How many sockets are open. */
    static int registered() throws IOException {
        assertThat(Reactor.shared().flush()).isTrue();
        return Reactor.shared().size();
    }

    /** Writes until the system takes no more: the write that waits is dropped. Gives how much was taken. */
    static long fill(AsyncTcpStream stream) throws Exception {
        long written = 0;
        TaskProbe task = new TaskProbe();
        for (; ; ) {
            ByteBuffer zeros = ByteBuffer.allocateDirect(1 << 20);
            var write = stream.write(zeros);
            if (write.poll(task.context()).isPending()) {
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
