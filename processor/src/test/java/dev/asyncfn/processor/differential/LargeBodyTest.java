package dev.asyncfn.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of a thousand awaits and the like: they compile, HotSpot will compile them too, and mean what they mean. */
@Order(2)
@Tag("one-jdk")
class LargeBodyTest {
    private static final Compiled COMPILED = CorpusCompiler.withProcessor("large", files());

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
    @MethodSource("classNames")
    void futureMeansWhatItsBodyMeans(String className) {
        Body body = body(className, "body");
        Outcome expected = body.runBlocking(COMPILED, new Trace(Pace.ready()));
        assertThat(run(body, Pace.ready())).isEqualTo(expected);
        assertThat(run(body, Pace.pendingOnce())).isEqualTo(expected);
    }

    @Test
    void lastOfManyLargeFnsMeansWhatItsBodyMeans() {
        Body body = body("FourFns", "fn3");
        Outcome expected = body.runBlocking(COMPILED, new Trace(Pace.ready()));
        assertThat(run(body, Pace.pendingOnce())).isEqualTo(expected);
    }

    @Test
    void dropHalfwayRunsTheFinally() {
        Trace trace = new Trace(Pace.pendingOnce());
        Future<?> future = body("Finally", "body").newFuture(COMPILED, trace);
        assertThat(new Driver(future, trace).run(100)).isNull();
        trace.dropping();
        future.drop();
        assertThat(trace.entries()).last().asString().startsWith("finally ");
        assertThat(trace.drops()).containsExactly("a99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FourFns", "ManyTries"})
    void statesKeepTheirNames(String className) {
        Trace trace = new Trace(Pace.pendingOnce());
        Future<?> future = body(className, "body").newFuture(COMPILED, trace);
        new Driver(future, trace).run(2);
        assertThat(((Traced) future).state()).matches("AWAIT_LEAF_\\d+");
    }

    @Test
    void noLineIsAbsurdlyLong() {
        assertThat(LargeBodies.sources().keySet())
                .flatExtracting(name -> COMPILED.generatedSource(body(name, "body"))
                        .lines()
                        .filter(line -> line.length() > 200)
                        .toList())
                .isEmpty();
    }

    private static Outcome run(Body body, Pace pace) {
        Trace trace = new Trace(pace);
        return new Driver(body.newFuture(COMPILED, trace), trace).runToEnd();
    }

    private static Body body(String className, String methodName) {
        return new Body("large", "large." + className, methodName, true);
    }

    static Set<String> classNames() {
        return LargeBodies.sources().keySet();
    }

    private static List<Path> files() {
        Path folder = Path.of("target", "differential", "large-source", "large").toAbsolutePath();
        List<Path> files = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> source : LargeBodies.sources().entrySet()) {
                files.add(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
