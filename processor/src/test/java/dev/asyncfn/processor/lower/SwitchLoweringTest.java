package dev.asyncfn.processor.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import org.junit.jupiter.api.Test;

/** A switch becomes one that only jumps, and blocks for its entries (JLS 14.11, 15.28). */
@BodyTest("""
            static void yes() {}
            static void no() {}
            enum Color { RED, GREEN }
            static Color color = Color.RED;
            sealed interface Shape permits Circle {}
            record Circle(int n) implements Shape {}
            static Shape shape;
        """)
class SwitchLoweringTest {
    @Test
    @Body("switch (n) { case 1: next(1); case 2: yes(); break; default: no(); }")
    void aGroupFallsThroughAndABreakLeaves(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    dispatch `<n>`
                        case `1` -> bb1
                        case `2` -> bb3
                        otherwise DEFAULT -> bb4
                    -> nowhere

                bb1: CASE_1
                    -> await next = `<factory Bodies.next>(1)` in bb2

                bb2: AWAIT_NEXT
                    -> bb3

                bb3: CASE_2
                    evaluate `<Bodies.yes>()`
                    -> bb5

                bb4: DEFAULT
                    evaluate `<Bodies.no>()`
                    -> bb5

                bb5: AFTER_SWITCH
                    -> return
                """);
    }

    @Test
    @Body("switch (s) { case \"a\", \"b\" -> next(1); case \"c\" -> yes(); }")
    void aRuleDoesNotFallThroughAndWhatNothingMatchesGoesOn(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    dispatch `<s>`
                        case `"a", "b"` -> bb1
                        case `"c"` -> bb3
                        otherwise FALL_OUT
                    -> bb4

                bb1: CASE_A
                    -> await next = `<factory Bodies.next>(1)` in bb2

                bb2: AWAIT_NEXT
                    -> bb4

                bb3: CASE_C
                    evaluate `<Bodies.yes>()`
                    -> bb4

                bb4: AFTER_SWITCH
                    -> return
                """);
    }

    @Test
    @Body("switch (n) { default: next(1); case 1: yes(); }")
    void aDefaultIsChosenLastWhereverItStands(AsyncBody body) {
        assertThat(body.dump()).contains("""
                    dispatch `<n>`
                        case `1` -> bb3
                        otherwise DEFAULT -> bb1
                """).contains("""
                bb2: AWAIT_NEXT
                    -> bb3
                """);
    }

    @Test
    @Body("switch (next(1)) { case 1: yes(); }")
    void aSwitchOfWhichOnlyTheSelectorAwaitsStaysWhole(AsyncBody body) {
        assertThat(body.dump()).contains("run `switch (<output as int>) { case 1: <Bodies.yes>(); }`");
    }

    @Test
    @Body("while (b) { switch (n) { case 1: next(1); continue; default: break; } yes(); }")
    void aContinueInASwitchContinuesTheLoopAround(AsyncBody body) {
        assertThat(body.dump()).contains("bb1: LOOP\n", """
                bb4: AWAIT_NEXT
                    -> bb1
                """, """
                bb5: DEFAULT
                    -> bb6
                """, """
                bb6: AFTER_SWITCH
                    evaluate `<Bodies.yes>()`
                """);
    }

    // ---- values

    @Test
    @Body("n = switch (color) { case RED -> next(1); case GREEN -> { if (b) yield 2; yield 3; } };")
    void aYieldGivesItsValueToTheSwitch(AsyncBody body) {
        assertThat(body.dump()).endsWith("""
                bb1: CASE_RED
                    -> await next = `<factory Bodies.next>(1)`, its output in bb2

                bb2: AWAIT_NEXT
                    let chosen: int = `<output as int>`
                    -> bb4

                bb3: CASE_GREEN
                    run `if (<b>) <goto bb4 with chosen = 2>`
                    let chosen: int = `3`
                    -> bb4

                bb4: CHOSEN
                    n = `<chosen>`
                    -> return
                """);
    }

    /** Its constants may have grown since javac saw it. */
    @Test
    @Body("n = switch (color) { case RED -> next(1); case GREEN -> 2; };")
    void anExpressionWithoutADefaultFailsIfNothingMatches(AsyncBody body) {
        String error = Runtime.version().feature() < 21 ? "IncompatibleClassChangeError" : "MatchException";
        assertThat(body.dump()).startsWith("""
                bb0: START
                    dispatch `<Bodies.color>`
                        case `RED` -> bb1
                        case `GREEN` -> bb3
                        otherwise ERROR %s
                    -> nowhere
                """.formatted(error));
    }

    @Test
    @Body("n = switch (n) { case 1 -> next(1); default -> { try { yield next(2); } finally { yes(); } } };")
    void aYieldGoesThroughAFinally(AsyncBody body) {
        assertThat(body.dump())
                .contains("""
                        bb5: AWAIT_NEXT, handler bb6
                            let chosen: int = `<output as int>`
                            -> bb9
                        """)
                .contains("""
                        bb6: FINALLY
                            pending = thrown
                            evaluate `<Bodies.yes>()`
                            throw pending if there is one
                            -> bb8
                        """)
                .contains("bb8: CHOSEN\n", "bb9: FINALLY_THEN_CHOSEN\n    -> bb6\n");
    }

    // ---- patterns

    @Test
    @Body(
            since = 21,
            value =
                    "switch (o) { case String t when ask(t.length()) -> yes(); case Integer k when k > 1 -> no(); default -> {} }")
    void aGuardThatAwaitsIsTestedBetweenTwoSwitches(AsyncBody body) {
        assertThat(body.dump()).startsWith("""
                bb0: START
                    let selected: Object = `<o>`
                    dispatch `<selected>`
                        case `<String> <binds t>` keeping [t] -> bb1
                        otherwise DEFAULT -> bb3
                    -> nowhere

                bb1: GUARD
                    -> await ask = `<factory Bodies.ask>(<t>.length())`, its output in bb2

                bb2: AWAIT_ASK
                    -> if `<output as boolean>` bb4 else bb3

                bb3: NEXT_CASE
                    dispatch `<selected>`
                        case `<Integer> <binds k>` when `<k> > 1` keeping [k] -> bb5
                        otherwise DEFAULT -> bb6
                    -> nowhere
                """);
    }

    @Test
    @Body(since = 21, value = "switch (shape) { case Circle(int k) -> next(k); }")
    void aStatementWithAPatternFailsIfNothingMatches(AsyncBody body) {
        assertThat(body.dump()).contains("otherwise ERROR MatchException\n    -> nowhere");
    }

    @Test
    @Body(
            since = 21,
            value = "switch (o) { case null -> next(1); case String t -> next(2); case Object x -> next(3); }")
    void aPatternThatMatchesAllLeavesNothingOver(AsyncBody body) {
        assertThat(body.dump()).startsWith("""
                bb0: START
                    dispatch `<o>`
                        case `null` -> bb1
                        case `<String> <binds t>` keeping [t] -> bb3
                        case `<Object> <binds x>` keeping [x] -> bb5
                        otherwise NEVER
                    -> nowhere
                """);
    }
}
