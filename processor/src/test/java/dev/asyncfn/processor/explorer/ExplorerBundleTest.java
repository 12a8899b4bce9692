package dev.asyncfn.processor.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The program of the page that is checked in is the one that its sources give. */
@Tag("one-jdk")
@ResourceLock("explorer")
class ExplorerBundleTest {
    private static final Path CHECKED_IN = Path.of("src/main/resources/dev/asyncfn/processor/explorer/page.html");

    @Test
    void theSourcesGiveThePageThatIsCheckedIn(@TempDir Path temp) throws Exception {
        Path built = temp.resolve("page.html");
        Node.Result result = Node.installed().node(Map.of(), "build.mjs", built.toString());
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(Files.mismatch(built, CHECKED_IN))
                .as(
                        "the first byte that differs; `npm ci --ignore-scripts && npm run build` in processor/explorer writes %s",
                        CHECKED_IN)
                .isEqualTo(-1);
    }

    @Test
    void thePackagesComeFromTheRegistryOfWhoeverInstallsThem() throws Exception {
        assertThat(Files.readString(Path.of("explorer/package-lock.json")))
                .contains("integrity")
                .doesNotContain("\"resolved\"");
    }
}
