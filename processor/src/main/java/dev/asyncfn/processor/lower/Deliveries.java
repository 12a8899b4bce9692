package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.plan.Awaits;
import dev.asyncfn.processor.plan.ReplacedJumps;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The values that jumps to one place take with them: those of the returns, or of the yields of one switch. A jump in a
 * {@code finally} may itself be replaced, and then the jump that led to that {@code finally} counts again; so the jumps
 * of each {@code finally} keep their value in a variable of their own.
 */
final class Deliveries {
    private final Awaits awaits;
    private final ReplacedJumps replaced;
    private final Node left;
    private final List<Node> finallyBlocks = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();

    /**
     * @param value what holds the value; null if there is none
     * @param arrival the block to which the jumps lead at last
     */
    record Delivery(Variable value, Block arrival) {}

    /** @param left what the jumps leave: the method or the switch */
    Deliveries(Awaits awaits, ReplacedJumps replaced, Node left) {
        this.awaits = awaits;
        this.replaced = replaced;
        this.left = left;
    }

    /** What a jump has to deliver where, made for the first jump of its {@code finally}. */
    Delivery of(Node jump, Supplier<Delivery> first) {
        Node around = innermostFinally(jump);
        for (int i = 0; i < finallyBlocks.size(); i++) {
            if (finallyBlocks.get(i) == around) {
                return deliveries.get(i);
            }
        }
        finallyBlocks.add(around);
        deliveries.add(first.get());
        return deliveries.get(deliveries.size() - 1);
    }

    /** Whether a jump stands in a {@code finally} after which another jump may count again, and leaves it. */
    boolean isInFinally(Node jump) {
        return innermostFinally(jump) != left;
    }

    private Node innermostFinally(Node jump) {
        Node n = jump;
        while (n != left) {
            Node parent = n.getParentNode().orElseThrow();
            if (parent instanceof TryStmt attempt && isFinally(n, attempt) && endsJumps(n, attempt)) {
                return n;
            }
            n = parent;
        }
        return left;
    }

    private boolean endsJumps(Node cleanup, TryStmt attempt) {
        return awaits.in(attempt) || replaced.areKeptIn(cleanup);
    }

    private static boolean isFinally(Node block, TryStmt attempt) {
        return attempt.getFinallyBlock().filter(cleanup -> cleanup == block).isPresent();
    }

    List<Delivery> all() {
        return deliveries;
    }
}
