package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.executor.Blocking;
import dev.asyncfn.executor.CancellationToken;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Reads files, which blocks, and would stall the other tasks of the thread. So it is done on threads that may be blocked. */
public final class Digests {
    private static final int BUFFER_SIZE = 8 * 1024;

    private Digests() {}

    @AsyncFn
    static long digest(Path file, CancellationToken stop) throws IOException {
        JoinHandle<Long> digest = Blocking.spawnBlocking(() -> read(file, stop));
        try {
            return await(stop.runUntilCancelled(digest));
        } catch (JoinException e) { // only says that it failed there; its cause is more interesting here
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        } finally {
            digest.abort(); // if it has not begun yet, it never does; if it has, it must check for itself
        }
    }

    private static long read(Path file, CancellationToken stop) throws IOException {
        CRC32 digest = new CRC32();
        byte[] buffer = new byte[BUFFER_SIZE];
        try (InputStream content = Files.newInputStream(file)) {
            for (int n = 0; n != -1 && !stop.isCancelled(); n = content.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return digest.getValue(); // of a part only, if it was stopped; then nothing awaits it
    }
}
