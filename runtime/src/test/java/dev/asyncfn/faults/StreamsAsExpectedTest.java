package dev.asyncfn.faults;

import static dev.asyncfn.faults.Situation.explore;
import static dev.asyncfn.faults.Situation.millis;
import static dev.asyncfn.faults.Situation.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.Futures;
import dev.asyncfn.io.BufReader;
import dev.asyncfn.io.DuplexStream;
import dev.asyncfn.io.FrameTooLargeException;
import dev.asyncfn.io.FramedReader;
import dev.asyncfn.io.FramedWriter;
import dev.asyncfn.io.LengthDelimitedCodec;
import dev.asyncfn.io.LinesCodec;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.stream.TimedStreams;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Sleep;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** What users of other libraries have found broken in streams, frames and pipes. */
class StreamsAsExpectedTest {
    private final TaskProbe task = new TaskProbe();

    /** Each item after so many milliseconds from the start. */
    private static Stream<Long> at(Long... millis) {
        return Streams.of(millis).buffered(millis.length, when -> Futures.map(Sleep.of(millis(when)), slept -> when));
    }

    private static <T> Stream<T> failing(Exception failure) {
        return Streams.pollFn(cx -> {
            throw failure;
        });
    }

    @Test
    void debounceStartsAgainWithEachItem() {
        explore(5, executor -> {
            List<Long> items = executor.run(TimedStreams.debounce(millis(10), at(0L, 5L, 12L, 40L, 49L, 60L))
                    .toList());
            assertThat(items).containsExactly(12L, 49L, 60L);
        });
    }

    @Test
    void debounceGivesNoItemBeforeAFailureThatComesInTime() {
        explore(5, executor -> {
            IOException failure = new IOException("failed");
            List<Long> seen = new ArrayList<>();
            assertThatThrownBy(() -> executor.run(
                            TimedStreams.debounce(millis(10), at(0L, 5L).chain(failing(failure)))
                                    .forEach(seen::add)))
                    .isSameAs(failure);
            assertThat(seen).isEmpty();
        });
    }

    @Test
    void theTimeoutOfAStreamIsForEachItemNotForTheWhole() {
        explore(5, executor -> {
            long inTime = executor.run(
                    TimedStreams.timeout(millis(10), at(9L, 18L, 27L)).count());
            assertThat(inTime).isEqualTo(3);
            assertThatThrownBy(() -> executor.run(
                            TimedStreams.timeout(millis(10), at(9L, 30L)).count()))
                    .isInstanceOf(ElapsedException.class);
        });
    }

    @Test
    void theTimeThatTheConsumerTakesIsNotThatOfTheStream() {
        explore(5, executor -> {
            List<Integer> items = executor.run(TimedStreams.timeout(millis(10), Streams.of(1, 2, 3))
                    .then(item -> Futures.map(Sleep.of(millis(50)), slept -> item))
                    .toList());
            assertThat(items).containsExactly(1, 2, 3);
        });
    }

    @Test
    void bufferedKeepsTheOrderAndRunsNoMoreThanAsked() {
        explore(20, executor -> {
            int[] running = new int[2];
            List<Integer> items = executor.run(Streams.of(5, 4, 3, 2, 1)
                    .buffered(2, n -> {
                        running[1] = Math.max(running[1], ++running[0]);
                        return Futures.map(Sleep.of(millis(n)), slept -> {
                            running[0]--;
                            return n;
                        });
                    })
                    .toList());
            assertThat(items).containsExactly(5, 4, 3, 2, 1);
            assertThat(running[1]).isEqualTo(2);
        });
    }

    @Test
    void aFailureAfterItemsComesAfterThemInChunksAndInBuffers() {
        IOException failure = new IOException("failed");
        List<Object> seen = new ArrayList<>();
        Stream<Integer> three = Streams.of(1, 2, 3).chain(failing(failure));
        assertThatThrownBy(() -> task.poll(three.chunks(2).forEach(seen::add))).isSameAs(failure);
        Stream<Integer> again = Streams.of(1, 2, 3).chain(failing(failure));
        assertThatThrownBy(() -> task.poll(again.buffered(2, Future::ready).forEach(seen::add)))
                .isSameAs(failure);
        assertThat(seen).containsExactly(List.of(1, 2), List.of(3), 1, 2, 3);
    }

