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
        this(new Socket(), server);
    }

    private TestClient(Socket socket, ChatServer server) throws IOException {
        this.socket = socket;
        socket.connect(server.address());
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertHears("Welcome! What is your name?");
    }

    /** A client that has said its name. */
    static TestClient named(String name, ChatServer server) throws IOException {
        return new TestClient(server).introduce(name);
    }

    /** A client that has said its name, and for which the system keeps little of what it does not listen to. */
    static TestClient deaf(String name, ChatServer server) throws IOException {
        Socket small = new Socket();
        small.setReceiveBufferSize(4_096);
        return new TestClient(small, server).introduce(name);
    }

    private TestClient introduce(String name) throws IOException {
        say(name);
        assertHears("Hello " + name
                + ". Whatever you write is read by all in this room, except /join <room>, /who and /quit.");
        return this;
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

    /** Passes over what comes before that line. */
    void skipTo(String expected) throws IOException {
        String line = hear();
        while (!expected.equals(line)) {
            assertThat(line).as("before " + expected).isNotNull();
            line = hear();
        }
    }

    /** How many lines there are until the connection ends. */
    int countToTheEnd() throws IOException {
        int lines = 0;
        while (hear() != null) {
            lines++;
        }
        return lines;
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
