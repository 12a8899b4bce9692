package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Composite;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.VariableUse;
import dev.asyncfn.processor.plan.PolyExpressions;
import dev.asyncfn.processor.plan.Reified;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads of a variable that is declared with less than its value has: with one of several types, or with a wildcard. */
public final class IntersectionReads {
    private IntersectionReads() {}

    /** Whether a variable's value is used as what its declaration says of it: no cast need say more. */
    private static boolean needNoCast(Variable variable, Node read, Attribution attribution) {
        if (isUsedAsDeclared(variable, read, attribution)) {
            return true;
        }
        return variable.composite() != null
                ? isUsedWithoutArguments(read, attribution)
                        && (variable.bounds().isEmpty() || isMemberOf(variable.type(), read, attribution))
                : !variable.bounds().isEmpty() && isMemberOf(variable.type(), read, attribution);
    }

    /**
     * The read of a variable that lives in the future.
     *
     * @param captured read inside a lambda or a class body
     */
    public static Code of(Variable variable, boolean captured, Node read, Attribution attribution) {
        boolean uncast = needNoCast(variable, read, attribution);
        boolean cast =
                !uncast && variable.composite() == null && !variable.bounds().isEmpty();
        return cast && tests(read).isPresent()
                ? asAll(variable.bounds(), Code.of(new VariableUse.Read(variable, captured, true)), read)
                : Code.of(new VariableUse.Read(variable, captured, uncast));
    }

    /**
     * The read of a variable from where it is declared as what the generated code can write of its type.
     *
     * @param value its name there
     */
    static Code of(Variable variable, Code value, Node read, Attribution attribution) {
        if (isUsedAsDeclared(variable, read, attribution)) {
            return value;
        }
        if (variable.composite() != null) {
            return variable.composite().of(value);
        }
        return variable.bounds().isEmpty() ? value : Code.of("(", asAll(variable.bounds(), value, read), ")");
    }

    /** A value as each of several types: an operand of {@code instanceof} must not be cast to them, which javac fails on. */
    public static Code asAll(List<TypeMirror> types, Code value, Node read) {
        return tests(read).isPresent()
                ? Composite.together(types).of(value)
                : Code.of(new Reference.CastTogether(types), value);
    }

    private static boolean isUsedAsDeclared(Variable variable, Node read, Attribution attribution) {
        return isTestedForClass(read, attribution) || isObject(variable.composite(), read, attribution);
    }

    /**
     * Whether a value is compared or cast: less may be known of it, and what stands for a wildcard would not fit.
     *
     * @param composite its type, or null
     */
    public static boolean isObject(Composite composite, Node read, Attribution attribution) {
        Node parent = outermost(read).getParentNode().orElseThrow();
        if (composite == null || parent instanceof BinaryExpr) {
            return composite != null;
        }
        return parent instanceof CastExpr cast
                && attribution.typeOf(cast).getKind() != TypeKind.INTERSECTION
                && (composite.isNarrow() || Reified.is(attribution.typeOf(cast)));
    }

    /** Whether only the class of the value is asked for: nothing depends on what else is known of it. */
    public static boolean isTestedForClass(Node read, Attribution attribution) {
        return tests(read).filter(test -> asksForClass(test, attribution)).isPresent();
    }

    /** What a record pattern leaves out of its type is inferred from the value's. */
    private static boolean asksForClass(InstanceOfExpr test, Attribution attribution) {
        if (test.getPattern().orElse(null) instanceof RecordPatternExpr pattern) {
            return Reified.is(attribution.typeOf(pattern));
        }
        return !(test.getType().getElementType() instanceof ClassOrInterfaceType type)
                || Reified.is(attribution.typeOf(type));
    }

    /** The {@code instanceof} of which an expression is the operand. */
    private static Optional<InstanceOfExpr> tests(Node expression) {
        Node operand = outermost(expression);
        return operand.getParentNode().orElseThrow() instanceof InstanceOfExpr test && test.getExpression() == operand
                ? Optional.of(test)
                : Optional.empty();
    }

    /** Whether a method is called on the expression that the declared type has: it need not be cast to the others. */
    private static boolean isMemberOf(TypeMirror declared, Node expression, Attribution attribution) {
        Types types = attribution.types();
        return called(expression)
                .filter(call -> types.isSubtype(
                        types.erasure(declared),
                        types.erasure(attribution
                                .elementOf(call)
                                .getEnclosingElement()
                                .asType())))
                .isPresent();
    }

    /** Whether it makes no difference to what is done with a value which type arguments its type has. */
    private static boolean isUsedWithoutArguments(Node expression, Attribution attribution) {
        return called(expression)
                .map(attribution::elementOf)
                .filter(method -> isWithoutArguments((ExecutableElement) method))
                .isPresent();
    }

    private static boolean isWithoutArguments(ExecutableElement method) {
        List<? extends Element> parameters = ((TypeElement) method.getEnclosingElement()).getTypeParameters();
        return !PolyExpressions.mentions(method.getReturnType(), parameters)
                && method.getParameters().stream()
                        .noneMatch(parameter -> PolyExpressions.mentions(parameter.asType(), parameters));
    }

    /** The call of a method on the value of an expression. */
    private static Optional<MethodCallExpr> called(Node expression) {
        Node selected = outermost(expression);
        return selected.getParentNode().orElseThrow() instanceof MethodCallExpr call
                        && call.getScope().orElse(null) == selected
                ? Optional.of(call)
                : Optional.empty();
    }

    /** The expression with the parentheses around it. */
    private static Node outermost(Node expression) {
        Node outer = expression;
        while (outer.getParentNode().orElseThrow() instanceof EnclosedExpr enclosed) {
            outer = enclosed;
        }
        return outer;
    }
}
