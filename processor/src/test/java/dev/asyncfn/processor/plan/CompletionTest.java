package dev.asyncfn.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.stmt.YieldStmt;
import dev.asyncfn.processor.UserClassPath;
import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodySource;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** JLS 14.22: which statements can complete normally. */
@BodyTest("""
            static final boolean ON = true;
            static boolean off = true;
            enum Color { RED, GREEN }
            sealed interface Shape permits Circle, Square {}
            record Circle() implements Shape {}
            record Square() implements Shape {}
        """)
class CompletionTest {
    private static void complete(List<AsyncBody> bodies) {
        assertThat(bodies).isNotEmpty().allMatch(CompletionTest::completes);
    }

    private static void doNotComplete(List<AsyncBody> bodies) {
        assertThat(bodies).isNotEmpty().noneMatch(CompletionTest::completes);
    }

    private static boolean completes(AsyncBody body) {
        return new Completion(body.attribution()).isNormal(body.block());
    }

    /** It rejects a statement after one that cannot complete. */
    @Test
    void javacAgrees(List<AsyncBody> all) {
        BodySource followed = new BodySource(CompletionTest.class);
        Map<Long, AsyncBody> byLine = new HashMap<>();
        for (AsyncBody body : all) {
            byLine.put(followed.add("fn" + byLine.size(), "static void", body.text() + "\nn++;"), body);
        }
        Set<AsyncBody> rejected = new HashSet<>();
        List<String> options = List.of("-proc:none", "-Xmaxerrs", "1000", "-classpath", UserClassPath.text());
        DiagnosticListener<JavaFileObject> listener = error -> {
            if (error.getCode().equals("compiler.err.unreachable.stmt")) {
                rejected.add(byLine.get(error.getLineNumber()));
            }
        };
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, listener, options, null, List.of(followed.file()))
                .call();
        assertThat(all).filteredOn(body -> !completes(body)).containsExactlyInAnyOrderElementsOf(rejected);
    }

    // ---- simple statements, blocks

    @Test
    @Body({"int x;", "int x = n, y = x;", "n++;", ";", "{}", "class Local {}", "assert false;", "assert b : s;"})
    void whatOnlyComputesCompletes(List<AsyncBody> bodies) {
        complete(bodies);
    }

    @Test
    @Body({"return;", "throw new IllegalStateException();"})
    void whatLeavesTheMethodDoesNotComplete(List<AsyncBody> bodies) {
        doNotComplete(bodies);
    }

    @Test
    @Body({"{ n++; return; }", "{ { throw null; } }"})
    void aBlockDoesNotCompleteIfAStatementInItDoesNot(List<AsyncBody> bodies) {
        doNotComplete(bodies);
    }

    @Test
    @Body("synchronized (o) { n++; }")
    void aSynchronizedStatementCompletesIfItsBlockDoes(AsyncBody body) {
        complete(List.of(body));
    }

    @Test
    @Body("synchronized (o) { return; }")
    void aSynchronizedStatementDoesNotCompleteIfItsBlockDoesNot(AsyncBody body) {
        doNotComplete(List.of(body));
    }

    // ---- if

    @Test
    @Body({"if (b) return;", "if (true) return;", "if (ON) throw null;"})
    void anIfWithoutElseCompletesWhateverItsCondition(List<AsyncBody> bodies) {
        complete(bodies);
    }

    @Test
    @Body({"if (b) return; else n++;", "if (b) n++; else return;", "if (true) return; else n++;"})
    void anIfWithElseCompletesIfOneOfItsBranchesDoes(List<AsyncBody> bodies) {
        complete(bodies);
    }

    @Test
    @Body({"if (b) return; else throw null;", "if (b) return; else if (n > 1) return; else { throw null; }"})
    void anIfWithElseDoesNotCompleteIfNoBranchDoes(List<AsyncBody> bodies) {
        doNotComplete(bodies);
    }

    // ---- while

    @Test
    @Body({"while (b) n++;", "while (off) n++;", "while (b) return;", "boolean on = true; while (on) n++;"})
    void aWhileCompletesIfItsConditionIsNotConstant(List<AsyncBody> bodies) {
        complete(bodies);
    }

    @Test
    @Body({
        "while (true) n++;",
        "while ((true)) n++;",
        "while (ON) n++;",
        "while (Bodies.ON && 1 < 2) n++;",
        "final boolean on = !false; while (on) n++;",
        "while (true) { if (b) continue; n++; }"
    })
    void aWhileWhoseConditionIsConstantAndTrueDoesNotComplete(List<AsyncBody> bodies) {
        doNotComplete(bodies);
    }

    @Test
    @Body({
        "while (true) { if (b) break; }",
        "while (true) { if (false) break; }",
        "while (true) { synchronized (o) { try { break; } finally { n++; } } }"
    })
    void aBreakOfItsOwnLetsAnEndlessLoopComplete(List<AsyncBody> bodies) {
        complete(bodies);
    }

    @Test
    @Body({
        "while (true) { while (b) break; }",
        "while (true) { do { break; } while (b); }",
        "while (true) { for (;;) break; }",
        "while (true) { for (String t : list) break; }",
        "while (true) { switch (n) { case 1: break; } }",
        "while (true) { inner: { if (b) break inner; } }"
    })
    void aBreakOfAStatementInsideDoesNot(List<AsyncBody> bodies) {
        doNotComplete(bodies);
    }

    @Test
    @Body({
        "while (true) { Runnable r = () -> { while (true) break; }; }",
        "while (true) { new Object() { void f() { for (;;) break; } }; }",
        "while (true) { class Local { { do { break; } while (b); } } }"
    })
    void aBreakInALambdaOrAClassDoesNot(List<AsyncBody> bodies) {
        doNotComplete(bodies);
    }

    // ---- do

    @Test
    @Body({"do n++; while (b);", "do n++; while (false);"})
    void aDoCompletesIfItsConditionIsNotConstantlyTrue(List<AsyncBody> bodies) {
        complete(bodies);
    }

    @Test
    @Body({"do n++; while (true);", "do { if (b) continue; n++; } while (ON);"})
    void aDoWhoseConditionIsConstantAndTrueDoesNotComplete(List<AsyncBody> bodies) {
        doNotComplete(bodies);
    }

    @Test
    @Body({
        "do return; while (b);",
        "do { throw null; } while (false);",
        "do { while (true) { if (b) continue; } } while (b);",
        "do { for (;;) n++; } while (b);"
    })
    void aDoThatNeverReachesItsConditionDoesNotComplete(List<AsyncBody> bodies) {
        doNotComplete(bodies);
    }

    @Test
    @Body({
        "do { if (b) continue; return; } while (b);",
        "outer: do { while (true) { if (b) continue outer; } } while (b);",
        "do { switch (n) { default: continue; } } while (b);",
        "two: do { for (;;) continue two; } while (b);"
    })
    void aContinueReachesTheConditionOfADo(List<AsyncBody> bodies) {
        complete(bodies);
    }

    @Test
    @Body({
        "outer: while (true) { do { continue outer; } while (b); }",
        "do { try { continue; } finally { return; } } while (b);",
        "do { Runnable r = () -> { while (b) continue; }; return; } while (b);"
    })
    void aContinueThatDoesNotReachItDoesNot(List<AsyncBody> bodies) {
        doNotComplete(bodies);
    }

    @Test
    @Body({"do { if (b) break; } while (true);", "do break; while (true);"})
    void aBreakLetsADoComplete(List<AsyncBody> bodies) {
        complete(bodies);
    }

    // ---- for

    @Test
    @Body({"for (;;) n++;", "for (int k = 0; ; k++) n++;", "for (; true; ) n++;"})
    void aForWithoutAConditionOrWithATrueOneDoesNotComplete(List<AsyncBody> bodies) {
        doNotComplete(bodies);
    }

    @Test
    @Body({"for (; b; ) return;", "for (;;) { if (b) break; }", "for (; ON; n++) { if (b) break; }"})
    void aForCompletesByItsConditionOrABreak(List<AsyncBody> bodies) {
        complete(bodies);
    }

    @Test
    @Body({"for (String t : list) return;", "for (int x : a) throw null;"})
    void anEnhancedForCompletes(List<AsyncBody> bodies) {
        complete(bodies);
    }

    // ---- labels

    @Test
    @Body({
        "out: { if (b) break out; return; }",
        "out: while (true) { while (true) break out; }",
        "out: while (true) { switch (n) { default: break out; } }",
        "out: { in: { break out; } }"
    })
    void aBreakWithItsLabelLetsAStatementComplete(List<AsyncBody> bodies) {
        complete(bodies);
    }

    @Test
    @Body({"out: { return; }", "out: while (true) { in: { if (b) break in; } }", "out: while (true) continue out;"})
    void aLabelAloneDoesNot(List<AsyncBody> bodies) {
        doNotComplete(bodies);
    }

    // ---- switch

    @Test
    @Body({
        "switch (n) {}",
        "switch (n) { case 1: return; }",
        "switch (s) { case \"a\": return; case \"b\": throw null; }",
        "Color c = Color.RED; switch (c) { case RED: return; case GREEN: return; }",
        "switch (n) { case 1 -> { return; } }"
    })
    void aSwitchWithoutADefaultCompletes(List<AsyncBody> bodies) {
        complete(bodies);
    }

    @Test
    @Body({
        "switch (n) { case 1: return; default: n++; }",
        "switch (n) { default: return; case 1: n++; }",
        "switch (n) { case 1: return; default: }",
        "switch (n) { default: }"
    })
    void aSwitchCompletesIfItsLastGroupDoes(List<AsyncBody> bodies) {
        complete(bodies);
    }

    @Test
    @Body({
        "switch (n) { case 1: n++; default: return; }",
        "switch (n) { default: throw null; case 1: return; }",
        "switch (n) { default: while (true) { if (b) continue; } }"
    })
    void aSwitchDoesNotCompleteIfItsLastGroupDoesNot(List<AsyncBody> bodies) {
        doNotComplete(bodies);
    }

    @Test
    @Body({
        "switch (n) { case 1: if (b) break; default: return; }",
        "switch (n) { case 1: break; default: throw null; }",
        "switch (n) { case 1 -> { if (b) break; return; } default -> { return; } }"
    })
    void aBreakLetsASwitchComplete(List<AsyncBody> bodies) {
        complete(bodies);
    }

    @Test
    @Body({
        "switch (n) { case 1 -> n++; default -> { return; } }",
        "switch (n) { case 1 -> { return; } default -> {} }",
        "switch (n) { default -> next(n); }"
    })
    void aSwitchOfRulesCompletesIfOneOfThemDoes(List<AsyncBody> bodies) {
        complete(bodies);
    }

    @Test
    @Body({
        "switch (n) { case 1 -> throw null; default -> { return; } }",
        "switch (n) { case 1, 2 -> { while (true) n++; } default -> throw null; }"
    })
    void aSwitchOfRulesDoesNotCompleteIfNoneOfThemDoes(List<AsyncBody> bodies) {
        doNotComplete(bodies);
    }

    @Test
    @Body(
            value = {
                "Shape h = null; switch (h) { case Circle c: return; case Square q: return; }",
                "Shape h = null; switch (h) { case Circle c -> { return; } case Square q -> throw null; }",
                "switch (o) { case null -> { return; } case String t -> { return; } case Object t -> { return; } }"
            },
            since = 21)
    void aSwitchThatMustBeExhaustiveNeedsNoDefault(List<AsyncBody> bodies) {
        doNotComplete(bodies);
    }

    @Test
    @Body(value = "Shape h = null; switch (h) { case Circle c -> { return; } case Square q -> n++; }", since = 21)
    void aSwitchOverASealedTypeCompletesByOneOfItsRules(AsyncBody body) {
        complete(List.of(body));
    }

    // ---- try

    @Test
    @Body({
        "try { n++; } catch (RuntimeException e) { return; }",
        "try { return; } catch (RuntimeException e) { n++; }",
        "try { return; } catch (IllegalStateException e) { throw e; } catch (RuntimeException e) {}",
        "try { n++; } finally { n--; }",
        "try (AutoCloseable c = () -> {}) { n++; } catch (Exception e) { return; }"
    })
    void aTryCompletesIfItsBlockOrACatchDoes(List<AsyncBody> bodies) {
        complete(bodies);
    }

    @Test
    @Body({
        "try { return; } catch (RuntimeException e) { throw e; }",
        "try { return; } finally { n++; }",
        "try (AutoCloseable c = () -> {}) { return; } catch (Exception e) { throw null; }"
    })
    void aTryDoesNotCompleteIfNeitherDoes(List<AsyncBody> bodies) {
        doNotComplete(bodies);
    }

    @Test
    @Body({
        "try { n++; } finally { return; }",
        "try { n++; } catch (RuntimeException e) {} finally { throw null; }",
        "while (true) { try { break; } finally { continue; } }",
        "out: while (true) { try { break out; } catch (RuntimeException e) { break; } finally { return; } }"
    })
    void aFinallyThatCannotCompleteOverridesEveryWayOut(List<AsyncBody> bodies) {
        doNotComplete(bodies);
    }

    @Test
    @Body({
        "while (true) { try { n++; } finally { if (b) break; } }",
        "while (true) { try { return; } finally { break; } }",
        "out: { try { return; } finally { break out; } }"
    })
    void aBreakInAFinallyLeaves(List<AsyncBody> bodies) {
        complete(bodies);
    }

    // ---- switch expressions

    @Test
    @Body("n = switch (n) { case 1 -> { yield 2; } default -> throw null; };")
    void aYieldDoesNotCompleteButTheStatementAroundItsSwitchDoes(AsyncBody body) {
        complete(List.of(body));
        assertThat(new Completion(body.attribution()).isNormal(body.first(YieldStmt.class)))
                .isFalse();
    }
}
