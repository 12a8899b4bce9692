package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.executor.CancellationToken;
import dev.asyncfn.executor.LocalPool;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestsTest {
    private final CancellationToken stop = new CancellationToken();

    @TempDir
    private Path folder;

    @Test
    void theFileIsReadElsewhere() throws Exception {
        byte[] content = {1, 2, 3};
        CRC32 expected = new CRC32();
        expected.update(content);
        Path file = Files.write(folder.resolve("file"), content);
        try (LocalPool pool = new LocalPool()) {
            assertThat(pool.runUntil(DigestsAsync.digest(file, stop))).isEqualTo(expected.getValue());
        }
        assertThat(Digests.digest(file, stop)).isEqualTo(expected.getValue());
    }

    @Test
    void whatFailsThereIsThrownHere() {
        try (LocalPool pool = new LocalPool()) {
            assertThatThrownBy(() -> pool.runUntil(DigestsAsync.digest(folder.resolve("none"), stop)))
                    .isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void nobodyAwaitsItOnceItWasToldToStop() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        stop.cancel();
        try (LocalPool pool = new LocalPool()) {
            assertThatThrownBy(() -> pool.runUntil(DigestsAsync.digest(file, stop)))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
