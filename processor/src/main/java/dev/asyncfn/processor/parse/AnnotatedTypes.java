package dev.asyncfn.processor.parse;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.type.Type;

/** JavaParser 3.28 begins an annotated type, and what begins with one, after the annotations; javac before them. */
final class AnnotatedTypes {
    private AnnotatedTypes() {}

    static void repair(Node tree) {
        for (Type type : tree.findAll(Type.class)) {
            type.getAnnotations().getFirst().ifPresent(first -> {
                Position begin = first.getRange().orElseThrow().begin;
                if (begin.isBefore(type.getRange().orElseThrow().begin)) {
                    beginAt(begin, type);
                }
            });
        }
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
