package dev.asyncfn.processor.collect;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import dev.asyncfn.processor.Misuse;
import dev.asyncfn.processor.diag.Problem;
import org.junit.jupiter.api.Test;

class CollectorTest {
    /** A class is marked at its keyword, as by javac itself. */
    @Test
    void facadeNameTaken() {
        Misuse.in("FacadeNameTaken.java")
                .has(Problem.FACADE_NAME_TAKEN, 7, 18)
                .has(Problem.FACADE_NAME_TAKEN, 25, 7)
                .andNothingElse();
    }

    @Test
    void typeOfAnotherProcessorIsAwaited() {
        Compilation compilation = Misuse.in("UsesGenerated.java")
                .besides(new WritingProcessor("misuse.Written", "final class Written { int value() { return 1; } }"))
                .andNothingElse();
        assertThat(compilation).generatedSourceFile("misuse.UsesGeneratedAsync");
    }

    @Test
    void facadeThatAnotherProcessorHasWritten() {
        Misuse.in("ImplicitAwait.java")
                .besides(new WritingProcessor("misuse.ImplicitAwaitAsync", "final class ImplicitAwaitAsync {}"))
                .has(Problem.UNWRITABLE_FACADE, 8, 7)
                .andNothingElse();
    }

    @Test
    void signatureNamesItsOwnFacade() {
        Compilation compilation = Misuse.in("UsesOwnFacade.java").andNothingElse();
        assertThat(compilation).generatedSourceFile("misuse.UsesOwnFacadeAsync");
    }
}
