package dev.asyncfn.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JLS 14.15, 14.16, 14.21: what a jump leaves or continues. */
@BodyTest
class JumpTargetsTest {
    private static Statement target(AsyncBody body, Class<? extends Node> jump) {
        return JumpTargets.of(body.first(jump));
    }

    @Test
    @Body({
        "while (b) { if (b) break; }",
        "do { break; } while (b);",
        "for (;;) { break; }",
        "for (int x : a) break;",
        "switch (n) { default: break; }"
    })
    void aBreakLeavesTheInnermostLoopOrSwitch(List<AsyncBody> bodies) {
        assertThat(bodies)
                .allSatisfy(body -> assertThat(target(body, BreakStmt.class)).isSameAs(body.statement()));
    }

    @Test
    @Body({
        "while (b) { if (b) continue; }",
        "do { continue; } while (b);",
        "for (; b; ) { continue; }",
        "for (int x : a) switch (n) { default: continue; }"
    })
    void aContinueContinuesTheInnermostLoop(List<AsyncBody> bodies) {
        assertThat(bodies)
                .allSatisfy(body -> assertThat(target(body, ContinueStmt.class)).isSameAs(body.statement()));
    }

    @Test
    @Body("for (;;) { switch (n) { case 1: while (b) { do { break; } while (b); } } }")
    void whatIsFartherOutDoesNotMatter(AsyncBody body) {
        assertThat(target(body, BreakStmt.class)).isInstanceOf(DoStmt.class);
    }

    @Test
    @Body("x: for (;;) { y: while (b) { break x; } }")
    void aBreakWithALabelLeavesTheLabelledStatement(AsyncBody body) {
        assertThat(target(body, BreakStmt.class)).isSameAs(body.statement()).isInstanceOf(LabeledStmt.class);
    }

    @Test
    @Body("x: for (;;) { y: while (b) { continue x; } }")
    void aContinueWithALabelContinuesTheLoopBehindIt(AsyncBody body) {
        assertThat(target(body, ContinueStmt.class)).isInstanceOf(ForStmt.class);
    }

    @Test
    @Body("x: { n++; } x: while (b) { { x2: { break x; } } } x: n++;")
    void aLabelMayBeUsedAgain(AsyncBody body) {
        assertThat(target(body, BreakStmt.class)).isSameAs(body.block().getStatement(1));
    }

    @Test
    @Body(
            "n = switch (n) { case 1: yield switch (next(1)) { default: yield 2; }; default: while (b) { yield 3; } yield 4; };")
    void aYieldGivesItsValueToTheInnermostSwitchExpression(AsyncBody body) {
        List<SwitchExpr> switches = body.block().findAll(SwitchExpr.class);
        List<YieldStmt> yields = body.block().findAll(YieldStmt.class);
        assertThat(yields.stream().map(JumpTargets::ofYield))
                .containsExactly(switches.get(0), switches.get(1), switches.get(0), switches.get(0));
    }

    @Test
    @Body("while (b) { do { for (;;) { for (int x : a) { x: { switch (n) {} } } } } while (b); }")
    void thereAreFourKindsOfLoops(AsyncBody body) {
        assertThat(body.block().findAll(Statement.class, JumpTargets::isLoop))
                .hasExactlyElementsOfTypes(WhileStmt.class, DoStmt.class, ForStmt.class, ForEachStmt.class);
        assertThat(JumpTargets.isLoop(body.first(SwitchStmt.class))).isFalse();
    }
}
