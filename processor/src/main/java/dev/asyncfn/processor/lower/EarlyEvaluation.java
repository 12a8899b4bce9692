package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.expr.Expression;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Variable;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** The evaluation of parts of an expression before the rest of it, in Java's order. */
interface EarlyEvaluation {
    /** The code of an expression's value at this point; what must come before it is in the graph. */
    Code lower(Expression expression);

    /** Evaluates the operands before the last one that awaits; that one and those after it stay in place. */
    void linearizeAll(List<Expression> operands, Expression parent);

    /**
     * Keeps a value in a variable.
     *
     * @param kept the expression whose value it is
     */
    Variable keep(Code value, TypeMirror type, String name, Expression kept);

    /** Has an expression read what was evaluated before. */
    void replaceBy(Expression expression, Variable variable);
}
