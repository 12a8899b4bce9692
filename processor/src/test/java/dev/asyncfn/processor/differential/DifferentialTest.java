package dev.asyncfn.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The generated future means what the body means: each body of the corpus is called directly, where its awaits
 * block, and polled as a future, with its leaves ready, pending once, and pending at random. Values, exceptions and
 * the order of all side effects must be the same. {@code -Ddifferential.case=topic/Class/method} runs one case.
 */
@Order(5)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Corpus.COMPILATION, mode = ResourceAccessMode.READ)
class DifferentialTest {
    private static final Compiled COMPILED = Corpus.compiled();
    private static final Compiled DROP_REFERENCE = CorpusCompiler.dropReference(COMPILED);

    @TestFactory
    Stream<DynamicNode> futureMeansWhatItsBodyMeans() {
        List<Body> bodies = Corpus.bodies(COMPILED.sources(), COMPILED);
        return bodies.stream()
                .map(body -> dynamicContainer(body.toString(), new Comparison(body, COMPILED, DROP_REFERENCE).tests()));
    }

    /** A wrong overload need not show when it runs. */
    @Test
    void futuresReferToWhatTheirBodiesReferTo() {
        assertThat(COMPILED.differences()).isEmpty();
    }
}
