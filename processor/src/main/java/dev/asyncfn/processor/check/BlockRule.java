package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.attribute.AsyncBlock;
import dev.asyncfn.processor.attribute.AsyncBlocks;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.Optional;

/** Async blocks stand in the async fn itself, or in its lambdas: there they are cut out. */
final class BlockRule implements Rule {
    private final MethodSource source;
    private final Attribution attribution;
    private final Reporter reporter;

    BlockRule(MethodSource source, Attribution attribution, Reporter reporter) {
        this.source = source;
        this.attribution = attribution;
        this.reporter = reporter;
    }

    @Override
    public void check(Node node) {
        if (isLeftIn(node, attribution)) {
            reporter.report(Problem.BLOCK_IN_CLASS, source, node);
        }
    }

    /** Whether a lambda is that of a block which was not cut out. */
    static boolean isOfBlock(LambdaExpr lambda, Attribution attribution) {
        Node call = lambda.getParentNode().orElse(null);
        while (call != null && !(call instanceof MethodCallExpr)) {
            call = call.getParentNode().orElse(null);
        }
        return call instanceof MethodCallExpr block
                && isLeftIn(block, attribution)
                && AsyncBlocks.lambda(block).equals(Optional.of(lambda));
    }

    private static boolean isLeftIn(Node node, Attribution attribution) {
        return AsyncBlocks.isBlock(node, attribution)
                && AsyncBlock.of(node).isEmpty()
                && AsyncBlocks.lambda((MethodCallExpr) node).isPresent();
    }
}
