package dev.asyncfn.net;

import static dev.asyncfn.net.TcpPair.awaitWake;
import static dev.asyncfn.net.TcpPair.bytes;
import static dev.asyncfn.net.TcpPair.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.future.Futures;
import dev.asyncfn.io.Bytes;
import dev.asyncfn.io.SendAll;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AcceptPendingException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixSocketTest {
    @TempDir
    Path folder;

    private final TaskProbe task = new TaskProbe();
    private final ByteBuffer buffer = ByteBuffer.allocate(100);
    private Path file;
    private AsyncUnixListener listener;

    @BeforeEach
    void listen() throws IOException {
        file = folder.resolve("socket");
        listener = AsyncUnixListener.bind(file);
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
        TcpPair.awaitReactor();
        assertThat(task.held()).isZero();
    }

    @Test
    void bytesGoBothWaysAndEachHasItsEnd() throws Exception {
        TryFuture<AsyncUnixStream, IOException> accept = listener.accept();
        assertThat(task.poll(accept)).isSameAs(Poll.pending());
        try (AsyncUnixStream client = Async.blockOn(AsyncUnixStream.connect(file))) {
            awaitWake(task);
            try (AsyncUnixStream server = ((Poll.Ready<AsyncUnixStream>) TcpPair.awaitReady(task, accept)).value()) {
                Async.blockOn(client.writeAll(bytes("question")));
                Async.blockOn(client.shutdown());
                assertThat(new String(Async.blockOn(server.readToEnd(100)))).isEqualTo("question");
                Async.blockOn(server.writeAll(bytes("answer")));
                server.shutdownOutput();
                assertThat(new String(Async.blockOn(client.readToEnd(100)))).isEqualTo("answer");
            }
            assertThat(client.toString()).startsWith("AsyncUnixStream[").endsWith(file + "]");
        }
    }

    @Test
    void aReadWaitsAndIsWoken() throws Exception {
        try (AsyncUnixStream client = Async.blockOn(AsyncUnixStream.connect(file))) {
            AsyncUnixStream server = Async.blockOn(listener.accept());
            TryFuture<Integer, IOException> read = server.read(buffer);
            assertThat(task.poll(read)).isSameAs(Poll.pending());
            Async.blockOn(client.write(bytes("late")));
            awaitWake(task);
            assertThat(TcpPair.awaitReady(task, read)).isEqualTo(Poll.ready(4));
            assertThat(text(buffer)).isEqualTo("late");
            TryFuture<Integer, IOException> cut = server.read(buffer);
            task.poll(cut);
            server.close();
            assertThatThrownBy(() -> task.poll(cut)).isInstanceOf(ClosedChannelException.class);
            assertThat(server).hasToString("AsyncUnixStream[closed]");
        }
    }

    @Test
    void muchMoreThanTheSystemHoldsArrives() throws Exception {
        byte[] data = Bytes.random(2_000_000, 1);
        try (AsyncUnixStream client = Async.blockOn(AsyncUnixStream.connect(file));
                AsyncUnixStream server = Async.blockOn(listener.accept())) {
            var all = Async.blockOn(Futures.tryJoin(SendAll.of(client, data), server.readToEnd(data.length)));
            assertThat(all.second()).isEqualTo(data);
        }
    }

    @Test
    void theFileIsMadeByTheListenerAndStaysWhenItIsClosed() throws Exception {
        assertThat(file).exists();
        assertThat(listener.path()).isEqualTo(file);
        assertThatThrownBy(() -> AsyncUnixListener.bind(file)).isInstanceOf(IOException.class);
        listener.close();
        listener.close();
        assertThat(file).exists();
        assertThat(listener).hasToString("AsyncUnixListener[" + file + ", closed]");
        TcpPair.awaitReactor();
        int registered = TcpPair.registered();
        assertThatThrownBy(() -> Async.blockOn(AsyncUnixStream.connect(file))).isInstanceOf(IOException.class);
        assertThat(TcpPair.registered()).isEqualTo(registered);
        assertThatThrownBy(() -> AsyncUnixListener.bind(file)).isInstanceOf(IOException.class);
        Files.delete(file);
        AsyncUnixListener.bind(file).close();
    }

    @Test
    void withoutAFileThereIsNoConnection() {
        TryFuture<AsyncUnixStream, IOException> connect = AsyncUnixStream.connect(folder.resolve("missing"));
        assertThatThrownBy(() -> Async.blockOn(connect)).isInstanceOf(IOException.class);
        assertThatIllegalStateException().isThrownBy(() -> task.poll(connect));
    }

    @Test
    void oneAcceptWaitsAtATimeAndIsEndedByAClose() throws Exception {
        TryFuture<AsyncUnixStream, IOException> accept = listener.accept();
        task.poll(accept);
        assertThatThrownBy(() -> task.poll(listener.accept())).isInstanceOf(AcceptPendingException.class);
        listener.close();
        awaitWake(task);
        assertThat(listener.isOpen()).isFalse();
        assertThatThrownBy(() -> task.poll(accept)).isInstanceOf(ClosedChannelException.class);
    }

    /** The system cannot wait for a place, as it does for TCP. */
    @Test
    void aConnectionForWhichThereIsNoPlaceIsRefusedUntilOneIsAccepted() throws Exception {
        Path crowded = folder.resolve("crowded");
        List<AsyncUnixStream> waiting = new ArrayList<>();
        try (AsyncUnixListener few = AsyncUnixListener.bind(crowded, 1)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1_000; i++) {
                            waiting.add(Async.blockOn(AsyncUnixStream.connect(crowded)));
                        }
                    })
                    .isInstanceOf(IOException.class);
            assertThat(waiting).isNotEmpty();
            try (AsyncUnixStream accepted = Async.blockOn(few.accept());
                    AsyncUnixStream another = Async.blockOn(AsyncUnixStream.connect(crowded))) {
                assertThat(accepted.isOpen() && another.isOpen()).isTrue();
            }
            for (AsyncUnixStream each : waiting) {
                each.close();
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> AsyncUnixListener.bind(crowded, 0));
    }

    @Test
    void asManyMayWaitAsForTcp() throws Exception {
        List<AsyncUnixStream> waiting = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            waiting.add(Async.blockOn(AsyncUnixStream.connect(file)));
        }
        for (AsyncUnixStream each : waiting) {
            Async.blockOn(listener.accept()).close();
            each.close();
        }
    }
}
