package dev.asyncfn.processor.symbols;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** The values of constant expressions (JLS 15.29): javac knows them, but tells only those of variables. */
final class ConstantExpressions {
    private final Trees trees;

    ConstantExpressions(Trees trees) {
        this.trees = trees;
    }

    /** A boxed value or a string; null if the expression is not constant. */
    Object value(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof ParenthesizedTree inner) {
            return value(path, inner.getExpression());
        }
        if (tree instanceof LiteralTree literal) {
            return literal.getValue();
        }
        if (tree instanceof TypeCastTree cast) {
            return cast(
                    value(path, cast.getExpression()), trees.getTypeMirror(path).getKind());
        }
        if (tree instanceof UnaryTree unary) {
            return unary(unary.getKind(), value(path, unary.getExpression()));
        }
        if (tree instanceof BinaryTree binary) {
            Object left = value(path, binary.getLeftOperand());
            Object right = value(path, binary.getRightOperand());
            return left == null || right == null ? null : binary(binary.getKind(), left, right);
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            Object condition = value(path, choice.getCondition());
            Object whenTrue = value(path, choice.getTrueExpression());
            Object whenFalse = value(path, choice.getFalseExpression());
            boolean constant = condition != null && whenTrue != null && whenFalse != null;
            return !constant ? null : condition.equals(true) ? whenTrue : whenFalse;
        }
        return trees.getElement(path) instanceof VariableElement variable ? variable.getConstantValue() : null;
    }

    private Object value(TreePath path, ExpressionTree operand) {
        return value(new TreePath(path, operand));
    }

    /** Its value as one of a type. */
    static Object cast(Object value, TypeKind type) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        Number number = number(value);
        return switch (type) {
            case BYTE -> number.byteValue();
            case SHORT -> number.shortValue();
            case CHAR -> (char) number.intValue();
            case INT -> number.intValue();
            case LONG -> number.longValue();
            case FLOAT -> number.floatValue();
            case DOUBLE -> number.doubleValue();
            default -> null; // to a boxed type
        };
    }

    private static Number number(Object value) {
        return value instanceof Character c ? (Number) (int) c : (Number) value;
    }

    private static Object unary(Tree.Kind operator, Object value) {
        if (value instanceof Boolean known) {
            return !known;
        }
        if (value == null) {
            return null;
        }
        return switch (operator) {
            case UNARY_PLUS -> binary(Tree.Kind.PLUS, 0, value);
            case UNARY_MINUS -> binary(Tree.Kind.MULTIPLY, -1, value);
            case BITWISE_COMPLEMENT -> binary(Tree.Kind.XOR, -1, value);
            default -> null; // ++ and --
        };
    }

    private static Object binary(Tree.Kind operator, Object left, Object right) {
        if (left instanceof String || right instanceof String) {
            return switch (operator) {
                case PLUS -> "" + left + right;
                case EQUAL_TO -> left.equals(right);
                case NOT_EQUAL_TO -> !left.equals(right);
                default -> null;
            };
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return ofBooleans(operator, a, b);
        }
        Number a = number(left);
        Number b = number(right);
        if (isFloating(a) || isFloating(b)) {
            Object value = ofDoubles(operator, a.doubleValue(), b.doubleValue());
            boolean single = !(a instanceof Double) && !(b instanceof Double) && value instanceof Double;
            return single ? (Object) ((Double) value).floatValue() : value;
        }
        Object value = ofLongs(operator, a.longValue(), b.longValue(), a instanceof Long);
        boolean wide =
                a instanceof Long || b instanceof Long && !operator.name().contains("SHIFT");
        return !wide && value instanceof Long l ? (Object) l.intValue() : value;
    }

    private static boolean isFloating(Number number) {
        return number instanceof Double || number instanceof Float;
    }

    private static Object ofBooleans(Tree.Kind operator, boolean a, boolean b) {
        return switch (operator) {
            case CONDITIONAL_AND, AND -> a && b;
            case CONDITIONAL_OR, OR -> a || b;
            case XOR, NOT_EQUAL_TO -> a != b;
            case EQUAL_TO -> a == b;
            default -> null;
        };
    }

    private static Object ofDoubles(Tree.Kind operator, double a, double b) {
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case EQUAL_TO -> a == b;
            case NOT_EQUAL_TO -> a != b;
            case LESS_THAN -> a < b;
            case LESS_THAN_EQUAL -> a <= b;
            case GREATER_THAN -> a > b;
            case GREATER_THAN_EQUAL -> a >= b;
            default -> null;
        };
    }

    /** @param wide whether what is shifted is a long */
    private static Object ofLongs(Tree.Kind operator, long a, long b, boolean wide) {
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> b == 0 ? null : (Object) (a / b);
            case REMAINDER -> b == 0 ? null : (Object) (a % b);
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            case LEFT_SHIFT -> wide ? a << b : (long) ((int) a << b);
            case RIGHT_SHIFT -> wide ? a >> b : (long) ((int) a >> b);
            case UNSIGNED_RIGHT_SHIFT -> wide ? a >>> b : (long) ((int) a >>> b);
            case EQUAL_TO -> a == b;
            case NOT_EQUAL_TO -> a != b;
            case LESS_THAN -> a < b;
            case LESS_THAN_EQUAL -> a <= b;
            case GREATER_THAN -> a > b;
            case GREATER_THAN_EQUAL -> a >= b;
            default -> null;
        };
    }
}
