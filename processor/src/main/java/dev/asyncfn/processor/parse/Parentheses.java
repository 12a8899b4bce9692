package dev.asyncfn.processor.parse;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.EnclosedExpr;

/** Those that were put into the text for JavaParser: in the file they have no place of their own. */
final class Parentheses {
    private Parentheses() {}

    /** Takes them out of a tree whose positions are the file's. */
    static void takeOut(Node tree) {
        for (EnclosedExpr enclosed : tree.findAll(EnclosedExpr.class)) {
            if (enclosed.getRange().equals(enclosed.getInner().getRange())) {
                enclosed.replace(enclosed.getInner());
            }
        }
    }
}
