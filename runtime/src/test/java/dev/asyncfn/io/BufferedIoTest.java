package dev.asyncfn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

/** {@link BufReader} and {@link BufWriter}. */
class BufferedIoTest {
    private final TaskProbe task = new TaskProbe();
    private final ByteBuffer buffer = ByteBuffer.allocate(100);

    @Test
    void smallReadsAreServedFromOneLargeOne() throws Exception {
        BufReader reader = BufReader.of(Bytes.source("abcdef", 100));
        task.poll(reader.readExactly(buffer.limit(2)));
        assertThat(reader.buffered()).isEqualTo(4);
        assertThat(task.poll(reader.read(buffer.limit(100)))).isEqualTo(Poll.ready(4));
        assertThat(Bytes.text(buffer)).isEqualTo("abcdef");
        assertThat(task.poll(reader.read(buffer))).isEqualTo(Poll.ready(-1));
        assertThat(task.poll(reader.read(buffer))).isEqualTo(Poll.ready(-1));
    }

    @Test
    void aLookAheadTakesNothing() throws Exception {
        BufReader reader = BufReader.of(Bytes.source("GET /", 3), 16);
        Poll<ByteBuffer> ahead = task.poll(reader.fill());
        assertThat(((Poll.Ready<ByteBuffer>) ahead).value().get(0)).isEqualTo((byte) 'G');
        reader.consume(1);
        assertThat(new String(((Poll.Ready<byte[]>) task.poll(reader.readToEnd(10))).value()))
                .isEqualTo("ET /");
        assertThat(((Poll.Ready<ByteBuffer>) task.poll(reader.fill())).value().hasRemaining())
                .isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> reader.consume(1));
        assertThatIllegalArgumentException().isThrownBy(() -> BufReader.of(reader, 0));
    }

    @Test
    void aReadThatIsDroppedAtAnyStepLosesNothing() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(3);
        BufReader reader = BufReader.of(ends.right(), 2);
        StringBuilder arrived = new StringBuilder();
        for (char c = 'a'; c <= 'z'; c++) {
            TryFuture<Integer, IOException> waiting = reader.read(buffer.clear());
            assertThat(task.poll(waiting)).isSameAs(Poll.pending());
            waiting.drop();
            assertThat(task.held()).isZero();
            task.poll(ends.left().write(Bytes.of("" + c + c + c)));
            while (task.poll(reader.read(buffer.clear().limit(1))).isReady()) {
                arrived.append(Bytes.text(buffer));
                if (arrived.length() % 3 == 0) {
                    break;
                }
            }
        }
        assertThat(arrived).startsWith("aaabbbccc").endsWith("zzz").hasSize(78);
    }

    @Test
    void aWriterWritesWhenItIsFullFlushedOrShutDown() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(100);
        BufWriter writer = BufWriter.of(ends.left(), 4);
        task.poll(writer.writeAll(Bytes.of("ab")));
        task.poll(writer.writeAll(Bytes.of("cdef")));
        assertThat(task.poll(ends.right().read(buffer))).isEqualTo(Poll.ready(4));
        assertThat(task.poll(writer.flush()).isReady()).isTrue();
        assertThat(task.poll(ends.right().read(buffer))).isEqualTo(Poll.ready(2));
        task.poll(writer.writeAll(Bytes.of("gh")));
        assertThat(task.poll(writer.shutdown()).isReady()).isTrue();
        assertThat(task.poll(ends.right().read(buffer))).isEqualTo(Poll.ready(2));
        assertThat(task.poll(ends.right().read(buffer))).isEqualTo(Poll.ready(-1));
        assertThat(Bytes.text(buffer)).isEqualTo("abcdefgh");
        task.poll(writer.writeAll(Bytes.of("i")));
        assertThatThrownBy(() -> task.poll(writer.flush())).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void aFlushThatIsDroppedGoesOnWithTheNext() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(1);
        BufWriter writer = BufWriter.of(ends.left());
        task.poll(writer.writeAll(Bytes.of("abcdefgh")));
        for (int i = 0; i < 8; i++) {
            TryFuture<Void, IOException> flush = writer.flush();
            assertThat(task.poll(flush).isPending()).isEqualTo(i < 7);
            flush.drop();
            assertThat(task.held()).isZero();
            task.poll(ends.right().read(buffer));
        }
        assertThat(Bytes.text(buffer)).isEqualTo("abcdefgh");
        assertThat(writer.buffered()).isZero();
    }
}
