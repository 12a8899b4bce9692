package dev.asyncfn.processor.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks share a state if control cannot come to the second but by the end of the first. */
@BodyTest("static void yes() {} static void no() {}")
class CasesTest {
    private static List<String> states(AsyncBody body) {
        return body.machine().cases().stream()
                .map(state -> state.state()
                        + state.blocks().stream()
                                .skip(1)
                                .map(block -> " " + block.role())
                                .toList())
                .toList();
    }

    @Test
    @Body("yes();")
    void aBodyWithoutAwaitsHasOne(AsyncBody body) {
        assertThat(states(body)).containsExactly("START[]");
    }

    @Test
    @Body("next(1); yes(); ask(2);")
    void whatFollowsAnAwaitBeginsOne(AsyncBody body) {
        assertThat(states(body)).containsExactly("START[]", "AWAIT_NEXT[]", "AWAIT_ASK[]");
    }

    @Test
    @Body("if (b) { next(1); } no();")
    void aBranchThatFollowsItsTestSharesItsState(AsyncBody body) {
        assertThat(states(body)).containsExactly("START[ THEN]", "AWAIT_NEXT[]", "AFTER_IF[]");
    }

    @Test
    @Body("if (b) { next(1); } else { yes(); } no();")
    void whatSeveralPlacesLeadToBeginsOne(AsyncBody body) {
        assertThat(states(body)).containsExactly("START[ THEN]", "AWAIT_NEXT[]", "ELSE[]", "AFTER_IF[]");
    }

    @Test
    @Body("while (b) { next(1); }")
    void theHeadOfALoopBeginsOneAndItsBodyFollows(AsyncBody body) {
        assertThat(states(body)).containsExactly("START[]", "LOOP[ LOOP_BODY]", "AWAIT_NEXT[]", "AFTER_LOOP[]");
    }

    @Test
    @Body("while (true) { next(1); }")
    void whatNothingLeadsToHasNone(AsyncBody body) {
        assertThat(states(body)).containsExactly("START[]", "LOOP_BODY[]", "AWAIT_NEXT[]");
    }

    @Test
    @Body("out: { next(1); if (b) break out; yes(); } no();")
    void theTargetOfAJumpOutOfWholeTextBeginsOne(AsyncBody body) {
        assertThat(states(body)).containsExactly("START[]", "AWAIT_NEXT[]", "AFTER_OUT[]");
    }

    @Test
    @Body("try { next(1); } catch (RuntimeException e) { yes(); }")
    void aHandlerBeginsOne(AsyncBody body) {
        assertThat(states(body)).containsExactly("START[ TRY]", "AWAIT_NEXT[]", "CATCH[]", "AFTER_TRY[]");
    }

    @Test
    @Body("try { next(1); } catch (IllegalStateException e) { yes(); } catch (RuntimeException e) { no(); }")
    void soDoesEachClauseAfterTheFirst(AsyncBody body) {
        assertThat(states(body))
                .containsExactly("START[ TRY]", "AWAIT_NEXT[]", "CATCH[ CAUGHT]", "NEXT_CATCH[]", "AFTER_TRY[]");
    }

    @Test
    @Body("try { next(1); } finally { yes(); } no();")
    void theOnlyExitOfAFinallyFollows(AsyncBody body) {
        assertThat(states(body)).containsExactly("START[ TRY]", "AWAIT_NEXT[]", "FINALLY[ AFTER_TRY]");
    }

    @Test
    @Body("while (b) { try { next(1); if (n > 1) break; } finally { yes(); } no(); }")
    void eachOfSeveralExitsOfAFinallyBeginsOne(AsyncBody body) {
        assertThat(states(body)).contains("FINALLY[]", "AFTER_TRY[]", "AFTER_LOOP[]");
    }

    @Test
    @Body("if (b) { next(1); } no();")
    void aFutureIsSuspendedOnlyAtItsStartAndAtAwaits(AsyncBody body) {
        assertThat(body.machine().cases().stream().filter(Case::suspends).map(Case::state))
                .containsExactly("START", "AWAIT_NEXT");
        assertThat(body.machine().cases().stream().filter(Case::resumes).map(Case::state))
                .containsExactly("AWAIT_NEXT");
    }

    @Test
    @Body("if (b) {\n next(1); } if (b) {\n ask(2); }\n no();")
    void aJumpToABlockThatDoesNothingGoesToWhereThatLeads(AsyncBody body) {
        Analyzed analyzed = Analyzed.of(body);
        assertThat(analyzed.state("START").line())
                .isEqualTo(analyzed.state("AWAIT_NEXT").line() - 1);
        assertThat(states(body)).contains("AWAIT_NEXT[]").anyMatch(state -> state.matches("AFTER_IF_\\d+\\[ THEN]"));
    }

    @Test
    @Body("while (b) { if (n > 1) { next(1); } else { } }")
    void emptyBlocksHaveNone(AsyncBody body) {
        Analyzed analyzed = Analyzed.of(body);
        assertThat(states(body)).doesNotContain("ELSE[]", "AFTER_IF[]");
        assertThat(analyzed.machine().caseOf(analyzed.block("ELSE")).state()).isEqualTo("LOOP");
    }
}
