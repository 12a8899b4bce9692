package dev.asyncfn.samples.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Async fns that call async fns of other packages, other jars and earlier compilations. */
class SeparateCompilationIT {
    private static final String CLASS_PATH = Jars.path(Jars.API, Jars.RUNTIME);

    private static final String PARSER = """
            package parser;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import java.text.ParseException;
            import java.util.concurrent.CompletableFuture;

            public final class Parser {
                private Parser() {}

                @AsyncFn
                public static int parse(String text) throws ParseException {
                    String digits = await(CompletableFuture.supplyAsync(text::strip));
                    if (digits.isEmpty()) {
                        throw new ParseException("no digits", 0);
                    }
                    return Integer.parseInt(digits);
                }

                @AsyncFn
                public static void check(int value) throws ParseException {
                    if (await(CompletableFuture.completedFuture(value < 0))) {
                        throw new ParseException("negative", 0);
                    }
                }
            }
            """;

    private static final String ADDER = """
            package adder;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.Async;
            import dev.asyncfn.AsyncFn;
            import java.text.ParseException;
            import parser.Parser;

            public final class Adder {
                private Adder() {}

                @AsyncFn
                static int add(String a, String b) throws ParseException {
                    int sum = Parser.parse(a) + await(Parser.parse(b));
                    Parser.check(sum);
                    return sum;
                }

                public static void main(String[] args) {
                    for (String b : new String[] {"2", "-9", " "}) {
                        try {
                            System.out.println(Async.blockOn(AdderAsync.add(" 1 ", b)));
                        } catch (ParseException e) {
                            System.out.println(e.getMessage());
                        }
                    }
                }
            }
            """;

    private static final String[] PRINTED = {"3", "negative", "no digits"};

    @TempDir
    Path root;

    private Project project;

    @BeforeEach
    void create() throws IOException {
        project = new Project(Files.createDirectory(root.resolve("project")));
    }

    static List<Jdk> jdks() {
        return Jdk.allWarm();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void async_fns_of_one_package_call_those_of_another(Jdk jdk) {
        project.source("parser/Parser.java", PARSER).source("adder/Adder.java", ADDER);
        project.compileCleanly(jdk, "-cp", CLASS_PATH, "-processorpath", Jars.PROCESSOR);
        assertThat(project.run(jdk, "adder.Adder").lines()).containsExactly(PRINTED);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void async_fns_call_those_of_a_jar(Jdk jdk) throws IOException {
        Project library =
                new Project(Files.createDirectory(root.resolve("library"))).source("parser/Parser.java", PARSER);
        String generated = Files.createDirectory(root.resolve("generated")).toString(); // not in the jar
        library.compileCleanly(jdk, "-cp", CLASS_PATH, "-processorpath", Jars.PROCESSOR, "-s", generated);
        String jar = root.resolve("parser.jar").toString();
        Project.output(jdk.jar(library.root(), List.of("--create", "--file", jar, "-C", "classes", ".")));

        project.source("adder/Adder.java", ADDER);
        project.compileCleanly(jdk, "-cp", Jars.path(CLASS_PATH, jar), "-processorpath", Jars.PROCESSOR);
        assertThat(project.run(jdk, "adder.Adder", jar).lines()).containsExactly(PRINTED);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void compiling_again_over_the_first_output_changes_nothing(Jdk jdk) {
        project.source("parser/Parser.java", PARSER).source("adder/Adder.java", ADDER);
        String[] options = {"-cp", Jars.path(CLASS_PATH, "classes"), "-processorpath", Jars.PROCESSOR};
        project.compileCleanly(jdk, options);
        Map<String, String> first = Project.files(project.classes());
        project.compileCleanly(jdk, options);
        assertThat(Project.files(project.classes())).isEqualTo(first);
        assertThat(project.run(jdk, "adder.Adder").lines()).containsExactly(PRINTED);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void one_source_is_compiled_alone_against_the_classes_of_the_others(Jdk jdk) throws IOException {
        project.source("parser/Parser.java", PARSER).source("adder/Adder.java", ADDER);
        String[] options = {"-cp", Jars.path(CLASS_PATH, "classes"), "-processorpath", Jars.PROCESSOR};
        project.compileCleanly(jdk, options);

        Files.delete(project.root().resolve("src/parser/Parser.java"));
        project.source("adder/Adder.java", ADDER.replace("return sum;", "return 10 * sum;"));
        project.compileCleanly(jdk, options);
        assertThat(project.run(jdk, "adder.Adder").lines()).containsExactly("30", "negative", "no digits");
    }
}
