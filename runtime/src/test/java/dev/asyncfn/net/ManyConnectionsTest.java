package dev.asyncfn.net;

import static dev.asyncfn.net.TcpPair.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many connections held at once, both ends in this process, with slow, silent and vanishing clients among them: all are served, and nothing is
 * left behind. Each takes two of the files that the process may open ({@code ulimit -n}). The long form:
 *
 * <pre>mvn -pl runtime -am test -Dtest=ManyConnectionsTest -Dsurefire.failIfNoSpecifiedTests=false -Dnet.connections=5000</pre>
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ManyConnectionsTest {
    private static final int CONNECTIONS = Integer.getInteger("net.connections", 300);
    private static final int KINDS = 4;
    private static final String MESSAGE = "a message for the echo server";
    private static final int HALF = MESSAGE.length() / 2;

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @Test
    void manyConnectionsAreServedAtOnceAndNothingIsLeftOfThem() throws Exception {
        holdAtOnce(KINDS); // opens what is opened once
        int registered = TcpPair.registered();
        long sockets = openSockets();
        holdAtOnce(CONNECTIONS);
        assertThat(TcpPair.registered()).isEqualTo(registered);
        assertThat(openSockets()).as("another test's may have been collected").isLessThanOrEqualTo(sockets);
    }

    private static void holdAtOnce(int connections) throws Exception {
        int registered = TcpPair.registered();
        List<AsyncTcpStream> clients = new ArrayList<>();
        AsyncTcpListener listener = AsyncTcpListener.bind(TcpPair.anyPort());
        try (ThreadPool pool = ThreadPool.of(2)) {
            JoinHandle<Void> serving = pool.spawn(new Serve(listener, pool));
            for (int i = 0; i < connections; i++) {
                clients.add(Async.blockOn(AsyncTcpStream.connect(listener.localAddress())));
            }
            while (pool.size() < 1 + connections) {
                Thread.yield(); // until the last has been accepted
            }
            assertThat(TcpPair.registered()).isEqualTo(registered + 1 + 2 * connections);
            converse(clients);
            listener.close();
            Async.blockOn(serving);
            assertThat(pool.awaitTasks(Duration.ofHours(1))).isTrue();
        }
    }

    private static void converse(List<AsyncTcpStream> clients) throws Exception {
        for (int i = 0; i < clients.size(); i++) {
            switch (i % KINDS) {
                case 0 -> Async.blockOn(clients.get(i).writeAll(bytes(MESSAGE)));
                case 1 -> Async.blockOn(clients.get(i).writeAll(bytes(MESSAGE.substring(0, HALF)))); // slow
                case 2 -> vanish(clients.get(i));
                default -> clients.get(i).shutdownOutput(); // has nothing to say
            }
        }
        for (int i = 0; i < clients.size(); i++) {
            if (i % KINDS != 1 && i % KINDS != 2) {
                listenToTheEnd(clients.get(i), i % KINDS == 0 ? MESSAGE : "");
            }
        }
        for (int i = 1; i < clients.size(); i += KINDS) {
            Async.blockOn(clients.get(i).writeAll(bytes(MESSAGE.substring(HALF))));
            listenToTheEnd(clients.get(i), MESSAGE);
        }
    }

    private static void vanish(AsyncTcpStream client) throws IOException {
        Async.blockOn(client.writeAll(bytes(MESSAGE)));
        client.setOption(StandardSocketOptions.SO_LINGER, 0).close();
    }

    private static void listenToTheEnd(AsyncTcpStream client, String expected) throws IOException {
        ByteBuffer echo = ByteBuffer.allocate(expected.length());
        Async.blockOn(client.readExactly(echo));
        assertThat(TcpPair.text(echo)).isEqualTo(expected);
        client.shutdownOutput();
        assertThat(Async.blockOn(client.readToEnd(1))).isEmpty();
        client.close();
    }

    /** How many sockets this process has open, where the system shows them. */
    private static long openSockets() throws IOException {
        if (!Files.isDirectory(OPEN_FILES)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.filter(ManyConnectionsTest::isSocket).count();
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException closed) {
            return false; // a file that was open when they were listed
        }
    }

    /** Accepts until the listener is closed; each connection is a task of its own. */
    private static final class Serve implements Future<Void> {
        private final AsyncTcpListener listener;
        private final ThreadPool pool;
        private TryFuture<AsyncTcpStream, IOException> accept;

        Serve(AsyncTcpListener listener, ThreadPool pool) {
            this.listener = listener;
            this.pool = pool;
        }

        @Override
        public Poll<Void> poll(Context cx) throws Exception {
            try {
                for (; ; ) {
                    if (accept == null) {
                        accept = listener.accept();
                    }
                    if (!(accept.poll(cx) instanceof Poll.Ready<AsyncTcpStream> ready)) {
                        return Poll.pending();
                    }
                    accept = null;
                    pool.spawn(new Echo(ready.value()));
                }
            } catch (ClosedChannelException closed) {
                return Poll.ready(null);
            }
        }

        @Override
        public void drop() {
            if (accept != null) {
                accept.drop();
            }
        }
    }
}
