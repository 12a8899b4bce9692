package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Calls of async fns become calls of their factories: the receiver is the first argument. */
final class Factories {
    private final Lowering fn;
    private final Attribution attribution;

    Factories(Lowering fn) {
        this.fn = fn;
        this.attribution = fn.attribution();
    }

    Code call(MethodCallExpr call) {
        ExecutableElement method = (ExecutableElement) attribution.elementOf(call);
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        List<Object> parts = new ArrayList<>();
        parts.add(new Fragment.Factory(
                owner,
                typeArguments(call, isStatic || owner.getTypeParameters().isEmpty()),
                method.getSimpleName().toString()));
        parts.add("(");
        if (!isStatic) {
            parts.add(call.getScope()
                    .map(fn.translator()::translate)
                    .orElseGet(() -> fn.translator().names().receiver(method, call)));
            parts.add(call.getArguments().isEmpty() ? "" : ", ");
        }
        parts.add(fn.translator().translateAll(call.getArguments()));
        parts.add(")");
        return Code.join(parts);
    }

    /** Explicit ones fit the factory only if it has no type parameters of the class before them. */
    private Code typeArguments(MethodCallExpr call, boolean fit) {
        return fit ? call.getTypeArguments().map(fn.translator()::translateAll).orElse(Code.EMPTY) : Code.EMPTY;
    }
}
