package dev.asyncfn.processor.differential;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What dropping a future has to run, by a blocking run of its body: an exception is thrown where the future is
 * suspended. No catch clause may see a drop, and no jump may end it, so the bodies are rewritten first: of a try that
 * had been entered by then, a clause throws what it caught, and a jump out of the finally throws instead. A try that the
 * cleanup itself enters works as ever.
 */
final class DropReference extends TreeScanner<Void, Void> {
    private static final String TRACE = Trace.class.getName();

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Map<Integer, String> insertions = new TreeMap<>();
    private final Map<Tree, String> flags = new IdentityHashMap<>();
    private final Deque<Tree> ancestors = new ArrayDeque<>();
    private int tries;
    private int values;

    private DropReference(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    /** Writes the files anew, into an empty folder. */
    static List<Path> rewritten(List<Path> files, Path folder) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<Path> results = new ArrayList<>();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) javac.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                Path file = folder.resolve(
                        Corpus.root().relativize(Path.of(unit.getSourceFile().toUri())));
                Files.createDirectories(file.getParent());
                results.add(Files.writeString(file, new DropReference(unit, positions).text()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return results;
    }

    private String text() throws IOException {
        scan(unit, null);
        CharSequence source = unit.getSourceFile().getCharContent(true);
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (Map.Entry<Integer, String> insertion : insertions.entrySet()) {
            text.append(source, copied, insertion.getKey()).append(insertion.getValue());
            copied = insertion.getKey();
        }
        return text.append(source, copied, source.length()).toString();
    }

    @Override
    public Void scan(Tree tree, Void nothing) {
        ancestors.push(tree == null ? unit : tree);
        super.scan(tree, nothing);
        ancestors.pop();
        return null;
    }

    @Override
    public Void visitTry(TryTree attempt, Void nothing) {
        if (!attempt.getCatches().isEmpty() || attempt.getFinallyBlock() != null) {
            String entered = "enteredWhileDropping" + tries++;
            flags.put(attempt, entered);
            before(attempt, "{ boolean " + entered + " = " + TRACE + ".isDropping(); ");
            for (CatchTree clause : attempt.getCatches()) {
                String caught = parameterOf(clause);
                insertions.put(
                        start(clause.getBlock()) + 1,
                        " if (" + TRACE + ".isDropping() && (!" + entered + " || " + TRACE + ".isDrop(" + caught
                                + "))) throw " + TRACE + ".asIs(" + caught + ");");
            }
            behind(attempt, "}");
        }
        return super.visitTry(attempt, nothing);
    }

    // ---- jumps

    @Override
    public Void visitBreak(BreakTree jump, Void nothing) {
        String label = jump.getLabel() == null ? null : jump.getLabel().toString();
        replaceDuringDrop(jump, finallysLeft(tree -> isTarget(tree, label, true)));
        return super.visitBreak(jump, nothing);
    }

    @Override
    public Void visitContinue(ContinueTree jump, Void nothing) {
        String label = jump.getLabel() == null ? null : jump.getLabel().toString();
        replaceDuringDrop(jump, finallysLeft(tree -> isTarget(tree, label, false)));
        return super.visitContinue(jump, nothing);
    }

    @Override
    public Void visitReturn(ReturnTree jump, Void nothing) {
        List<String> left = finallysLeft(tree -> tree instanceof MethodTree || tree instanceof LambdaExpressionTree);
        if (jump.getExpression() != null && !left.isEmpty()) {
            MethodTree method = (MethodTree) ancestors.stream()
                    .filter(MethodTree.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            keepValue(jump, jump.getExpression(), method.getReturnType().toString(), "return", left);
        } else {
            replaceDuringDrop(jump, left);
        }
        return super.visitReturn(jump, nothing);
    }

    @Override
    public Void visitYield(YieldTree jump, Void nothing) {
        List<String> left = finallysLeft(SwitchExpressionTree.class::isInstance);
        if (!left.isEmpty()) {
            keepValue(jump, jump.getValue(), "var", "yield", left);
        }
        return super.visitYield(jump, nothing);
    }

    private static boolean isTarget(Tree tree, String label, boolean orSwitch) {
        if (label != null) {
            return tree instanceof LabeledStatementTree labelled
                    && labelled.getLabel().contentEquals(label);
        }
        return tree instanceof WhileLoopTree
                || tree instanceof DoWhileLoopTree
                || tree instanceof ForLoopTree
                || tree instanceof EnhancedForLoopTree
                || orSwitch && tree instanceof SwitchTree;
    }

    /** What says of each try whose finally a jump leaves whether it was entered while dropping. */
    private List<String> finallysLeft(Predicate<Tree> isTarget) {
        List<String> left = new ArrayList<>();
        Tree inner = null;
        for (Tree tree : ancestors) {
            if (tree instanceof TryTree attempt && attempt.getFinallyBlock() == inner) {
                left.add(flags.get(attempt));
            }
            if (isTarget.test(tree)) {
                return left;
            }
            inner = tree;
        }
        throw new AssertionError("a jump leads nowhere");
    }

    private void replaceDuringDrop(Tree jump, List<String> left) {
        if (!left.isEmpty()) {
            before(jump, "{ " + dropInstead(left));
            behind(jump, "}");
        }
    }

    /** The value is evaluated all the same. */
    private void keepValue(Tree jump, Tree value, String type, String keyword, List<String> left) {
        String name = "valueWhileDropping" + values++;
        before(jump, "{ " + type + " " + name + " = /*");
        before(value, "*/ ");
        behind(jump, dropInstead(left) + keyword + " " + name + "; }");
    }

    private static String dropInstead(List<String> left) {
        return "if (" + TRACE + ".isDropping() && !(" + String.join(" && ", left) + ")) throw " + TRACE
                + ".goOnDropping(); ";
    }

    private void before(Tree tree, String text) {
        insertions.merge(start(tree), text, String::concat);
    }

    private void behind(Tree tree, String text) {
        insertions.merge(end(tree), text, (outer, inner) -> inner + outer);
    }

    /** The name of what is caught; an unnamed one is given one. */
    private String parameterOf(CatchTree clause) {
        String name = clause.getParameter().getName().toString();
        if (!name.isEmpty() && !name.equals("_")) {
            return name;
        }
        String given = "caught" + values++;
        insertions.put(end(clause.getParameter()), given);
        return "_" + given;
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }
}
