package dev.asyncfn.samples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;

/** A client that knows nothing of asyncfn: a blocking socket of the JDK. */
final class TestClient implements AutoCloseable {
    final Socket socket;
    private final BufferedReader lines;

    TestClient(ChatServer server) throws IOException {
        socket = new Socket(server.address().getAddress(), server.address().getPort());
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertHears("Welcome! What is your name?");
    }

    /** A client that has said its name. */
    static TestClient named(String name, ChatServer server) throws IOException {
        TestClient client = new TestClient(server);
        client.say(name);
        client.assertHears("Hello " + name
                + ". Whatever you write is read by all in this room, except /join <room>, /who and /quit.");
        return client;
    }

    void say(String line) throws IOException {
        send(line + "\n");
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits for the next line; null at the end. */
    String hear() throws IOException {
        return lines.readLine();
    }

    void assertHears(String... expected) throws IOException {
        for (String line : expected) {
            assertThat(hear()).isEqualTo(line);
        }
    }

    void assertHearsTheEnd() throws IOException {
        assertThat(hear()).isNull();
    }

    /** Is gone at once, without a word. */
    void vanish() throws IOException {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
