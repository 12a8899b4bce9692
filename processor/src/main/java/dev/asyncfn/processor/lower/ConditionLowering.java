package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Test;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.plan.Awaits;
import dev.asyncfn.processor.plan.Operands;
import java.util.List;

/** Lowers a condition to jumps, so that {@code &&}, {@code ||} and what patterns bind need no values of their own. */
final class ConditionLowering {
    private final LoweringContext fn;
    private final Recursion parts;

    ConditionLowering(LoweringContext fn, Recursion parts) {
        this.fn = fn;
        this.parts = parts;
    }

    /**
     * Ends the present block by a test.
     *
     * @param splits whether to split a short circuit even if it could be kept verbatim
     */
    void lower(Expression condition, Block whenTrue, Block whenFalse, boolean splits) {
        Expression test = Awaits.unparenthesized(condition);
        if (test instanceof UnaryExpr not && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            lower(not.getExpression(), whenFalse, whenTrue, splits);
        } else if (test instanceof BooleanLiteralExpr literal) {
            fn.graph().goTo(literal.getValue() ? whenTrue : whenFalse);
        } else if (Operands.isShortCircuit(test) && mustSplit((BinaryExpr) test, splits)) {
            shortCircuit((BinaryExpr) test, whenTrue, whenFalse);
        } else {
            leaf(test, whenTrue, whenFalse);
        }
    }

    private boolean mustSplit(BinaryExpr test, boolean splits) {
        return splits && fn.awaits().in(test)
                || fn.awaits().in(test.getRight())
                || mustSplitInside(test.getLeft(), splits)
                || !fn.patterns().escaping(test).isEmpty();
    }

    /** What is decided by jumps needs no value of its own, if these can continue to where the whole condition leads. */
    private boolean mustSplitInside(Expression part, boolean splits) {
        Expression test = Awaits.unparenthesized(part);
        return test instanceof UnaryExpr not && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT
                ? mustSplitInside(not.getExpression(), splits)
                : Operands.isShortCircuit(test) && mustSplit((BinaryExpr) test, splits);
    }

    private void shortCircuit(BinaryExpr test, Block whenTrue, Block whenFalse) {
        Block right = fn.graph().block("RIGHT", test.getRight());
        if (test.getOperator() == BinaryExpr.Operator.AND) {
            lower(test.getLeft(), right, whenFalse, false);
        } else {
            lower(test.getLeft(), whenTrue, right, false);
        }
        fn.graph().place(right);
        lower(test.getRight(), whenTrue, whenFalse, false);
    }

    private void leaf(Expression test, Block whenTrue, Block whenFalse) {
        List<TypePatternExpr> bindings = fn.patterns().escaping(test);
        List<Variable> variables =
                bindings.stream().map(fn.variables()::pattern).toList();
        Test decision = decision(test, parts.value(test));
        boolean assigned =
                test instanceof InstanceOfExpr pattern && fn.translator().isAssigned(pattern);
        if (assigned) {
            variables.forEach(variable -> fn.graph().add(new Step.Declare(variable, null)));
        }
        if (bindings.isEmpty() || assigned) {
            fn.graph().end(new End.Branch(decision, whenTrue, whenFalse));
            return;
        }
        Block matched = fn.graph().block("MATCHED", test);
        fn.graph().end(new End.Branch(decision, matched, whenFalse));
        fn.graph().place(matched);
        variables.forEach(variable -> fn.graph().add(new Step.Bind(variable)));
        fn.graph().goTo(whenTrue);
    }

    private Test decision(Expression test, Code code) {
        boolean primary = test.isNameExpr() || test.isMethodCallExpr() || test.isFieldAccessExpr();
        return new Test.Value(code, primary, fn.source().file().place(test));
    }
}
