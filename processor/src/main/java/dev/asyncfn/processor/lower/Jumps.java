package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Transfer;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.plan.JumpTargets;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Where breaks and continues lead whose statement was split. */
public final class Jumps {
    private final Exits exits;
    private final SourceFile file;
    private final Map<Statement, Block> breakTargets = new IdentityHashMap<>();
    private final Map<Statement, Block> continueTargets = new IdentityHashMap<>();

    Jumps(Exits exits, SourceFile file) {
        this.exits = exits;
        this.file = file;
    }

    /** @param continues null if the statement is no loop */
    void open(Statement statement, Block breaks, Block continues) {
        breakTargets.put(statement, breaks);
        if (continues != null) {
            continueTargets.put(statement, continues);
        }
    }

    /** The jump that replaces a break or continue; empty if its target is kept verbatim. */
    public Optional<Code> replacement(Statement jump) {
        return target(jump).map(block -> to(block, jump));
    }

    /** The block to which a break or continue leads; empty if its target is kept verbatim, or the statement is another one. */
    Optional<Block> target(Statement jump) {
        if (!(jump instanceof BreakStmt || jump instanceof ContinueStmt)) {
            return Optional.empty();
        }
        Statement target = JumpTargets.of(jump);
        Block block = (jump instanceof BreakStmt ? breakTargets : continueTargets).get(target);
        return Optional.ofNullable(block).map(b -> exits.way(jump, target, b));
    }

    /** A jump that stands where the given statement stood, in braces if the grammar has room for one statement only. */
    Code to(Block block, Statement place) {
        return to(block, place, null, Code.EMPTY);
    }

    /** The same after an assignment, unless there is no variable. */
    Code to(Block block, Statement place, Variable target, Code value) {
        Node parent = place.getParentNode().orElseThrow();
        boolean braced = !(parent instanceof BlockStmt || parent instanceof SwitchEntry);
        return Code.of(
                new Transfer.WholeJump(block, target, value, braced, isInsideWholeLoop(place), 0, file.place(place)));
    }

    private boolean isInsideWholeLoop(Node place) {
        for (Node n = place; n != null; n = n.getParentNode().orElse(null)) {
            if (JumpTargets.isLoop(n)) {
                return !continueTargets.containsKey(n);
            }
        }
        return false;
    }
}
