package dev.asyncfn.samples.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.turbine.main.Main;
import com.google.turbine.options.LanguageVersion;
import com.google.turbine.options.TurbineOptions;
import dev.asyncfn.Async;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Header jars that Turbine makes, as Bazel does: code is compiled against the facades in them before javac has seen a body. */
class TurbineTest {
    private static final String GREETER = """
            package greetings;
            import static dev.asyncfn.Async.await;
            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;
            public abstract class Greeter {
                @AsyncFn
                public static String greet(Future<String> name) {
                    return "Hello " + await(name);
                }
                @AsyncFn
                public abstract <T extends Comparable<T>> T greatest(Iterable<? extends T> values) throws java.io.IOException;
            }
            """;

    private static final String CALLER = """
            package app;
            import dev.asyncfn.Async;
            import dev.asyncfn.Future;
            import greetings.Greeter;
            import greetings.GreeterAsync;
            import java.util.List;
            public final class Caller extends Greeter {
                static String run() throws java.io.IOException {
                    GreeterAsync.GreetFuture greeting = GreeterAsync.greet(Future.ready("Ada"));
                    return Async.blockOn(greeting) + Async.blockOn(GreeterAsync.greatest(new Caller(), List.of(1, 3, 2)));
                }
                @Override
                public <T extends Comparable<T>> T greatest(Iterable<? extends T> values) {
                    T greatest = null;
                    for (T value : values) {
                        greatest = greatest == null || greatest.compareTo(value) < 0 ? value : greatest;
                    }
                    return greatest;
                }
            }
            """;

    @TempDir
    Path root;

    @Test
    void codeIsCompiledAgainstAHeaderJarAndRunsWithTheClassesOfJavac() throws Exception {
        Path headers = root.resolve("headers.jar");
        Path source = Files.writeString(root.resolve("Greeter.java"), GREETER);
        Main.compile(TurbineOptions.builder()
                .setLanguageVersion(LanguageVersion.fromJavacopts(ImmutableList.of("--release", "17")))
                .setSources(ImmutableList.of(source.toString()))
                .setClassPath(ImmutableList.of(api().toString()))
                .setProcessorPath(ImmutableList.copyOf(Build.CLASS_PATH.split(File.pathSeparator)))
                .setProcessors(ImmutableList.copyOf(Build.ASYNCFN))
                .setOutput(headers.toString())
                .build());

        Build caller = new Build(root.resolve("classes")).source(CALLER).jar(headers);
        caller.compileCleanly(List.of());
        new Build(root.resolve("classes")).source(GREETER).compileCleanly(List.of()); // into the same folder

        assertThat(caller.run("app.Caller")).isEqualTo("Hello Ada3");
    }

    /** In a jar, as Turbine reads no folders. */
    private Path api() throws Exception {
        Path jar = root.resolve("api.jar");
        ShrunkProgram.pack(jar, ShrunkProgram.jarOf(Async.class));
        return jar;
    }
}
