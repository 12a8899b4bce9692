package dev.asyncfn.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Lines of text. {@code tokio_util::codec::LinesCodec}. A line ends with LF or CR LF; what follows the last end of a line is a line,
 * too, unless it is empty, as for {@link java.io.BufferedReader}. Each reader needs a codec of its own.
 *
 * <p>A line that is too long is a {@link FrameTooLargeException}, as soon as that is known and once for each such line. The next call skips
 * the rest of it, and continues with the following line. The same holds for bytes that are not valid in the charset, which are a
 * {@link java.nio.charset.CharacterCodingException}.
 */
public final class LinesCodec implements Decoder<String>, Encoder<String> {
    private final Charset charset;
    private final int maximum;
    private final boolean crLf;
    /** How many of the first bytes of the input have no end of a line. */
    private int searched;
    /** Whether the input starts with the rest of a line that was too long. */
    private boolean skipping;

    private LinesCodec(Charset charset, int maximum, boolean crLf) {
        this.charset = charset;
        this.maximum = maximum;
        this.crLf = crLf;
    }

    /**
     * Lines in UTF-8, written with LF.
     *
     * @param maximum how many bytes a line may have, without its end
     * @return a new codec
     * @throws IllegalArgumentException if the maximum is not positive
     */
    public static LinesCodec of(int maximum) {
        return of(maximum, StandardCharsets.UTF_8);
    }

    /**
     * Lines in a charset, written with LF.
     *
     * @param maximum how many bytes a line may have, without its end
     * @param charset of which the byte 10 is the LF, as in ASCII; so not UTF-16
     * @return a new codec
     * @throws IllegalArgumentException if the maximum is not positive, or the charset is another one
     */
    public static LinesCodec of(int maximum, Charset charset) {
        if (maximum <= 0) {
            throw new IllegalArgumentException("a maximum of " + maximum + " bytes");
        }
        if (!charset.canEncode() || !ByteBuffer.wrap(new byte[] {'\r', '\n'}).equals(charset.encode("\r\n"))) {
            throw new IllegalArgumentException("lines of " + charset + " do not end with the byte 10");
        }
        return new LinesCodec(charset, maximum, false);
    }

    /**
     * The same codec, but lines are written with CR LF, as most protocols of the Internet require.
     *
     * @return a new codec
     */
    public LinesCodec withCrLf() {
        return new LinesCodec(charset, maximum, true);
    }

    @Override
    public String decode(ByteBuffer input) throws IOException {
        for (; ; ) {
            int end = indexOfLf(input);
            if (end < 0) {
                return unfinished(input);
            }
            searched = 0;
            if (!skipping) {
                return take(input, end - input.position(), 1);
            }
            skipping = false;
            input.position(end + 1);
        }
    }

    private int indexOfLf(ByteBuffer input) {
        for (int i = input.position() + searched; i < input.limit(); i++) {
            if (input.get(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Without the end of the line: fails if it is too long already. */
    private String unfinished(ByteBuffer input) throws IOException {
        searched = input.remaining();
        boolean tooLong = withoutCr(input, searched) > maximum;
        if (skipping || tooLong) {
            searched = 0;
            input.position(input.limit());
        }
        if (tooLong && !skipping) {
            skipping = true;
            throw tooLong();
        }
        return null;
    }

    @Override
    public String decodeEnd(ByteBuffer input) throws IOException {
        String line = decode(input);
        if (line != null || !input.hasRemaining()) {
            return line;
        }
        searched = 0;
        return take(input, input.remaining(), 0);
    }

    /** The line of the next {@code length} bytes, which are consumed with its end. */
    private String take(ByteBuffer input, int length, int end) throws IOException {
        int count = withoutCr(input, length);
        ByteBuffer line = input.slice(input.position(), count);
        input.position(input.position() + length + end);
        if (count > maximum) {
            throw tooLong();
        }
        return charset.newDecoder().decode(line).toString();
    }

    private static int withoutCr(ByteBuffer input, int length) {
        return length > 0 && input.get(input.position() + length - 1) == '\r' ? length - 1 : length;
    }

    private FrameTooLargeException tooLong() {
        return new FrameTooLargeException("a line of more than " + maximum + " bytes", maximum);
    }

    /**
     * {@inheritDoc}
     *
     * @param line must have no end of a line in it: otherwise whoever has written a part of it could make another line
     * @throws IllegalArgumentException if it has a CR or LF
     */
    @Override
    public ByteBuffer encode(String line) throws IOException {
        Objects.requireNonNull(line, "line");
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a line with an end of a line in it");
        }
        ByteBuffer bytes = charset.newEncoder().encode(java.nio.CharBuffer.wrap(line));
        if (bytes.remaining() > maximum) {
            throw tooLong();
        }
        ByteBuffer encoded = ByteBuffer.allocate(bytes.remaining() + 2).put(bytes);
        if (crLf) {
            encoded.put((byte) '\r');
        }
        return encoded.put((byte) '\n').flip();
    }

    @Override
    public String toString() {
        return "LinesCodec[" + charset + ", at most " + maximum + " bytes]";
    }
}
