package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Inferred types that mention a class which generated code cannot name. A kept value has the nearest types above it,
 * and that is enough unless the value is used as just what it is.
 */
public final class InaccessibleTypes {
    private final Attribution attribution;
    private final Denotable denotable;
    private final Node method;
    private final Unnameable unnameable;

    public InaccessibleTypes(Attribution attribution, Denotable denotable, Node method) {
        this.attribution = attribution;
        this.denotable = denotable;
        this.method = method;
        this.unnameable = new Unnameable(attribution);
    }

    /** The class because of which a variable cannot be kept. */
    public Optional<TypeElement> needed(Element variable) {
        return unnameable
                .in(variable.asType())
                .filter(type -> VariableNames.in(method).stream()
                        .filter(name -> variable.equals(attribution.elementOf(name)))
                        .anyMatch(name -> needs(name, variable.asType())));
    }

    /** The class because of which the value of an expression cannot be kept. */
    public Optional<TypeElement> needed(Expression kept) {
        TypeMirror type = attribution.typeOf(kept);
        return unnameable.in(type).filter(found -> needs(kept, type));
    }

    /** Whether a value must have its own type where it stands. */
    private boolean needs(Node value, TypeMirror type) {
        Node parent = value.getParentNode().orElseThrow();
        if (parent instanceof EnclosedExpr || parent instanceof TypeExpr) {
            return needs(parent, type);
        }
        if (parent instanceof MethodCallExpr call) {
            return call.getScope().orElse(null) == value
                    ? !isMember(attribution.elementOf(call), type) || isUsedThrough(call)
                    : isGivenTo(attribution.methodTypeOf(call).getParameterTypes(), call.getArguments(), value);
        }
        if (parent instanceof ObjectCreationExpr creation) {
            ExecutableElement constructor = (ExecutableElement) attribution.elementOf(creation);
            List<? extends TypeMirror> parameters =
                    constructor.getParameters().stream().map(Element::asType).toList();
            return isGivenTo(parameters, creation.getArguments(), value);
        }
        if (parent instanceof FieldAccessExpr || parent instanceof MethodReferenceExpr) {
            return !isMember(attribution.elementOf(parent), type);
        }
        if (parent instanceof AssignExpr assign) {
            return assign.getTarget() != value && isAssignedTo(attribution.elementOf(assign.getTarget()), assign);
        }
        if (parent instanceof VariableDeclarator) {
            return false; // a type that is written down is accessible, and var is the same once more
        }
        if (parent instanceof ConditionalExpr choice) {
            return choice.getCondition() != value && needs(choice, attribution.typeOf(choice));
        }
        if (parent instanceof ArrayAccessExpr access) {
            return access.getName() == value && needs(access, attribution.typeOf(access));
        }
        if (parent instanceof ExpressionStmt statement
                && statement.getParentNode().orElseThrow() instanceof LambdaExpr lambda) {
            return unnameable.in(attribution.typeOf(lambda)).isPresent();
        }
        return parent instanceof SwitchStmt || parent instanceof SwitchExpr || parent instanceof TryStmt;
    }

    /** Whether a member that the value's own type arguments say more of is used for that. */
    private boolean isUsedThrough(MethodCallExpr call) {
        List<? extends TypeMirror> parameters = attribution.methodTypeOf(call).getParameterTypes();
        TypeMirror result = attribution.typeOf(call);
        return call.getArguments().stream()
                        .filter(argument -> !argument.isLambdaExpr() && !argument.isMethodReferenceExpr())
                        .anyMatch(argument -> isGivenTo(parameters, call.getArguments(), argument))
                || unnameable.in(result).isPresent() && needs(call, result);
    }

    private boolean isGivenTo(List<? extends TypeMirror> parameters, List<Expression> arguments, Node value) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) == value) {
                return unnameable
                        .in(parameters.get(Math.min(i, parameters.size() - 1)))
                        .isPresent();
            }
        }
        return false;
    }

    private boolean isAssignedTo(Element target, AssignExpr assign) {
        boolean field = target == null || Members.isField(target);
        return field && unnameable.in(attribution.typeOf(assign.getTarget())).isPresent();
    }

    /** Whether a member can be selected where the value has the nearest accessible types only. */
    private boolean isMember(Element member, TypeMirror type) {
        if (!(member.getEnclosingElement() instanceof TypeElement declaring) || attribution.isAccessible(declaring)) {
            return true;
        }
        List<TypeMirror> bounds = denotable.bounds(type);
        return member instanceof ExecutableElement method
                && (bounds.isEmpty() ? List.of(denotable.upper(type)) : bounds)
                        .stream().anyMatch(view -> isInherited(method, view, declaring));
    }

    private boolean isInherited(ExecutableElement method, TypeMirror from, TypeElement by) {
        Types types = attribution.types();
        return types.asElement(from) instanceof TypeElement above
                && ElementFilter.methodsIn(attribution.elements().getAllMembers(above)).stream()
                        .anyMatch(inherited -> attribution.elements().overrides(method, inherited, by)
                                && types.isSameType(
                                        method.getReturnType(),
                                        ((ExecutableType) types.asMemberOf((DeclaredType) from, inherited))
                                                .getReturnType()));
    }
}
