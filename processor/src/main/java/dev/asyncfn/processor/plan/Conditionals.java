package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.TryStmt;

/** Where in a piece of the body the evaluation of what follows begins to depend on something. */
public final class Conditionals {
    private Conditionals() {}

    /** Whether what contains a node can be evaluated without it. */
    public static boolean mayBeSkipped(Node node) {
        Node parent = node.getParentNode().orElseThrow();
        return parent instanceof BinaryExpr binary && Operands.isShortCircuit(binary) && binary.getRight() == node
                || parent instanceof ConditionalExpr choice && choice.getCondition() != node
                || node instanceof SwitchEntry;
    }

    /** Whether a statement can complete although not all of it ran. */
    public static boolean mayStopInside(Statement statement) {
        return statement instanceof IfStmt
                || statement instanceof SwitchStmt
                || statement instanceof TryStmt // what it catches
                || statement instanceof AssertStmt
                || JumpTargets.isLoop(statement);
    }
}
