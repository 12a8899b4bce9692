package dev.asyncfn.processor.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The pages in a real browser: {@code explorer/test/explorer.test.mjs} says what is checked. */
@Order(4)
@Tag("one-jdk")
@ResourceLock("explorer")
class ExplorerBrowserTest {
    private static final Path TARGET = Path.of("target", "explorer").toAbsolutePath();
    private static final int TWO_HUNDRED_STATES = 100;

    @Test
    void thePagesWorkInABrowser() throws Exception {
        Node node = Node.installed();
        Path pages = Files.createDirectories(TARGET.resolve("pages"));
        for (String name : List.of("Sum", "Upload", "Traffic")) {
            Files.writeString(pages.resolve(name + "Async.explorer.html"), Pages.of(name));
        }
        Files.writeString(pages.resolve("LargeAsync.explorer.html"), Pages.large(TWO_HUNDRED_STATES));
        Node.Result result = node.node(
                Map.of(
                        "EXPLORER_PAGES",
                        pages.toString(),
                        "EXPLORER_SHOTS",
                        TARGET.resolve("shots").toString()),
                "--test",
                "--test-reporter=spec",
                "test/explorer.test.mjs");
        Node.assume(
                !result.output().contains("explorer: SKIPPED"),
                result.output().lines().reduce("", (a, b) -> b));
        assertThat(result.status()).as(result.output()).isZero();
    }
}
