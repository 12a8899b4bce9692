package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.List;

/** Finds the names in a tree that may mean variables. */
public final class VariableNames {
    private VariableNames() {}

    /** In {@code name::method} JavaParser takes every name for a type. */
    static boolean maybe(Node node) {
        return node instanceof NameExpr
                || node instanceof ClassOrInterfaceType type && type.getScope().isEmpty();
    }

    public static List<Node> in(Node tree) {
        return tree.findAll(Node.class, VariableNames::maybe);
    }
}
