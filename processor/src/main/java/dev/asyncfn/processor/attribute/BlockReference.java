package dev.asyncfn.processor.attribute;

import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.model.Naming;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/**
 * The reference to an async fn of which a block is made, {@code async(this::load)}, and the lambda that calls it.
 *
 * @param lambda stands nowhere yet
 * @param type the method's as it is called there
 * @param bound whether its receiver is a value, which is checked when the block is created (JLS 15.13.3)
 * @param evaluated the receiver if it is evaluated when the block is created; else null: it is {@code this}, a class or a local variable
 */
record BlockReference(
        MethodReferenceExpr reference,
        LambdaExpr lambda,
        MethodCallExpr call,
        ExecutableType type,
        boolean bound,
        EvaluatedReceiver evaluated) {

    /** Empty if it is no such reference, or its receiver creates blocks itself, or has a type that cannot be written down. */
    static Optional<BlockReference> of(Expression argument, Attribution attribution) {
        if (!(argument instanceof MethodReferenceExpr reference)
                || !(attribution.elementOf(reference) instanceof ExecutableElement method)
                || !Naming.isAsyncFn(method)
                || !method.getTypeParameters().isEmpty()
                || !method.getParameters().isEmpty()) {
            return Optional.empty();
        }
        ClassOrInterfaceType named =
                reference.getScope() instanceof TypeExpr type && type.getType() instanceof ClassOrInterfaceType name
                        ? name
                        : null;
        String name = method.getSimpleName().toString();
        if (reference.getScope() instanceof ThisExpr self && self.getTypeName().isEmpty()) {
            MethodCallExpr call = new MethodCallExpr(placed(new ThisExpr(), self), name);
            return Optional.of(unbound(reference, call, memberOf(attribution.typeOf(self), method, attribution)));
        }
        if (named != null && attribution.elementOf(named) instanceof TypeElement) {
            return Optional.of(unbound(reference, new MethodCallExpr(name), (ExecutableType) method.asType()));
        }
        if (named != null
                && attribution.elementOf(named) instanceof VariableElement variable
                && attribution.method().equals(variable.getEnclosingElement())) {
            NameExpr receiver = placed(new NameExpr(variable.getSimpleName().toString()), named);
            placed(receiver.getName(), named);
            ExecutableType type = memberOf(variable.asType(), method, attribution);
            return Optional.of(of(reference, new MethodCallExpr(receiver, name), type, true, null));
        }
        return EvaluatedReceiver.of(reference.getScope(), attribution).map(evaluated -> {
            ExecutableType type = memberOf(evaluated.variable().asType(), method, attribution);
            return of(reference, new MethodCallExpr(evaluated.use(), name), type, true, evaluated);
        });
    }

    private static BlockReference unbound(MethodReferenceExpr reference, MethodCallExpr call, ExecutableType type) {
        return of(reference, call, type, false, null);
    }

    private static BlockReference of(
            MethodReferenceExpr reference,
            MethodCallExpr call,
            ExecutableType type,
            boolean bound,
            EvaluatedReceiver evaluated) {
        placed(call, reference);
        SimpleName name = call.getName();
        name.setTokenRange(new TokenRange(
                reference.getTokenRange().orElseThrow().getEnd(),
                reference.getTokenRange().orElseThrow().getEnd()));
        LambdaExpr lambda = placed(new LambdaExpr(), reference);
        lambda.setBody(placed(new BlockStmt(), reference));
        return new BlockReference(reference, lambda, call, type, bound, evaluated);
    }

    private static ExecutableType memberOf(TypeMirror receiver, ExecutableElement method, Attribution attribution) {
        return receiver instanceof DeclaredType declared
                ? (ExecutableType) attribution
                        .types()
                        .asMemberOf((DeclaredType) attribution.types().capture(declared), method)
                : (ExecutableType) method.asType();
    }

    static <N extends Node> N placed(N made, Node at) {
        made.setTokenRange(at.getTokenRange().orElseThrow());
        made.setRange(at.getRange().orElseThrow());
        return made;
    }
}