    @Test
    void oneEagerStreamDoesNotStarveTheOthersOfAMerge() throws Exception {
        Stream<Integer> merged = Streams.merge(
                List.of(Streams.repeatWith(() -> 1), Streams.repeatWith(() -> 2), Streams.repeatWith(() -> 3)));
        List<Integer> items = value(task.poll(merged.take(9).toList()));
        assertThat(items).containsExactly(1, 2, 3, 1, 2, 3, 1, 2, 3);
    }

    @Test
    void flatMapAsksForTheNextStreamOnlyWhenTheLastHasEnded() throws Exception {
        List<Integer> made = new ArrayList<>();
        Stream<Integer> flat = Streams.of(1, 2, 3).flatMap(n -> {
            made.add(n);
            return n == 2 ? Streams.empty() : Streams.of(n, n);
        });
        assertThat(value(task.poll(flat.next()))).isOne();
        assertThat(value(task.poll(flat.next()))).isOne();
        assertThat(made).containsExactly(1);
        assertThat(value(task.poll(flat.next()))).isEqualTo(3);
        assertThat(made).containsExactly(1, 2, 3);
    }

    @Test
    void anItemIsNotLostWhenTheFutureThatAwaitsItIsDropped() throws Exception {
        var channel = Mpsc.<Integer>bounded(4);
        Stream<Integer> stream = Streams.generate(channel.receiver()::recv).map(n -> n + 1);
        Future<Integer> next = stream.next();
        task.poll(next);
        next.drop();
        channel.sender().trySend(1);
        assertThat(value(task.poll(stream.next()))).isEqualTo(2);
    }

