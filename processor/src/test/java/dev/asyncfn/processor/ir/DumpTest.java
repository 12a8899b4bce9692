package dev.asyncfn.processor.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.attribute.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The graphs of the forty cases that broke real compilers, as they stand in {@code dumps}. A change there is a change of
 * the lowering: {@code -DupdateDumps} rewrites them, and then they are read.
 */
class DumpTest {
    private static final Path BODIES = Path.of("src/test/resources/bodies");
    private static final Path DUMPS = Path.of("src/test/resources/dumps");
    private static final String NEWER = "java21";

    static Stream<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String topic : List.of("thirty", "ten")) {
            try (Stream<Path> files = Files.walk(BODIES.resolve(topic))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> Runtime.version().feature() >= 21
                                || !file.toString().contains(NEWER))
                        .forEach(found::add);
            }
        }
        return found.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theGraphsAreWhatTheyWere(Path file) throws IOException {
        String dumps = dumps(file);
        if (dumps.isEmpty()) {
            return; // what others extend
        }
        String name =
                BODIES.relativize(file).toString().replace(".java", ".txt").replace('/', '.');
        Path expected = DUMPS.resolve(name);
        if (System.getProperty("updateDumps") != null) {
            Files.writeString(expected, dumps);
        }
        assertThat(dumps).isEqualTo(Files.readString(expected));
    }

    private static String dumps(Path file) throws IOException {
        Path folder = file.getParent();
        List<JavaFileObject> sources = new ArrayList<>(List.of(source(file)));
        Path base = folder.resolve("base");
        if (Files.isDirectory(base)) {
            try (Stream<Path> others = Files.list(base)) {
                for (Path other : others.sorted().toList()) {
                    sources.add(source(other));
                }
            }
        }
        return Dumps.of(sources).values().stream().collect(Collectors.joining("\n\n"));
    }

    private static JavaFileObject source(Path file) throws IOException {
        String name = file.toString()
                .substring(BODIES.getParent().toString().length() + 1)
                .replace(".java", "")
                .replace('/', '.');
        return Probe.source(name, Files.readString(file));
    }
}
