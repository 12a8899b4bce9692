package dev.asyncfn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadPendingException;
import java.nio.channels.WritePendingException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DuplexStreamTest {
    private final TaskProbe task = new TaskProbe();
    private final TaskProbe other = new TaskProbe();
    private final ByteBuffer buffer = ByteBuffer.allocate(100);
    private final DuplexStream.Ends ends = DuplexStream.open(4);
    private final DuplexStream left = ends.left();
    private final DuplexStream right = ends.right();

    @AfterEach
    void noWakerIsHeld() {
        left.close();
        right.close();
        assertThat(task.held()).isZero();
        assertThat(other.held()).isZero();
    }

    @Test
    void aReadHasWhatTheOtherEndWrote() throws Exception {
        assertThat(task.poll(left.write(Bytes.of("abc")))).isEqualTo(Poll.ready(3));
        assertThat(task.poll(right.read(buffer))).isEqualTo(Poll.ready(3));
        assertThat(Bytes.text(buffer)).isEqualTo("abc");
    }

    @Test
    void aWriteWaitsWhileTheBufferIsFullAndIsWokenByARead() throws Exception {
        assertThat(task.poll(left.write(Bytes.of("abcdef")))).isEqualTo(Poll.ready(4));
        TryFuture<Integer, IOException> write = left.write(Bytes.of("ef"));
        assertThat(task.poll(write)).isSameAs(Poll.pending());
        assertThat(other.poll(right.read(buffer.limit(1)))).isEqualTo(Poll.ready(1));
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(write)).isEqualTo(Poll.ready(1));
        assertThat(other.poll(right.read(buffer.clear()))).isEqualTo(Poll.ready(4));
        assertThat(Bytes.text(buffer)).isEqualTo("bcde");
    }

    @Test
    void aReadWaitsForAWrite() throws Exception {
        TryFuture<Integer, IOException> read = right.read(buffer);
        assertThat(task.poll(read)).isSameAs(Poll.pending());
        other.poll(left.write(Bytes.of("x")));
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(read)).isEqualTo(Poll.ready(1));
        assertThatIllegalStateException().isThrownBy(() -> task.poll(read));
    }

    @Test
    void aDroppedOperationHasTransferredNothing() throws Exception {
        TryFuture<Integer, IOException> read = right.read(buffer);
        task.poll(read);
        read.drop();
        ByteBuffer data = Bytes.of("abcde");
        other.poll(left.write(data));
        TryFuture<Integer, IOException> write = left.write(data);
        other.poll(write);
        write.drop();
        assertThat(data.remaining()).isOne();
        assertThat(task.poll(right.read(buffer))).isEqualTo(Poll.ready(4));
        assertThat(task.poll(right.read(buffer))).isSameAs(Poll.pending());
    }

    @Test
    void aShutdownEndsOneDirection() throws Exception {
        task.poll(left.write(Bytes.of("last")));
        assertThat(task.poll(left.shutdown()).isReady()).isTrue();
        assertThat(task.poll(left.shutdown()).isReady()).isTrue();
        assertThatThrownBy(() -> task.poll(left.write(Bytes.of("x")))).isInstanceOf(ClosedChannelException.class);
        assertThat(task.poll(right.read(buffer))).isEqualTo(Poll.ready(4));
        assertThat(task.poll(right.read(buffer))).isEqualTo(Poll.ready(-1));
        assertThat(task.poll(right.write(Bytes.of("back")))).isEqualTo(Poll.ready(4));
        assertThat(task.poll(left.read(buffer))).isEqualTo(Poll.ready(4));
    }

    @Test
    void theOutputDoesNotEndProperlyOnceAWriteHasFoundTheOtherEndClosed() throws Exception {
        DuplexStream.Ends both = DuplexStream.open(4);
        both.left().close();
        assertThat(task.poll(both.right().close(Duration.ZERO))).isEqualTo(Poll.ready(true)); // nothing was lost
        both = DuplexStream.open(4);
        DuplexStream right = both.right();
        both.left().close();
        assertThatThrownBy(() -> task.poll(right.write(Bytes.of("lost")))).hasMessage("the other end is closed");
        assertThatThrownBy(() -> task.poll(right.shutdown())).hasMessage("the other end is closed");
        assertThat(task.poll(right.close(Duration.ZERO))).isEqualTo(Poll.ready(false));
        assertThat(right.isOpen()).isFalse();
    }

    @Test
    void aCloseEndsAllFourOperations() throws Exception {
        left.write(Bytes.of("abcd")).poll(task.context());
        right.write(Bytes.of("abcd")).poll(task.context());
        task.poll(left.read(buffer));
        task.poll(right.read(ByteBuffer.allocate(9)));
        TaskProbe[] tasks = {new TaskProbe(), new TaskProbe(), new TaskProbe(), new TaskProbe()};
        TryFuture<Integer, IOException> read = left.read(buffer);
        assertThat(tasks[0].poll(read)).isSameAs(Poll.pending());
        left.write(Bytes.of("abcd")).poll(task.context());
        TryFuture<Integer, IOException> write = left.write(Bytes.of("e"));
        assertThat(tasks[1].poll(write)).isSameAs(Poll.pending());
        right.write(Bytes.of("1234")).poll(task.context());
        TryFuture<Integer, IOException> peersWrite = right.write(Bytes.of("5"));
        assertThat(tasks[3].poll(peersWrite)).isSameAs(Poll.pending());
        left.close();
        left.close();
        assertThatThrownBy(() -> tasks[0].poll(read)).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> tasks[1].poll(write)).isInstanceOf(ClosedChannelException.class);
        assertThat(tasks[3].takeWoken()).isTrue();
        assertThatThrownBy(() -> tasks[3].poll(peersWrite)).hasMessage("the other end is closed");
        assertThat(tasks[2].poll(right.read(buffer.clear()))).isEqualTo(Poll.ready(4));
        assertThat(tasks[2].poll(right.read(buffer))).isEqualTo(Poll.ready(-1));
        assertThat(left.isOpen()).isFalse();
        assertThat(right.isOpen()).isTrue();
        for (TaskProbe each : tasks) {
            assertThat(each.held()).isZero();
        }
    }

    @Test
    void oneOperationWaitsInEachDirection() throws Exception {
        TryFuture<Integer, IOException> read = right.read(buffer);
        task.poll(read);
        assertThatThrownBy(() -> other.poll(right.read(buffer))).isInstanceOf(ReadPendingException.class);
        other.poll(left.write(Bytes.of("full")));
        task.poll(read);
        other.poll(left.write(Bytes.of("full")));
        TryFuture<Integer, IOException> write = left.write(Bytes.of("x"));
        task.poll(write);
        assertThatThrownBy(() -> other.poll(left.write(Bytes.of("y")))).isInstanceOf(WritePendingException.class);
        write.drop();
    }

    @Test
    void withoutBudgetItYields() throws Exception {
        task.poll(left.write(Bytes.of("x")));
        Context cx = Context.withBudget(task.waker(), 1);
        assertThat(left.write(Bytes.of("y")).poll(cx).isReady()).isTrue();
        TryFuture<Integer, IOException> read = right.read(buffer);
        assertThat(read.poll(cx)).isSameAs(Poll.pending());
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(read)).isEqualTo(Poll.ready(2));
    }

    @Test
    void nothingToTransferIsReadyAtOnce() throws Exception {
        assertThat(task.poll(left.read(ByteBuffer.allocate(0)))).isEqualTo(Poll.ready(0));
        assertThat(task.poll(left.write(ByteBuffer.allocate(0)))).isEqualTo(Poll.ready(0));
        assertThatIllegalArgumentException().isThrownBy(() -> DuplexStream.open(0));
        assertThatIllegalArgumentException().isThrownBy(() -> left.read(buffer.asReadOnlyBuffer()));
    }

    @Test
    void everythingArrivesInOrderInAnyScheduleThroughABufferOfAnySize() {
        TestExecutor.explore(300, executor -> {
            byte[] there = Bytes.random(50, executor.seed());
            byte[] back = Bytes.random(40, -executor.seed());
            DuplexStream.Ends pair = DuplexStream.open(1 + (int) (executor.seed() % 7));
            var arrived = executor.run(Futures.tryJoin(
                    Futures.tryJoin(SendAll.of(pair.left(), there), SendAll.of(pair.right(), back)),
                    Futures.tryJoin(
                            executor.spawn(pair.right().readToEnd(100)),
                            executor.spawn(pair.left().readToEnd(100)))));
            assertThat(arrived.second().first()).isEqualTo(there);
            assertThat(arrived.second().second()).isEqualTo(back);
            assertThat(executor.held()).isZero();
        });
    }

    /** Memory is taken as bytes come. */
    @Test
    void theLargestCapacityTakesNoMemoryByItself() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(Integer.MAX_VALUE);
        TaskProbe task = new TaskProbe();
        byte[] sent = new byte[20_000];
        new java.util.Random(1).nextBytes(sent);
        ByteBuffer first = ByteBuffer.wrap(sent, 0, 7_000);
        task.poll(ends.left().writeAll(first));
        ByteBuffer received = ByteBuffer.allocate(sent.length);
        task.poll(ends.right().read(received.limit(5_000))); // so that what is kept begins in the middle
        task.poll(ends.left().writeAll(ByteBuffer.wrap(sent, 7_000, 13_000)));
        assertThat(task.poll(ends.right().readExactly(received.limit(sent.length)))
                        .isReady())
                .isTrue();
        assertThat(received.array()).isEqualTo(sent);
    }

    /** What keeps the end of a closed connection need not keep its bytes. */
    @Test
    void aClosedPipeHasNoMemory() throws Exception {
        DuplexStream.Ends large = DuplexStream.open(1 << 20);
        assertThat(task.poll(large.left().write(ByteBuffer.allocate(1 << 20)))).isEqualTo(Poll.ready(1 << 20));
        assertThat(large.left().memory()).isEqualTo((1 << 20) + 8 * 1024);
        large.right().close();
        assertThat(large.left().memory()).isEqualTo(8 * 1024);
        large.left().close();
        assertThat(large.left().memory()).isZero();
    }
}
