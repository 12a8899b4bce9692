package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ways out of the {@code try} statements that were taken apart. A jump that leaves one with a {@code finally} goes
 * through that first; the {@code finally} learns where to go on from a variable.
 */
final class Exits {
    private final Lowering fn;
    private final Map<Node, List<Scope>> scopes = new IdentityHashMap<>();
    private final Map<Block, Block> ways = new HashMap<>();
    private final Map<Block, Block> told = new LinkedHashMap<>();
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
     * @param ways the trampoline to it for each target
     */
    record Scope(
            Block entry, Variable exit, List<Block> targets, Region region, Variable pending, Map<Block, Block> ways) {
        static Scope of(Block entry, Variable exit, Region region, Variable pending) {
            return new Scope(entry, exit, new ArrayList<>(), region, pending, new HashMap<>());
        }
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
        List<Scope> left = new ArrayList<>();
        for (Node n = from; n != until; n = n.getParentNode().orElseThrow()) {
            List<Scope> here = scopes.getOrDefault(n, List.of());
            for (int i = here.size() - 1; i >= 0; i--) {
                left.add(here.get(i));
            }
        }
        Block way = target;
        for (int i = left.size() - 1; i >= 0; i--) {
            way = through(left.get(i), way, from);
        }
        return way;
    }

    /** Whether a jump has to pass a finally that was taken apart. */
    boolean isGuarded(Node from, Node until) {
        for (Node n = from; n != until; n = n.getParentNode().orElseThrow()) {
            if (!scopes.getOrDefault(n, List.of()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Block through(Scope scope, Block target, Node origin) {
        return scope.ways().computeIfAbsent(target, t -> {
            Block way = fn.graph().block("LEAVE_TO_" + t.role().replace("LEAVE_TO_", ""), origin);
            way.placeIn(scope.region(), fn.graph().isInCleanup());
            way.add(new Step.Forget(scope.pending()));
            tell(way, scope, t);
            ways.put(way, t);
            way.end(new End.Goto(scope.entry()));
            trampolines.add(way);
            return way;
        });
    }

    /** Whether a jump to the block, through all finallys on its way, comes to the target at last. */
    private boolean leadsTo(Block block, Block target) {
        return block == target || ways.containsKey(block) && leadsTo(ways.get(block), target);
    }

    /** At the end of a block, tells a finally where to go on. */
    void tell(Block from, Scope scope, Block target) {
        if (!scope.targets().contains(target)) {
            scope.targets().add(target);
        }
        from.add(new Step.Assign(scope.exit(), Code.of(new Fragment.StateRef(target)), null, true));
        told.put(from, target);
    }

    /**
     * On the ways through finallys that do not come to the target, a variable is of no use. Inside a finally it may be:
     * the way there is known to that finally only.
     */
    void forgetElsewhere(Variable variable, Block target) {
        told.forEach((from, next) -> {
            if (!from.isCleanup() && !leadsTo(next, target)) {
                from.add(new Step.Forget(variable));
            }
        });
    }

    /** The blocks that only lead from jumps to finallys; they belong to the end of the graph. */
    List<Block> trampolines() {
        return trampolines;
    }
}
