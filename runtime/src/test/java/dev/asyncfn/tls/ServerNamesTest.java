package dev.asyncfn.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import dev.asyncfn.io.DuplexStream;
import dev.asyncfn.test.TaskProbe;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client says that the name of its server is (SNI): a host may have a name that the protocol does not allow. */
@Tag("one-jdk")
class ServerNamesTest {
    @ParameterizedTest
    @CsvSource({
        "example.com, true",
        "my_service, false",
        "-edge-, false",
        "a..b, false",
        "10.0.0.1, false",
        "::1, false",
        "'', false",
        "'two words', false"
    })
    void theHandshakeBeginsWhateverTheHost(String host, boolean named) throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(64 * 1024);
        TaskProbe task = new TaskProbe();
        Future<TlsStream> connect =
                TlsConnector.of(Keys.ofClient()).withTasksOn(Runnable::run).connect(host, 443, ends.left());
        assertThat(task.poll(connect).isPending()).isTrue();
        ByteBuffer hello = ByteBuffer.allocate(64 * 1024);
        assertThat(task.poll(ends.right().read(hello)).isReady()).isTrue();
        String sent = new String(hello.array(), 0, hello.position(), StandardCharsets.ISO_8859_1);
        assertThat(!host.isEmpty() && sent.contains(host)).isEqualTo(named);
        connect.drop();
        assertThat(ends.left().isOpen()).isFalse();
    }
}
