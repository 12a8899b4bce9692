package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.asyncfn.processor.attribute.Attribution;

/** Whether a statement can complete normally (JLS 14.22): javac rejects what stands after one that cannot. */
public final class Completion {
    private final Constants constants;
    private final ExhaustiveSwitches exhaustive;

    public Completion(Attribution attribution) {
        this.constants = new Constants(attribution);
        this.exhaustive = new ExhaustiveSwitches(attribution);
    }

    public boolean isNormal(Statement s) {
        if (s instanceof BlockStmt block) {
            return block.getStatements().stream().allMatch(this::isNormal);
        }
        if (s instanceof ReturnStmt
                || s instanceof ThrowStmt
                || s instanceof BreakStmt
                || s instanceof ContinueStmt
                || s instanceof YieldStmt) {
            return false;
        }
        if (s instanceof IfStmt choice) {
            return choice.getElseStmt().isEmpty()
                    || isNormal(choice.getThenStmt())
                    || isNormal(choice.getElseStmt().get());
        }
        if (s instanceof LabeledStmt labelled) {
            return isNormal(labelled.getStatement())
                    || breaksOut(labelled.getStatement(), labelled.getLabel().asString(), false);
        }
        if (s instanceof SynchronizedStmt block) {
            return isNormal(block.getBody());
        }
        if (s instanceof TryStmt attempt) {
            return isNormalTry(attempt);
        }
        return s instanceof SwitchStmt choice ? isNormalSwitch(choice) : isNormalLoop(s);
    }

    private boolean isNormalTry(TryStmt attempt) {
        boolean body = isNormal(attempt.getTryBlock())
                || attempt.getCatchClauses().stream().anyMatch(clause -> isNormal(clause.getBody()));
        return body && attempt.getFinallyBlock().map(this::isNormal).orElse(true);
    }

    private boolean isNormalLoop(Statement s) {
        if (s instanceof WhileStmt loop) {
            return !isAlwaysTrue(loop.getCondition()) || breaksOut(loop.getBody(), null, false);
        }
        if (s instanceof ForStmt loop) {
            boolean endless = loop.getCompare().map(this::isAlwaysTrue).orElse(true);
            return !endless || breaksOut(loop.getBody(), null, false);
        }
        if (s instanceof DoStmt loop) {
            boolean reachesTest = isNormal(loop.getBody()) || continues(loop.getBody(), loop, false);
            return reachesTest && !isAlwaysTrue(loop.getCondition()) || breaksOut(loop.getBody(), null, false);
        }
        return true;
    }

    private boolean isNormalSwitch(SwitchStmt choice) {
        if (choice.getEntries().isEmpty() || !exhaustive.isExhaustive(choice)) {
            return true;
        }
        boolean arrows = choice.getEntry(0).getType() != SwitchEntry.Type.STATEMENT_GROUP;
        SwitchEntry last = choice.getEntry(choice.getEntries().size() - 1);
        boolean falls = arrows
                ? choice.getEntries().stream().anyMatch(this::isNormalEntry)
                : last.getStatements().isEmpty() || isNormalEntry(last);
        return falls || choice.getEntries().stream().anyMatch(entry -> breaksOut(entry, null, false));
    }

    private boolean isNormalEntry(SwitchEntry entry) {
        return entry.getStatements().stream().allMatch(this::isNormal);
    }

    /** Whether a break inside leaves the statement: one with its label or, if it has none, an unlabelled one of its own. */
    private boolean breaksOut(Node node, String label, boolean nested) {
        if (Deferred.begins(node)) {
            return false;
        }
        if (node instanceof BreakStmt jump) {
            return label == null
                    ? !nested && jump.getLabel().isEmpty()
                    : jump.getLabel().filter(l -> l.asString().equals(label)).isPresent();
        }
        boolean inside = nested || JumpTargets.isLoop(node) || node instanceof SwitchStmt;
        if (node instanceof TryStmt attempt && isOverridden(attempt)) {
            return breaksOut(attempt.getFinallyBlock().orElseThrow(), label, inside);
        }
        return node.getChildNodes().stream().anyMatch(child -> breaksOut(child, label, inside));
    }

    /** A finally that cannot complete normally overrides every jump before it. */
    private boolean isOverridden(TryStmt attempt) {
        return attempt.getFinallyBlock().filter(block -> !isNormal(block)).isPresent();
    }

    private boolean continues(Node node, DoStmt loop, boolean nested) {
        if (Deferred.begins(node)) {
            return false;
        }
        if (node instanceof ContinueStmt jump) {
            return jump.getLabel().isEmpty()
                    ? !nested
                    : labels(loop, jump.getLabel().get().asString());
        }
        boolean inside = nested || JumpTargets.isLoop(node);
        if (node instanceof TryStmt attempt && isOverridden(attempt)) {
            return continues(attempt.getFinallyBlock().orElseThrow(), loop, inside);
        }
        return node.getChildNodes().stream().anyMatch(child -> continues(child, loop, inside));
    }

    private static boolean labels(DoStmt loop, String label) {
        Node parent = loop.getParentNode().orElse(null);
        while (parent instanceof LabeledStmt labelled) {
            if (labelled.getLabel().asString().equals(label)) {
                return true;
            }
            parent = parent.getParentNode().orElse(null);
        }
        return false;
    }

    /** Whether it is a constant expression whose value is true. */
    public boolean isAlwaysTrue(Expression condition) {
        return Boolean.TRUE.equals(constants.valueOf(condition));
    }
}
