package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.asyncfn.processor.attribute.Attribution;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The values of constant expressions (JLS 15.29), which decide what can be reached. They are strings, or boxed as their
 * types are.
 */
final class Constants {
    private final Attribution attribution;

    Constants(Attribution attribution) {
        this.attribution = attribution;
    }

    /** Null for what is no constant expression. */
    Object valueOf(Expression expression) {
        Expression e = Awaits.unparenthesized(expression);
        if (e instanceof UnaryExpr unary) {
            Object operand = valueOf(unary.getExpression());
            return operand == null ? null : ConstantOperators.unary(unary.getOperator(), operand);
        }
        if (e instanceof BinaryExpr binary) {
            Object left = valueOf(binary.getLeft());
            Object right = left == null ? null : valueOf(binary.getRight());
            return right == null ? null : ConstantOperators.binary(binary.getOperator(), left, right);
        }
        if (e instanceof ConditionalExpr choice) {
            return conditional(choice);
        }
        if (e instanceof CastExpr cast) {
            return converted(valueOf(cast.getExpression()), attribution.typeOf(cast));
        }
        if (e.isNameExpr() || e instanceof FieldAccessExpr access && isType(access.getScope())) {
            Element element = attribution.elementOf(e);
            return element instanceof VariableElement variable ? variable.getConstantValue() : null;
        }
        return e instanceof BooleanLiteralExpr literal ? (Object) literal.getValue() : literal(e);
    }

    /** Only {@code Type.NAME} is constant, not {@code this.name}. */
    private boolean isType(Expression scope) {
        return !scope.isThisExpr() && attribution.elementOf(scope) instanceof TypeElement;
    }

    private Object conditional(ConditionalExpr choice) {
        Object condition = valueOf(choice.getCondition());
        Object then = valueOf(choice.getThenExpr());
        Object otherwise = valueOf(choice.getElseExpr());
        return condition == null || then == null || otherwise == null
                ? null
                : converted(condition.equals(true) ? then : otherwise, attribution.typeOf(choice));
    }

    /** JavaParser does not know every escape. */
    private static Object literal(Expression e) {
        if (e instanceof IntegerLiteralExpr literal) {
            return literal.asNumber().intValue();
        }
        if (e instanceof LongLiteralExpr literal) {
            return literal.asNumber().longValue();
        }
        if (e instanceof CharLiteralExpr literal) {
            return literal.getValue().translateEscapes().charAt(0);
        }
        if (e instanceof DoubleLiteralExpr literal) {
            return floating(literal);
        }
        if (e instanceof TextBlockLiteralExpr block) {
            return block.getValue().stripIndent().translateEscapes();
        }
        return e instanceof StringLiteralExpr literal ? literal.getValue().translateEscapes() : null;
    }

    private static Object floating(LiteralStringValueExpr literal) {
        String text = literal.getValue().replace("_", "");
        boolean single = text.endsWith("f") || text.endsWith("F");
        return single ? (Object) Float.valueOf(text) : Double.valueOf(text);
    }

    /** A cast to a box or to any class but {@code String} makes no constant. */
    private static Object converted(Object value, TypeMirror type) {
        if (value == null || value instanceof Boolean || value instanceof String) {
            return type.getKind().isPrimitive() || Conversions.isString(type) ? value : null;
        }
        Number number = ConstantOperators.promoted(value);
        return switch (type.getKind()) {
            case BYTE -> number.byteValue();
            case SHORT -> number.shortValue();
            case CHAR -> (char) number.longValue();
            case INT -> number.intValue();
            case LONG -> number.longValue();
            case FLOAT -> number.floatValue();
            case DOUBLE -> number.doubleValue();
            default -> null;
        };
    }
}
