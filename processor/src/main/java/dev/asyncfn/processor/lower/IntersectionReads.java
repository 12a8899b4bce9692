package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.attribute.Attribution;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads of a variable that is declared with one of several types that its value has together. */
final class IntersectionReads {
    private IntersectionReads() {}

    /** Whether a method is called on the expression that the declared type has: it need not be cast to the others. */
    static boolean isMemberOf(TypeMirror declared, Expression expression, Attribution attribution) {
        Node selected = expression;
        Node parent = expression.getParentNode().orElseThrow();
        while (parent instanceof EnclosedExpr) {
            selected = parent;
            parent = parent.getParentNode().orElseThrow();
        }
        Types types = attribution.types();
        return parent instanceof MethodCallExpr call
                && call.getScope().orElse(null) == selected
                && types.isSubtype(
                        types.erasure(declared),
                        types.erasure(attribution
                                .elementOf(call)
                                .getEnclosingElement()
                                .asType()));
    }
}
