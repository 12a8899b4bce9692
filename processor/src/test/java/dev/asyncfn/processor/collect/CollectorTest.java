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
    void typesOfLaterRoundsAreAwaited() {
        Compilation compilation = Misuse.in("UsesGeneratedRoundByRound.java")
                .besides(
                        new WritingProcessor("misuse.written.Base", "public class Base { public static int CONSTANT; }")
                                .then("misuse.written.Loader", """
                                public final class Loader {
                                    @dev.asyncfn.AsyncFn
                                    public int load(java.util.concurrent.CompletionStage<Integer> s) {
                                        return dev.asyncfn.Async.await(s);
                                    }
                                }
                                """)
                                .then("misuse.Last", "class Last {}"))
                .andNothingElse();
        assertThat(compilation).generatedSourceFile("misuse.UsesGeneratedRoundByRoundAsync");
        assertThat(compilation).generatedSourceFile("misuse.written.LoaderAsync");
    }

    @Test
    void signatureNamesItsOwnFacade() {
        Compilation compilation = Misuse.in("UsesOwnFacade.java").andNothingElse();
        assertThat(compilation).generatedSourceFile("misuse.UsesOwnFacadeAsync");
    }
}
