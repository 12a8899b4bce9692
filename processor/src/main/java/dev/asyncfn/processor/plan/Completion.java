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
import java.util.function.Predicate;

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
            return isNormal(labelled.getStatement()) || breaksOut(labelled.getStatement(), labelled);
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
            return !isAlwaysTrue(loop.getCondition()) || breaksOut(loop.getBody(), loop);
        }
        if (s instanceof ForStmt loop) {
            boolean endless = loop.getCompare().map(this::isAlwaysTrue).orElse(true);
            return !endless || breaksOut(loop.getBody(), loop);
        }
        if (s instanceof DoStmt loop) {
            boolean reachesTest = isNormal(loop.getBody()) || continues(loop.getBody(), loop);
            return reachesTest && !isAlwaysTrue(loop.getCondition()) || breaksOut(loop.getBody(), loop);
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
        return falls || choice.getEntries().stream().anyMatch(entry -> breaksOut(entry, choice));
    }

    private boolean isNormalEntry(SwitchEntry entry) {
        return entry.getStatements().stream().allMatch(this::isNormal);
    }

    private boolean breaksOut(Node node, Statement target) {
        return jumps(node, jump -> jump instanceof BreakStmt && JumpTargets.of(jump) == target);
    }

    private boolean continues(Node node, Statement loop) {
        return jumps(node, jump -> jump instanceof ContinueStmt && JumpTargets.of(jump) == loop);
    }

    /** Whether some jump inside is of a kind, and no finally overrides it. */
    private boolean jumps(Node node, Predicate<Node> kind) {
        if (Deferred.begins(node)) {
            return false;
        }
        Node reached = node instanceof TryStmt attempt && isOverridden(attempt)
                ? attempt.getFinallyBlock().orElseThrow()
                : node;
        return kind.test(reached) || reached.getChildNodes().stream().anyMatch(child -> jumps(child, kind));
    }

    /** A finally that cannot complete normally overrides every jump before it. */
    private boolean isOverridden(TryStmt attempt) {
        return attempt.getFinallyBlock().filter(block -> !isNormal(block)).isPresent();
    }

    /** Whether it is a constant expression whose value is true. */
    public boolean isAlwaysTrue(Expression condition) {
        return Boolean.TRUE.equals(constants.valueOf(condition));
    }
}
