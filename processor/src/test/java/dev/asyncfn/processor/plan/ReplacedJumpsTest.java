package dev.asyncfn.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JLS 14.20.2: a finally may begin a second jump while a first one waits for its end. */
@BodyTest
class ReplacedJumpsTest {
    private static boolean mayMeet(AsyncBody body) {
        return ReplacedJumps.mayMeet(body.first(TryStmt.class));
    }

    @Test
    @Body({
        "while (b) { try { break; } finally { x: { try { return; } finally { break x; } } } }",
        "x: while (b) { try { continue x; } finally { while (b) { try { break x; } finally { if (b) break; } } } }",
        "try { return; } finally { while (b) { try { return; } finally { break; } } }",
        "n = switch (n) { default: try { yield 1; } finally { while (b) { try { yield 2; } finally { break; } } } };",
        "try { n++; } catch (RuntimeException e) { return; } finally { while (b) { try { return; } finally { break; } } }"
    })
    void twoJumpsMeetIfEachLeavesATryAndOneFinallyIsInsideTheOther(List<AsyncBody> bodies) {
        assertThat(bodies).allMatch(ReplacedJumpsTest::mayMeet);
    }

    @Test
    @Body({
        "try { return; } finally { n++; }",
        "try { return; } finally { while (b) { break; } }",
        "try { return; } finally { try { n++; } finally { n--; } }",
        "try { return; } catch (RuntimeException e) { return; }"
    })
    void oneJumpAloneIsNeverReplaced(List<AsyncBody> bodies) {
        assertThat(bodies).noneMatch(ReplacedJumpsTest::mayMeet);
    }

    @Test
    @Body({
        "try { while (b) { break; } } finally { while (b) { try { return; } finally { break; } } }",
        "try { return; } finally { try { while (b) { break; } } finally { n++; } }"
    })
    void aJumpThatStaysInsideItsTryDoesNotWait(List<AsyncBody> bodies) {
        assertThat(bodies).noneMatch(ReplacedJumpsTest::mayMeet);
    }

    @Test
    @Body({
        "try { Runnable r = () -> { return; }; } finally { while (b) { try { return; } finally { break; } } }",
        "try { return; } finally { Runnable r = () -> { while (b) { try { return; } finally { break; } } }; }"
    })
    void jumpsOfLambdasDoNotCount(List<AsyncBody> bodies) {
        assertThat(bodies).noneMatch(ReplacedJumpsTest::mayMeet);
    }

    @Test
    @Body("try { return; } finally { while (b) { try { return; } finally { break; } } }")
    void suchATryIsTakenApart(AsyncBody body) {
        assertThat(body.plan().awaits().in(body.statement())).isTrue();
        assertThat(body.plan().replacedJumps().all()).isEmpty();
    }

    @Test
    @Body("synchronized (o) { try { return; } finally { while (b) { try { return; } finally { break; } } } }")
    void insideOfSynchronizedItKeepsTheFirstJumpInstead(AsyncBody body) {
        BlockStmt cleanup = body.first(TryStmt.class).getFinallyBlock().orElseThrow();
        assertThat(body.plan().awaits().in(body.statement())).isFalse();
        assertThat(body.plan().replacedJumps().all()).containsExactly(cleanup);
        assertThat(body.plan().replacedJumps().areKeptIn(cleanup)).isTrue();
        assertThat(body.plan().replacedJumps().areKeptIn(body.block())).isFalse();
    }

    @Test
    @Body("""
            synchronized (o) {
                try { return; } finally {
                    while (b) { try { return; } finally {
                        while (b) { try { return; } finally { break; } }
                        break;
                    } }
                }
            }
            """)
    void aBlockInsideOfAnotherOneIsDeeper(AsyncBody body) {
        ReplacedJumps jumps = body.plan().replacedJumps();
        assertThat(jumps.all().stream().map(jumps::depth)).containsExactly(0L, 1L);
    }
}
