package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.List;

/**
 * The {@code try} statements that cannot stay as they are because of their jumps. In whole text a jump first says where
 * to continue, and then leaves. While a {@code finally} runs, a second jump in it says the same; if that one is replaced by
 * a {@code finally} of its own, the first jump continues, with the wrong target. Such a {@code try} is split, or
 * inside of {@code synchronized}, which must be kept verbatim, its {@code finally} keeps what the first jump said.
 */
public final class ReplacedJumps {
    /** The {@code finally} blocks that keep it. Outer ones come first. */
    private final List<BlockStmt> keeping;

    /** @param attempts whole statements; outer ones come first */
    ReplacedJumps(List<TryStmt> attempts) {
        this.keeping = attempts.stream()
                .map(attempt -> attempt.getFinallyBlock().orElseThrow())
                .toList();
    }

    public boolean areKeptIn(Node cleanup) {
        return keeping.stream().anyMatch(kept -> kept == cleanup);
    }

    public List<BlockStmt> all() {
        return keeping;
    }

    /** In how many others of these blocks one of them stands. */
    public long depth(BlockStmt cleanup) {
        return keeping.stream().filter(kept -> kept.isAncestorOf(cleanup)).count();
    }

    /** Whether a jump out of the statement may be pending while another one begins and is replaced. */
    static boolean mayMeet(TryStmt attempt) {
        return attempt.getFinallyBlock().isPresent()
                && guardedJump(attempt, attempt)
                && hasReplaceable(attempt.getFinallyBlock().get(), attempt);
    }

    private static boolean hasReplaceable(Node node, TryStmt outer) {
        if (Deferred.begins(node)) {
            return false;
        }
        return node instanceof TryStmt inner && inner.getFinallyBlock().isPresent() && guardedJump(inner, outer)
                || node.getChildNodes().stream().anyMatch(child -> hasReplaceable(child, outer));
    }

    /** Whether something before the {@code finally} of a statement jumps out of another one. */
    private static boolean guardedJump(TryStmt attempt, TryStmt left) {
        BlockStmt cleanup = attempt.getFinallyBlock().orElseThrow();
        return attempt.getChildNodes().stream().anyMatch(child -> child != cleanup && jumpsOut(child, left));
    }

    private static boolean jumpsOut(Node node, TryStmt left) {
        if (Deferred.begins(node)) {
            return false;
        }
        return leaves(node, left) || node.getChildNodes().stream().anyMatch(child -> jumpsOut(child, left));
    }

    private static boolean leaves(Node node, TryStmt left) {
        if (node instanceof BreakStmt || node instanceof ContinueStmt) {
            return !left.isAncestorOf(JumpTargets.of(node));
        }
        return node instanceof ReturnStmt
                || node instanceof YieldStmt yield && !left.isAncestorOf(JumpTargets.ofYield(yield));
    }
}
