package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.plan.FunctionalInterfaces;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/**
 * Keeps a receiver in a local variable inside of an expression, where no statement can stand before it: in lambdas,
 * classes and {@code synchronized}, which stay whole. The body of a switch expression has room for one.
 */
public final class KeptInPlace {
    private final Translation translator;
    private final NameTranslation names;
    private final Attribution attribution;
    private int depth;

    public KeptInPlace(Translation translator, NameTranslation names, Attribution attribution) {
        this.translator = translator;
        this.names = names;
        this.attribution = attribution;
    }

    /**
     * An expression that evaluates a receiver once, and first.
     *
     * @param value the receiver's code
     * @param use gives the code in which the variable stands for the receiver
     */
    public Code keeping(Expression receiver, Code value, Supplier<Code> use) {
        depth++; // one may be kept while another is in use
        String name = names.fresh(depth == 1 ? "receiver" : "receiver" + depth);
        Code result = translator.substituting(receiver, Code.of(name), use);
        depth--;
        return Code.of("switch (0) { default -> { var " + name + " = ", value, "; yield ", result, "; } }");
    }

    /** The same of an assignment, which may be a statement, as a switch expression may not; its value is never null. */
    public Code assigning(Expression assignment, Expression receiver, Supplier<Code> use) {
        Code value = keeping(receiver, translator.asArgument(receiver), use);
        return isDiscarded(assignment) ? Code.of(new Computed.NotNull(value)) : value;
    }

    private boolean isDiscarded(Expression expression) {
        Node parent = expression.getParentNode().orElseThrow();
        if (!(parent instanceof ExpressionStmt statement)) {
            return parent instanceof ForStmt loop && loop.getCompare().orElse(null) != expression;
        }
        Node around = statement.getParentNode().orElseThrow();
        if (around instanceof LambdaExpr lambda) {
            TypeElement functional = (TypeElement) ((DeclaredType) attribution.typeOf(lambda)).asElement();
            return FunctionalInterfaces.method(functional, attribution.elements())
                            .getReturnType()
                            .getKind()
                    == TypeKind.VOID;
        }
        boolean valueOfEntry = around instanceof SwitchEntry entry
                && entry.getType() == SwitchEntry.Type.EXPRESSION
                && entry.getParentNode().orElseThrow() instanceof SwitchExpr;
        return !valueOfEntry;
    }
}
