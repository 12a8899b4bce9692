package dev.asyncfn.faults;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.io.AsyncRead;
import dev.asyncfn.io.AsyncWrite;
import dev.asyncfn.io.BufReader;
import dev.asyncfn.io.BufWriter;
import dev.asyncfn.io.ByteStream;
import dev.asyncfn.io.ByteStreams;
import dev.asyncfn.io.DuplexStream;
import dev.asyncfn.io.FramedReader;
import dev.asyncfn.io.FramedWriter;
import dev.asyncfn.io.LinesCodec;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.tls.TlsConnector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A stream written by hand whose reads and writes are ready and have moved nothing. Whoever repeats them would never leave the poll. Reported
 * of the copies and codecs of tokio (tokio-io 56, tokio 497) and of tokio-rustls (92).
 */
@Tag("one-jdk")
class NoProgressTest {
    /** Ready with a number that its buffer does not show. */
    private record Stuck(int count) implements ByteStream {
        @Override
        public TryFuture<Integer, IOException> read(ByteBuffer buffer) {
            return cx -> Poll.ready(count);
        }

        @Override
        public TryFuture<Integer, IOException> write(ByteBuffer buffer) {
            return cx -> Poll.ready(count);
        }

        @Override
        public TryFuture<Void, IOException> shutdown() {
            return cx -> Poll.ready(null);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private record Operation(String name, Future<?> future) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static ByteBuffer bytes() {
        return ByteBuffer.allocate(4);
    }

    private static Stream<Operation> reads(AsyncRead from) {
        return Stream.of(
                new Operation("readExactly", from.readExactly(bytes())),
                new Operation("readToEnd", from.readToEnd(9)),
                new Operation("BufReader", BufReader.of(from).read(bytes())),
                new Operation("BufReader.fill", BufReader.of(from).fill()),
                new Operation(
                        "FramedReader", FramedReader.of(from, LinesCodec.of(9)).next()),
                new Operation(
                        "items", FramedReader.of(from, LinesCodec.of(9)).items().toList()),
                new Operation(
                        "copy from", ByteStreams.copy(from, DuplexStream.open(9).left())));
    }

    private static Stream<Operation> writes(AsyncWrite to) {
        return Stream.of(
                new Operation("writeAll", to.writeAll(bytes())),
                new Operation("BufWriter", BufWriter.of(to, 2).writeAll(bytes())),
                new Operation(
                        "FramedWriter", FramedWriter.of(to, LinesCodec.of(9)).send("line")),
                new Operation("copy to", ByteStreams.copy(full(), to)));
    }

    private static AsyncRead full() {
        DuplexStream.Ends ends = DuplexStream.open(9);
        try {
            new TaskProbe().poll(ends.right().write(bytes()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return ends.left();
    }

    private static Operation handshake(ByteStream transport) {
        try {
            return new Operation("TLS", TlsConnector.of(SSLContext.getDefault()).connect("localhost", 443, transport));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Operation> all() {
        Stream<Operation> ofReads = Stream.of(0, 3).flatMap(count -> reads(new Stuck(count)));
        Stream<Operation> ofTls = Stream.of(0, 3).map(count -> handshake(new Stuck(count)));
        Stream<Operation> ofWrites = Stream.of(0, 3, -1).flatMap(count -> writes(new Stuck(count)));
        return Stream.of(ofReads, ofTls, ofWrites).flatMap(some -> some);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aTransferThatMovesNothingFails(Operation operation) {
        assertThatThrownBy(() -> new TaskProbe().poll(operation.future()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has moved no byte");
    }
}