    @Test
    void aPublisherThatSignalsWithinTheRequestIsReadToItsEnd() throws Exception {
        Flow.Publisher<Integer> publisher = subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            private int next;

            @Override
            public void request(long count) {
                for (long i = 0; i < count && next < 3; i++) {
                    subscriber.onNext(next++);
                }
                if (next == 3) {
                    next++;
                    subscriber.onComplete();
                }
            }

            @Override
            public void cancel() {}
        });
        assertThat(value(task.poll(Streams.fromPublisher(publisher).toList()))).containsExactly(0, 1, 2);
        assertThat(value(task.poll(Streams.fromPublisher(publisher, 8).toList())))
                .containsExactly(0, 1, 2);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The pieces are written one by one, each after the last was read. */
    private <T> List<Object> decode(FramedReader<T> reader, DuplexStream writer, String... pieces) throws Exception {
        List<Object> items = new ArrayList<>();
        for (String piece : pieces) {
            task.poll(writer.writeAll(bytes(piece)));
            read(reader, items);
        }
        task.poll(writer.shutdown());
        read(reader, items);
        return items;
    }

    private <T> void read(FramedReader<T> reader, List<Object> items) throws Exception {
        for (; ; ) {
            Future<T> next = reader.next();
            try {
                Poll<T> poll = task.poll(next);
                if (!(poll instanceof Poll.Ready<T> ready) || ready.value() == null) {
                    next.drop();
                    return;
                }
                items.add(ready.value() instanceof byte[] frame ? frame.length : ready.value());
            } catch (FrameTooLargeException | EOFException failure) {
                items.add(failure.getClass().getSimpleName());
                if (failure instanceof EOFException || items.size() > 10) {
                    return;
                }
            }
        }
    }

    @Test
    void aCrLfThatIsSplitIsOneEndOfALine() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(64);
        assertThat(decode(
                        FramedReader.of(ends.left(), LinesCodec.of(8)),
                        ends.right(),
                        "one\r",
                        "\ntwo\r\n\r",
                        "\n",
                        "x\ry\n",
                        "end\r"))
                .containsExactly("one", "two", "", "x\ry", "end");
    }

    @Test
    void aLineOfExactlyTheMaximumWithASplitCrLfIsNotTooLong() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(64);
        assertThat(decode(
                        FramedReader.of(ends.left(), LinesCodec.of(3)),
                        ends.right(),
                        "abc\r",
                        "\nabcd",
                        "efg",
                        "\nok\n"))
                .containsExactly("abc", "FrameTooLargeException", "ok");
    }

    @Test
    void framesOfNoBytesAreFrames() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(64);
        assertThat(decode(
                        FramedReader.of(ends.left(), LengthDelimitedCodec.of(9, 1, ByteOrder.BIG_ENDIAN)),
                        ends.right(),
                        "\0\0\2a",
                        "b\0"))
                .containsExactly(0, 0, 2, 0);
    }

    @Test
    void theLargestLengthThatCanBeAnnouncedReservesNothing() throws Exception {
        for (int width = 1; width <= 8; width++) {
            DuplexStream.Ends ends = DuplexStream.open(64);
            FramedReader<byte[]> reader =
                    FramedReader.of(ends.left(), LengthDelimitedCodec.of(100, width, ByteOrder.LITTLE_ENDIAN));
            task.poll(
                    ends.right().writeAll(ByteBuffer.wrap("\377".repeat(width).getBytes(StandardCharsets.ISO_8859_1))));
            assertThatThrownBy(() -> task.poll(reader.next())).isInstanceOf(FrameTooLargeException.class);
        }
    }

    @Test
    void anEndWithinALengthOrAFrameIsToldEachTime() throws Exception {
        for (String piece : List.of("\0", "\0\0\0", "\0\0\0\5", "\0\0\0\5four")) {
            DuplexStream.Ends ends = DuplexStream.open(64);
            FramedReader<byte[]> reader = FramedReader.of(ends.left(), LengthDelimitedCodec.of(100));
            assertThat(decode(reader, ends.right(), piece)).containsExactly("EOFException");
            assertThatThrownBy(() -> task.poll(reader.next())).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void aFrameWhoseSendIsGivenUpInTheMiddleIsWrittenToItsEndBeforeTheNext() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(4);
        FramedWriter<String> writer = FramedWriter.of(ends.left(), LinesCodec.of(100));
        FramedReader<String> reader = FramedReader.of(ends.right(), LinesCodec.of(100));
        Future<Void> first = writer.send("a line of many bytes");
        assertThat(task.poll(first)).isSameAs(Poll.pending());
        first.drop();
        TaskProbe other = new TaskProbe();
        Future<Void> second = writer.send("another");
        List<String> lines = new ArrayList<>();
        Future<String> line = reader.next();
        boolean sent = false;
        for (int i = 0; i < 50 && lines.size() < 2; i++) {
            sent = sent || task.poll(second).isReady();
            if (other.poll(line) instanceof Poll.Ready<String> ready) {
                lines.add(ready.value());
                line = reader.next();
            }
        }
        assertThat(lines).containsExactly("a line of many bytes", "another");
    }

    @Test
    void theOtherDirectionGoesOnAfterAShutdown() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(16);
        task.poll(ends.left().writeAll(bytes("last")));
        task.poll(ends.left().shutdown());
        assertThat(new String(value(task.poll(ends.right().readToEnd(10))), StandardCharsets.ISO_8859_1))
                .isEqualTo("last");
        task.poll(ends.right().writeAll(bytes("answer")));
        ByteBuffer answer = ByteBuffer.allocate(6);
        assertThat(task.poll(ends.left().readExactly(answer)).isReady()).isTrue();
        assertThat(value(task.poll(ends.right().read(ByteBuffer.allocate(1))))).isEqualTo(-1);
        assertThat(value(task.poll(ends.right().read(ByteBuffer.allocate(1))))).isEqualTo(-1);
    }

    @Test
    void aBufferedReaderAtItsEndStaysThereAndHasLostNothing() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(16);
        BufReader reader = BufReader.of(ends.right(), 4);
        task.poll(ends.left().writeAll(bytes("abcdef")));
        task.poll(ends.left().shutdown());
        ByteBuffer target = ByteBuffer.allocate(5);
        assertThat(task.poll(reader.readExactly(target)).isReady()).isTrue();
        assertThat(value(task.poll(reader.fill())).remaining()).isOne();
        assertThatThrownBy(() -> task.poll(reader.readExactly(ByteBuffer.allocate(2))))
                .isInstanceOf(EOFException.class);
        assertThat(value(task.poll(reader.fill())).remaining()).isZero();
        assertThat(value(task.poll(reader.read(ByteBuffer.allocate(2))))).isEqualTo(-1);
    }
}
