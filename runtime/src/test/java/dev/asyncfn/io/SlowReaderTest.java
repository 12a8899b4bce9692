package dev.asyncfn.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.transfer.Transfer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link BufWriter} and {@link FramedWriter} whose reader takes a part, so that a write is under way when there is room in the buffer again. */
class SlowReaderTest {
    private static final int SCHEDULES = Integer.getInteger("model.schedules", 300);

    private final TaskProbe task = new TaskProbe();

    @Test
    void aFeedEndsTheWriteThatItHasBegun() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(5_000);
        FramedWriter<byte[]> writer = FramedWriter.of(ends.left(), LengthDelimitedCodec.of(10_000));
        task.poll(writer.feed(new byte[9_000]));
        TryFuture<Void, IOException> feed = writer.feed(new byte[9_000]);
        assertThat(task.poll(feed).isPending()).isTrue();
        assertThat(task.poll(feed).isPending()).as("with room").isTrue();
        read(ends.right(), 100);
        assertThat(task.poll(feed).isReady()).isTrue();
        assertThat(task.poll(writer.flush()).isPending()).isTrue();
    }

    @Test
    void aSendAfterADroppedOneEndsItsWrites() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(5_000);
        FramedWriter<byte[]> writer = FramedWriter.of(ends.left(), LengthDelimitedCodec.of(20_000));
        TryFuture<Void, IOException> given = writer.send(new byte[14_000]);
        task.poll(given);
        given.drop();
        TryFuture<Void, IOException> send = writer.send(new byte[10_000]);
        int count = 0;
        while (task.poll(send).isPending()) {
            count += read(ends.right(), 1_000);
        }
        assertThat(count + 5_000).isBetween(24_008, 25_000);
    }

    @Test
    void afterAWriteTheStreamBelowIsFree() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(10);
        BufWriter writer = BufWriter.of(ends.left(), 30);
        task.poll(writer.write(ByteBuffer.allocate(30)));
        TryFuture<Integer, IOException> write = writer.write(ByteBuffer.allocate(3));
        assertThat(task.poll(write).isPending()).isTrue();
        read(ends.right(), 5);
        assertThat(task.poll(write)).isEqualTo(Poll.ready(3));
        assertThat(writer.buffered()).isEqualTo(18);
        assertThat(task.held()).isZero();
        assertThat(task.poll(ends.left().shutdown()).isReady()).isTrue();
    }

    @Test
    void anEmptyWriteDoesNotWait() throws Exception {
        BufWriter writer = BufWriter.of(DuplexStream.open(1).left(), 4);
        task.poll(writer.write(ByteBuffer.allocate(4)));
        assertThat(task.poll(writer.write(ByteBuffer.allocate(0)))).isEqualTo(Poll.ready(0));
    }

    @Test
    void theBufferIsLentToTheWriteBelow() throws Exception {
        Gate gate = new Gate();
        BufWriter writer = BufWriter.of(gate, 20);
        String text = "abcdefghijklmnopqrstuvwxyz0123456789";
        ByteBuffer source = Bytes.of(text);
        task.poll(writer.write(source));
        gate.opened = 1; // for the first ten bytes
        TryFuture<Integer, IOException> write = writer.write(source);
        assertThat(task.poll(write).isPending()).isTrue();
        assertThat(task.poll(write).isPending()).as("with room").isTrue();
        assertThat(source.position()).isEqualTo(20);
        gate.opened = 100;
        assertThat(task.poll(write)).isEqualTo(Poll.ready(16));
        assertThat(task.poll(writer.flush()).isReady()).isTrue();
        assertThat(gate.written).hasToString(text);
    }

    /** Takes ten bytes at a time, of the buffer as it was when the write started. */
    private static final class Gate implements AsyncWrite {
        final ByteArrayOutputStream written = new ByteArrayOutputStream();
        /** So many writes may end. */
        int opened;

        @Override
        public TryFuture<Integer, IOException> write(ByteBuffer buffer) {
            return new AtStart(
                    buffer,
                    view -> new Transfer<>("gate", cx -> {
                        if (opened == 0) {
                            cx.waker().clone().drop();
                            return Poll.pending();
                        }
                        opened--;
                        byte[] bytes = new byte[Math.min(10, view.remaining())];
                        view.get(bytes);
                        written.writeBytes(bytes);
                        return Poll.ready(bytes.length);
                    }));
        }

        @Override
        public TryFuture<Void, IOException> shutdown() {
            return new Transfer<>("shutdown", cx -> Poll.ready(null));
        }
    }

    /** A write of what the buffer is at its first poll, as one by another thread or by the kernel. */
    private static final class AtStart implements TryFuture<Integer, IOException> {
        private final ByteBuffer buffer;
        private final Function<ByteBuffer, TryFuture<Integer, IOException>> start;
        private TryFuture<Integer, IOException> write;
        private ByteBuffer asItWas;

        AtStart(ByteBuffer buffer, Function<ByteBuffer, TryFuture<Integer, IOException>> start) {
            this.buffer = buffer;
            this.start = start;
        }

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            if (write == null) {
                write = start.apply(buffer.duplicate());
                asItWas = ByteBuffer.allocate(buffer.remaining())
                        .put(buffer.duplicate())
                        .flip();
            }
            assertThat(buffer).as("the buffer, lent to a write").isEqualTo(asItWas);
            Poll<Integer> outcome = write.poll(cx);
            if (outcome instanceof Poll.Ready<Integer> ready) {
                buffer.position(buffer.position() + ready.value());
            }
            return outcome;
        }

        @Override
        public void drop() {
            if (write != null) {
                write.drop();
            }
        }
    }

    /** One operation after the other, some of which are dropped or polled too often, and then a shutdown. */
    private static final class Writing implements Future<Void> {
        private final Random random;
        private final Supplier<Future<?>> operations;
        private final Supplier<TryFuture<Void, IOException>> shutdown;
        private Future<?> operation;
        private int left = 15;

        Writing(Random random, Supplier<Future<?>> operations, Supplier<TryFuture<Void, IOException>> shutdown) {
            this.random = random;
            this.operations = operations;
            this.shutdown = shutdown;
        }

        @Override
        public Poll<Void> poll(Context cx) throws Exception {
            for (; ; ) {
                if (operation == null && left-- > 0) {
                    operation = operations.get();
                } else if (operation == null) {
                    operation = shutdown.get();
                }
                if (operation.poll(cx).isReady()) {
                    operation = null;
                    if (left < 0) {
                        return Poll.ready(null);
                    }
                } else if (random.nextInt(5) == 0) {
                    drop();
                } else {
                    return pending(random, cx);
                }
            }
        }

        @Override
        public void drop() {
            Future<?> dropped = operation;
            operation = null;
            if (dropped != null) {
                dropped.drop();
            }
        }
    }

    /** Reads to the end, in small pieces, and now and then lets the writer go first. */
    private static final class Reading implements Future<byte[]> {
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();
        private final Random random;
        private final DuplexStream.Ends ends;
        private ByteBuffer buffer;
        private TryFuture<Integer, IOException> read;

        Reading(Random random, DuplexStream.Ends ends) {
            this.random = random;
            this.ends = ends;
        }

        @Override
        public Poll<byte[]> poll(Context cx) throws Exception {
            while (random.nextInt(3) > 0) {
                if (read == null) {
                    buffer = ByteBuffer.allocate(1 + random.nextInt(4_000));
                    read = ends.right().read(buffer);
                }
                if (!(read.poll(cx) instanceof Poll.Ready<Integer> ready)) {
                    return Poll.pending();
                }
                read = null;
                if (ready.value() < 0) {
                    return Poll.ready(all.toByteArray());
                }
                all.write(buffer.array(), 0, ready.value());
            }
            cx.waker().wakeByRef();
            return Poll.pending();
        }

        @Override
        public void drop() {
            if (read != null) {
                read.drop();
            }
        }
    }

    private static <T> Poll<T> pending(Random random, Context cx) {
        if (random.nextInt(3) == 0) {
            cx.waker().wakeByRef(); // a poll without a reason
        }
        return Poll.pending();
    }

    /** The pipe is of a size that depends on the seed: less than a frame, than the buffer, or more than both. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void framesArriveAsTheyWereAcceptedWhateverIsDropped(boolean byView) {
        TestExecutor.explore(SCHEDULES, executor -> {
            Random random = new Random(executor.seed());
            DuplexStream.Ends ends = DuplexStream.open(100 + random.nextInt(1 << 1 + random.nextInt(15)));
            ByteArrayOutputStream accepted = new ByteArrayOutputStream();
            Encoder<byte[]> noting = item -> {
                accepted.writeBytes(item);
                return ByteBuffer.wrap(item);
            };
            FramedWriter<byte[]> writer = FramedWriter.of(byView ? byView(ends.left()) : ends.left(), noting);
            Supplier<Future<?>> operations = () -> {
                byte[] item = Bytes.random(1 + random.nextInt(12_000), random.nextLong());
                return switch (random.nextInt(6)) {
                    case 0 -> writer.flush();
                    case 1, 2 -> writer.send(item);
                    default -> writer.feed(item);
                };
            };
            check(executor, new Writing(random, operations, writer::shutdown), new Reading(random, ends), accepted);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bytesArriveAsTheyWereAcceptedWhateverIsDropped(boolean byView) {
        TestExecutor.explore(SCHEDULES, executor -> {
            Random random = new Random(executor.seed());
            DuplexStream.Ends ends = DuplexStream.open(1 + random.nextInt(1 << 1 + random.nextInt(10)));
            ByteArrayOutputStream accepted = new ByteArrayOutputStream();
            BufWriter writer = BufWriter.of(byView ? byView(ends.left()) : ends.left(), 1 + random.nextInt(500));
            Supplier<Future<?>> operations = () -> random.nextInt(6) == 0
                    ? writer.flush()
                    : noted(writer, Bytes.random(random.nextInt(700), random.nextLong()), accepted);
            check(executor, new Writing(random, operations, writer::shutdown), new Reading(random, ends), accepted);
        });
    }

    private static void check(TestExecutor executor, Writing writing, Reading reading, ByteArrayOutputStream accepted) {
        JoinHandle<Void> writes = executor.spawn("writes", writing);
        JoinHandle<byte[]> reads = executor.spawn("reads", reading);
        executor.run(writes);
        assertThat(executor.run(reads)).isEqualTo(accepted.toByteArray());
        assertThat(executor.held()).isZero();
    }

    private static Future<Integer> noted(BufWriter writer, byte[] bytes, ByteArrayOutputStream accepted) {
        return Futures.map(writer.write(ByteBuffer.wrap(bytes)), count -> {
            accepted.write(bytes, 0, count);
            return count;
        });
    }

    private static AsyncWrite byView(DuplexStream end) {
        return new AsyncWrite() {
            @Override
            public TryFuture<Integer, IOException> write(ByteBuffer buffer) {
                return new AtStart(buffer, end::write);
            }

            @Override
            public TryFuture<Void, IOException> shutdown() {
                return end.shutdown();
            }
        };
    }

    private int read(DuplexStream end, int count) throws Exception {
        return task.poll(end.read(ByteBuffer.allocate(count))) instanceof Poll.Ready<Integer> ready ? ready.value() : 0;
    }
}
