package dev.asyncfn.processor.symbols;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;

/** Conditions whose value is known, and constants as text. */
final class Constants {
    private Constants() {}

    /** The value that a condition always has, though its operands may be evaluated; null if it depends. */
    static Boolean value(TreePath condition, Trees trees) {
        Tree tree = condition.getLeaf();
        if (tree instanceof ParenthesizedTree inner) {
            return value(new TreePath(condition, inner.getExpression()), trees);
        }
        if (tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
            Boolean value = value(new TreePath(condition, ((UnaryTree) tree).getExpression()), trees);
            return value == null ? null : Boolean.valueOf(!value);
        }
        if (tree instanceof BinaryTree binary && decisive(binary) != null) {
            Boolean left = value(new TreePath(condition, binary.getLeftOperand()), trees);
            Boolean right = value(new TreePath(condition, binary.getRightOperand()), trees);
            boolean decided = left == decisive(binary) || right == decisive(binary);
            return decided ? decisive(binary) : left == null || right == null ? null : left;
        }
        return new ConstantExpressions(trees).value(condition) instanceof Boolean value ? value : null;
    }

    /** The value of an operand that decides a short circuit; null for other operators. */
    static Boolean decisive(BinaryTree tree) {
        return switch (tree.getKind()) {
            case CONDITIONAL_AND -> Boolean.FALSE;
            case CONDITIONAL_OR -> Boolean.TRUE;
            default -> null;
        };
    }

    /** With its type, on one line, and nothing in it that cannot be seen. */
    static String show(Object value) {
        String type = value.getClass().getSimpleName();
        if (!(value instanceof String) && !(value instanceof Character)) {
            return type + " " + value;
        }
        StringBuilder out = new StringBuilder(type).append(" \"");
        for (char c : value.toString().toCharArray()) {
            boolean plain = c >= ' ' && c <= '~' && c != '\\';
            out.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return out.append('"').toString();
    }
}
