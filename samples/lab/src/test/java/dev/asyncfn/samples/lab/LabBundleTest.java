package dev.asyncfn.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The page that is checked in is the one that its sources give. */
@Tag("one-jdk")
@ResourceLock("node")
class LabBundleTest {
    private static final Path CHECKED_IN = Path.of("src/main/resources/dev/asyncfn/samples/lab/lab.html");

    @Test
    void theSourcesGiveThePageThatIsCheckedIn(@TempDir Path temp) throws Exception {
        Node.install();
        Path built = temp.resolve("lab.html");
        Node.Result result = Node.run(Map.of(), "node", "build.mjs", built.toString());
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(Files.mismatch(built, CHECKED_IN))
                .as(
                        "the first byte that differs; `npm ci --ignore-scripts && npm run build` in web writes %s",
                        CHECKED_IN)
                .isEqualTo(-1);
    }

    @Test
    void thePackagesComeFromTheRegistryOfWhoeverInstallsThem() throws Exception {
        assertThat(Files.readString(Path.of("web/package-lock.json")))
                .contains("integrity")
                .doesNotContain("\"resolved\"");
    }
}
