package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** The operands of an expression in the order in which Java evaluates them (JLS 15.7). */
public final class Operands {
    private final Attribution attribution;

    public Operands(Attribution attribution) {
        this.attribution = attribution;
    }

    /** Only those that are evaluated always: the right side of {@code &&} is not among them. */
    public List<Expression> of(Expression expression) {
        List<Expression> operands = new ArrayList<>();
        if (expression instanceof MethodCallExpr call) {
            call.getScope().filter(this::isValue).ifPresent(operands::add);
            operands.addAll(call.getArguments());
        } else if (expression instanceof ObjectCreationExpr creation) {
            creation.getScope().ifPresent(operands::add);
            operands.addAll(creation.getArguments());
        } else if (expression instanceof ArrayCreationExpr creation) {
            creation.getLevels().stream()
                    .map(ArrayCreationLevel::getDimension)
                    .forEach(dimension -> dimension.ifPresent(operands::add));
            creation.getInitializer().ifPresent(operands::add);
        } else if (expression instanceof ArrayInitializerExpr initializer) {
            operands.addAll(initializer.getValues());
        } else if (expression instanceof AssignExpr assign) {
            operands.addAll(place(assign.getTarget()));
            operands.add(assign.getValue());
        } else if (expression instanceof UnaryExpr unary && isStep(unary)) {
            operands.addAll(place(unary.getExpression()));
        } else {
            simple(expression, operands);
        }
        return operands;
    }

    private void simple(Expression expression, List<Expression> operands) {
        if (expression instanceof ArrayAccessExpr access) {
            operands.add(access.getName());
            operands.add(access.getIndex());
        } else if (expression instanceof BinaryExpr binary) {
            operands.add(binary.getLeft());
            if (!isShortCircuit(binary)) {
                operands.add(binary.getRight());
            }
        } else if (expression instanceof UnaryExpr unary) {
            operands.add(unary.getExpression());
        } else if (expression instanceof ConditionalExpr conditional) {
            operands.add(conditional.getCondition());
        } else if (expression instanceof CastExpr cast) {
            operands.add(cast.getExpression());
        } else if (expression instanceof EnclosedExpr enclosed) {
            operands.add(enclosed.getInner());
        } else if (expression instanceof InstanceOfExpr test) {
            operands.add(test.getExpression());
        } else if (expression instanceof FieldAccessExpr access && isValue(access.getScope())) {
            operands.add(access.getScope());
        } else if (expression instanceof MethodReferenceExpr reference && isValue(reference.getScope())) {
            operands.add(reference.getScope());
        } else if (expression instanceof SwitchExpr choice) {
            operands.add(choice.getSelector());
        }
    }

    /** What is evaluated of the left side of an assignment before the right side. */
    public List<Expression> place(Expression target) {
        Expression place = Awaits.unparenthesized(target);
        if (place instanceof ArrayAccessExpr access) {
            return List.of(access.getName(), access.getIndex());
        }
        if (place instanceof FieldAccessExpr access && isValue(access.getScope())) {
            return List.of(access.getScope());
        }
        return List.of();
    }

    /** The expression before a static member, of which only the evaluation counts; null if nobody can notice it. */
    public Expression discarded(Expression selection) {
        Expression scope = selection instanceof MethodCallExpr call
                ? call.getScope().orElse(null)
                : selection instanceof FieldAccessExpr access ? access.getScope() : null;
        Element member = attribution.elementOf(selection);
        boolean isStatic = member != null && member.getModifiers().contains(Modifier.STATIC);
        return isStatic && scope != null && isValue(scope) && !isHarmless(scope) ? scope : null;
    }

    private static boolean isHarmless(Expression scope) {
        Expression value = Awaits.unparenthesized(scope);
        return value.isNameExpr()
                || value.isThisExpr()
                || value.isNullLiteralExpr()
                || value instanceof CastExpr cast && cast.getExpression().isNullLiteralExpr();
    }

    public static boolean isShortCircuit(Node expression) {
        return expression instanceof BinaryExpr binary
                && (binary.getOperator() == BinaryExpr.Operator.AND || binary.getOperator() == BinaryExpr.Operator.OR);
    }

    /** Whether a scope is evaluated: names of types and packages are not, nor is {@code super}. */
    private boolean isValue(Expression scope) {
        if (scope instanceof TypeExpr named) {
            return attribution.elementOf(named.getType()) instanceof VariableElement; // a name in name::method
        }
        if (scope.isSuperExpr()) {
            return false;
        }
        if (!scope.isNameExpr() && !scope.isFieldAccessExpr()) {
            return true;
        }
        Element element = attribution.elementOf(scope);
        return !(element instanceof TypeElement) && !(element instanceof javax.lang.model.element.PackageElement);
    }

    /** Whether it is {@code ++} or {@code --}. */
    public static boolean isStep(UnaryExpr unary) {
        return switch (unary.getOperator()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }
}
