package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;

/** What runs at another time than the body around it, and so has jumps, awaits and completions of its own. */
public final class Deferred {
    private Deferred() {}

    /** Whether a lambda, or a member of a class, begins with a node. */
    public static boolean begins(Node node) {
        return node instanceof LambdaExpr || node instanceof BodyDeclaration<?>;
    }
}
