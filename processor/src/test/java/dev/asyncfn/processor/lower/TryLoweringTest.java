package dev.asyncfn.processor.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Handlers and finally blocks become blocks beside those that they guard (JLS 14.20). */
@BodyTest("""
            static void yes() {}
            static void no() {}
            static RuntimeException ex(int n) { return new IllegalStateException(); }
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
    void clausesAreAskedInTheirOrderAndTheLastRethrowsWhatNoneCatches(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    -> bb1

                bb1: TRY, handler bb3
                    -> await next = `<factory Bodies.next>(1)` in bb2

                bb2: AWAIT_NEXT, handler bb3
                    -> bb6

                bb3: CATCH
                    -> if caught by [`<IllegalStateException>`, `<NullPointerException>`] bb4 else bb5

                bb4: CAUGHT
                    let e: RuntimeException = `<cast to RuntimeException <thrown>>`
                    evaluate `<Bodies.yes>()`
                    -> bb6

                bb5: NEXT_CATCH
                    rethrow unless caught by [`<RuntimeException>`]
                    let e: RuntimeException = `<cast to RuntimeException <thrown>>`
                    evaluate `<Bodies.no>()`
                    -> bb6

                bb6: AFTER_TRY
                    -> return
                """);
    }

    @Test
    @Body("try { next(1); } catch (IllegalStateException e) { yes(); }")
    void aSingleClauseIsTheHandlerItself(AsyncBody body) {
        assertThat(body.dump()).contains("bb1: TRY, handler bb3\n", """
                bb3: CATCH
                    rethrow unless caught by [`<IllegalStateException>`]
                    let e: IllegalStateException = `<cast to IllegalStateException <thrown>>`
                    evaluate `<Bodies.yes>()`
                    -> bb4
                """);
    }

    @Test
    @Body({
        "try { next(1); } catch (Throwable e) { no(); }",
        "try { next(1); } catch (Throwable e) { no(); } finally { yes(); }"
    })
    void noClauseSeesADrop(List<AsyncBody> bodies) {
        assertThat(bodies)
                .allSatisfy(body ->
                        assertThat(body.dump()).contains("rethrow unless caught by [`<Throwable>` but no drop]"));
    }

    @Test
    @Body("try { try { next(1); } catch (IllegalStateException e) { yes(); } } catch (RuntimeException e) { no(); }")
    void anExceptionInAClauseGoesToTheTryAround(AsyncBody body) {
        assertThat(body.dump())
                .contains("bb2: TRY, handler bb4\n")
                .contains("bb4: CATCH, handler bb6\n    rethrow unless caught by [`<IllegalStateException>`]\n")
                .contains("bb6: CATCH\n    rethrow unless caught by [`<RuntimeException>`]\n");
    }

    // ---- finally

    /** Whether the body ends or fails, it continues there: what was thrown is put off until the end. */
    @Test
    @Body("try { next(1); } finally { no(); }")
    void aFinallyIsTheHandlerAndThrowsWhatItPutOff(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    -> bb1

                bb1: TRY, handler bb3
                    -> await next = `<factory Bodies.next>(1)` in bb2

                bb2: AWAIT_NEXT, handler bb3
                    -> bb3

                bb3: FINALLY
                    pending = thrown
                    evaluate `<Bodies.no>()`
                    throw pending if there is one
                    -> bb4

                bb4: AFTER_TRY
                    -> return
                """);
    }

    @Test
    @Body(type = "int", value = "try { throw ex(next(1)); } finally { no(); }")
    void oneThatOnlyExceptionsReachAlwaysThrows(AsyncBody body) {
        assertThat(body.dump()).contains("    throw pending\n    -> nowhere\n").doesNotContain("if there is one");
    }

    @Test
    @Body(type = "int", value = "try { next(1); return n; } finally { no(); }")
    void aReturnIsEvaluatedBeforeTheFinallyAndCompletesAfterIt(AsyncBody body) {
        assertThat(body.dump())
                .contains("    let result: int = `<n>`\n    -> bb6\n")
                .contains("""
                        bb3: FINALLY
                            pending = thrown
                            evaluate `<Bodies.no>()`
                            throw pending if there is one
                            -> bb5
                        """)
                .contains("bb5: RETURN\n    -> return `<result>`\n", "bb6: FINALLY_THEN_RETURN\n    -> bb3\n");
    }

    @Test
    @Body({
        "try { next(1); } finally { no(); }",
        "while (b) { try { next(1); break; } finally { no(); } }",
        "while (b) { try { next(1); if (n > 1) continue; throw ex(n); } finally { no(); } }"
    })
    void aFinallyWithOneExitNeedsNoVariable(List<AsyncBody> bodies) {
        assertThat(bodies)
                .allSatisfy(body -> assertThat(body.dump())
                        .contains("FINALLY\n    pending = thrown")
                        .doesNotContain("afterFinally"));
    }

    @Test
    @Body(type = "int", value = "try { next(1); if (b) return n; } finally { no(); } return 2;")
    void eachOfSeveralExitsSaysWhereItLeads(AsyncBody body) {
        assertThat(body.dump())
                .contains("""
                        bb2: AWAIT_NEXT, handler bb3
                            run `if (<b>) <goto bb6 with result = <n>>`
                            afterFinally = bb4
                            -> bb3
                        """)
                .contains("-> where afterFinally says: [bb5, bb4]\n")
                .contains("bb6: FINALLY_THEN_RETURN\n    afterFinally = bb5\n    -> bb3\n");
    }

    @Test
    @Body("while (b) { try { next(1); if (n > 1) break; if (n > 2) continue; } finally { no(); } }")
    void eachTargetOfAJumpIsOneMoreExit(AsyncBody body) {
        assertThat(body.dump())
                .contains("bb1: LOOP\n", "bb6: AFTER_TRY\n", "bb7: AFTER_LOOP\n")
                .contains("    afterFinally = bb6\n    -> bb5\n")
                .contains("-> where afterFinally says: [bb7, bb1, bb6]\n")
                .contains("run `if (<n> > 1) <goto bb8>`", "run `if (<n> > 2) <goto bb9>`")
                .contains("bb8: FINALLY_THEN_AFTER_LOOP\n    afterFinally = bb7\n    -> bb5\n")
                .contains("bb9: FINALLY_THEN_LOOP\n    afterFinally = bb1\n    -> bb5\n");
    }

    @Test
    @Body("while (b) { try { next(1); if (n > 1) break; if (n > 2) break; } finally { no(); } }")
    void jumpsWithOneTargetShareAnExit(AsyncBody body) {
        assertThat(body.dump())
                .contains("run `if (<n> > 1) <goto bb8>`", "run `if (<n> > 2) <goto bb8>`")
                .contains("-> where afterFinally says: [bb7, bb6]\n");
    }

    @Test
    @Body("try { next(1); while (b) { if (n > 1) break; n++; } } finally { no(); }")
    void aJumpThatStaysInsideIsNoExit(AsyncBody body) {
        assertThat(body.dump())
                .contains("run `while (<b>) { if (<n> > 1) break; <n op=>++; }`\n    -> bb3\n")
                .doesNotContain("afterFinally", "FINALLY_THEN");
    }

    @Test
    @Body("while (b) { try { try { next(1); if (n > 1) break; } finally { yes(); } } finally { no(); } }")
    void aJumpOutOfTwoGoesThroughTheInnerFinallyFirst(AsyncBody body) {
        assertThat(body.dump())
                .contains("bb6: FINALLY, handler bb8\n    pending = thrown\n    evaluate `<Bodies.yes>()`\n")
                .contains("bb8: FINALLY\n    pending = thrown\n    evaluate `<Bodies.no>()`\n")
                .contains("run `if (<n> > 1) <goto bb12>`")
                .contains("bb12: FINALLY_THEN_AFTER_LOOP, handler bb8\n    afterFinally = bb11\n    -> bb6\n")
                .contains("bb11: FINALLY_THEN_AFTER_LOOP\n    afterFinally = bb10\n    -> bb8\n")
                .contains("bb10: AFTER_LOOP\n");
    }

    /** But a drop, which came to the finally as an exception, goes on all the same. */
    @Test
    @Body("while (b) { try { next(1); } finally { break; } }")
    void aJumpInAFinallyReplacesWhatLedToIt(AsyncBody body) {
        assertThat(body.dump())
                .contains("bb5: FINALLY\n    pending = thrown\n    -> bb8\n")
                .contains("bb8: JUMP_TO_AFTER_LOOP\n    go on dropping if it led to pending\n    -> bb7\n")
                .doesNotContain("throw pending", "afterFinally");
    }

    @Test
    @Body("try { next(1); } catch (IllegalStateException e) { yes(); } finally { no(); }")
    void aFinallyRunsAfterClausesToo(AsyncBody body) {
        assertThat(body.dump())
                .contains("bb2: TRY, handler bb4\n")
                .contains("bb4: CATCH, handler bb6\n    rethrow unless caught by [`<IllegalStateException>`]\n")
                .contains("bb5: AFTER_TRY, handler bb6\n    -> bb6\n", "bb6: FINALLY\n    pending = thrown\n");
    }

    // ---- resources

    @Test
    @Body("try (AutoCloseable c = open(1)) { next(1); } catch (Exception e) { no(); }")
    void aResourceIsClosedAsByAFinallyInsideOfTheClauses(AsyncBody body) {
        assertThat(body.dump()).isEqualTo("""
                bb0: START
                    -> bb1

                bb1: TRY, handler bb6
                    let c: AutoCloseable = `<Bodies.open>(1)`
                    -> bb2

                bb2: TRY, handler bb4
                    -> await next = `<factory Bodies.next>(1)` in bb3

                bb3: AWAIT_NEXT, handler bb4
                    -> bb4

                bb4: CLOSE_C, handler bb6
                    primary = thrown
                    close c after primary
                    throw primary if there is one
                    -> bb5

                bb5: AFTER_TRY, handler bb6
                    -> bb7

                bb6: CATCH
                    rethrow unless caught by [`<Exception>`]
                    let e: Exception = `<cast to Exception <thrown>>`
                    evaluate `<Bodies.no>()`
                    -> bb7

                bb7: AFTER_TRY
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
