package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Cleanup;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Region;
import dev.asyncfn.processor.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ways out of the {@code try} statements that were split. A jump that leaves one with a {@code finally} goes
 * through that first; the {@code finally} learns where to continue from a variable.
 */
final class Exits {
    private static final String THEN = "FINALLY_THEN_";

    private final Graph graph;
    private final Map<Node, List<FinallyScope>> scopes = new IdentityHashMap<>();
    private final Map<Node, FinallyScope> finallyBlocks = new IdentityHashMap<>();
    private final List<Block> trampolines = new ArrayList<>();

    Exits(Graph graph) {
        this.graph = graph;
    }

    FinallyScope scope(Block entry, Variable exit, Region region, Variable pending) {
        return new FinallyScope(
                entry,
                exit,
                new LinkedHashMap<>(),
                region,
                pending,
                new HashMap<>(),
                new HashMap<>(),
                !finallyBlocks.isEmpty());
    }

    /** What is lowered by the action belongs to a finally, and stands in its node. */
    void inFinally(FinallyScope scope, Node cleanup, Runnable action) {
        finallyBlocks.put(cleanup, scope);
        graph.inCleanup(action);
        finallyBlocks.remove(cleanup);
    }

    /** Says that what leaves a node goes through a finally. The innermost of a node's finally blocks comes last. */
    void open(Node guarded, FinallyScope scope) {
        scopes.computeIfAbsent(guarded, n -> new ArrayList<>()).add(scope);
    }

    void close(Node guarded, FinallyScope scope) {
        scopes.get(guarded).remove(scope);
    }

    /**
     * Where a jump from a node must go first so that it reaches its target.
     *
     * @param until the statement that is left at last, or the method
     */
    Block way(Node from, Node until, Block target) {
        if (from == until) {
            return target;
        }
        Block way = way(from.getParentNode().orElseThrow(), until, target);
        if (finallyBlocks.containsKey(from)) {
            way = outOf(finallyBlocks.get(from), way, from);
        }
        for (FinallyScope scope : scopes.getOrDefault(from, List.of())) {
            way = through(scope, way, from);
        }
        return way;
    }

    /** Whether a jump leaves a {@code try} with a finally that was split. */
    boolean leavesTry(Node from, Node until) {
        for (Node n = from; n != until; n = n.getParentNode().orElseThrow()) {
            if (finallyBlocks.containsKey(n)
                    || !scopes.getOrDefault(n, List.of()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Block through(FinallyScope scope, Block target, Node origin) {
        return scope.ways().computeIfAbsent(target, t -> {
            Block way = trampoline(THEN + t.role().name().replace(THEN, ""), scope, origin);
            scope.leaves().put(way, t);
            way.end(new End.Goto(scope.entry()));
            return way;
        });
    }

    /** A jump out of a finally replaces what led to it, but a drop continues to the next finally all the same. */
    private Block outOf(FinallyScope scope, Block target, Node origin) {
        return scope.jumps().computeIfAbsent(target, t -> {
            Block way = trampoline("JUMP_TO_" + t.role().name(), scope, origin);
            way.add(new Cleanup.GoOnDropping(scope.pending()));
            way.end(new End.Goto(t));
            return way;
        });
    }

    private Block trampoline(String role, FinallyScope scope, Node origin) {
        Block way = graph.block(role, origin);
        way.placeIn(scope.region(), scope.isNested());
        trampolines.add(way);
        return way;
    }

    /** Ends a finally: it throws what was put off, or continues where the way to it leads. */
    void end(FinallyScope scope) {
        List<Block> targets = scope.targets();
        graph.add(new Cleanup.ThrowPutOff(scope.pending(), targets.isEmpty()));
        if (targets.size() == 1) {
            graph.goTo(targets.get(0));
        } else if (graph.isOpen()) {
            scope.leaves().forEach((from, target) -> from.add(new Cleanup.SetExit(scope.exit(), target)));
            graph.end(new End.Exit(scope.exit(), targets));
        }
    }

    /** The blocks that only lead from jumps to finally blocks; they belong to the end of the graph. */
    List<Block> trampolines() {
        return trampolines;
    }
}
