package dev.asyncfn.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * Frames of bytes, each after its length, which does not count itself. {@code tokio_util::codec::LengthDelimitedCodec}. Stateless, so that
 * readers and writers can share it.
 *
 * <p>A frame that is too large is a {@link FrameTooLargeException}, before it is read and before anything of it is written. Where the next
 * frame would begin is not known then, so a reader throws it each time. An end in the middle of a frame is a {@link java.io.EOFException}.
 */
public final class LengthDelimitedCodec implements Decoder<byte[]>, Encoder<byte[]> {
    private static final int WIDTH = 4;

    private final int width;
    private final ByteOrder order;
    private final int maximum;

    private LengthDelimitedCodec(int width, ByteOrder order, int maximum) {
        this.width = width;
        this.order = order;
        this.maximum = maximum;
    }

    /**
     * Frames after a length of four bytes, the highest first.
     *
     * @param maximum how many bytes a frame may have, without its length
     * @return a codec
     * @throws IllegalArgumentException if the maximum is negative
     */
    public static LengthDelimitedCodec of(int maximum) {
        return of(maximum, WIDTH, ByteOrder.BIG_ENDIAN);
    }

    /**
     * Frames after a length of {@code width} bytes.
     *
     * @param maximum how many bytes a frame may have, without its length
     * @param width 1 to 8
     * @param order which byte of the length comes first
     * @return a codec
     * @throws IllegalArgumentException if the maximum is negative, or does not fit the width, or the width is another one
     */
    public static LengthDelimitedCodec of(int maximum, int width, ByteOrder order) {
        Objects.requireNonNull(order, "order");
        if (width < 1 || width > Long.BYTES) {
            throw new IllegalArgumentException("a length of " + width + " bytes");
        }
        if (maximum < 0 || width < Integer.BYTES && maximum >> (Byte.SIZE * width) != 0) {
            throw new IllegalArgumentException(
                    "a maximum of " + maximum + " does not fit a length of " + width + " bytes");
        }
        return new LengthDelimitedCodec(width, order, maximum);
    }

    @Override
    public byte[] decode(ByteBuffer input) throws IOException {
        if (input.remaining() < width) {
            return null;
        }
        long length = lengthAt(input);
        if (length < 0 || length > maximum) { // negative: 64 bits without a sign
            throw tooLarge(Long.toUnsignedString(length));
        }
        if (input.remaining() - width < length) {
            return null;
        }
        byte[] frame = new byte[(int) length];
        input.position(input.position() + width).get(frame);
        return frame;
    }

    private long lengthAt(ByteBuffer input) {
        long length = 0;
        for (int i = 0; i < width; i++) {
            length = length << Byte.SIZE | Byte.toUnsignedLong(input.get(input.position() + significance(i)));
        }
        return length;
    }

    /** The place of the byte that is the {@code i}th if the highest is the first. */
    private int significance(int i) {
        return order == ByteOrder.BIG_ENDIAN ? i : width - 1 - i;
    }

    @Override
    public ByteBuffer encode(byte[] frame) throws IOException {
        if (frame.length > maximum) {
            throw tooLarge(Integer.toString(frame.length));
        }
        ByteBuffer encoded = ByteBuffer.allocate(Math.addExact(width, frame.length));
        long rest = frame.length;
        for (int i = width - 1; i >= 0; i--) {
            encoded.put(significance(i), (byte) rest);
            rest >>>= Byte.SIZE;
        }
        return encoded.position(width).put(frame).flip();
    }

    private FrameTooLargeException tooLarge(String length) {
        return new FrameTooLargeException("a frame of " + length + " bytes, of at most " + maximum, maximum);
    }

    @Override
    public String toString() {
        return "LengthDelimitedCodec[" + width + " bytes, " + order + ", at most " + maximum + "]";
    }
}
