package dev.asyncfn.processor.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A condition becomes jumps: what Java does not evaluate is passed by (JLS 15.23, 15.24, 15.25). */
@BodyTest("static void yes() {} static void no() {}")
class ConditionLoweringTest {
    @Test
    @Body("if (ask(1) && ask(2)) yes(); else no();")
    void theRightSideOfAnAndIsReachedIfTheLeftIsTrue(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    -> await ask = `<factory Bodies.ask>(1)`, its output in bb1

                bb1: AWAIT_ASK
                    -> if `<output as boolean>` bb2 else bb5

                bb2: RIGHT
                    -> await ask = `<factory Bodies.ask>(2)`, its output in bb3

                bb3: AWAIT_ASK
                    -> if `<output as boolean>` bb4 else bb5

                bb4: THEN
                    evaluate `<Bodies.yes>()`
                    -> bb6

                bb5: ELSE
                    evaluate `<Bodies.no>()`
                    -> bb6

                bb6: AFTER_IF
                    -> return
                """);
    }

    @Test
    @Body("if (ask(1) || ask(2)) yes();")
    void theRightSideOfAnOrIsReachedIfTheLeftIsFalse(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    -> await ask = `<factory Bodies.ask>(1)`, its output in bb1

                bb1: AWAIT_ASK
                    -> if `<output as boolean>` bb4 else bb2

                bb2: RIGHT
                    -> await ask = `<factory Bodies.ask>(2)`, its output in bb3

                bb3: AWAIT_ASK
                    -> if `<output as boolean>` bb4 else bb5

                bb4: THEN
                    evaluate `<Bodies.yes>()`
                    -> bb5

                bb5: AFTER_IF
                    -> return
                """);
    }

    @Test
    @Body({"if (!(ask(1) || !ask(2))) yes();", "if ((!ask(1)) && (ask(2))) yes();"})
    void aNotSwapsWhereItLeads(List<AsyncBody> bodies) {
        assertThat(bodies).allSatisfy(body -> assertThat(body.dump()).contains("""
                bb1: AWAIT_ASK
                    -> if `<output as boolean>` bb5 else bb2
                """, """
                bb3: AWAIT_ASK
                    -> if `<output as boolean>` bb4 else bb5
                """));
    }

    @Test
    @Body("if (ask(1) && b || ask(2) && n > 1) yes();")
    void shortCircuitsNest(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    -> await ask = `<factory Bodies.ask>(1)`, its output in bb1

                bb1: AWAIT_ASK
                    -> if `<output as boolean> && <b>` bb4 else bb2

                bb2: RIGHT
                    -> await ask = `<factory Bodies.ask>(2)`, its output in bb3

                bb3: AWAIT_ASK
                    -> if `<output as boolean> && <n> > 1` bb4 else bb5

                bb4: THEN
                    evaluate `<Bodies.yes>()`
                    -> bb5

                bb5: AFTER_IF
                    -> return
                """);
    }

    @Test
    @Body("if (n > 1 && b && ask(2) && s.isEmpty()) yes();")
    void whatIsDecidedByJumpsNeedsNoValue(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    -> if `<n> > 1 && <b>` bb1 else bb5

                bb1: RIGHT
                    -> await ask = `<factory Bodies.ask>(2)`, its output in bb2

                bb2: AWAIT_ASK
                    -> if `<output as boolean>` bb3 else bb5

                bb3: RIGHT
                    -> if `<s>.isEmpty()` bb4 else bb5

                bb4: THEN
                    evaluate `<Bodies.yes>()`
                    -> bb5

                bb5: AFTER_IF
                    -> return
                """);
    }

    @Test
    @Body("if (n > 1 && b && ask(2)) yes(); if (ask(3) && b && n > 1) no();")
    void whatStandsBesideAnAwaitStaysTogether(AsyncBody body) {
        assertThat(body.dump())
                .contains("if `<n> > 1 && <b>`", "if (<output as boolean> && <b> && <n> > 1) <Bodies.no>();");
    }

    @Test
    @Body({"if (ask(1)) { yes(); } else no();", "if (ask(1) && n > 1) { yes(); } else no();"})
    void anIfOfWhichOnlyTheConditionAwaitsStaysInPlace(List<AsyncBody> bodies) {
        assertThat(bodies)
                .allSatisfy(body -> assertThat(body.dump())
                        .contains("run `if (<output as boolean>", "{ <Bodies.yes>(); } else <Bodies.no>();`")
                        .doesNotContain("THEN", "ELSE"));
    }

    // ---- values

    @Test
    @Body("b = n > 1 && ask(1);")
    void theValueOfAnAndIsDecidedByJumps(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    -> if `<n> > 1` bb1 else bb4

                bb1: RIGHT
                    -> await ask = `<factory Bodies.ask>(1)`, its output in bb2

                bb2: AWAIT_ASK
                    -> if `<output as boolean>` bb3 else bb4

                bb3: WHEN_TRUE
                    let both: boolean = `true`
                    -> bb5

                bb4: WHEN_FALSE
                    let both: boolean = `false`
                    -> bb5

                bb5: DECIDED
                    b = `<both>`
                    -> return
                """);
    }

    @Test
    @Body("b = ask(1) && n > 1;")
    void anAndWhoseLeftSideOnlyAwaitsNeedsNoJumps(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    -> await ask = `<factory Bodies.ask>(1)`, its output in bb1

                bb1: AWAIT_ASK
                    b = `<output as boolean> && <n> > 1`
                    -> return
                """);
    }

    // ---- ?:

    @Test
    @Body("n = b ? next(1) : n > 1 ? 2 : next(3);")
    void onlyOneBranchOfAConditionalIsEvaluated(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    -> if `<b>` bb1 else bb3

                bb1: THEN
                    -> await next = `<factory Bodies.next>(1)`, its output in bb2

                bb2: AWAIT_NEXT
                    let chosen: int = `<output as int>`
                    -> bb8

                bb3: ELSE
                    -> if `<n> > 1` bb4 else bb5

                bb4: THEN
                    let chosen: int = `2`
                    -> bb7

                bb5: ELSE
                    -> await next = `<factory Bodies.next>(3)`, its output in bb6

                bb6: AWAIT_NEXT
                    let chosen: int = `<output as int>`
                    -> bb7

                bb7: CHOSEN
                    let chosen: int = `<chosen>`
                    -> bb8

                bb8: CHOSEN
                    n = `<chosen>`
                    -> return
                """);
    }

    @Test
    @Body("n = ask(1) ? 2 : 3;")
    void aConditionalWhoseConditionOnlyAwaitsNeedsNoJumps(AsyncBody body) {
        assertThat(body.dump()).contains("n = `<output as boolean> ? 2 : 3`");
    }

    // ---- constants

    @Test
    @Body("if (true) next(1); else no();")
    void aConstantConditionIsNotTested(AsyncBody body) {
        assertThat(body.dump()).startsWith("""
                bb0: START
                    -> bb1

                bb1: THEN
                    -> await next = `<factory Bodies.next>(1)` in bb2
                """);
    }

    @Test
    @Body("if (false || next(1) > 0) yes();")
    void soIsAConstantOperand(AsyncBody body) {
        assertThat(body.dump()).startsWith("""
                bb0: START
                    -> bb1

                bb1: RIGHT
                    -> await next = `<factory Bodies.next>(1)`, its output in bb2
                """);
    }

    // ---- patterns

    @Test
    @Body("if (o instanceof String t && ask(t.length())) yes();")
    void aVariableIsBoundWhereItsPatternHasMatched(AsyncBody body) {
        assertThat(body.dump()).startsWith("""
                bb0: START
                    -> if `<o> instanceof <String> <binds t>` bb1 else bb5

                bb1: MATCHED
                    bind t: String
                    -> bb2

                bb2: RIGHT
                    -> await ask = `<factory Bodies.ask>(<t>.length())`, its output in bb3
                """);
    }

    @Test
    @Body("if (!(o instanceof String t)) { return; } next(t.length());")
    void soIsOneThatFlowsOutOfTheStatement(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    -> if `<o> instanceof <String> <binds t>` bb1 else bb2

                bb1: MATCHED
                    bind t: String
                    -> bb3

                bb2: THEN
                    run `<return>`, diverges
                    -> nowhere

                bb3: AFTER_IF
                    -> await next = `<factory Bodies.next>(<t>.length())` in bb4

                bb4: AWAIT_NEXT
                    -> return
                """);
    }
}
