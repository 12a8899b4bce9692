package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What no test in the same process can show. */
class SignalTest {
    @Test
    void onSigtermARequestFinishesBeforeTheProcessEnds() throws Exception {
        Process process = start();
        try (BufferedReader output = process.inputReader()) {
            assumeThat(process.supportsNormalTermination())
                    .as("a system with SIGTERM")
                    .isTrue();
            assertThat(output.readLine()).isEqualTo("started");

            process.toHandle().destroy();

            assertThat(output.readLine()).isEqualTo("finished");
            assertThat(output.readLine()).isNull();
            assertThat(process.waitFor()).as("128 and the signal").isEqualTo(128 + 15);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SignalledServer.class.getName())
                .redirectErrorStream(true)
                .start();
    }
}
