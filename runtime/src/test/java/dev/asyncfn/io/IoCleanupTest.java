package dev.asyncfn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The transfer below may be an async fn of the user: its cleanup gets its time, or is hurried, whatever waits for it. */
class IoCleanupTest {
    /** An operation that waits for one of the stream below. */
    private enum Waiting {
        READ_EXACTLY(stream -> stream.readExactly(ByteBuffer.allocate(1))),
        READ_TO_END(stream -> stream.readToEnd(1)),
        WRITE_ALL(stream -> stream.writeAll(Bytes.of("x"))),
        BUF_READER(stream -> BufReader.of(stream).read(ByteBuffer.allocate(1))),
        FILL(stream -> BufReader.of(stream).fill()),
        NEXT(stream -> FramedReader.of(stream, LinesCodec.of(1)).next()),
        ITEMS(stream -> FramedReader.of(stream, LinesCodec.of(1)).items().toList()),
        SEND(stream -> FramedWriter.of(stream, LinesCodec.of(1)).send("x")),
        WRITER_SHUTDOWN(stream -> BufWriter.of(stream).shutdown()),
        WRITER_FLUSH(stream -> BufWriter.of(stream).flush()),
        COPY(stream -> ByteStreams.copy(stream, stream)),
        COPY_BIDIRECTIONAL(stream -> ByteStreams.copyBidirectional(stream, new Slow()));

        private final Function<Slow, Future<?>> of;

        Waiting(Function<Slow, Future<?>> of) {
            this.of = of;
        }
    }

    /** A stream whose operations are never ready, and take one more poll to clean up. */
    private static final class Slow implements ByteStream {
        int cleaning;
        int cleaned;
        int dropped;
        RuntimeException failure;

        private <T> TryFuture<T, IOException> operation() {
            return new TryFuture<>() {
                private boolean began;

                @Override
                public Poll<T> poll(Context cx) {
                    return Poll.pending();
                }

                @Override
                public void drop() {
                    dropped++;
                }

                @Override
                public Poll<Void> pollDrop(Context cx) {
                    if (failure != null) {
                        throw failure;
                    }
                    if (!began) {
                        began = true;
                        cleaning++;
                        return Poll.pending();
                    }
                    cleaned++;
                    return Poll.ready(null);
                }
            };
        }

        @Override
        public TryFuture<Integer, IOException> read(ByteBuffer buffer) {
            return operation();
        }

        @Override
        public TryFuture<Integer, IOException> write(ByteBuffer buffer) {
            return operation();
        }

        @Override
        public TryFuture<Void, IOException> flush() {
            return operation();
        }

        @Override
        public TryFuture<Void, IOException> shutdown() {
            return operation();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    private final Slow stream = new Slow();
    private final TaskProbe task = new TaskProbe();

    @ParameterizedTest
    @EnumSource
    void theCleanupBelowGetsItsTime(Waiting waiting) throws Exception {
        Future<?> future = waiting.of.apply(stream);
        assertThat(task.poll(future)).isSameAs(Poll.pending());
        assertThat(future.pollDrop(task.context())).isSameAs(Poll.pending());
        assertThat(stream.cleaning).isOne();
        assertThat(future.pollDrop(task.context()).isReady()).isTrue();
        assertThat(stream.cleaned).isOne();
        assertThat(future.pollDrop(task.context()).isReady()).isTrue();
        future.drop();
        assertThat(stream.dropped).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theCleanupBelowIsHurried(Waiting waiting) throws Exception {
        Future<?> future = waiting.of.apply(stream);
        task.poll(future);
        future.pollDrop(task.context());
        future.drop();
        assertThat(stream.dropped).isOne();
        assertThat(stream.cleaned).isZero();
        future.drop();
        assertThat(stream.dropped).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void aCleanupThatFailsEndsIt(Waiting waiting) throws Exception {
        stream.failure = new IllegalArgumentException("a cleanup");
        Future<?> future = waiting.of.apply(stream);
        task.poll(future);
        assertThatThrownBy(() -> {
                    for (int polls = 0; future.pollDrop(task.context()).isPending(); polls++) {
                        assertThat(polls)
                                .as("the other direction cleans up in two")
                                .isLessThan(2);
                    }
                })
                .isSameAs(stream.failure);
        future.drop();
        assertThat(stream.dropped).isZero();
    }
}
