package dev.asyncfn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.test.TaskProbe;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnmappableCharacterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines and frames. */
class CodecsTest {
    private final TaskProbe task = new TaskProbe();

    private static List<String> lines(AsyncRead from, LinesCodec codec) throws IOException {
        FramedReader<String> reader = FramedReader.of(from, codec);
        List<String> lines = new ArrayList<>();
        for (String line; (line = Async.blockOn(reader.next())) != null; ) {
            lines.add(line);
        }
        assertThat(Async.blockOn(reader.next())).isNull();
        return lines;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void linesEndWithLfOrCrLfOrTheEnd(int piece) throws Exception {
        String text = "one\ntwo\r\n\n\r\nwith\rin it\nl\u00e4st \ud83d\ude00\r\nno end\r";
        assertThat(lines(Bytes.source(text, piece), LinesCodec.of(20)))
                .containsExactly("one", "two", "", "", "with\rin it", "l\u00e4st \ud83d\ude00", "no end");
    }

    @Test
    void anyTextInAnyPiecesHasTheLinesOfBufferedReader() throws Exception {
        String[] parts = {"a", "\u00e9", "\u20ac", "\ud83d\ude00", "\n", "\r\n", "bc"};
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            List<String> expected = new BufferedReader(new StringReader(text.toString()))
                    .lines()
                    .toList();
            assertThat(lines(Bytes.source(text.toString(), 1 + random.nextInt(5)), LinesCodec.of(100)))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"Shift_JIS", "GB18030", "ISO-8859-1", "windows-1252"})
    void aCharacterMayBeCutByTheBorderOfAPiece(Charset charset) throws Exception {
        String text = charset.canEncode() && charset.newEncoder().canEncode('\u8868') ? "\u8868\u8868" : "\u00e9\u00e9";
        byte[] bytes = (text + "\r\n" + text).getBytes(charset);
        assertThat(lines(Bytes.source(bytes, 1), LinesCodec.of(100, charset))).containsExactly(text, text);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 100})
    void aLineMayHaveExactlyTheMaximumWhateverItsEnd(int piece) throws Exception {
        assertThat(lines(Bytes.source("12345\n12345\r\n12345", piece), LinesCodec.of(5)))
                .containsExactly("12345", "12345", "12345");
        assertThat(lines(Bytes.source("12345\r", piece), LinesCodec.of(5))).containsExactly("12345");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void aLineThatIsTooLongFailsOnceAndTheNextOneIsRead(int piece) throws Exception {
        FramedReader<String> reader =
                FramedReader.of(Bytes.source("123456\nshort\n1234567890\r\nend\r\ntoo long", piece), LinesCodec.of(5));
        String tooLong = "a line of more than 5 bytes";
        assertThatThrownBy(() -> Async.blockOn(reader.next()))
                .isInstanceOf(FrameTooLargeException.class)
                .hasMessage(tooLong);
        assertThat(Async.blockOn(reader.next())).isEqualTo("short");
        assertThatThrownBy(() -> Async.blockOn(reader.next())).hasMessage(tooLong);
        assertThat(Async.blockOn(reader.next())).isEqualTo("end");
        assertThatThrownBy(() -> Async.blockOn(reader.next())).hasMessage(tooLong);
        assertThat(Async.blockOn(reader.next())).isNull();
    }

    @Test
    void bytesThatAreNoTextFailAndTheNextLineIsRead() throws Exception {
        byte[] bytes = {'a', (byte) 0xC3, '\n', 'b', '\n'};
        FramedReader<String> reader = FramedReader.of(Bytes.source(bytes, 1), LinesCodec.of(5));
        assertThatThrownBy(() -> Async.blockOn(reader.next())).isInstanceOf(MalformedInputException.class);
        assertThat(Async.blockOn(reader.next())).isEqualTo("b");
    }

    @Test
    void aLineIsWrittenWithTheEndThatIsAskedFor() throws Exception {
        assertThat(LinesCodec.of(5).encode("\u00e9")).isEqualTo(Bytes.of("\u00e9\n"));
        assertThat(LinesCodec.of(5).withCrLf().encode("")).isEqualTo(Bytes.of("\r\n"));
        assertThatThrownBy(() -> LinesCodec.of(5).encode("123456")).isInstanceOf(FrameTooLargeException.class);
        assertThatThrownBy(() -> LinesCodec.of(5, StandardCharsets.US_ASCII).encode("\u00e9"))
                .isInstanceOf(UnmappableCharacterException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> LinesCodec.of(50).encode("x\r\nMAIL FROM:<y>"));
    }

    @Test
    void aCharsetWhoseLfIsNotTheByteTenIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LinesCodec.of(5, StandardCharsets.UTF_16BE));
        assertThatIllegalArgumentException().isThrownBy(() -> LinesCodec.of(5, Charset.forName("IBM037")));
        assertThatIllegalArgumentException().isThrownBy(() -> LinesCodec.of(0));
    }

    @ParameterizedTest
    @CsvSource({"1, BIG", "2, LITTLE", "3, BIG", "3, LITTLE", "4, BIG", "5, LITTLE", "8, BIG", "8, LITTLE"})
    void framesOfEachWidthAndOrderComeBack(int width, String endian) throws Exception {
        ByteOrder order = endian.equals("BIG") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        LengthDelimitedCodec codec = LengthDelimitedCodec.of(255, width, order);
        DuplexStream.Ends ends = DuplexStream.open(10_000);
        FramedWriter<byte[]> writer = FramedWriter.of(ends.left(), codec);
        FramedReader<byte[]> reader = FramedReader.of(Bytes.oneByOne(ends.right()), codec);
        for (int size : new int[] {0, 1, 200, 255}) {
            Async.blockOn(writer.send(Bytes.random(size, size)));
        }
        Async.blockOn(writer.shutdown());
        for (int size : new int[] {0, 1, 200, 255}) {
            assertThat(Async.blockOn(reader.next())).isEqualTo(Bytes.random(size, size));
        }
        assertThat(Async.blockOn(reader.next())).isNull();
    }

    @Test
    void theLengthHasItsHighestByteFirstOrLast() throws Exception {
        byte[] frame = new byte[0x0102];
        assertThat(LengthDelimitedCodec.of(1000).encode(frame).slice(0, 4))
                .isEqualTo(ByteBuffer.wrap(new byte[] {0, 0, 1, 2}));
        assertThat(LengthDelimitedCodec.of(1000, 3, ByteOrder.LITTLE_ENDIAN)
                        .encode(frame)
                        .slice(0, 3))
                .isEqualTo(ByteBuffer.wrap(new byte[] {2, 1, 0}));
    }

    @Test
    void anEndInTheMiddleOfAFrameIsAnEofException() {
        byte[] cut = {0, 0, 0, 5, 'a', 'b'};
        for (int length = 1; length < cut.length; length++) {
            byte[] start = java.util.Arrays.copyOf(cut, length);
            FramedReader<byte[]> reader = FramedReader.of(Bytes.source(start, 1), LengthDelimitedCodec.of(10));
            assertThatThrownBy(() -> Async.blockOn(reader.next()))
                    .isInstanceOf(EOFException.class)
                    .hasMessage("the end came in the middle of a frame, after " + length + " bytes of it");
        }
    }

    @Test
    void aFrameThatIsTooLargeIsRefusedBeforeItIsRead() {
        byte[] header = {0, 0, 0, 11};
        FramedReader<byte[]> reader = FramedReader.of(Bytes.source(header, 1), LengthDelimitedCodec.of(10));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> Async.blockOn(reader.next()))
                    .isInstanceOf(FrameTooLargeException.class)
                    .hasMessage("a frame of 11 bytes, of at most 10");
        }
        byte[] huge = {-1, -1, -1, -1, -1, -1, -1, -1};
        LengthDelimitedCodec wide = LengthDelimitedCodec.of(10, 8, ByteOrder.BIG_ENDIAN);
        assertThatThrownBy(() -> wide.decode(ByteBuffer.wrap(huge)))
                .hasMessage("a frame of 18446744073709551615 bytes, of at most 10");
        assertThatThrownBy(() -> wide.encode(new byte[11])).isInstanceOf(FrameTooLargeException.class);
    }

    @Test
    void aMaximumThatItsLengthCannotExpressIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LengthDelimitedCodec.of(256, 1, ByteOrder.BIG_ENDIAN));
        assertThatIllegalArgumentException().isThrownBy(() -> LengthDelimitedCodec.of(65_536, 2, ByteOrder.BIG_ENDIAN));
        assertThatIllegalArgumentException().isThrownBy(() -> LengthDelimitedCodec.of(1, 9, ByteOrder.BIG_ENDIAN));
        assertThatIllegalArgumentException().isThrownBy(() -> LengthDelimitedCodec.of(-1));
    }

    @Test
    void largeFramesMakeTheBufferGrowAndItShrinksAgain() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(3_000_000);
        LengthDelimitedCodec codec = LengthDelimitedCodec.of(1_000_000);
        FramedWriter<byte[]> writer = FramedWriter.of(ends.left(), codec);
        FramedReader<byte[]> reader = FramedReader.of(ends.right(), codec);
        for (int size : new int[] {1_000_000, 3, 0, 900_000, 8 * 1024 - 4, 8 * 1024}) {
            byte[] frame = Bytes.random(size, size);
            Async.blockOn(writer.send(frame));
            assertThat(Async.blockOn(reader.next())).isEqualTo(frame);
        }
    }

    @Test
    void aSendThatIsDroppedLeavesTheWholeFrameOrNone() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(3);
        FramedWriter<String> writer = FramedWriter.of(ends.left(), LinesCodec.of(100));
        FramedReader<String> reader = FramedReader.of(ends.right(), LinesCodec.of(100));
        TryFuture<Void, IOException> unpolled = writer.send("never");
        unpolled.drop();
        TryFuture<Void, IOException> cut = writer.send("whole");
        assertThat(task.poll(cut)).isSameAs(Poll.pending());
        cut.drop();
        assertThat(task.held()).isZero();
        TryFuture<Void, IOException> next = writer.send("next");
        List<String> lines = new ArrayList<>();
        boolean sent = false;
        while (lines.size() < 2) {
            sent = sent || task.poll(next).isReady();
            TryFuture<String, IOException> line = reader.next();
            if (task.poll(line) instanceof Poll.Ready<String> ready) {
                lines.add(ready.value());
            }
            line.drop(); // which loses no byte
        }
        assertThat(lines).containsExactly("whole", "next");
    }

    @Test
    void anItemThatCannotBeEncodedLeavesTheWriterUsable() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(100);
        FramedWriter<String> writer = FramedWriter.of(ends.left(), LinesCodec.of(5));
        assertThatThrownBy(() -> task.poll(writer.send("too long"))).isInstanceOf(FrameTooLargeException.class);
        task.poll(writer.send("fits"));
        assertThat(task.poll(FramedReader.of(ends.right(), LinesCodec.of(5)).next()))
                .isEqualTo(Poll.ready("fits"));
    }

    @Test
    void whatFollowsTheItemsIsThereForAnotherProtocol() throws Exception {
        FramedReader<String> reader = FramedReader.of(Bytes.source("STARTTLS\r\n\u0016\u0003", 100), LinesCodec.of(50));
        assertThat(task.poll(reader.next())).isEqualTo(Poll.ready("STARTTLS"));
        assertThat(reader.undecoded()).isEqualTo(Bytes.of("\u0016\u0003"));
    }

    @Test
    void theItemsAreAStreamThatEndsWithTheFirstFailure() throws Exception {
        assertThat(Async.blockOn(FramedReader.of(Bytes.source("a\nb", 1), LinesCodec.of(5))
                        .items()
                        .map(String::toUpperCase)
                        .toList()))
                .containsExactly("A", "B");
        var items = FramedReader.of(Bytes.source("abc\nb", 1), LinesCodec.of(1)).items();
        assertThatThrownBy(() -> Async.blockOn(items.next())).isInstanceOf(FrameTooLargeException.class);
        assertThatIllegalStateException().isThrownBy(() -> Async.blockOn(items.next()));
        var dropped =
                FramedReader.of(DuplexStream.open(1).left(), LinesCodec.of(1)).items();
        assertThat(dropped.pollNext(task.context())).isSameAs(Poll.pending());
        dropped.drop();
        assertThat(task.held()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> dropped.pollNext(task.context()));
    }
}
