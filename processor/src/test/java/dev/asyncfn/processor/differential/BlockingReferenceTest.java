package dev.asyncfn.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The corpus by itself, without the processor: its bodies compile, await, and do the same each time they block. */
@Tag("one-jdk")
class BlockingReferenceTest {
    private static final List<Path> FILES = Corpus.files().stream()
            // What these bodies call is generated.
            .filter(file -> !file.startsWith(Corpus.root().resolve("facade")))
            .toList();
    private static final Compiled COMPILED = CorpusCompiler.withoutProcessor(FILES);
    private static final List<Body> BODIES = Corpus.bodies(COMPILED.sources(), COMPILED);

    @Test
    void everyFileCompiles() {
        assertThat(COMPILED.rejected()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> blockingTwiceShowsTheSame() {
        return BODIES.stream()
                .map(body -> DynamicTest.dynamicTest(body.toString(), () -> {
                    Outcome first = body.runBlocking(COMPILED, new Trace(Pace.ready()));
                    Outcome second = body.runBlocking(COMPILED, new Trace(Pace.ready()));
                    assertThat(second).isEqualTo(first);
                }));
    }
}
