package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Text that stays as it is mentions no class that generated code cannot name; but from some of it javac infers one, and
 * then names it itself.
 */
final class UnnameableText {
    private final MethodSource source;
    private final Attribution attribution;
    private final Awaits awaits;
    private final Unnameable unnameable;
    private final ErasedTargets targets;
    private final FunctionTypes functions;
    private final VariableArity arity;

    UnnameableText(MethodSource source, Attribution attribution, Awaits awaits) {
        this.source = source;
        this.attribution = attribution;
        this.awaits = awaits;
        this.unnameable = new Unnameable(attribution);
        this.arity = new VariableArity(attribution);
        this.functions = new FunctionTypes(attribution);
        this.targets = new ErasedTargets(
                attribution, awaits, source.declaration().getBody().orElseThrow());
    }

    /** @throws NotLowered at the first place where javac would name such a class */
    void check() {
        source.nodesOfBody().forEach(this::check);
    }

    private void check(Node node) {
        if (node instanceof Parameter parameter && parameter.getParentNode().orElseThrow() instanceof LambdaExpr) {
            lambdaParameter(parameter);
        } else if (node instanceof ForEachStmt loop) {
            forEach(loop);
        } else if (node instanceof LambdaExpr || node instanceof MethodReferenceExpr) {
            function((Expression) node);
        } else if (node instanceof MethodCallExpr call) {
            ExecutableType type = attribution.methodTypeOf(call);
            varargs(call, call.getName(), (ExecutableElement) attribution.elementOf(call), type);
        } else if (node instanceof ObjectCreationExpr creation) {
            creation(creation);
        } else if (node instanceof SwitchStmt choice) {
            named(attribution.typeOf(choice.getSelector()), choice.getSelector());
        } else if (node instanceof SwitchExpr choice) {
            named(attribution.typeOf(choice.getSelector()), choice.getSelector());
        } else if (node instanceof TryStmt block && !awaits.in(block)) {
            block.getResources().forEach(resource -> named(attribution.typeOf(resource), resource));
        }
        targets.of(node).stream()
                .filter(target -> targets.isCast(target))
                .forEach(target -> named(target.type(), target.value()));
    }

    /** The class itself must be named; its type arguments are erased before. */
    private void named(TypeMirror type, Node at) {
        report(unnameable.erased(type), at);
    }

    private void mentioned(TypeMirror type, Node at) {
        report(unnameable.in(type), at);
    }

    private void report(Optional<TypeElement> type, Node at) {
        type.filter(unnameable::isNamedByOwner).ifPresent(found -> {
            throw unnameable.at(found, at);
        });
    }

    /** javac writes the inferred types down for itself. */
    private void lambdaParameter(Parameter parameter) {
        if (parameter.getType().isUnknownType() || parameter.getType().isVarType()) {
            mentioned(attribution.elementOf(parameter).asType(), parameter);
        }
    }

    private void forEach(ForEachStmt loop) {
        VariableDeclarator variable = loop.getVariable().getVariable(0);
        TypeMirror iterated = attribution.typeOf(loop.getIterable());
        if (iterated.getKind() != TypeKind.ARRAY) {
            named(iterated, loop.getIterable());
        }
        if (variable.getType().isVarType() && !awaits.in(loop)) {
            mentioned(attribution.elementOf(variable).asType(), variable);
        }
    }

    private void function(Expression function) {
        TypeMirror type = attribution.typeOf(function);
        named(type, function);
        functions.types(type).forEach(part -> mentioned(part, function));
        if (function instanceof MethodReferenceExpr reference && isValue(reference.getScope())) {
            named(attribution.typeOf(reference.getScope()), reference.getScope());
        }
    }

    /** In {@code name::method} JavaParser takes every name for a type. */
    private boolean isValue(Expression scope) {
        return !scope.isSuperExpr()
                && !scope.isThisExpr()
                && !(scope instanceof TypeExpr type
                        && !(attribution.elementOf(type.getType()) instanceof VariableElement));
    }

    private void creation(ObjectCreationExpr creation) {
        ExecutableElement constructor = (ExecutableElement) attribution.elementOf(creation);
        TypeMirror type = attribution.typeOf(creation);
        if (creation.getAnonymousClassBody().isPresent()) {
            if (creation.getType().isUsingDiamondOperator()) {
                TypeElement made = (TypeElement) attribution.types().asElement(type);
                mentioned(made.getSuperclass(), creation.getType());
                made.getInterfaces().forEach(above -> mentioned(above, creation.getType()));
            }
        } else if (attribution.types().asMemberOf((DeclaredType) type, constructor) instanceof ExecutableType taken) {
            varargs(creation, creation.getType(), constructor, taken);
        }
    }

    /** An array is made of what is passed one by one. */
    private void varargs(NodeWithArguments<?> call, Node name, ExecutableElement method, ExecutableType type) {
        arity.array(call.getArguments(), method, type).ifPresent(array -> named(array, name));
    }
}
