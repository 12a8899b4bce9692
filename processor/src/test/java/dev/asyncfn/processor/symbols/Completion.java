package dev.asyncfn.processor.symbols;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
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
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Name;

/** Whether what follows a statement may run, the values of constants considered: javac considers only those of loops. */
final class Completion {
    private final Trees trees;

    Completion(Trees trees) {
        this.trees = trees;
    }

    boolean isNormal(TreePath path) {
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
                    || Jumps.breakOut(labelled.getStatement(), labelled.getLabel());
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
        if (!total || Jumps.breakOut(choice, null)) {
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
            return constant(each.getCondition(), path) != Boolean.TRUE || Jumps.breakOut(each, null);
        }
        if (loop instanceof ForLoopTree each) {
            return constant(each.getCondition(), path) != Boolean.TRUE || Jumps.breakOut(each, null);
        }
        if (loop instanceof DoWhileLoopTree each) {
            return isRepeated(each.getStatement(), path) && constant(each.getCondition(), path) != Boolean.TRUE
                    || Jumps.breakOut(each, null);
        }
        return true;
    }

    /** Whether a loop goes on to its update, or its condition at the end, after its body. */
    boolean isRepeated(StatementTree body, TreePath loop) {
        return isNormal(body, loop) || Jumps.continueIn(body, labels(loop));
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

    private static final class Jumps extends TreeScanner<Void, Void> {
        private final List<Name> labels;
        private final boolean continues;
        private int nested;
        private boolean found;

        private Jumps(List<Name> labels, boolean continues) {
            this.labels = labels;
            this.continues = continues;
        }

        /** @param label that of the statement, or null for breaks without one */
        static boolean breakOut(Tree statement, Name label) {
            Jumps jumps = new Jumps(label == null ? List.of() : List.of(label), false);
            jumps.nested = label == null ? -1 : 0;
            jumps.scan(statement, null);
            return jumps.found;
        }

        /** @param labels of the loop */
        static boolean continueIn(Tree body, List<Name> labels) {
            Jumps jumps = new Jumps(labels, true);
            jumps.scan(body, null);
            return jumps.found;
        }

        @Override
        public Void scan(Tree tree, Void nothing) {
            if (tree instanceof ClassTree || tree instanceof LambdaExpressionTree) {
                return null;
            }
            boolean loop = tree instanceof WhileLoopTree
                    || tree instanceof DoWhileLoopTree
                    || tree instanceof ForLoopTree
                    || tree instanceof EnhancedForLoopTree;
            boolean target = loop || tree instanceof SwitchTree && !continues;
            nested += target ? 1 : 0;
            super.scan(tree, nothing);
            nested -= target ? 1 : 0;
            return null;
        }

        @Override
        public Void visitBreak(BreakTree tree, Void nothing) {
            found |= !continues && isOf(tree.getLabel(), labels.isEmpty() && nested == 0);
            return null;
        }

        @Override
        public Void visitContinue(ContinueTree tree, Void nothing) {
            found |= continues && isOf(tree.getLabel(), nested == 0);
            return null;
        }

        /** @param plainly whether a jump without a label is one of the statement */
        private boolean isOf(Name label, boolean plainly) {
            return label == null ? plainly : labels.contains(label);
        }
    }
}
