package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Where javac casts a value whose type is a type argument to what that is, because nothing else is left of it. */
final class ErasedTargets {
    private final Attribution attribution;
    private final Awaits awaits;
    private final Node body;
    private final Types types;

    ErasedTargets(Attribution attribution, Awaits awaits, Node body) {
        this.attribution = attribution;
        this.awaits = awaits;
        this.body = body;
        this.types = attribution.types();
    }

    /** A value, and the type that it must have when types are erased. */
    record Target(Expression value, TypeMirror type) {}

    /** Of the expressions right in a node. */
    List<Target> of(Node node) {
        if (node instanceof MethodCallExpr call) {
            return arguments((ExecutableElement) attribution.elementOf(call), call.getArguments());
        }
        if (node instanceof ObjectCreationExpr creation) {
            return arguments((ExecutableElement) attribution.elementOf(creation), creation.getArguments());
        }
        if (node instanceof VariableDeclarator variable) {
            return variable.getInitializer().isPresent() && isVerbatim(variable)
                    ? List.of(new Target(
                            variable.getInitializer().get(),
                            attribution.elementOf(variable).asType()))
                    : List.of();
        }
        if (node instanceof AssignExpr assign) {
            return List.of(new Target(assign.getValue(), attribution.typeOf(assign.getTarget())));
        }
        if (node instanceof ConditionalExpr choice) {
            TypeMirror type = attribution.typeOf(choice);
            return List.of(new Target(choice.getThenExpr(), type), new Target(choice.getElseExpr(), type));
        }
        return ofItsOwnType(node);
    }

    /** What a switch or an assertion makes of a value has the value's own type. */
    private List<Target> ofItsOwnType(Node node) {
        Optional<Expression> value = Optional.empty();
        if (node instanceof ThrowStmt failure) {
            value = Optional.of(failure.getExpression());
        } else if (node instanceof SynchronizedStmt block) {
            value = Optional.of(block.getExpression());
        } else if (node instanceof AssertStmt assertion) {
            value = assertion.getMessage();
        } else if (node instanceof YieldStmt result) {
            value = Optional.of(result.getExpression());
        } else if (node instanceof ExpressionStmt statement
                && statement.getParentNode().orElseThrow() instanceof SwitchEntry entry
                && entry.getType() == SwitchEntry.Type.EXPRESSION
                && entry.getParentNode().orElseThrow() instanceof SwitchExpr) {
            value = Optional.of(statement.getExpression());
        }
        return value.map(kept -> new Target(kept, attribution.typeOf(kept))).stream()
                .toList();
    }

    private static List<Target> arguments(ExecutableElement method, List<Expression> arguments) {
        List<? extends VariableElement> parameters = method.getParameters();
        List<Target> found = new ArrayList<>();
        for (int i = 0; i < Math.min(arguments.size(), parameters.size()); i++) {
            found.add(new Target(arguments.get(i), parameters.get(i).asType()));
        }
        return found;
    }

    /** Any other variable becomes one of the future's, whose type can be named. */
    private boolean isVerbatim(VariableDeclarator variable) {
        Node declaration = variable.getParentNode().orElseThrow();
        Node around = declaration.getParentNode().orElseThrow();
        Node scope = around instanceof ExpressionStmt ? around.getParentNode().orElseThrow() : around;
        return scope != body && !awaits.in(scope);
    }

    boolean isCast(Target target) {
        Expression value = Awaits.unparenthesized(target.value());
        boolean member =
                value instanceof MethodCallExpr || value instanceof NameExpr || value instanceof FieldAccessExpr;
        Element selected = member ? attribution.elementOf(value) : null;
        TypeMirror declared = selected instanceof ExecutableElement method
                ? method.getReturnType()
                : selected instanceof VariableElement field && Members.isField(field) ? field.asType() : null;
        return declared != null
                && !declared.getKind().isPrimitive()
                && declared.getKind() != TypeKind.VOID
                && !target.type().getKind().isPrimitive()
                && !types.isSubtype(types.erasure(declared), types.erasure(target.type()));
    }
}
