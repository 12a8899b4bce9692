package dev.asyncfn.samples.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the user's own source is wrong, javac alone speaks. */
class InvalidSourceIT {
    private static final String HEAD = """
            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;
            import java.io.IOException;

            final class Wrong {
            """;

    private static final Pattern MESSAGE = Pattern.compile("\\S+\\.java:\\d+: |error: |warning: ");

    @TempDir
    Path root;

    static List<Jdk> jdks() {
        return Jdk.allWarm();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_file_that_does_not_parse_gets_javacs_errors_only(Jdk jdk) {
        assertOnlyJavacSpeaks(jdk, """
                    @AsyncFn
                    static int f() {
                        int x = await(Future.ready(1);
                        return x
                    }
                }
                """);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_body_with_a_wrong_type_gets_javacs_errors_only(Jdk jdk) {
        assertOnlyJavacSpeaks(jdk, """
                    @AsyncFn
                    static int f() {
                        String s = await(Future.ready(1));
                        return s;
                    }
                }
                """);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_body_with_an_unknown_name_gets_javacs_errors_only(Jdk jdk) {
        assertOnlyJavacSpeaks(jdk, """
                    @AsyncFn
                    static int f() {
                        return await(unknown(1)) + missing;
                    }
                }
                """);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_signature_with_an_unknown_type_gets_javacs_errors_only(Jdk jdk) {
        assertOnlyJavacSpeaks(jdk, """
                    @AsyncFn
                    static Unknown f(Missing m) {
                        return await(Future.ready(m));
                    }
                }
                """);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_body_that_flow_analysis_rejects_gets_javacs_errors_only(Jdk jdk) {
        assertOnlyJavacSpeaks(jdk, """
                    @AsyncFn
                    static int f(boolean b) {
                        int x;
                        if (b) {
                            x = await(Future.ready(1));
                        }
                        await(Future.ready(x));
                        while (true) {}
                        return x;
                    }

                    @AsyncFn
                    static void g() {
                        await(Future.ready(2));
                        throw new IOException("not declared");
                    }
                }
                """);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void an_error_elsewhere_in_the_file_gets_javacs_errors_only(Jdk jdk) {
        assertOnlyJavacSpeaks(jdk, """
                    @AsyncFn
                    static int f() {
                        return await(Future.ready(1));
                    }

                    int other() {
                        return "no number";
                    }
                }
                """);
    }

    private void assertOnlyJavacSpeaks(Jdk jdk, String body) {
        Project project = new Project(root).source("Wrong.java", HEAD + body);
        Jdk.Result javac = project.compile(jdk, "-proc:none", "-cp", Jars.API);
        assertThat(javac.exit()).isNotZero();
        Jdk.Result withProcessor = project.compile(jdk, "-cp", Jars.API, "-processorpath", Jars.PROCESSOR);
        assertThat(withProcessor.exit()).isEqualTo(javac.exit());
        // Not all of them: where a processor runs, javac stops at errors in declarations, before it looks at bodies.
        assertThat(messages(withProcessor)).isNotEmpty().isSubsetOf(messages(javac));
        assertThat(withProcessor.output()).doesNotContain("asyncfn:", "WrongAsync");
    }

    /** The first line of each message: file, line and what is wrong. */
    private static List<String> messages(Jdk.Result result) {
        return result.output()
                .lines()
                .filter(line -> MESSAGE.matcher(line).lookingAt())
                .toList();
    }
}
