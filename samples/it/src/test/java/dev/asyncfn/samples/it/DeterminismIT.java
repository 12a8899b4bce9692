package dev.asyncfn.samples.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same sources give the same generated sources, byte for byte. Each compilation is a process of its own. */
class DeterminismIT {
    /** What a JDK has generated first: two tests compare it. */
    private static final Map<Jdk, Map<String, String>> FIRST = new ConcurrentHashMap<>();

    private Project project;

    @BeforeEach
    void write(@TempDir Path root) {
        project = new Project(root).source("Jobs.java", """
                import static dev.asyncfn.Async.await;

                import dev.asyncfn.AsyncFn;
                import java.util.List;
                import java.util.concurrent.CompletableFuture;

                class Jobs {
                    private int runs;
                    private static int limit = 3;

                    private int score(String job) {
                        return job.length() % limit;
                    }

                    @AsyncFn
                    final int all(List<String> jobs) throws java.io.IOException {
                        int best = 0;
                        for (String job : jobs) {
                            var length = await(done(job.length()));
                            best = Math.max(best, score(job) + await(done(length)) * await(done(2)));
                            runs++;
                        }
                        return best > 3 && await(done(true)) ? best : await(done(-1));
                    }

                    @AsyncFn
                    final <T extends Comparable<T>> T best(T a, T b) {
                        var left = await(done(a));
                        return left.compareTo(await(done(b))) > 0 ? a : b;
                    }

                    @AsyncFn
                    static void all() {
                        await(done(""));
                    }

                    static <T> CompletableFuture<T> done(T value) {
                        return CompletableFuture.completedFuture(value);
                    }
                }
                """);
    }

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void two_runs_of_one_javac_generate_the_same_bytes(Jdk jdk) {
        assertThat(generate(jdk, "second")).isEqualTo(first(jdk));
    }

    @Test
    void javacs_of_different_versions_generate_the_same_bytes() {
        assertThat(first(Jdk.requireAnother())).isEqualTo(first(Jdk.running()));
    }

    private Map<String, String> first(Jdk jdk) {
        return FIRST.computeIfAbsent(jdk, unused -> generate(jdk, "first" + jdk.feature()));
    }

    private Map<String, String> generate(Jdk jdk, String directory) {
        createDirectory(directory);
        project.compileCleanly(
                jdk,
                "--release",
                "17",
                "-Xlint:all",
                "-Werror",
                "-cp",
                Jars.API,
                "-processorpath",
                Jars.PROCESSOR,
                "-s",
                directory);
        Map<String, String> generated = Project.files(project.root().resolve(directory));
        assertThat(generated).containsOnlyKeys("JobsAsync.java");
        return generated;
    }

    private void createDirectory(String directory) {
        try {
            Files.createDirectory(project.root().resolve(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
