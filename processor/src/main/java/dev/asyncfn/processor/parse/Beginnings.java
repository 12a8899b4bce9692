package dev.asyncfn.processor.parse;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ReceiverParameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.type.Type;
import java.util.Comparator;

/**
 * JavaParser 3.28 begins an annotated type, a pattern and a receiver, and what begins with one, after the modifiers and
 * annotations, and the receiver's qualified name after the qualifier; javac before them.
 */
final class Beginnings {
    private Beginnings() {}

    static void repair(Node tree) {
        tree.walk(node -> {
            if (node instanceof Type
                    || node instanceof PatternExpr
                    || node instanceof ReceiverParameter
                    || node instanceof Name) {
                node.getChildNodes().stream()
                        .filter(Beginnings::isBefore)
                        .flatMap(child -> child.getRange().stream())
                        .map(range -> range.begin)
                        .min(Comparator.naturalOrder())
                        .filter(begin -> begin.isBefore(node.getRange().orElseThrow().begin))
                        .ifPresent(begin -> beginAt(begin, node));
            }
        });
    }

    private static boolean isBefore(Node child) {
        return child instanceof AnnotationExpr || child instanceof Modifier || child instanceof Name;
    }

    /** Moves the beginning of a node, and of those around it that begin there too. */
    private static void beginAt(Position begin, Node node) {
        Position old = node.getRange().orElseThrow().begin;
        Node at = node;
        while (at != null && at.getRange().orElseThrow().begin.equals(old)) {
            at.setRange(at.getRange().orElseThrow().withBegin(begin));
            at = at.getParentNode().orElse(null);
        }
    }
}
