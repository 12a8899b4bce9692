package dev.asyncfn.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated sources that are checked in are those that the processor writes today, and they work. */
class ExamplesTest {
    private static final String UPDATE = "mvn -B -ntp verify -pl src-gen-examples -am -DupdateExamples";
    private static final Pattern STATES = Pattern.compile("enum State \\{([^}]*)}");
    private static final Pattern OUTPUT = Pattern.compile("It prints:\\R+```text\\R(.*?)```", Pattern.DOTALL);

    @TempDir
    Path temp;

    static Stream<Example> examples() {
        return Example.all();
    }

    /** On request, before anything else looks at what is checked in. */
    @BeforeAll
    static void update(@TempDir Path temp) throws Exception {
        if (System.getProperty("updateExamples") == null) {
            return;
        }
        for (Example example : examples().toList()) {
            List<Path> fresh = regenerate(example, temp);
            for (Path stale : example.generated()) {
                Files.delete(stale);
            }
            for (Path file : fresh) {
                Files.copy(file, example.folder().resolve(file.getFileName()));
            }
        }
    }

    @Test
    void there_are_examples() {
        assertThat(examples()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void the_checked_in_source_is_what_the_processor_writes(Example example) throws Exception {
        List<Path> fresh = regenerate(example, temp);
        assertThat(example.generated())
                .as("the generated files of %s; update them with: %s", example, UPDATE)
                .extracting(Path::getFileName)
                .containsExactlyElementsOf(fresh.stream().map(Path::getFileName).toList());
        for (Path file : fresh) {
            assertThat(example.folder().resolve(file.getFileName()))
                    .as("%s of %s; if the processor is right, update with: %s", file.getFileName(), example, UPDATE)
                    .hasSameTextualContentAs(file, StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void the_checked_in_source_compiles_without_processor_or_warning(Example example) throws Exception {
        Javac.compile(sources(example), temp);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void a_readme_names_every_state(Example example) throws Exception {
        assertThat(example.generated()).isNotEmpty();
        for (Path file : example.generated()) {
            Matcher states = STATES.matcher(Files.readString(file));
            while (states.find()) {
                assertThat(example.readme()).contains(names(states.group(1)));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void an_example_prints_what_its_readme_says(Example example) throws Exception {
        Javac.compile(sources(example), temp);
        Matcher said = OUTPUT.matcher(example.readme());
        assertThat(said.find()).as("the readme shows the output").isTrue();
        assertThat(run(example)).isEqualToNormalizingNewlines(said.group(1));
    }

    private static List<Path> regenerate(Example example, Path temp) throws Exception {
        List<Path> sources = new ArrayList<>(example.written());
        sources.addAll(Example.support());
        Javac.generate(sources, temp);
        return Example.javaFiles(temp.resolve(example.toString()));
    }

    private static List<Path> sources(Example example) {
        assertThat(example.generated()).isNotEmpty();
        return Stream.of(example.written(), example.generated(), Example.support())
                .flatMap(List::stream)
                .toList();
    }

    /** The states as the readme's tables write them. */
    private static List<String> names(String constants) {
        return Stream.of(constants.replaceAll("//.*|(?s)/\\*.*?\\*/", "").split("[,;\\s]+"))
                .filter(name -> !name.isEmpty())
                .map(name -> "`" + name + "`")
                .toList();
    }

    /** In a process of its own, since an example prints to standard output. */
    private String run(Example example) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classPath = String.join(
                System.getProperty("path.separator"),
                temp.toString(),
                Javac.api().toString());
        Path output = temp.resolve("output.txt");
        int exit = new ProcessBuilder(java.toString(), "-cp", classPath, example.mainClass())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        String printed = Files.readString(output);
        assertThat(exit).as(printed).isZero();
        return printed;
    }
}
