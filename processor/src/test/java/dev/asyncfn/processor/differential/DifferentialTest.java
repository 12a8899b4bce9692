package dev.asyncfn.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.asyncfn.processor.symbols.SymbolComparison;
import dev.asyncfn.processor.symbols.SymbolsMain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The generated future means what the body means: each body of the corpus is called directly, where its awaits
 * block, and polled as a future, with its leaves ready, pending once, and pending at random. Values, exceptions and
 * the order of all side effects must be the same. {@code -Ddifferential.case=topic/Class/method} runs one case.
 */
@ResourceLock(Corpus.COMPILATION)
class DifferentialTest {
    private static final Compiled COMPILED = Corpus.compiled();
    private static final Compiled DROP_REFERENCE = CorpusCompiler.dropReference(COMPILED);

    @TestFactory
    Stream<DynamicNode> acceptsEachFile() {
        return Corpus.files().stream()
                .map(file -> dynamicTest(Corpus.root().relativize(file).toString(), file.toUri(), () -> {
                    if (COMPILED.rejected().containsKey(file)) {
                        fail(COMPILED.rejected().get(file));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicNode> futureMeansWhatItsBodyMeans() {
        List<Body> bodies = Corpus.bodies(COMPILED.sources(), COMPILED);
        return bodies.stream()
                .map(body -> dynamicContainer(body.toString(), new Comparison(body, COMPILED, DROP_REFERENCE).tests()));
    }

    @Test
    void generatedSourcesGiveNoWarnings() {
        assertThat(COMPILED.warnings()).isEmpty();
    }

    /** A wrong overload need not show when it runs. */
    @Test
    void futuresReferToWhatTheirBodiesReferTo() {
        List<Path> files = new ArrayList<>(COMPILED.sources());
        files.addAll(SymbolsMain.sources(COMPILED.generated()));

        SymbolComparison comparison = SymbolsMain.compare(List.of("-cp", System.getProperty("java.class.path")), files);

        assertThat(comparison.differences()).isEmpty();
    }

    @Test
    void generatedMethodsAreSmallEnoughForTheJit() {
        assertThat(MethodSizes.hugeMethods(COMPILED.generatedClasses())).isEmpty();
    }
}
