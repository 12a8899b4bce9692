package dev.asyncfn.processor.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import org.junit.jupiter.api.Test;

/** Loops become blocks that lead back (JLS 14.12, 14.13, 14.14), and their jumps lead to these (14.15, 14.16). */
@BodyTest
class LoopLoweringTest {
    @Test
    @Body("while (ask(1)) next(2);")
    void aWhileTestsBeforeItsBody(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    -> bb1

                bb1: LOOP
                    -> await ask = `<factory Bodies.ask>(1)`, its output in bb2

                bb2: AWAIT_ASK
                    -> if `<output as boolean>` bb3 else bb5

                bb3: LOOP_BODY
                    -> await next = `<factory Bodies.next>(2)` in bb4

                bb4: AWAIT_NEXT
                    -> bb1

                bb5: AFTER_LOOP
                    -> return
                """);
    }

    @Test
    @Body("do next(2); while (ask(1));")
    void aDoTestsAfterItsBody(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    -> bb1

                bb1: LOOP
                    -> await next = `<factory Bodies.next>(2)` in bb2

                bb2: AWAIT_NEXT
                    -> bb3

                bb3: LOOP_TEST
                    -> await ask = `<factory Bodies.ask>(1)`, its output in bb4

                bb4: AWAIT_ASK
                    -> if `<output as boolean>` bb1 else bb5

                bb5: AFTER_LOOP
                    -> return
                """);
    }

    @Test
    @Body("for (int k = 0; k < n; k++, l++) next(k);")
    void aForUpdatesAfterItsBody(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    let k: int = `0`
                    -> bb1

                bb1: LOOP
                    -> if `<k> < <n>` bb2 else bb5

                bb2: LOOP_BODY
                    -> await next = `<factory Bodies.next>(<k>)` in bb3

                bb3: AWAIT_NEXT
                    -> bb4

                bb4: LOOP_UPDATE
                    evaluate `<k op=>++`
                    evaluate `<l op=>++`
                    -> bb1

                bb5: AFTER_LOOP
                    -> return
                """);
    }

    @Test
    @Body("for (;;) next(1);")
    void nothingLeadsOutOfAForWithoutACondition(AsyncBody body) {
        assertThat(body.dump()).contains("""
                        bb1: LOOP
                            -> bb2
                        """).contains("bb5: AFTER_LOOP\n").doesNotContain("-> bb5", "else bb5");
    }

    @Test
    @Body("for (int k : a) next(k);")
    void anEnhancedForEvaluatesItsArrayOnce(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    let kArray: int[] = `<a>`
                    let kIndex: int = `0`
                    -> bb1

                bb1: LOOP
                    -> if kIndex in bounds of kArray bb2 else bb4

                bb2: LOOP_BODY
                    let k: int = `<next of kArray at kIndex>`
                    -> await next = `<factory Bodies.next>(<k>)` in bb3

                bb3: AWAIT_NEXT
                    -> bb1

                bb4: AFTER_LOOP
                    -> return
                """);
    }

    @Test
    @Body("for (String t : list) next(1);")
    void orItsIterator(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    let tIterator: java.util.Iterator<String> = `<iterator of <list>>`
                    -> bb1

                bb1: LOOP
                    -> if tIterator has next bb2 else bb4

                bb2: LOOP_BODY
                    let t: String = `<next of tIterator>`
                    -> await next = `<factory Bodies.next>(1)` in bb3

                bb3: AWAIT_NEXT
                    -> bb1

                bb4: AFTER_LOOP
                    -> return
                """);
    }

    // ---- jumps

    @Test
    @Body("while (b) { next(1); if (n > 1) continue; if (n > 2) break; n++; }")
    void aContinueOfAWhileLeadsToItsTest(AsyncBody body) {
        assertThat(body.dump()).contains("bb1: LOOP\n", "bb4: AFTER_LOOP\n", """
                    run `if (<n> > 1) <goto bb1>`
                    run `if (<n> > 2) <goto bb4>`
                """);
    }

    @Test
    @Body("do { next(1); if (n > 1) continue; if (n > 2) break; n++; } while (b);")
    void aContinueOfADoLeadsToItsTest(AsyncBody body) {
        assertThat(body.dump()).contains("bb3: LOOP_TEST\n", "bb4: AFTER_LOOP\n", """
                    run `if (<n> > 1) <goto bb3>`
                    run `if (<n> > 2) <goto bb4>`
                """);
    }

    @Test
    @Body("for (; b; n++) { next(1); if (n > 1) continue; if (n > 2) break; n++; }")
    void aContinueOfAForLeadsToItsUpdate(AsyncBody body) {
        assertThat(body.dump()).contains("bb4: LOOP_UPDATE\n", "bb5: AFTER_LOOP\n", """
                    run `if (<n> > 1) <goto bb4>`
                    run `if (<n> > 2) <goto bb5>`
                """);
    }

    @Test
    @Body("for (int k : a) { next(1); if (k > 1) continue; if (k > 2) break; n++; }")
    void aContinueOfAnEnhancedForLeadsToTheNextElement(AsyncBody body) {
        assertThat(body.dump()).contains("bb1: LOOP\n", "bb4: AFTER_LOOP\n", """
                    run `if (<k> > 1) <goto bb1>`
                    run `if (<k> > 2) <goto bb4>`
                """);
    }

    @Test
    @Body("outer: while (b) { for (;;) { next(1); if (n > 1) continue outer; if (n > 2) break outer; n++; } }")
    void aLabelLeadsOutOfTheLoopsInside(AsyncBody body) {
        assertThat(body.dump()).contains("bb1: OUTER_LOOP\n", "bb9: AFTER_OUTER\n", """
                    run `if (<n> > 1) <goto bb1>`
                    run `if (<n> > 2) <goto bb9>`
                """);
    }

    @Test
    @Body("outer: while (b) { next(1); while (n > 0) { if (n > 2) continue outer; if (n > 3) break; n--; } }")
    void aLoopWithoutAwaitsKeepsItsOwnJumpsAndReplacesOthers(AsyncBody body) {
        assertThat(body.dump())
                .contains("run `while (<n> > 0) { if (<n> > 2) <goto bb1> if (<n> > 3) break; <n op=>--; }`");
    }

    @Test
    @Body("out: { if (b) break out; next(1); } next(2);")
    void aLabelledBlockIsLeftToo(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    run `if (<b>) <goto bb2>`
                    -> await next = `<factory Bodies.next>(1)` in bb1

                bb1: AWAIT_NEXT
                    -> bb2

                bb2: AFTER_OUT
                    -> await next = `<factory Bodies.next>(2)` in bb3

                bb3: AWAIT_NEXT
                    -> return
                """);
    }
}
