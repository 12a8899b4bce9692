package dev.asyncfn.io;

import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.transfer.Transfer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Bytes and streams of tests. */
public final class Bytes {
    private Bytes() {}

    /** A text as bytes. */
    public static ByteBuffer of(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What was put into a buffer, as a text. */
    public static String text(ByteBuffer buffer) {
        return StandardCharsets.UTF_8.decode(buffer.duplicate().flip()).toString();
    }

    /** The same bytes for the same seed. */
    public static byte[] random(int count, long seed) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Reads these bytes, in pieces of the size that is given, then the end. */
    public static AsyncRead source(byte[] bytes, int piece) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        return target -> new Transfer<>("source", cx -> {
            if (!rest.hasRemaining()) {
                return Poll.ready(-1);
            }
            int count = Math.min(piece, Math.min(rest.remaining(), target.remaining()));
            target.put(rest.slice(rest.position(), count));
            rest.position(rest.position() + count);
            return Poll.ready(count);
        });
    }

    /** As {@link #source(byte[], int)}, of a text. */
    public static AsyncRead source(String text, int piece) {
        return source(text.getBytes(StandardCharsets.UTF_8), piece);
    }

    /** A stream whose every transfer moves one byte at most. */
    public static ByteStream oneByOne(ByteStream stream) {
        return new Trickle(stream);
    }

    private record Trickle(ByteStream stream) implements ByteStream {
        @Override
        public TryFuture<Integer, IOException> read(ByteBuffer buffer) {
            return one(buffer, stream.read(first(buffer)));
        }

        @Override
        public TryFuture<Integer, IOException> write(ByteBuffer buffer) {
            return one(buffer, stream.write(first(buffer)));
        }

        private static ByteBuffer first(ByteBuffer buffer) {
            return buffer.slice(buffer.position(), Math.min(1, buffer.remaining()));
        }

        private static TryFuture<Integer, IOException> one(
                ByteBuffer buffer, TryFuture<Integer, IOException> transfer) {
            return new TryFuture<>() {
                @Override
                public Poll<Integer> poll(dev.asyncfn.Context cx) throws Exception {
                    Poll<Integer> outcome = transfer.poll(cx);
                    if (outcome instanceof Poll.Ready<Integer> ready && ready.value() > 0) {
                        buffer.position(buffer.position() + ready.value());
                    }
                    return outcome;
                }

                @Override
                public void drop() {
                    transfer.drop();
                }
            };
        }

        @Override
        public TryFuture<Void, IOException> flush() {
            return stream.flush();
        }

        @Override
        public TryFuture<Void, IOException> shutdown() {
            return stream.shutdown();
        }

        @Override
        public boolean isOpen() {
            return stream.isOpen();
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
