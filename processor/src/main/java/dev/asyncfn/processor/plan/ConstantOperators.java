package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.UnaryExpr;

/** What operators make of constants. A result that is null is no constant: the operation would throw. */
final class ConstantOperators {
    private ConstantOperators() {}

    /** Unary numeric promotion (JLS 5.6). */
    static Number promoted(Object value) {
        if (value instanceof Character c) {
            return (int) c;
        }
        return value instanceof Byte || value instanceof Short ? ((Number) value).intValue() : (Number) value;
    }

    static Object unary(UnaryExpr.Operator operator, Object operand) {
        return switch (operator) {
            case LOGICAL_COMPLEMENT -> !(Boolean) operand;
            case PLUS -> promoted(operand);
            case MINUS -> negative(promoted(operand));
            case BITWISE_COMPLEMENT -> arithmetic(BinaryExpr.Operator.XOR, promoted(operand), -1);
            default -> null;
        };
    }

    private static Object negative(Number operand) {
        boolean isFloating = operand instanceof Double || operand instanceof Float;
        return arithmetic(BinaryExpr.Operator.MULTIPLY, operand, isFloating ? (Number) (-1f) : (Number) (-1));
    }

    static Object binary(BinaryExpr.Operator operator, Object left, Object right) {
        if (operator == BinaryExpr.Operator.PLUS && (left instanceof String || right instanceof String)) {
            return String.valueOf(left) + right;
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return logical(operator, a, b);
        }
        if (left instanceof String) {
            return left.equals(right) == (operator == BinaryExpr.Operator.EQUALS);
        }
        Number a = promoted(left);
        Number b = promoted(right);
        return switch (operator) {
            case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> shifted(operator, a, b.intValue());
            default -> arithmetic(operator, a, b);
        };
    }

    private static Object logical(BinaryExpr.Operator operator, boolean a, boolean b) {
        return switch (operator) {
            case AND, BINARY_AND -> a && b;
            case OR, BINARY_OR -> a || b;
            case EQUALS -> a == b;
            default -> a != b;
        };
    }

    private static Object shifted(BinaryExpr.Operator operator, Number value, int distance) {
        boolean isLong = value instanceof Long;
        return switch (operator) {
            case LEFT_SHIFT -> isLong ? (Object) (value.longValue() << distance) : value.intValue() << distance;
            case SIGNED_RIGHT_SHIFT -> isLong ? (Object) (value.longValue() >> distance) : value.intValue() >> distance;
            default -> isLong ? (Object) (value.longValue() >>> distance) : value.intValue() >>> distance;
        };
    }

    /** After binary numeric promotion (JLS 5.6). */
    private static Object arithmetic(BinaryExpr.Operator operator, Number a, Number b) {
        if (a instanceof Double || b instanceof Double) {
            return floating(operator, a.doubleValue(), b.doubleValue());
        }
        if (a instanceof Float || b instanceof Float) {
            Object result = floating(operator, a.floatValue(), b.floatValue());
            return result instanceof Double exact ? (Object) exact.floatValue() : result;
        }
        Object result = integral(operator, a.longValue(), b.longValue());
        boolean isLong = a instanceof Long || b instanceof Long;
        return result instanceof Long wide && !isLong ? (Object) wide.intValue() : result;
    }

    private static Object floating(BinaryExpr.Operator operator, double a, double b) {
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case EQUALS -> a == b;
            case NOT_EQUALS -> a != b;
            case LESS -> a < b;
            case LESS_EQUALS -> a <= b;
            case GREATER -> a > b;
            case GREATER_EQUALS -> a >= b;
            default -> null;
        };
    }

    private static Object integral(BinaryExpr.Operator operator, long a, long b) {
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> b == 0 ? null : (Object) (a / b);
            case REMAINDER -> b == 0 ? null : (Object) (a % b);
            case BINARY_AND -> a & b;
            case BINARY_OR -> a | b;
            case XOR -> a ^ b;
            case EQUALS -> a == b;
            case NOT_EQUALS -> a != b;
            case LESS -> a < b;
            case LESS_EQUALS -> a <= b;
            case GREATER -> a > b;
            case GREATER_EQUALS -> a >= b;
            default -> null;
        };
    }
}
