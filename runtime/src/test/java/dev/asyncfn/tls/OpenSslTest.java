package dev.asyncfn.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.asyncfn.Async;
import dev.asyncfn.io.Bytes;
import dev.asyncfn.io.FramedReader;
import dev.asyncfn.io.LinesCodec;
import dev.asyncfn.net.AsyncTcpListener;
import dev.asyncfn.net.AsyncTcpStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS with OpenSSL at the other end, where it is installed. */
class OpenSslTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    Path folder;

    private static final class OpenSsl implements AutoCloseable {
        private final Process process;
        private final BufferedReader output;

        OpenSsl(String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of("openssl"));
            command.addAll(List.of(arguments));
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        /** Reads its output up to a line that begins so, which it returns. */
        String awaitLine(String start) throws IOException {
            String line = output.readLine();
            while (line != null && !line.startsWith(start)) {
                line = output.readLine();
            }
            assertThat(line).as("a line of the output").isNotNull();
            return line;
        }

        void type(String text) throws IOException {
            process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    @BeforeEach
    void isInstalled() {
        boolean installed;
        try (OpenSsl version = new OpenSsl("version")) {
            installed = version.awaitLine("OpenSSL") != null;
        } catch (IOException notThere) {
            installed = false;
        }
        assumeTrue(installed, "OpenSSL is not installed");
    }

    private static OpenSsl client(AsyncTcpListener listener, String version, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "s_client", "-connect", "localhost:" + listener.localAddress().getPort(), version, "-alpn", "line"));
        arguments.addAll(List.of(more));
        return new OpenSsl(arguments.toArray(String[]::new));
    }

    private static TlsStream accept(AsyncTcpListener listener) throws IOException {
        return Async.blockOn(TlsAcceptor.of(Keys.ofServer()).withAlpn("line").accept(Async.blockOn(listener.accept())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void aClientIsServed(String version) throws Exception {
        try (AsyncTcpListener listener = AsyncTcpListener.bind(ANY);
                OpenSsl client = client(listener, version, "-quiet");
                TlsStream stream = accept(listener)) {
            assertThat(stream.applicationProtocol()).contains("line");
            client.type("hello\n");
            assertThat(Async.blockOn(FramedReader.of(stream, LinesCodec.of(100)).next()))
                    .isEqualTo("hello");
            Async.blockOn(stream.writeAll(Bytes.of("good bye\n")));
            Async.blockOn(stream.shutdown());
            assertThat(client.awaitLine("good")).isEqualTo("good bye");
        }
    }

    @Test
    void aClientMayAskForNewKeys() throws Exception {
        try (AsyncTcpListener listener = AsyncTcpListener.bind(ANY);
                OpenSsl client = client(listener, "-tls1_3");
                TlsStream stream = accept(listener)) {
            var lines = FramedReader.of(stream, LinesCodec.of(100));
            for (String line : new String[] {"one", "two", "three"}) {
                client.type("K\n");
                client.awaitLine("KEYUPDATE");
                client.type(line + "\n");
                assertThat(Async.blockOn(lines.next())).isEqualTo(line);
                Async.blockOn(stream.writeAll(Bytes.of("answer\n")));
            }
        }
    }

    @Test
    void aClientMayNotRenegotiate() throws Exception {
        try (AsyncTcpListener listener = AsyncTcpListener.bind(ANY);
                OpenSsl client = client(listener, "-tls1_2");
                TlsStream stream = accept(listener)) {
            client.type("R\n");
            assertThatThrownBy(() -> Async.blockOn(stream.read(ByteBuffer.allocate(1))))
                    .isInstanceOf(SSLException.class)
                    .hasMessage("the other end wants to renegotiate, which is refused");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void aServerAnswers(String version) throws Exception {
        Path pem = Keys.writePem(folder);
        try (OpenSsl server = new OpenSsl(
                "s_server",
                "-accept",
                "127.0.0.1:0",
                "-key",
                pem.toString(),
                "-cert",
                pem.toString(),
                version,
                "-rev")) {
            String line = server.awaitLine("ACCEPT ");
            int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            try (TlsStream stream = Async.blockOn(TlsConnector.of(Keys.ofClient())
                    .connect("localhost", port, Async.blockOn(AsyncTcpStream.connect(address))))) {
                Async.blockOn(stream.writeAll(Bytes.of("abc\n")));
                var lines = FramedReader.of(stream, LinesCodec.of(100));
                assertThat(Async.blockOn(lines.next())).isEqualTo("cba");
                Async.blockOn(stream.writeAll(Bytes.of("CLOSE\n")));
                Async.blockOn(stream.shutdown());
                assertThat(Async.blockOn(lines.next())).isNull();
            }
        }
    }
}
