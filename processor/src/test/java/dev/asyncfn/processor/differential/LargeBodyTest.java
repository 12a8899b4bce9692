package dev.asyncfn.processor.differential;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of a thousand awaits, straight and within one statement. */
class LargeBodyTest {
    private static final int AWAITS = 1000;
    private static final String SOURCE = """
            package large;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.processor.differential.Case;
            import dev.asyncfn.processor.differential.Trace;

            final class %s {
                @Case
                @AsyncFn
                static int body(Trace t) {
                    int n = 0;
            %s
                    return n;
                }
            }
            """;
    private static final Compiled COMPILED = CorpusCompiler.withProcessor("large", sources());

    @Test
    void isAccepted() {
        assertThat(COMPILED.rejected()).isEmpty();
    }

    @Test
    void givesNoWarnings() {
        assertThat(COMPILED.warnings()).isEmpty();
    }

    @Test
    void noMethodIsTooLargeForTheJit() {
        assertThat(MethodSizes.hugeMethods(COMPILED.generatedClasses())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Straight", "TryWithFinally", "Switch"})
    void futureMeansWhatItsBodyMeans(String className) {
        Body body = body(className);
        Outcome expected = body.runBlocking(COMPILED, new Trace(Pace.ready()));
        assertThat(run(body, Pace.ready())).isEqualTo(expected);
        assertThat(run(body, Pace.pendingOnce())).isEqualTo(expected);
    }

    @Test
    void dropHalfwayRunsTheFinally() {
        Trace trace = new Trace(Pace.pendingOnce());
        Future<?> future = body("TryWithFinally").newFuture(COMPILED, trace);
        assertThat(new Driver(future, trace).run(AWAITS / 2)).isNull();
        trace.dropping();
        future.drop();
        assertThat(trace.entries()).last().asString().startsWith("finally ");
        assertThat(trace.drops()).containsExactly("a" + (AWAITS / 2 - 1));
    }

    private static Outcome run(Body body, Pace pace) {
        Trace trace = new Trace(pace);
        return new Driver(body.newFuture(COMPILED, trace), trace).runToEnd();
    }

    private static Body body(String className) {
        return new Body("large", "large." + className, "body", true);
    }

    private static List<Path> sources() {
        String straight = lines(i -> "n = n * 3 + await(t.leaf(\"a" + i + "\", " + i + "));");
        String cases = lines(i -> (i % 10 == 0 ? "case " + i / 10 + ": " : "")
                + "n += await(t.leaf(\"c" + i + "\", " + i + "));"
                + (i % 10 == 9 && i % 30 != 9 ? " break;" : ""));
        return List.of(
                source("Straight", straight),
                source(
                        "TryWithFinally",
                        "try {\n" + straight + "\n} finally {\nt.log(\"finally \" + await(t.leaf(\"f\", n)));\n}"),
                source(
                        "Switch",
                        "for (int i = 0; i < 110; i += 3) {\nswitch (i) {\n" + cases + "\ndefault: n *= 31;\n}\n}"));
    }

    private static Path source(String className, String body) {
        Path folder = Path.of("target", "differential", "large-source", "large").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(className + ".java"), SOURCE.formatted(className, body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lines(IntFunction<String> line) {
        return IntStream.range(0, AWAITS).mapToObj(line).collect(joining("\n"));
    }
}
