package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Expressions that are evaluated only for their effects, so that nobody gets their values. */
final class DroppedValues {
    /** An interface may declare these once more. */
    private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");

    private final Attribution attribution;

    DroppedValues(Attribution attribution) {
        this.attribution = attribution;
    }

    /** The expression, if a node is one of them or the statement that it makes. */
    Optional<Expression> in(Node node) {
        if (node instanceof ExpressionStmt statement) {
            return isResult(statement) ? Optional.empty() : Optional.of(statement.getExpression());
        }
        boolean inHead = node instanceof Expression
                && node.getParentNode().orElse(null) instanceof ForStmt loop
                && loop.getCompare().orElse(null) != node;
        return inHead ? Optional.of((Expression) node) : Optional.empty();
    }

    /** Whether it is no statement but a value: the body of a lambda, or what a case of a switch expression gives. */
    private boolean isResult(ExpressionStmt statement) {
        Node parent = statement.getParentNode().orElse(null);
        return parent instanceof LambdaExpr lambda && !isVoid(lambda)
                || parent instanceof SwitchEntry entry
                        && entry.getType() == SwitchEntry.Type.EXPRESSION
                        && entry.getParentNode().orElse(null) instanceof SwitchExpr;
    }

    private boolean isVoid(LambdaExpr lambda) {
        return attribution.types().asElement(attribution.typeOf(lambda)) instanceof TypeElement function
                && ElementFilter.methodsIn(attribution.elements().getAllMembers(function)).stream()
                        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                        .filter(method ->
                                !OF_OBJECT.contains(method.getSimpleName().toString()))
                        .allMatch(method -> method.getReturnType().getKind() == TypeKind.VOID);
    }
}
