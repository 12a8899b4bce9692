package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.io.DuplexStream;
import dev.asyncfn.net.AsyncUnixListener;
import dev.asyncfn.net.AsyncUnixStream;
import dev.asyncfn.test.TestExecutor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineServerTest {
    private static final String LONG = "GET " + "x".repeat(2_000);

    @Test
    void eachRequestIsAnsweredInWhateverPiecesItArrives() {
        TestExecutor.explore(100, executor -> {
            LineServer server = new LineServer();
            DuplexStream.Ends one = DuplexStream.open(1 + (int) (executor.seed() % 20));
            DuplexStream.Ends two = DuplexStream.open(100);
            executor.spawn("server of one", LineServerAsync.serve(server, one.right()));
            executor.spawn("server of two", LineServerAsync.serve(server, two.right()));
            JoinHandle<List<String>> first =
                    executor.spawn(LineClientAsync.ask(one.left(), List.of("SET a 1", "GET a", "what?")));
            JoinHandle<List<String>> second =
                    executor.spawn(LineClientAsync.ask(two.left(), List.of("GET b", LONG, "SET b x y", "GET b")));
            assertThat(executor.run(first)).containsExactly("OK", "VALUE 1", "ERROR unknown request", null);
            assertThat(executor.run(second))
                    .containsExactly("NONE", "ERROR a line of more than 1000 bytes", "OK", "VALUE x y", null);
            assertThat(executor.held()).isZero();
        });
    }

    @Test
    void aProcessOfTheSameMachineIsServedOnAUnixDomainSocket(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("socket");
        try (ThreadPool pool = ThreadPool.of(1);
                AsyncUnixListener listener = AsyncUnixListener.bind(file)) {
            AsyncUnixStream client = Async.blockOn(AsyncUnixStream.connect(file));
            JoinHandle<Void> served =
                    pool.spawn(LineServerAsync.serve(new LineServer(), Async.blockOn(listener.accept())));
            assertThat(Async.blockOn(LineClientAsync.ask(client, List.of("SET a 1", "GET a"))))
                    .containsExactly("OK", "VALUE 1", null);
            Async.blockOn(served);
        }
    }
}
