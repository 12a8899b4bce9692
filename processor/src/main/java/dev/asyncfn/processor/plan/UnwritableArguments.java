package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.model.BlockFn;
import dev.asyncfn.processor.model.Varargs;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Values whose inferred type has arguments out of their bounds: what is kept of it does not fit where the value goes. */
public final class UnwritableArguments {
    private final Attribution attribution;
    private final Denotable denotable;
    private final ParameterBounds bounds;

    public UnwritableArguments(Attribution attribution) {
        this.attribution = attribution;
        this.denotable = new Denotable(attribution, Set.of());
        this.bounds = new ParameterBounds(attribution.types());
    }

    /** The type of what such a value is given to, if it must be cast to that; empty for any other value. */
    public Optional<TypeMirror> cast(Expression value) {
        TypeMirror type = attribution.typeOf(value);
        return isWritable(type)
                ? Optional.empty()
                : target(value)
                        .filter(target ->
                                isWritable(target) && !attribution.types().isSubtype(denotable.upper(type), target));
    }

    private boolean isWritable(TypeMirror type) {
        return !InferredVariables.in(type).isEmpty() || bounds.hold(type);
    }

    private Optional<TypeMirror> target(Expression value) {
        Node parent = value.getParentNode().orElseThrow();
        if (parent instanceof EnclosedExpr enclosed) {
            return target(enclosed);
        }
        if (parent instanceof ReturnStmt) {
            return returned(parent);
        }
        if (parent instanceof YieldStmt) {
            return yielded(parent);
        }
        if (parent instanceof ExpressionStmt) {
            return given(parent);
        }
        if (parent instanceof VariableDeclarator declarator) {
            return Optional.of(attribution.elementOf(declarator).asType());
        }
        if (parent instanceof MethodCallExpr call) {
            return parameter(call, call.getArguments().indexOf(value));
        }
        return parent instanceof ConditionalExpr || parent instanceof AssignExpr assign && assign.getValue() == value
                ? Optional.of(attribution.typeOf((Expression) parent))
                : Optional.empty();
    }

    private Optional<TypeMirror> returned(Node statement) {
        Node around = statement.getParentNode().orElseThrow();
        if (around instanceof LambdaExpr lambda) {
            return result(lambda);
        }
        return around instanceof MethodDeclaration method
                ? Optional.of(element(method).getReturnType())
                : returned(around);
    }

    /** The method itself, or the async block, whose declaration stands inside of that of the method around it. */
    private ExecutableElement element(MethodDeclaration method) {
        ExecutableElement declared = (ExecutableElement) attribution.elementOf(method);
        ExecutableElement fn = attribution.method();
        return declared.equals(BlockFn.around(fn)) ? fn : declared;
    }

    private Optional<TypeMirror> yielded(Node statement) {
        Node around = statement.getParentNode().orElseThrow();
        return around instanceof SwitchExpr choice ? Optional.of(attribution.typeOf(choice)) : yielded(around);
    }

    /** What an expression gives that is the whole body of a lambda, or of a case. */
    private Optional<TypeMirror> given(Node statement) {
        Node around = statement.getParentNode().orElseThrow();
        if (around instanceof LambdaExpr lambda) {
            return result(lambda);
        }
        return around instanceof SwitchEntry && around.getParentNode().orElseThrow() instanceof SwitchExpr choice
                ? Optional.of(attribution.typeOf(choice))
                : Optional.empty();
    }

    private Optional<TypeMirror> result(LambdaExpr lambda) {
        if (!(attribution.typeOf(lambda) instanceof DeclaredType type) || type.getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        ExecutableElement method = FunctionalInterfaces.method((TypeElement) type.asElement(), attribution.elements());
        ExecutableType seen = (ExecutableType) attribution.types().asMemberOf(type, method);
        return Optional.of(seen.getReturnType()).filter(result -> result.getKind() != TypeKind.VOID);
    }

    private Optional<TypeMirror> parameter(MethodCallExpr call, int index) {
        List<? extends TypeMirror> parameters = attribution.methodTypeOf(call).getParameterTypes();
        boolean several = Varargs.areTakenBy((ExecutableElement) attribution.elementOf(call));
        return index < 0 || index >= parameters.size() - (several ? 1 : 0)
                ? Optional.empty()
                : Optional.of(parameters.get(index));
    }
}
