package dev.asyncfn.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A batch compares what a future does, and to what it refers, with its body. */
class BatchTest {
    private static final Program PROGRAM = new Program(1, Tree.block(List.of(Tree.item("""
            @AsyncFn
            static String m0(Run r) {
                return await(r.leaf("a", "a")) + Math.max(2, 2);
            }

            """))));

    private static Batch.Verdict judge(UnaryOperator<String> sabotage) {
        return new Batch(new BatchCompiler(sabotage)).judge(List.of(PROGRAM)).get(0);
    }

    @Test
    void aFutureThatDoesTheSameAndRefersToTheSameIsRight() {
        Batch.Verdict verdict = judge(UnaryOperator.identity());

        assertThat(verdict.valid()).as(verdict.invalidity()).isTrue();
        assertThat(verdict.fails()).as(verdict.generated()).isFalse();
    }

    @Test
    void aFutureThatDoesTheSameButRefersToSomethingElseFails() {
        Batch.Verdict verdict = judge(text -> text.replace("Math.max(2, 2)", "Math.min(2, 2)"));

        assertThat(verdict.failure().kind()).isEqualTo(Failure.Kind.SYMBOLS_DIFFER);
        assertThat(verdict.failure().details()).contains("Math.min");
    }
}
