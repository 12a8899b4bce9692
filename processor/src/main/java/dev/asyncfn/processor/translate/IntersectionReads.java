package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.plan.PolyExpressions;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads of a variable that is declared with less than its value has: with one of several types, or with a wildcard. */
public final class IntersectionReads {
    private IntersectionReads() {}

    /** Whether a variable's value is used as what its declaration says of it: no cast need say more. */
    public static boolean needNoCast(Variable variable, Expression read, Attribution attribution) {
        return variable.composite() != null
                ? isUsedWithoutArguments(read, attribution)
                        && (variable.bounds().isEmpty() || isMemberOf(variable.type(), read, attribution))
                : !variable.bounds().isEmpty() && isMemberOf(variable.type(), read, attribution);
    }

    /** Whether a method is called on the expression that the declared type has: it need not be cast to the others. */
    private static boolean isMemberOf(TypeMirror declared, Expression expression, Attribution attribution) {
        Types types = attribution.types();
        return called(expression)
                .filter(call -> types.isSubtype(
                        types.erasure(declared),
                        types.erasure(attribution
                                .elementOf(call)
                                .getEnclosingElement()
                                .asType())))
                .isPresent();
    }

    /** Whether it makes no difference to what is done with a value which type arguments its type has. */
    private static boolean isUsedWithoutArguments(Expression expression, Attribution attribution) {
        return expression.getParentNode().orElseThrow() instanceof BinaryExpr
                || called(expression)
                        .map(attribution::elementOf)
                        .filter(method -> isWithoutArguments((ExecutableElement) method))
                        .isPresent();
    }

    private static boolean isWithoutArguments(ExecutableElement method) {
        List<? extends Element> parameters = ((TypeElement) method.getEnclosingElement()).getTypeParameters();
        return !PolyExpressions.mentions(method.getReturnType(), parameters)
                && method.getParameters().stream()
                        .noneMatch(parameter -> PolyExpressions.mentions(parameter.asType(), parameters));
    }

    /** The call of a method on the value of an expression. */
    private static Optional<MethodCallExpr> called(Expression expression) {
        Node selected = expression;
        Node parent = expression.getParentNode().orElseThrow();
        while (parent instanceof EnclosedExpr) {
            selected = parent;
            parent = parent.getParentNode().orElseThrow();
        }
        return parent instanceof MethodCallExpr call && call.getScope().orElse(null) == selected
                ? Optional.of(call)
                : Optional.empty();
    }
}
