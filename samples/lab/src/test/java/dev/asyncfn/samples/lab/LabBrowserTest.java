package dev.asyncfn.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The lab in a real browser: {@code web/test/lab.test.mjs} says what is checked. */
@Tag("one-jdk")
@ResourceLock("node")
class LabBrowserTest {
    private static final Path SHOTS = Path.of("target", "lab", "shots").toAbsolutePath();
    private static final int PLENTY = 600;

    @Test
    void theLabWorksInABrowser() throws Exception {
        Node.install();
        try (LabServer server = new LabServer(0, "the-token-of-a-test", PLENTY)) {
            server.start();
            Node.Result result = Node.run(
                    Map.of("LAB_LINK", server.link(), "LAB_SHOTS", SHOTS.toString()),
                    "node",
                    "--test",
                    "--test-reporter=spec",
                    "test/lab.test.mjs");
            Node.assume(
                    !result.output().contains("lab: SKIPPED"),
                    result.output().lines().reduce("", (a, b) -> b));
            assertThat(result.status()).as(result.output()).isZero();
        }
    }
}
