package dev.asyncfn.processor.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import org.junit.jupiter.api.Test;

/** Handlers and finally blocks become blocks beside those that they guard (JLS 14.20). */
@BodyTest("""
            static void yes() {}
            static void no() {}
            static AutoCloseable open(int n) { return null; }
        """)
class TryLoweringTest {
    // ---- catch

    @Test
    @Body("""
            try { next(1); }
            catch (IllegalStateException | NullPointerException e) { yes(); }
            catch (RuntimeException e) { no(); }
            """)
    void clausesAreAskedInTheirOrderAndWhatNoneCatchesGoesOn(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    -> bb1

                bb1: TRY, handler bb3
                    -> await next = `<factory Bodies.next>(1)` in bb2

                bb2: AWAIT_NEXT, handler bb3
                    -> bb8

                bb3: CATCH
                    -> if caught by [`<IllegalStateException>`, `<NullPointerException>`] bb4 else bb5

                bb4: CAUGHT
                    let e: RuntimeException = `<cast to RuntimeException <thrown>>`
                    evaluate `<Bodies.yes>()`
                    -> bb8

                bb5: UNCAUGHT
                    -> if caught by [`<RuntimeException>`] bb6 else bb7

                bb6: CAUGHT
                    let e: RuntimeException = `<cast to RuntimeException <thrown>>`
                    evaluate `<Bodies.no>()`
                    -> bb8

                bb7: UNCAUGHT
                    rethrow `<thrown>`
                    -> nowhere

                bb8: AFTER_TRY
                    -> return
                """);
    }

    @Test
    @Body("try { next(1); } catch (Throwable e) { no(); }")
    void noClauseSeesADrop(AsyncBody body) {
        assertThat(body.dump()).contains("if caught by [`<Throwable>` but no drop]");
    }

    @Test
    @Body("try { try { next(1); } catch (IllegalStateException e) { yes(); } } catch (RuntimeException e) { no(); }")
    void anExceptionInAClauseGoesToTheTryAround(AsyncBody body) {
        assertThat(body.dump())
                .contains("bb2: TRY, handler bb4\n")
                .contains("bb4: CATCH_ILLEGAL_STATE_EXCEPTION, handler bb8\n", "bb5: CAUGHT, handler bb8\n")
                .contains("bb8: CATCH_RUNTIME_EXCEPTION\n", "bb9: CAUGHT\n");
    }

    // ---- finally

    @Test
    @Body("try { next(1); } finally { no(); }")
    void aFinallyHasAnExitForItsEndAndOneForExceptions(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    -> bb1

                bb1: TRY, handler bb3
                    -> await next = `<factory Bodies.next>(1)` in bb2

                bb2: AWAIT_NEXT, handler bb3
                    kill pending
                    afterFinally = bb6
                    -> bb4

                bb3: FAILED
                    let pending: Throwable = `<thrown>`
                    afterFinally = bb5
                    -> bb4

                bb4: FINALLY
                    evaluate `<Bodies.no>()`
                    -> where afterFinally says: [bb6, bb5]

                bb5: RETHROW
                    rethrow `<pending>`
                    -> nowhere

                bb6: AFTER_TRY
                    -> return
                """);
    }

    @Test
    @Body(type = "int", value = "try { next(1); return n; } finally { no(); }")
    void aReturnIsEvaluatedBeforeTheFinallyAndCompletesAfterIt(AsyncBody body) {
        assertThat(body.dump())
                .contains("run `<goto bb8 with result = <n>>`, diverges")
                .contains("-> where afterFinally says: [bb7, bb5]\n")
                .contains("""
                        bb7: RETURN
                            -> return `<result>`
                        """)
                .contains("""
                        bb8: LEAVE_TO_RETURN
                            kill pending
                            afterFinally = bb7
                            -> bb4
                        """);
    }

    @Test
    @Body("while (b) { try { next(1); if (n > 1) break; if (n > 2) continue; } finally { no(); } }")
    void eachTargetOfAJumpIsOneMoreExit(AsyncBody body) {
        assertThat(body.dump())
                .contains("bb1: LOOP\n", "bb8: AFTER_TRY\n", "bb9: AFTER_LOOP\n")
                .contains("-> where afterFinally says: [bb9, bb1, bb8, bb7]\n")
                .contains("run `if (<n> > 1) <goto bb10>`", "run `if (<n> > 2) <goto bb11>`")
                .contains("""
                        bb10: LEAVE_TO_AFTER_LOOP
                            kill pending
                            afterFinally = bb9
                            -> bb6
                        """)
                .contains("""
                        bb11: LEAVE_TO_LOOP
                            kill pending
                            afterFinally = bb1
                            -> bb6
                        """);
    }

    @Test
    @Body("while (b) { try { next(1); if (n > 1) break; if (n > 2) break; } finally { no(); } }")
    void jumpsWithOneTargetShareAnExit(AsyncBody body) {
        assertThat(body.dump())
                .contains("run `if (<n> > 1) <goto bb10>`", "run `if (<n> > 2) <goto bb10>`")
                .contains("-> where afterFinally says: [bb9, bb8, bb7]\n");
    }

    @Test
    @Body("try { next(1); while (b) { if (n > 1) break; n++; } } finally { no(); }")
    void aJumpThatStaysInsideIsNoExit(AsyncBody body) {
        assertThat(body.dump())
                .contains("run `while (<b>) { if (<n> > 1) break; <n op=>++; }`")
                .contains("-> where afterFinally says: [bb6, bb5]\n");
    }

    @Test
    @Body("while (b) { try { try { next(1); if (n > 1) break; } finally { yes(); } } finally { no(); } }")
    void aJumpOutOfTwoGoesThroughTheInnerFinallyFirst(AsyncBody body) {
        assertThat(body.dump())
                .contains("bb7: FINALLY, handler bb10\n    evaluate `<Bodies.yes>()`\n")
                .contains("bb11: FINALLY\n    evaluate `<Bodies.no>()`\n")
                .contains("run `if (<n> > 1) <goto bb16>`")
                .contains("""
                        bb15: LEAVE_TO_AFTER_LOOP
                            kill pending
                            afterFinally = bb14
                            -> bb11
                        """)
                .contains("""
                        bb16: LEAVE_TO_AFTER_LOOP, handler bb10
                            kill pending
                            afterFinally = bb15
                            -> bb7
                        """);
    }

    /** But a drop, which came to the finally as an exception, goes on all the same. */
    @Test
    @Body("while (b) { try { next(1); } finally { break; } }")
    void aJumpInAFinallyReplacesWhatLedToIt(AsyncBody body) {
        assertThat(body.dump()).contains("""
                        bb6: FINALLY
                            run `<goto bb10>`, diverges
                            -> nowhere
                        """).contains("""
                        bb10: JUMP_TO_AFTER_LOOP
                            go on dropping
                            -> bb9
                        """).doesNotContain("where afterFinally says");
    }

    @Test
    @Body("try { next(1); } catch (IllegalStateException e) { yes(); } finally { no(); }")
    void aFinallyRunsAfterClausesToo(AsyncBody body) {
        assertThat(body.dump())
                .contains("bb2: TRY, handler bb4\n")
                .contains("bb4: CATCH_ILLEGAL_STATE_EXCEPTION, handler bb8\n", "bb5: CAUGHT, handler bb8\n")
                .contains("bb8: FAILED\n", "bb9: FINALLY\n");
    }

    // ---- resources

    @Test
    @Body("try (AutoCloseable c = open(1)) { next(1); } catch (Exception e) { no(); }")
    void aResourceIsClosedAsByAFinallyInsideOfTheClauses(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    -> bb1

                bb1: TRY, handler bb8
                    let c: AutoCloseable = `<Bodies.open>(1)`
                    let primary: Throwable = `null`
                    -> bb2

                bb2: TRY, handler bb4
                    -> await next = `<factory Bodies.next>(1)` in bb3

                bb3: AWAIT_NEXT, handler bb4
                    kill primary
                    afterFinally = bb7
                    -> bb5

                bb4: FAILED, handler bb8
                    let primary: Throwable = `<thrown>`
                    afterFinally = bb6
                    -> bb5

                bb5: FINALLY, handler bb8
                    close c after primary
                    -> where afterFinally says: [bb7, bb6]

                bb6: RETHROW, handler bb8
                    rethrow `<primary>`
                    -> nowhere

                bb7: AFTER_TRY, handler bb8
                    -> bb11

                bb8: CATCH_EXCEPTION
                    -> if caught by [`<Exception>`] bb9 else bb10

                bb9: CAUGHT
                    let e: Exception = `<cast to Exception <thrown>>`
                    evaluate `<Bodies.no>()`
                    -> bb11

                bb10: UNCAUGHT
                    rethrow `<thrown>`
                    -> nowhere

                bb11: AFTER_TRY
                    -> return
                """);
    }

    @Test
    @Body("try (AutoCloseable c = open(1); AutoCloseable d = open(next(2))) { yes(); } catch (Exception e) { no(); }")
    void theLastResourceIsClosedFirst(AsyncBody body) {
        assertThat(body.dump())
                .containsSubsequence("let c: ", "let d: ", "<Bodies.yes>()", "close d after", "close c after");
    }
}
