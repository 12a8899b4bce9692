package dev.asyncfn.samples.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bare javac and java, as the readme says to call them. */
class CommandLineIT {
    private static final String CLASS_PATH = Jars.path(Jars.API, Jars.RUNTIME);
    private static final String WITH_PROCESSOR = Jars.path(Jars.API, Jars.RUNTIME, Jars.PROCESSOR);

    private Project project;

    @BeforeEach
    void write(@TempDir Path root) {
        project = new Project(root).source("Greeter.java", """
                import static dev.asyncfn.Async.await;

                import dev.asyncfn.Async;
                import dev.asyncfn.AsyncFn;
                import dev.asyncfn.executor.LocalPool;
                import java.util.concurrent.CompletableFuture;

                final class Greeter {
                    private final String greeting;

                    Greeter(String greeting) {
                        this.greeting = greeting;
                    }

                    @AsyncFn
                    String greet(String name) throws java.io.IOException {
                        String first = await(CompletableFuture.supplyAsync(() -> greeting + " "));
                        return first + await(CompletableFuture.completedFuture(name));
                    }

                    public static void main(String[] args) throws Exception {
                        System.out.println(Async.blockOn(GreeterAsync.greet(new Greeter("Hello"), "Ada")));
                        System.out.println(new LocalPool().runUntil(GreeterAsync.greet(new Greeter("Bye"), "Ada")));
                        System.out.println(new Greeter("Blocking").greet("Ada"));
                    }
                }
                """);
    }

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    static List<Jdk> warmJdks() {
        return Jdk.allWarm();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_processor_on_the_processor_path_needs_no_other_flag(Jdk jdk) {
        project.compileCleanly(jdk, "-cp", CLASS_PATH, "-processorpath", Jars.PROCESSOR);
        assertGreets(jdk);
    }

    @Test
    void a_processor_on_the_class_path_is_enough_for_javac_before_23() {
        Jdk jdk = Jdk.require(17, 22);
        project.compileCleanly(jdk, "-cp", WITH_PROCESSOR);
        assertGreets(jdk);
    }

    @Test
    void javac_23_and_later_runs_a_processor_on_the_class_path_with_proc_full() {
        Jdk jdk = Jdk.require(23, 99);
        project.compileCleanly(jdk, "-proc:full", "-cp", WITH_PROCESSOR);
        assertGreets(jdk);
    }

    @Test
    void javac_23_and_later_runs_no_processor_that_is_only_on_the_class_path() {
        Jdk.Result result = project.compile(Jdk.require(23, 99), "-cp", WITH_PROCESSOR);
        assertThat(result.exit()).isNotZero();
        assertThat(result.output()).contains("cannot find symbol").contains("GreeterAsync");
    }

    @ParameterizedTest
    @MethodSource("warmJdks")
    void generated_code_passes_every_lint(Jdk jdk) {
        project.compileCleanly(
                jdk, "-Xlint:all", "-Werror", "--release", "17", "-cp", CLASS_PATH, "-processorpath", Jars.PROCESSOR);
        assertGreets(jdk);
    }

    private void assertGreets(Jdk jdk) {
        assertThat(project.run(jdk, "Greeter").lines()).containsExactly("Hello Ada", "Bye Ada", "Blocking Ada");
    }
}
