package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Region;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ways out of the {@code try} statements that were taken apart. A jump that leaves one with a {@code finally} goes
 * through that first; the {@code finally} learns where to go on from a variable.
 */
final class Exits {
    private final Lowering fn;
    private final Map<Node, List<Scope>> scopes = new IdentityHashMap<>();
    private final Map<Node, Scope> finallys = new IdentityHashMap<>();
    private final List<Block> trampolines = new ArrayList<>();

    Exits(Lowering fn) {
        this.fn = fn;
    }

    /**
     * A finally, and where it may go on.
     *
     * @param entry its first block
     * @param exit the variable that says where it goes on
     * @param targets all that this variable may hold
     * @param region the region in which the finally itself stands
     * @param pending the exception that it throws at its end, if it was an exception that led to it
     * @param ways the trampoline to it for each target of a jump out of what it guards
     * @param jumps the trampoline out of it for each target of a jump in itself
     * @param isNested whether it is part of another finally
     */
    record Scope(
            Block entry,
            Variable exit,
            List<Block> targets,
            Region region,
            Variable pending,
            Map<Block, Block> ways,
            Map<Block, Block> jumps,
            boolean isNested) {}

    Scope scope(Block entry, Variable exit, Region region, Variable pending) {
        return new Scope(
                entry, exit, new ArrayList<>(), region, pending, new HashMap<>(), new HashMap<>(), !finallys.isEmpty());
    }

    /** What is lowered by the action belongs to a finally, and stands in its node. */
    void inFinally(Scope scope, Node cleanup, Runnable action) {
        finallys.put(cleanup, scope);
        fn.graph().inCleanup(action);
        finallys.remove(cleanup);
    }

    /** Says that what leaves a node goes through a finally. The innermost of a node's finallys comes last. */
    void open(Node guarded, Scope scope) {
        scopes.computeIfAbsent(guarded, n -> new ArrayList<>()).add(scope);
    }

    void close(Node guarded, Scope scope) {
        scopes.get(guarded).remove(scope);
    }

    /**
     * Where a jump from a node must go first so that it comes to its target.
     *
     * @param until the statement that is left at last, or the method
     */
    Block way(Node from, Node until, Block target) {
        if (from == until) {
            return target;
        }
        Block way = way(from.getParentNode().orElseThrow(), until, target);
        if (finallys.containsKey(from)) {
            way = outOf(finallys.get(from), way, from);
        }
        for (Scope scope : scopes.getOrDefault(from, List.of())) {
            way = through(scope, way, from);
        }
        return way;
    }

    /** Whether a jump leaves a {@code try} with a finally that was taken apart. */
    boolean leavesTry(Node from, Node until) {
        for (Node n = from; n != until; n = n.getParentNode().orElseThrow()) {
            if (finallys.containsKey(n) || !scopes.getOrDefault(n, List.of()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Block through(Scope scope, Block target, Node origin) {
        return scope.ways().computeIfAbsent(target, t -> {
            Block way = trampoline("LEAVE_TO_" + t.role().replace("LEAVE_TO_", ""), scope, origin);
            way.add(new Step.Forget(scope.pending()));
            tell(way, scope, t);
            way.end(new End.Goto(scope.entry()));
            return way;
        });
    }

    /** A jump out of a finally replaces what led to it, but a drop goes on to the next finally all the same. */
    private Block outOf(Scope scope, Block target, Node origin) {
        return scope.jumps().computeIfAbsent(target, t -> {
            Block way = trampoline("JUMP_TO_" + t.role(), scope, origin);
            way.add(new Step.Run(Code.of(new Piece.GoOnDropping(scope.isNested() ? scope.pending() : null)), true));
            way.end(new End.Goto(t));
            return way;
        });
    }

    private Block trampoline(String role, Scope scope, Node origin) {
        Block way = fn.graph().block(role, origin);
        way.placeIn(scope.region(), scope.isNested());
        trampolines.add(way);
        return way;
    }

    /** At the end of a block, tells a finally where to go on. */
    void tell(Block from, Scope scope, Block target) {
        if (!scope.targets().contains(target)) {
            scope.targets().add(target);
        }
        from.add(new Step.Assign(scope.exit(), Code.of(new Piece.StateRef(target)), null, true));
    }

    /** The blocks that only lead from jumps to finallys; they belong to the end of the graph. */
    List<Block> trampolines() {
        return trampolines;
    }
}
