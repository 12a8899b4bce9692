package dev.asyncfn.processor.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("one-jdk")
class VerdictTest {
    private static final Said WRONG = error("Q.java", "cannot find symbol");
    private static final Said LINT = error("Q.java", "[asyncfn:await_non_future] ...");

    private static Said error(String file, String message) {
        return new Said(file, Diagnostic.Kind.ERROR, 1, 2, message);
    }

    private static Optional<String> kind(List<Said> without, List<Said> with) {
        return Verdict.of("Q.java", without, with).map(Verdict::kind);
    }

    @Test
    void theSameIsRight() {
        assertThat(kind(List.of(WRONG), List.of(WRONG))).isEmpty();
    }

    @Test
    void soIsAnErrorOfTheProcessorBesideIt() {
        assertThat(kind(List.of(WRONG), List.of(LINT, WRONG))).isEmpty();
    }

    @Test
    void anErrorOfJavacIsNotHidden() {
        assertThat(kind(List.of(WRONG), List.of(LINT))).contains("hidden");
    }

    @Test
    void javacHasNoErrorMore() {
        assertThat(kind(List.of(WRONG), List.of(WRONG, WRONG))).contains("more");
    }

    @Test
    void noneIsInAGeneratedFile() {
        assertThat(kind(List.of(), List.of(error("QAsync.java", "cannot find symbol"))))
                .contains("elsewhere");
    }

    @Test
    void theProcessorDoesNotFail() {
        assertThat(kind(List.of(WRONG), List.of(WRONG, error("Q.java", "[asyncfn:internal_error] ..."))))
                .contains("fault");
    }
}
