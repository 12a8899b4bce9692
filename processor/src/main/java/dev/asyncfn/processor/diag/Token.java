package dev.asyncfn.processor.diag;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.model.SourceFile;

/**
 * The token of a file that stands for a node.
 *
 * @param start its first char, from 0
 * @param end the offset past its last char
 */
record Token(int start, int end) {

    /** The name of what is called, selected or named; of any other node its first token. */
    static Token of(Node node, SourceFile file) {
        if (node instanceof SuperExpr) {
            JavaToken last = node.getTokenRange().orElseThrow().getEnd(); // whatever qualifies it
            return new Token(file.offset(last.getRange().orElseThrow().begin), file.end(node));
        }
        Node name = node;
        if (node instanceof MethodCallExpr call) {
            name = call.getName();
        } else if (node instanceof FieldAccessExpr access) {
            name = access.getName();
        } else if (node instanceof ClassOrInterfaceType type) {
            name = type.getName();
        }
        return new Token(file.start(name), file.end(name));
    }
}
