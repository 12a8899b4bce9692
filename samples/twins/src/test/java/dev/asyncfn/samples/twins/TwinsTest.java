package dev.asyncfn.samples.twins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.samples.twins.Main.Program;
import dev.asyncfn.samples.twins.Main.Twin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The traces beside the Rust programs are what these print, built by rustc 1.95. */
class TwinsTest {
    /** Surefire runs in the module's own directory. */
    private static final Path RUST = Path.of("rust");

    /** No program, but a part of each. */
    private static final String SUPPORT = "support.rs";

    static List<Twin> twins() {
        return Main.TWINS;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("twins")
    void a_twin_prints_the_trace_of_the_rust_program(Twin twin) throws Exception {
        assertThat(output(twin.program())).containsExactlyElementsOf(trace(twin.name()));
    }

    @Test
    void each_twin_has_its_rust_program_and_each_program_its_twin() throws IOException {
        try (Stream<Path> programs = Files.list(RUST)) {
            assertThat(programs.map(Path::getFileName)
                            .map(Path::toString)
                            .filter(name -> name.endsWith(".rs") && !name.equals(SUPPORT)))
                    .containsExactlyInAnyOrderElementsOf(
                            twins().stream().map(twin -> twin.name() + ".rs").toList());
        }
    }

    @Test
    void the_readme_lists_the_twins_in_the_order_in_which_they_run() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("README.md"))) {
            assertThat(lines.filter(line -> line.contains("](rust/") && line.startsWith("|"))
                            .map(line ->
                                    line.substring(line.indexOf("](rust/") + "](rust/".length(), line.indexOf(".rs)"))))
                    .containsExactlyElementsOf(twins().stream().map(Twin::name).toList());
        }
    }

    private static List<String> output(Program program) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            program.run(out);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static List<String> trace(String name) throws IOException {
        return Files.readAllLines(RUST.resolve(name + ".trace.txt"));
    }
}
