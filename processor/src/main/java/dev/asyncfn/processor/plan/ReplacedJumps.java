package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.asyncfn.processor.lower.Jumps;
import dev.asyncfn.processor.lower.SwitchLowering;
import dev.asyncfn.processor.translate.Names;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code try} statements that cannot stay as they are because of their jumps. In whole text a jump first says where
 * to go on, and then leaves. While a {@code finally} runs, a second jump in it says the same; if that one is replaced by
 * a {@code finally} of its own, the first jump goes on, with the wrong target. Such a {@code try} is taken apart, or
 * inside of {@code synchronized}, which must stay whole, its {@code finally} keeps what the first jump said.
 */
public final class ReplacedJumps {
    private final Map<Node, String> keeping = new IdentityHashMap<>();

    /** The {@code finally} of a whole statement keeps where the jump that led to it goes on. Outer ones come first. */
    void keepIn(TryStmt attempt, Names names) {
        long outer = Stream.iterate(
                        attempt.getParentNode(),
                        Optional::isPresent,
                        n -> n.get().getParentNode())
                .filter(n -> areKeptIn(n.get()))
                .count();
        String name = outer == 0 ? "leaving" : "leaving" + (outer + 1);
        keeping.put(attempt.getFinallyBlock().orElseThrow(), names.fresh(name, name + "To"));
    }

    public boolean areKeptIn(Node cleanup) {
        return keeping.containsKey(cleanup);
    }

    /** The name of the variable that keeps it. */
    public String keptAs(Node cleanup) {
        return keeping.get(cleanup);
    }

    /** Whether a jump out of the statement may be pending while another one begins and is replaced. */
    static boolean mayMeet(TryStmt attempt) {
        return attempt.getFinallyBlock().isPresent()
                && guardedJump(attempt, attempt)
                && hasReplaceable(attempt.getFinallyBlock().get(), attempt);
    }

    private static boolean hasReplaceable(Node node, TryStmt outer) {
        if (isDeferred(node)) {
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
        if (isDeferred(node)) {
            return false;
        }
        return leaves(node, left) || node.getChildNodes().stream().anyMatch(child -> jumpsOut(child, left));
    }

    private static boolean leaves(Node node, TryStmt left) {
        if (node instanceof BreakStmt || node instanceof ContinueStmt) {
            return !left.isAncestorOf(Jumps.target(node));
        }
        return node instanceof ReturnStmt
                || node instanceof YieldStmt yield && !left.isAncestorOf(SwitchLowering.target(yield));
    }

    private static boolean isDeferred(Node node) {
        return node instanceof LambdaExpr || node instanceof BodyDeclaration<?>;
    }
}
