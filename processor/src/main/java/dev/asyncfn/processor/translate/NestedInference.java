package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.plan.PolyExpressions;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Places where javac would infer an accessor's type arguments together with those of the call that it is passed to. */
final class NestedInference {
    private final PolyExpressions poly;

    NestedInference(Attribution attribution) {
        this.poly = new PolyExpressions(attribution);
    }

    /**
     * Whether the member's type has wildcards, and the place is an argument of which types are inferred: from a call whose own type arguments it
     * infers at the same time, javac does not find the same there.
     */
    boolean captures(Reference.Bridged accessor, Node place) {
        TypeMirror type = accessor.type() instanceof ExecutableType method ? method.getReturnType() : accessor.type();
        boolean wildcards = type instanceof DeclaredType declared
                && declared.getTypeArguments().stream().anyMatch(WildcardType.class::isInstance);
        Node argument = place;
        Node parent = place.getParentNode().orElseThrow();
        while (parent instanceof EnclosedExpr || parent instanceof ConditionalExpr) {
            argument = parent;
            parent = parent.getParentNode().orElseThrow();
        }
        Node passed = argument;
        return wildcards
                && parent instanceof Expression call // and no super(...), which infers nothing
                && poly.isInferred(call)
                && ((NodeWithArguments<?>) call).getArguments().stream().anyMatch(each -> each == passed);
    }
}
