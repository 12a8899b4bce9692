package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.io.DuplexStream;
import dev.asyncfn.net.AsyncTcpListener;
import dev.asyncfn.net.AsyncTcpStream;
import dev.asyncfn.net.AsyncUnixListener;
import dev.asyncfn.net.AsyncUnixStream;
import dev.asyncfn.test.TestExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForwarderTest {
    @Test
    void bothDirectionsAreForwardedInWhateverPieces() {
        TestExecutor.explore(200, executor -> {
            DuplexStream.Ends client = DuplexStream.open(1 + (int) (executor.seed() % 7));
            DuplexStream.Ends server = DuplexStream.open(1 + (int) (executor.seed() % 5));
            executor.spawn("server", LineServerAsync.serve(new LineServer(), server.right()));
            JoinHandle<Long> bytes = executor.spawn(ForwarderAsync.forward(
                    client.right(), () -> Futures.failingWith(Future.ready(server.left()), IOException.class)));
            assertThat(executor.run(LineClientAsync.ask(client.left(), List.of("SET a 1", "GET a"))))
                    .containsExactly("OK", "VALUE 1", null);
            assertThat(executor.run(bytes)).isEqualTo("SET a 1\nGET a\n".length() + "OK\r\nVALUE 1\r\n".length());
            assertThat(executor.held()).isZero();
        });
    }

    @Test
    void aClientForWhomThereIsNoServerIsDisconnected() {
        try (TestExecutor executor = new TestExecutor(0)) {
            DuplexStream.Ends client = DuplexStream.open(10);
            IOException refused = new IOException("refused");
            assertThatThrownBy(() -> executor.run(ForwarderAsync.forward(
                            client.right(), () -> Futures.failingWith(Future.failed(refused), IOException.class))))
                    .isSameAs(refused);
            assertThat(client.right().isOpen()).isFalse();
        }
    }

    @Test
    void anyoneOnTheNetworkReachesAServerOnAUnixDomainSocket(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("socket");
        try (ThreadPool pool = ThreadPool.of(1);
                AsyncUnixListener server = AsyncUnixListener.bind(file);
                AsyncTcpListener listener =
                        AsyncTcpListener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            JoinHandle<Void> forwarding =
                    pool.spawn(ForwarderAsync.serve(listener, () -> AsyncUnixStream.connect(file), pool));
            AsyncTcpStream client = Async.blockOn(AsyncTcpStream.connect(listener.localAddress()));
            JoinHandle<List<String>> answers = pool.spawn(LineClientAsync.ask(client, List.of("SET a 1", "GET a")));
            Async.blockOn(LineServerAsync.serve(new LineServer(), Async.blockOn(server.accept())));
            assertThat(Async.blockOn(answers)).containsExactly("OK", "VALUE 1", null);
            forwarding.abort();
        }
    }
}
