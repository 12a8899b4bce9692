package dev.asyncfn.processor.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** States of one role are told apart by what a reader sees of them in the source, and only then by their lines. */
@BodyTest("static void yes(int k) {} static void no() {}")
class StateNamingTest {
    private static List<String> names(AsyncBody body) {
        return body.machine().cases().stream().map(Case::state).toList();
    }

    private static List<String> names(AsyncBody body, String prefix) {
        return names(body).stream().filter(name -> name.startsWith(prefix)).toList();
    }

    @Test
    @Body("next(1); ask(n);")
    void anAwaitIsNamedAfterItsCallee(AsyncBody body) {
        assertThat(names(body)).containsExactly("START", "AWAIT_NEXT", "AWAIT_ASK");
    }

    @Test
    @Body("int first = next(1); int second = next(2); yes(first + second);")
    void severalOfOneCalleeAreToldApartByTheirVariables(AsyncBody body) {
        assertThat(names(body)).containsExactly("START", "AWAIT_FIRST", "AWAIT_SECOND");
    }

    @Test
    @Body("int k = 2; next(n); next(k);")
    void elseByAnArgument(AsyncBody body) {
        assertThat(names(body)).containsExactly("START", "AWAIT_NEXT_N", "AWAIT_NEXT_K");
    }

    @Test
    @Body("try { next(1); } catch (RuntimeException e) { next(2); } finally { next(3); }")
    void elseByTheBlockThatTheyStandIn(AsyncBody body) {
        assertThat(names(body, "AWAIT")).containsExactly("AWAIT_NEXT", "AWAIT_NEXT_IN_CATCH", "AWAIT_NEXT_IN_FINALLY");
    }

    @Test
    @Body("next(n);\nnext(n);")
    void elseByTheirLines(AsyncBody body) {
        int line = Analyzed.of(body).state("START").line();
        assertThat(names(body)).containsExactly("START", "AWAIT_NEXT_" + line, "AWAIT_NEXT_" + (line + 1));
    }

    @Test
    @Body("next(n); next(n);")
    void onOneLineTheyAreCounted(AsyncBody body) {
        int line = Analyzed.of(body).state("START").line();
        assertThat(names(body)).containsExactly("START", "AWAIT_NEXT_" + line, "AWAIT_NEXT_" + line + "_2");
    }

    @Test
    @Body("int aVariableOfWhichTheNameIsRatherLongAndSaysMuch = next(1);"
            + " int aVariableOfWhichTheNameIsRatherLongAndSaysMore = next(2); yes(n);")
    void longNamesAreCutBehindAWordAndStayApart(AsyncBody body) {
        int line = Analyzed.of(body).state("START").line();
        assertThat(names(body)).containsExactly("START", "AWAIT_NEXT_" + line, "AWAIT_NEXT_" + line + "_2");
    }

    @Test
    @Body("int aVariableOfWhichTheNameIsRatherLongAndSaysMuch = next(1); int other = next(2); yes(n);")
    void aLongNameIsCutBehindAWord(AsyncBody body) {
        assertThat(names(body)).containsExactly("START", "AWAIT_A_VARIABLE_OF_WHICH_THE_NAME_IS", "AWAIT_OTHER");
    }

    @Test
    @Body("for (int j = 0; j < n; j++) { for (int k : a) { next(k); } }")
    void severalLoopsAreNamedAfterTheirVariables(AsyncBody body) {
        assertThat(names(body)).contains("LOOP_J", "LOOP_K");
    }

    @Test
    @Body("try { try { next(1); } catch (IllegalStateException e) { no(); } } catch (RuntimeException e) { no(); }")
    void severalHandlersAreNamedAfterWhatTheyCatch(AsyncBody body) {
        assertThat(names(body, "CATCH"))
                .containsExactlyInAnyOrder("CATCH_ILLEGAL_STATE_EXCEPTION", "CATCH_RUNTIME_EXCEPTION");
    }

    @Test
    @Body("try { try { next(1); } finally { yes(n); } } finally { no(); }")
    void severalFinallyBlocksAreNamedAfterWhatTheyDo(AsyncBody body) {
        assertThat(names(body, "FINALLY")).containsExactlyInAnyOrder("FINALLY_N", "FINALLY_NO");
    }
}
