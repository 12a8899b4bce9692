package dev.asyncfn.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What runtime/BRIDGES.md promises is tested, and nothing is left out of it. */
@Tag("one-jdk")
class BridgesPageTest {
    private static final Path BRIDGES = Project.ROOT.resolve("runtime/bridges");
    private static final String PAGE = Project.read(Project.ROOT.resolve("runtime/BRIDGES.md"));
    /** A row of the table, without its head. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!What |---).*\\|$");

    private static List<String> modules() {
        return Pattern.compile("<module>([\\w-]+)</module>")
                .matcher(Project.read(BRIDGES.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .toList();
    }

    @Test
    void eachRowNamesATest() {
        List<String> rows = ROW.matcher(PAGE).results().map(row -> row.group()).toList();

        assertThat(rows).hasSizeGreaterThan(10);
        assertThat(rows).allSatisfy(row -> assertThat(NamedTest.in(row)).isNotEmpty());
    }

    @Test
    void theTestsThatItNamesExist() {
        assertThat(NamedTest.in(PAGE)).isNotEmpty().allMatch(NamedTest::exists);
    }

    @Test
    void eachBridgeIsOnThePage() {
        assertThat(modules()).isNotEmpty().allSatisfy(module -> assertThat(PAGE).contains("asyncfn-bridge-" + module));
    }

    @Test
    void eachFolderIsAModule() throws Exception {
        try (var folders = Files.list(BRIDGES)) {
            List<String> withPom = folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .toList();
            assertThat(withPom).containsExactlyInAnyOrderElementsOf(modules());
        }
    }
}
