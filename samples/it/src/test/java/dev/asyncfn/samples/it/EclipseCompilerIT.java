package dev.asyncfn.samples.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Eclipse's compiler runs processors but has no javac trees, which this one needs. */
class EclipseCompilerIT {
    static List<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void ecj_gets_one_error_that_says_what_to_do(Jdk jdk, @TempDir Path root) {
        Project project = new Project(root).source("Two.java", """
                import static dev.asyncfn.Async.await;

                import dev.asyncfn.AsyncFn;
                import dev.asyncfn.Future;

                final class Two {
                    @AsyncFn
                    static int one() {
                        return await(Future.ready(1));
                    }

                    @AsyncFn
                    static int two() {
                        return 2 * await(one());
                    }
                }
                """);
        List<String> arguments = new ArrayList<>(List.of("-jar", Jars.ECJ, "--release", "17", "-d", "classes"));
        arguments.addAll(List.of("-cp", Jars.API, "-processorpath", Jars.PROCESSOR));
        arguments.addAll(project.sources());
        Jdk.Result ecj = jdk.java(root, arguments);

        assertThat(ecj.exit()).isNotZero();
        assertThat(ecj.output())
                .contains("asyncfn")
                .contains("javac")
                .contains("1 problem (1 error)")
                .doesNotContain("NoClassDefFoundError")
                .doesNotContain("\tat "); // no stack trace
    }
}
