package dev.asyncfn.samples.chat;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.io.AsyncRead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Makes lines from the bytes that arrive, in whatever pieces they come. For one task at a time. */
final class Lines {
    private static final int MAX_BYTES = 1_000;

    private final AsyncRead bytes;
    /** Bytes that have arrived and are not part of a line yet. */
    private final ByteBuffer arrived = ByteBuffer.allocate(MAX_BYTES);
    /** Up to here there is no end of a line. */
    private int searched;

    Lines(AsyncRead bytes) {
        this.bytes = bytes;
    }

    /** Waits for the next line, and returns it without its end, or null if there are no more. A line that is too long is a failure. */
    @AsyncFn
    String next() throws IOException {
        while (true) {
            String line = take();
            if (line != null) {
                return line;
            }
            if (!arrived.hasRemaining()) {
                throw new IOException("a line of more than " + MAX_BYTES + " bytes");
            }
            if (await(bytes.read(arrived)) == -1) {
                return null; // what follows the last end of a line is not a line
            }
        }
    }

    /** The next line, if all of it has arrived; or null. */
    private String take() {
        while (searched < arrived.position()) {
            if (arrived.get(searched++) == '\n') {
                arrived.flip();
                String line = StandardCharsets.UTF_8
                        .decode(arrived.slice(0, searched))
                        .toString();
                arrived.position(searched).compact();
                searched = 0;
                return line.stripTrailing();
            }
        }
        return null;
    }
}
