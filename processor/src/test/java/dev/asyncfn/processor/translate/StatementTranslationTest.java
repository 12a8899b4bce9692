package dev.asyncfn.processor.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands for the statements by which control leaves text that is kept verbatim. */
@BodyTest("""
            static int f(int n) { return n; }
        """)
class StatementTranslationTest {
    @Test
    @Body("while (b) { next(1); if (n > 0) { break; } else { continue; } }")
    void jumpsOfASplitLoopLeadToItsBlocks(AsyncBody body) {
        assertThat(body.dump()).contains("`if (<n> > 0) { <goto bb4> } else { <goto bb1> }`");
    }

    @Test
    @Body("next(1); while (b) { if (n > 0) { break; } else { continue; } }")
    void jumpsInsideOfALoopThatIsKeptStay(AsyncBody body) {
        assertThat(body.dump()).contains("`while (<b>) { if (<n> > 0) { break; } else { continue; } }`");
    }

    @Test
    @Body("next(1); if (b) { return; }")
    void aReturnCompletesTheFuture(AsyncBody body) {
        assertThat(body.dump()).contains("`if (<b>) { <return> }`");
    }

    @Test
    @Body("next(1); Runnable r = () -> { if (f(1) > 0) return; else return; };")
    void jumpsOfALambdaStay(AsyncBody body) {
        assertThat(body.dump()).contains("return; else return; }`");
    }

    @Test
    @Body({
        "try { next(1); } catch (Throwable e) { if (b) { throw e; } }",
        "try { next(1); } catch (RuntimeException e) { if (b) { throw e; } }",
        "next(1); try { f(1); } catch (Throwable e) { if (b) { throw e; } }"
    })
    void aThrowableIsRethrownUnseenByJavacIfItsCatchClauseIsSplit(List<AsyncBody> bodies) {
        assertThat(bodies.get(0).dump()).contains("`if (<b>) { <rethrow <e>> }`");
        assertThat(bodies.get(1).dump()).contains("`if (<b>) { throw <e>; }`");
        assertThat(bodies.get(2).dump()).contains("if (<b>) { throw e; }");
    }

    /** JLS 14.20.2: the first return continues when the finally has ended, in which a second one began. Elsewhere such a try is split. */
    @Test
    @Body({
        "next(1); synchronized (\"\") { try { return; } finally { while (b) { try { return; } finally { break; } } } }",
        "next(1); synchronized (\"\") { try { return; } finally { n++; } }"
    })
    void aFinallyKeepsTheJumpThatLedToItIfItMayBeginAnother(List<AsyncBody> bodies) {
        assertThat(bodies.get(0).dump())
                .contains("finally { <keeps jump as leaving> while (<b>)", "<restores jump from leaving> }");
        assertThat(bodies.get(1).dump()).contains("finally { <n op=>++; }");
    }
}
