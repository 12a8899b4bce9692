package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.PatternExpr;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/** The conversions that Java does silently where generated code must write them. */
public final class Conversions {
    private final Types types;

    public Conversions(Types types) {
        this.types = types;
    }

    public static boolean isString(TypeMirror type) {
        return type.toString().equals("java.lang.String");
    }

    /** The primitive kind behind a type, or the type's own kind. */
    public TypeKind unboxed(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return type.getKind();
        }
        try {
            return types.unboxedType(type).getKind();
        } catch (IllegalArgumentException notBoxed) {
            return TypeKind.DECLARED;
        }
    }

    /**
     * The cast inside {@code x op= y} (JLS 15.26.2), to this type; empty if the result has the target's type
     * anyway.
     */
    public Optional<TypeKind> compoundCast(TypeMirror target, TypeMirror operand, AssignExpr.Operator operator) {
        TypeKind to = unboxed(target);
        if (!to.isPrimitive() || to == TypeKind.BOOLEAN) {
            return Optional.empty();
        }
        TypeKind result = isShift(operator) ? promoted(to, TypeKind.INT) : promoted(to, unboxed(operand));
        return result == to ? Optional.empty() : Optional.of(to);
    }

    /**
     * The cast that lets a value be an argument where it was assigned: assignment narrows constants (JLS 5.2),
     * invocation does not (JLS 5.3).
     */
    public Optional<TypeKind> argumentCast(TypeMirror target, TypeMirror value) {
        TypeKind to = unboxed(target);
        boolean narrow = to == TypeKind.BYTE || to == TypeKind.SHORT || to == TypeKind.CHAR;
        return narrow && unboxed(value) != to && value.getKind().isPrimitive() ? Optional.of(to) : Optional.empty();
    }

    /**
     * The cast that lets a value be the argument of a type parameter that stands for the box of its method's result: a return converts
     * to a primitive type, but not to another box (JLS 5.2, 5.3).
     *
     * @param result the type that the method returns
     * @param expression what is returned, as it stands in the generated code; null if that is a variable
     */
    public Optional<TypeKind> resultCast(TypeMirror result, TypeMirror value, Expression expression) {
        boolean assigned = result.getKind().isPrimitive() && (unboxed(value) != result.getKind() || isPoly(expression));
        return assigned ? Optional.of(result.getKind()) : argumentCast(result, value);
    }

    /**
     * Whether its parts are converted one by one to the type that its context wants (JLS 15.28.1). So javac does with a conditional where an
     * operand is made of what the condition binds, which it does not know yet when it asks whether that is a number (JLS 15.25).
     */
    static boolean isPoly(Expression expression) {
        if (expression == null) {
            return false;
        }
        if (expression instanceof EnclosedExpr enclosed) {
            return isPoly(enclosed.getInner());
        }
        if (expression instanceof ConditionalExpr conditional) {
            return isPoly(conditional.getThenExpr())
                    || isPoly(conditional.getElseExpr())
                    || conditional.getCondition().findFirst(PatternExpr.class).isPresent();
        }
        return expression.isSwitchExpr();
    }

    /**
     * The cast that keeps an arm of a numeric or boolean conditional one. A call of a method that returns a type
     * parameter makes it a conditional of references (JLS 15.25), and nothing is unboxed or promoted any more.
     *
     * @param member the type of the member
     * @param at what the call of its accessor stands for
     */
    public Optional<TypeKind> armCast(TypeMirror member, Node at, Attribution attribution) {
        TypeMirror type = member instanceof ExecutableType method ? method.getReturnType() : member;
        boolean ofClass = type.getKind() == TypeKind.TYPEVAR
                && ((TypeVariable) type).asElement().getEnclosingElement() instanceof TypeElement;
        if (!ofClass || !isNumericArm(at, attribution)) {
            return Optional.empty();
        }
        TypeKind primitive = unboxed(bound(attribution.typeOf((Expression) at)));
        return Optional.of(primitive).filter(TypeKind::isPrimitive);
    }

    private static boolean isNumericArm(Node arm, Attribution attribution) {
        Node parent = arm.getParentNode().orElseThrow();
        if (parent instanceof ConditionalExpr conditional && conditional.getCondition() != arm) {
            return attribution.typeOf(conditional).getKind().isPrimitive() || isNumericArm(parent, attribution);
        }
        return parent instanceof EnclosedExpr && isNumericArm(parent, attribution);
    }

    private static TypeMirror bound(TypeMirror type) {
        TypeMirror bound = type;
        while (bound instanceof TypeVariable variable) {
            bound = variable.getUpperBound();
        }
        return bound;
    }

    private static boolean isShift(AssignExpr.Operator operator) {
        return switch (operator) {
            case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> true;
            default -> false;
        };
    }

    /** Binary numeric promotion (JLS 5.6). */
    private static TypeKind promoted(TypeKind a, TypeKind b) {
        for (TypeKind wide : new TypeKind[] {TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.LONG}) {
            if (a == wide || b == wide) {
                return wide;
            }
        }
        return TypeKind.INT;
    }
}
