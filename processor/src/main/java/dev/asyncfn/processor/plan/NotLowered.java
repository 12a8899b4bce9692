package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import dev.asyncfn.processor.diag.Problem;

/** Ends the lowering of a body with a problem at a node. */
public final class NotLowered extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;
    private final transient Node node;
    private final transient Object[] arguments;

    /** @param arguments fill the problem's text */
    public NotLowered(Problem problem, Node node, Object... arguments) {
        super(problem.id(), null, false, false);
        this.problem = problem;
        this.node = node;
        this.arguments = arguments.clone();
    }

    public Problem problem() {
        return problem;
    }

    public Node node() {
        return node;
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
