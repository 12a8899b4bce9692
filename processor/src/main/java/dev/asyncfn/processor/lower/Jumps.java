package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where breaks and continues lead whose statement was taken apart. */
public final class Jumps {
    private final Exits exits;
    private final Map<Statement, Block> breakTargets = new IdentityHashMap<>();
    private final Map<Statement, Block> continueTargets = new IdentityHashMap<>();

    Jumps(Exits exits) {
        this.exits = exits;
    }

    /** @param continues null if the statement is no loop */
    void open(Statement statement, Block breaks, Block continues) {
        breakTargets.put(statement, breaks);
        if (continues != null) {
            continueTargets.put(statement, continues);
        }
    }

    /** The jump that replaces a break or continue; empty if its target stayed whole. */
    public Optional<Code> replacement(Statement jump) {
        Statement target = target(jump);
        Block block = (jump instanceof BreakStmt ? breakTargets : continueTargets).get(target);
        return Optional.ofNullable(block).map(b -> to(exits.way(jump, target, b), jump));
    }

    /** A jump that stands where the given statement stood, in braces if the grammar has room for one statement only. */
    Code to(Block block, Statement place) {
        return to(block, place, null, Code.EMPTY);
    }

    /** The same after an assignment, unless there is no variable. */
    Code to(Block block, Statement place, Variable target, Code value) {
        Node parent = place.getParentNode().orElseThrow();
        boolean braced = !(parent instanceof BlockStmt || parent instanceof SwitchEntry);
        int indent = braced ? 4 : 0;
        List<Object> parts = new ArrayList<>();
        if (braced) {
            parts.addAll(List.of("{", new Piece.NewLine(indent)));
        }
        if (target != null) {
            parts.addAll(List.of(new Piece.Write(target, false), " = ", value, ";"));
            parts.add(new Piece.NewLine(indent));
        }
        parts.add(new Piece.Jump(block, target));
        parts.add(new Piece.NewLine(indent));
        parts.add(new Piece.Continue(isInsideWholeLoop(place)));
        if (braced) {
            parts.addAll(List.of(new Piece.NewLine(0), "}"));
        }
        return Code.join(parts);
    }

    private boolean isInsideWholeLoop(Node place) {
        for (Node n = place; n != null; n = n.getParentNode().orElse(null)) {
            if (isLoop(n)) {
                return !continueTargets.containsKey(n);
            }
        }
        return false;
    }

    /** The statement that a break or continue leaves or goes on with. */
    public static Statement target(Node jump) {
        return jump instanceof BreakStmt b ? target(b) : target((ContinueStmt) jump);
    }

    private static Statement target(BreakStmt jump) {
        return jump.getLabel()
                .map(label -> (Statement) labelled(jump, label.asString()))
                .orElseGet(() -> innermost(jump, true));
    }

    private static Statement target(ContinueStmt jump) {
        return jump.getLabel()
                .map(label -> loopOf(labelled(jump, label.asString())))
                .orElseGet(() -> innermost(jump, false));
    }

    private static Statement loopOf(LabeledStmt labelled) {
        Statement statement = labelled.getStatement();
        return statement instanceof LabeledStmt inner ? loopOf(inner) : statement;
    }

    private static LabeledStmt labelled(Node from, String label) {
        for (Node n = from; ; n = n.getParentNode().orElseThrow()) {
            if (n instanceof LabeledStmt labelled
                    && labelled.getLabel().asString().equals(label)) {
                return labelled;
            }
        }
    }

    private static Statement innermost(Node from, boolean orSwitch) {
        for (Node n = from; ; n = n.getParentNode().orElseThrow()) {
            if (isLoop(n) || orSwitch && n instanceof SwitchStmt) {
                return (Statement) n;
            }
        }
    }

    public static boolean isLoop(Node node) {
        return node instanceof WhileStmt
                || node instanceof DoStmt
                || node instanceof ForStmt
                || node instanceof ForEachStmt;
    }
}
