package dev.asyncfn.processor.plan;

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

/** Which statement or expression a jump leaves or continues with (JLS 14.15, 14.16, 14.21). */
public final class JumpTargets {
    private JumpTargets() {}

    /** The statement that a break or continue leaves or continues with. */
    public static Statement of(Node jump) {
        return jump instanceof BreakStmt b ? target(b) : target((ContinueStmt) jump);
    }

    private static Statement target(BreakStmt jump) {
        return jump.getLabel()
                .map(label -> (Statement) labelled(jump, label.asString()))
                .orElseGet(() -> innermost(jump, true));
    }

    private static Statement target(ContinueStmt jump) {
        return jump.getLabel()
                .map(label -> loopOf(labelled(jump, label.asString())))
                .orElseGet(() -> innermost(jump, false));
    }

    private static Statement loopOf(LabeledStmt labelled) {
        Statement statement = labelled.getStatement();
        return statement instanceof LabeledStmt inner ? loopOf(inner) : statement;
    }

    private static LabeledStmt labelled(Node from, String label) {
        for (Node n = from; ; n = n.getParentNode().orElseThrow()) {
            if (n instanceof LabeledStmt labelled
                    && labelled.getLabel().asString().equals(label)) {
                return labelled;
            }
        }
    }

    private static Statement innermost(Node from, boolean orSwitch) {
        for (Node n = from; ; n = n.getParentNode().orElseThrow()) {
            if (isLoop(n) || orSwitch && n instanceof SwitchStmt) {
                return (Statement) n;
            }
        }
    }

    public static boolean isLoop(Node node) {
        return node instanceof WhileStmt
                || node instanceof DoStmt
                || node instanceof ForStmt
                || node instanceof ForEachStmt;
    }

    /** The switch to which a yield gives a value. */
    public static SwitchExpr ofYield(Node jump) {
        Node n = jump;
        while (!(n instanceof SwitchExpr)) {
            n = n.getParentNode().orElseThrow();
        }
        return (SwitchExpr) n;
    }
}
