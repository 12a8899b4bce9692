package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.asyncfn.processor.attribute.Attribution;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** The places in a body where accessors stand for fields that are assigned, and for methods that are referred to. */
public final class BridgedPlaces {
    private final Attribution attribution;
    private final Members members;
    private final Operands operands;

    public BridgedPlaces(Attribution attribution, Members members) {
        this.attribution = attribution;
        this.members = members;
        this.operands = new Operands(attribution);
    }

    /** Whether what is assigned is a field that generated code cannot reach. */
    public boolean isTarget(Expression target) {
        Expression place = Awaits.unparenthesized(target);
        if (!(place instanceof NameExpr || place instanceof FieldAccessExpr)) {
            return false;
        }
        Element field = attribution.elementOf(place);
        return field != null
                && Members.isField(field)
                && (place instanceof FieldAccessExpr access
                        ? members.needsBridge(field, access.getScope())
                        : members.needsBridge(field) && !members.isLocalMember(field, place));
    }

    /** The same of {@code ++} and {@code --}. */
    public boolean isStepped(UnaryExpr unary) {
        return Operands.isStep(unary) && isTarget(unary.getExpression());
    }

    /** Whether the field's receiver may be evaluated twice with no one noticing. */
    public boolean hasStableReceiver(Expression target) {
        return !(Awaits.unparenthesized(target) instanceof FieldAccessExpr access)
                || attribution.elementOf(access).getModifiers().contains(Modifier.STATIC)
                        && operands.discarded(access) == null
                || access.getScope() instanceof ThisExpr
                || access.getScope() instanceof SuperExpr
                || access.getScope() instanceof NameExpr;
    }

    /** Whether a method reference becomes a lambda, so that its receiver would be evaluated at each call. */
    public boolean needsKeptReceiver(MethodReferenceExpr reference) {
        Element method = attribution.elementOf(reference);
        return method != null
                && members.needsBridge(method, reference.getScope())
                && !isType(reference.getScope())
                && !(reference.getScope() instanceof SuperExpr)
                && !(reference.getScope() instanceof ThisExpr);
    }

    /** In {@code name::method} JavaParser takes every name for a type. */
    public boolean isType(Expression scope) {
        return scope instanceof TypeExpr named && !(attribution.elementOf(named.getType()) instanceof VariableElement);
    }
}
