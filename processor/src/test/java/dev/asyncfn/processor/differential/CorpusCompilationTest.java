package dev.asyncfn.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * What javac says of the corpus and of the classes generated from it. First of all, for it compiles what others then run beside each
 * other.
 */
@Order(1)
@ResourceLock(Corpus.COMPILATION)
class CorpusCompilationTest {
    private static final Compiled COMPILED = Corpus.compiled();

    @TestFactory
    Stream<DynamicTest> acceptsEachFile() {
        return Corpus.files().stream()
                .map(file -> dynamicTest(Corpus.root().relativize(file).toString(), file.toUri(), () -> {
                    if (COMPILED.rejected().containsKey(file)) {
                        fail(COMPILED.rejected().get(file));
                    }
                }));
    }

    @Test
    void generatedSourcesGiveNoWarnings() {
        assertThat(COMPILED.warnings()).isEmpty();
    }

    @Test
    void generatedMethodsAreSmallEnoughForTheJit() {
        assertThat(MethodSizes.hugeMethods(COMPILED.generatedClasses())).isEmpty();
    }
}
