package dev.asyncfn.samples.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler runs processors but has no javac trees. The virtual machine that runs it may have a javac. */
class EclipseCompilerIT {
    private static final String TWO = """
            import static dev.asyncfn.Async.await;

            import com.google.common.collect.ImmutableList;
            import dev.asyncfn.Async;
            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;
            import java.io.IOException;

            public final class Two {
                private int factor = 3;

                @AsyncFn
                static int one() {
                    return await(Future.ready(1));
                }

                @AsyncFn
                int sum(ImmutableList<? extends Number> numbers) throws IOException {
                    int sum = 0;
                    for (var number : numbers) {
                        sum += await(Future.ready(number.intValue())) * factor;
                    }
                    return sum + await(Other.max(one(), Other.FIVE));
                }

                public static void main(String[] args) throws Exception {
                    System.out.println(Async.blockOn(TwoAsync.sum(new Two(), ImmutableList.of(1, 2))));
                }
            }
            """;

    private static final String OTHER = """
            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;

            interface Other {
                int FIVE = 5;

                @AsyncFn
                static <T extends Comparable<T>> T max(T a, T b) {
                    return await(Future.ready(a.compareTo(b) > 0 ? a : b));
                }
            }
            """;

    private Project project;

    @BeforeEach
    void write(@TempDir Path root) {
        project = new Project(root).source("Two.java", TWO).source("Other.java", OTHER);
    }

    private Jdk.Result ecj(Jdk jdk, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-jar", Jars.ECJ, "--release", "17", "-proceedOnError", "-d", "classes"));
        arguments.addAll(List.of("-cp", Jars.path(Jars.API, Jars.GUAVA), "-processorpath", Jars.PROCESSOR));
        arguments.addAll(project.sources());
        return jdk.java(project.root(), arguments);
    }

    private Jdk.Result run(Jdk jdk) {
        String path = Jars.path(Jars.API, Jars.GUAVA, project.classes().toString());
        return jdk.java(project.root(), List.of("-cp", path, "Two"));
    }

    @Test
    void on_a_jdk_ecj_compiles_bodies_with_the_help_of_its_javac() {
        Jdk jdk = Jdk.running();
        Jdk.Result ecj = ecj(jdk);
        assertThat(ecj.exit()).as(ecj.output()).isZero();
        assertThat(ecj.output()).doesNotContain("asyncfn");
        assertThat(run(jdk).output()).isEqualToIgnoringNewLines("14");
        assertThat(project.classes().resolve("META-INF/asyncfn/TwoAsync.lines")).exists();
    }

    @Test
    void errors_and_warnings_about_bodies_name_the_line() {
        project.source("Wrong.java", """
                import static dev.asyncfn.Async.await;

                import dev.asyncfn.AsyncFn;
                import dev.asyncfn.Future;

                final class Wrong {
                    @AsyncFn
                    static int slow() throws InterruptedException {
                        Thread.sleep(1);
                        return await(Future.ready(1));
                    }

                    @AsyncFn
                    static int locked(Object lock) {
                        synchronized (lock) {
                            return await(Future.ready(1));
                        }
                    }

                    static Object all() {
                        return WrongAsync.slow() + "" + WrongAsync.locked("");
                    }
                }
                """);
        Jdk.Result ecj = ecj(Jdk.running());
        assertThat(ecj.exit()).isNotZero();
        assertThat(ecj.output())
                .contains("Wrong.java:9: [asyncfn:blocking_call]", "Wrong.java:16: [asyncfn:await_in_synchronized]")
                .contains("2 problems (1 error, 1 warning)");
    }

    /** As in an editor that runs on a Java runtime without tools. */
    @Test
    void without_a_javac_every_name_resolves_and_a_call_says_what_is_missing() {
        Jdk.Result ecj = ecj(Jdk.running(), "--limit-modules", "java.se,jdk.zipfs");
        assertThat(ecj.exit()).as(ecj.output()).isZero();
        assertThat(ecj.output())
                .contains("[asyncfn:unsupported_compiler]", "javac", "1 problem (1 warning)")
                .doesNotContain("\tat "); // no stack trace
        assertThat(run(Jdk.running()).output())
                .contains("IllegalStateException: the body of this async fn was not compiled")
                .contains("needs javac");
    }
}
