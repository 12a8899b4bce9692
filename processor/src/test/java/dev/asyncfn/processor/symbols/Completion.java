package dev.asyncfn.processor.symbols;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Name;

/** Whether what follows a statement may run, the values of constants considered: javac considers only those of loops. */
final class Completion {
    private final Trees trees;

    private final Map<Tree, Boolean> known = new IdentityHashMap<>();

    Completion(Trees trees) {
        this.trees = trees;
    }

    boolean isNormal(TreePath path) {
        Boolean before = known.get(path.getLeaf());
        boolean normal = before == null ? find(path) : before;
        known.put(path.getLeaf(), normal);
        return normal;
    }

    private boolean find(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof ReturnTree
                || tree instanceof ThrowTree
                || tree instanceof BreakTree
                || tree instanceof ContinueTree
                || tree instanceof YieldTree) {
            return false;
        }
        if (tree instanceof BlockTree block) {
            return areNormal(block.getStatements(), path);
        }
        if (tree instanceof IfTree choice) {
            Boolean constant = constant(choice.getCondition(), path);
            return constant != Boolean.FALSE && isNormal(choice.getThenStatement(), path)
                    || constant != Boolean.TRUE
                            && (choice.getElseStatement() == null || isNormal(choice.getElseStatement(), path));
        }
        if (tree instanceof LabeledStatementTree labelled) {
            return isNormal(labelled.getStatement(), path)
                    || new Jumps(List.of(labelled.getLabel()), false, 0).areIn(path);
        }
        if (tree instanceof SynchronizedTree block) {
            return isNormal(block.getBlock(), path);
        }
        if (tree instanceof TryTree attempt) {
            return isNormalTry(attempt, path);
        }
        return tree instanceof SwitchTree choice ? isNormalSwitch(choice, path) : isNormalLoop(tree, path);
    }

    private Boolean constant(ExpressionTree condition, TreePath path) {
        return condition == null ? Boolean.TRUE : Constants.value(new TreePath(path, condition), trees);
    }

    private boolean isNormal(Tree child, TreePath path) {
        return isNormal(new TreePath(path, child));
    }

    private boolean areNormal(List<? extends StatementTree> statements, TreePath path) {
        return statements.stream().allMatch(statement -> isNormal(statement, path));
    }

    private boolean isNormalTry(TryTree attempt, TreePath path) {
        boolean body = isNormal(attempt.getBlock(), path);
        for (CatchTree clause : attempt.getCatches()) {
            body |= isNormal(clause.getBlock(), new TreePath(path, clause));
        }
        return body && (attempt.getFinallyBlock() == null || isNormal(attempt.getFinallyBlock(), path));
    }

    private boolean isNormalSwitch(SwitchTree choice, TreePath path) {
        List<? extends CaseTree> cases = choice.getCases();
        boolean total = cases.stream().anyMatch(c -> c.getExpressions().isEmpty());
        if (!total || isBroken(path)) {
            return true;
        }
        CaseTree last = cases.get(cases.size() - 1);
        return last.getCaseKind() == CaseTree.CaseKind.STATEMENT
                ? areNormal(last.getStatements(), new TreePath(path, last))
                : cases.stream()
                        .anyMatch(c -> !(c.getBody() instanceof StatementTree)
                                || isNormal(c.getBody(), new TreePath(path, c)));
    }

    private boolean isNormalLoop(Tree loop, TreePath path) {
        if (loop instanceof WhileLoopTree each) {
            return constant(each.getCondition(), path) != Boolean.TRUE || isBroken(path);
        }
        if (loop instanceof ForLoopTree each) {
            return constant(each.getCondition(), path) != Boolean.TRUE || isBroken(path);
        }
        if (loop instanceof DoWhileLoopTree each) {
            return isRepeated(each.getStatement(), path) && constant(each.getCondition(), path) != Boolean.TRUE
                    || isBroken(path);
        }
        return true;
    }

    /** Whether a loop goes on to its update, or its condition at the end, after its body. */
    boolean isRepeated(StatementTree body, TreePath loop) {
        return isNormal(body, loop) || new Jumps(labels(loop), true, 0).areIn(new TreePath(loop, body));
    }

    /** Whether a {@code break} without a label leaves a loop or a switch. */
    private boolean isBroken(TreePath statement) {
        return new Jumps(List.of(), false, -1).areIn(statement);
    }

    /** A loop has those of all labelled statements that hold nothing else. */
    private static List<Name> labels(TreePath loop) {
        List<Name> labels = new ArrayList<>();
        for (TreePath around = loop.getParentPath();
                around != null && around.getLeaf() instanceof LabeledStatementTree labelled;
                around = around.getParentPath()) {
            labels.add(labelled.getLabel());
        }
        return labels;
    }

    /** Those that may run: none behind a statement that never ends, and none that a {@code finally} replaces. */
    private final class Jumps {
        private final List<Name> labels;
        private final boolean continues;
        private int nested;

        /** @param nested the number of statements around the first, from the one that a jump without a label is meant for */
        Jumps(List<Name> labels, boolean continues, int nested) {
            this.labels = labels;
            this.continues = continues;
            this.nested = nested;
        }

        boolean areIn(TreePath path) {
            Tree tree = path.getLeaf();
            if (tree instanceof BreakTree jump) {
                return !continues && isOf(jump.getLabel(), labels.isEmpty() && nested == 0);
            }
            if (tree instanceof ContinueTree jump) {
                return continues && isOf(jump.getLabel(), nested == 0);
            }
            boolean target = isLoop(tree) || tree instanceof SwitchTree && !continues;
            nested += target ? 1 : 0;
            boolean found = parts(path).stream().anyMatch(this::areIn);
            nested -= target ? 1 : 0;
            return found;
        }

        /** @param plainly whether a jump without a label is one of the statement */
        private boolean isOf(Name label, boolean plainly) {
            return label == null ? plainly : labels.contains(label);
        }
    }

    private static boolean isLoop(Tree tree) {
        return tree instanceof WhileLoopTree
                || tree instanceof DoWhileLoopTree
                || tree instanceof ForLoopTree
                || tree instanceof EnhancedForLoopTree;
    }

    /** The statements in one that may run. What is in an expression cannot leave that. */
    private List<TreePath> parts(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof BlockTree block) {
            return begun(block.getStatements(), path);
        }
        if (tree instanceof IfTree choice) {
            return branches(choice.getCondition(), choice.getThenStatement(), choice.getElseStatement(), path);
        }
        if (tree instanceof WhileLoopTree each) {
            return branches(each.getCondition(), each.getStatement(), null, path);
        }
        if (tree instanceof ForLoopTree each) {
            return branches(each.getCondition(), each.getStatement(), null, path);
        }
        if (tree instanceof TryTree attempt) {
            return partsOfTry(attempt, path);
        }
        if (tree instanceof SwitchTree choice) {
            return choice.getCases().stream()
                    .flatMap(c -> partsOfCase(c, new TreePath(path, c)).stream())
                    .toList();
        }
        Tree inner = tree instanceof LabeledStatementTree labelled
                ? labelled.getStatement()
                : tree instanceof SynchronizedTree block
                        ? block.getBlock()
                        : tree instanceof DoWhileLoopTree each
                                ? each.getStatement()
                                : tree instanceof EnhancedForLoopTree each ? each.getStatement() : null;
        return inner == null ? List.of() : List.of(new TreePath(path, inner));
    }

    private List<TreePath> branches(ExpressionTree condition, Tree whenTrue, Tree whenFalse, TreePath path) {
        Boolean constant = constant(condition, path);
        List<TreePath> parts = new ArrayList<>();
        if (constant != Boolean.FALSE) {
            parts.add(new TreePath(path, whenTrue));
        }
        if (constant != Boolean.TRUE && whenFalse != null) {
            parts.add(new TreePath(path, whenFalse));
        }
        return parts;
    }

    private List<TreePath> partsOfTry(TryTree attempt, TreePath path) {
        TreePath cleanup = attempt.getFinallyBlock() == null ? null : new TreePath(path, attempt.getFinallyBlock());
        if (cleanup != null && !isNormal(cleanup)) {
            return List.of(cleanup);
        }
        List<TreePath> parts = new ArrayList<>(List.of(new TreePath(path, attempt.getBlock())));
        attempt.getCatches().forEach(clause -> parts.add(new TreePath(new TreePath(path, clause), clause.getBlock())));
        if (cleanup != null) {
            parts.add(cleanup);
        }
        return parts;
    }

    private List<TreePath> partsOfCase(CaseTree label, TreePath path) {
        return label.getCaseKind() == CaseTree.CaseKind.STATEMENT
                ? begun(label.getStatements(), path)
                : label.getBody() instanceof StatementTree body ? List.of(new TreePath(path, body)) : List.of();
    }

    /** The statements up to the one behind which nothing runs. */
    private List<TreePath> begun(List<? extends StatementTree> statements, TreePath path) {
        List<TreePath> begun = new ArrayList<>();
        for (StatementTree statement : statements) {
            begun.add(new TreePath(path, statement));
            if (!isNormal(statement, path)) {
                break;
            }
        }
        return begun;
    }
}
