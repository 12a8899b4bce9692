package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Choices that javac infers the type arguments of a call from, as in {@code new TreeMap<>(c ? a : b)}. Its operands say what these are; it has
 * itself the type of the parameter, {@code Map<? extends K, ? extends V>}. Where it is kept, javac would capture the wildcards of that.
 */
public final class ChosenArguments {
    private final Attribution attribution;
    private final PolyExpressions poly;
    private final Denotable denotable;

    public ChosenArguments(Attribution attribution) {
        this.attribution = attribution;
        this.poly = new PolyExpressions(attribution);
        this.denotable = new Denotable(attribution, Set.of());
    }

    /** The type without wildcards from which javac infers the same again; empty if there is no such need. */
    public Optional<TypeMirror> cast(Expression value) {
        Expression choice = Awaits.unparenthesized(value);
        if (!(choice instanceof ConditionalExpr || choice instanceof SwitchExpr)
                || !isInferredFrom(value)
                || !(attribution.typeOf(value) instanceof DeclaredType type)
                || type.getKind() != TypeKind.DECLARED
                || Denotable.isParameterized(type.getEnclosingType())) {
            return Optional.empty();
        }
        List<TypeMirror> arguments =
                type.getTypeArguments().stream().map(ChosenArguments::bound).toList();
        TypeMirror meant = arguments.equals(type.getTypeArguments())
                ? type
                : attribution
                        .types()
                        .getDeclaredType((TypeElement) type.asElement(), arguments.toArray(TypeMirror[]::new));
        return Optional.of(meant).filter(found -> found != type && denotable.holds(found));
    }

    private boolean isInferredFrom(Expression argument) {
        Node parent = argument.getParentNode().orElseThrow();
        if (parent instanceof EnclosedExpr inner) {
            return isInferredFrom(inner);
        }
        return parent instanceof NodeWithArguments<?> call
                && call.getArguments().contains(argument)
                && parent instanceof Expression expression
                && poly.isInferred(expression);
    }

    private static TypeMirror bound(TypeMirror argument) {
        TypeMirror above = null;
        TypeMirror below = null;
        if (argument.getKind() == TypeKind.WILDCARD) {
            above = ((WildcardType) argument).getExtendsBound();
            below = ((WildcardType) argument).getSuperBound();
        } else if (InferredVariables.isOne(argument)) {
            above = ((TypeVariable) argument).getUpperBound();
            TypeMirror lower = ((TypeVariable) argument).getLowerBound();
            below = lower.getKind() == TypeKind.NULL ? null : lower;
        }
        return below != null ? below : above != null ? above : argument;
    }
}
