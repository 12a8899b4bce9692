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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
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

    public InaccessibleTypes(Attribution attribution, Denotable denotable, Node method) {
        this.attribution = attribution;
        this.denotable = denotable;
        this.method = method;
    }

    /** The first class in the type that generated code cannot name. */
    Optional<TypeElement> in(TypeMirror type) {
        return find(type, new HashSet<>());
    }

    private Optional<TypeElement> find(TypeMirror type, Set<TypeMirror> seen) {
        if (type == null || !seen.add(type)) {
            return Optional.empty();
        }
        Stream<? extends TypeMirror> parts = switch (type.getKind()) {
            case DECLARED -> ((DeclaredType) type).getTypeArguments().stream();
            case ARRAY -> Stream.of(((ArrayType) type).getComponentType());
            case INTERSECTION -> ((IntersectionType) type).getBounds().stream();
            case WILDCARD -> Stream.of(((WildcardType) type).getExtendsBound(), ((WildcardType) type).getSuperBound());
            case TYPEVAR ->
                InferredVariables.isOne(type) ? Stream.of(((TypeVariable) type).getUpperBound()) : Stream.empty();
            default -> Stream.empty();
        };
        return type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && type.getKind() == TypeKind.DECLARED
                        && !attribution.isAccessible(element)
                ? Optional.of(element)
                : parts.flatMap(part -> find(part, seen).stream()).findFirst();
    }

    /** The class for want of which a variable cannot be kept. */
    public Optional<TypeElement> needed(Element variable) {
        return in(variable.asType())
                .filter(type -> VariableNames.in(method).stream()
                        .filter(name -> variable.equals(attribution.elementOf(name)))
                        .anyMatch(name -> needs(name, variable.asType())));
    }

    /** The class for want of which the value of an expression cannot be kept. */
    public Optional<TypeElement> needed(Expression kept) {
        TypeMirror type = attribution.typeOf(kept);
        return in(type).filter(found -> needs(kept, type));
    }

    /** Whether a value must have its own type where it stands. */
    private boolean needs(Node value, TypeMirror type) {
        Node parent = value.getParentNode().orElseThrow();
        if (parent instanceof EnclosedExpr || parent instanceof TypeExpr) {
            return needs(parent, type);
        }
        if (parent instanceof MethodCallExpr call) {
            return call.getScope().orElse(null) == value
                    ? !isMember(attribution.elementOf(call), type)
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
            return in(attribution.typeOf(lambda)).isPresent();
        }
        return parent instanceof SwitchStmt || parent instanceof SwitchExpr || parent instanceof TryStmt;
    }

    private boolean isGivenTo(List<? extends TypeMirror> parameters, List<Expression> arguments, Node value) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) == value) {
                return in(parameters.get(Math.min(i, parameters.size() - 1))).isPresent();
            }
        }
        return false;
    }

    private boolean isAssignedTo(Element target, AssignExpr assign) {
        boolean field = target == null || Members.isField(target);
        return field && in(attribution.typeOf(assign.getTarget())).isPresent();
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
