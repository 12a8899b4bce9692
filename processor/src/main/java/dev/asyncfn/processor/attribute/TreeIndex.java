package dev.asyncfn.processor.attribute;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.tools.Diagnostic;

/** javac's trees of one method by their place in the file. Trees that javac made up have no end, and are left out. */
final class TreeIndex {
    private record Declaration(TreePath path, int start, int end) {}

    private final SourcePositions positions;
    private final int shift;
    private final ClosingBrackets brackets;
    private final CompilationUnitTree unit;
    /** By their start and then by their end. */
    private final Map<Integer, NavigableMap<Integer, List<TreePath>>> trees = new HashMap<>();

    private final Map<String, List<Declaration>> declarations = new HashMap<>();

    /**
     * @param shift how far javac's text is moved against the file
     * @param text the file's
     */
    TreeIndex(TreePath method, SourcePositions positions, int shift, String text) {
        this.positions = positions;
        this.shift = shift;
        this.brackets = new ClosingBrackets(text);
        this.unit = method.getCompilationUnit();
        add(method);
        new TreePathScanner<Void, Void>() {
            @Override
            public Void scan(Tree tree, Void unused) {
                if (tree != null) {
                    add(new TreePath(getCurrentPath(), tree));
                }
                return super.scan(tree, unused);
            }
        }.scan(method, null);
    }

    private void add(TreePath path) {
        Tree tree = path.getLeaf();
        // javac begins a method reference after its annotations, and the type that it begins with before them.
        Tree first = tree instanceof MemberReferenceTree reference ? reference.getQualifierExpression() : tree;
        int start = (int) positions.getStartPosition(unit, first);
        int end = (int) positions.getEndPosition(unit, tree);
        if (start != Diagnostic.NOPOS && end != Diagnostic.NOPOS) {
            add(path, start - shift, brackets.end(end - shift));
        }
    }

    private void add(TreePath path, int start, int end) {
        Tree tree = path.getLeaf();
        trees.computeIfAbsent(start, s -> new TreeMap<>())
                .computeIfAbsent(end, e -> new ArrayList<>(1))
                .add(path);
        String name = declaredName(tree);
        if (name != null) {
            declarations.computeIfAbsent(name, key -> new ArrayList<>(1)).add(new Declaration(path, start, end));
        }
    }

    private static String declaredName(Tree tree) {
        if (tree instanceof VariableTree variable) {
            return variable.getName().toString();
        }
        if (tree instanceof MethodTree method) {
            return method.getName().toString();
        }
        return tree instanceof ClassTree type ? type.getSimpleName().toString() : null;
    }

    /** The trees at exactly this place, from the outside in. */
    List<TreePath> at(int start, int end) {
        return trees.getOrDefault(start, Collections.emptyNavigableMap()).getOrDefault(end, List.of());
    }

    /** The trees of the shortest place with this start that reaches at least this end. */
    List<TreePath> around(int start, int end) {
        NavigableMap<Integer, List<TreePath>> here = trees.getOrDefault(start, Collections.emptyNavigableMap());
        Map.Entry<Integer, List<TreePath>> shortest = here.ceilingEntry(end);
        return shortest == null ? List.of() : shortest.getValue();
    }

    /**
     * The innermost declaration of a name around an offset, or null. The places of variables are no help: javac gives
     * all declarators of a statement one start, and the last one's end is the semicolon's.
     */
    TreePath declaration(String name, int offset, Predicate<Tree> wanted) {
        return declarations.getOrDefault(name, List.of()).stream()
                .filter(found -> found.start <= offset && offset < found.end && wanted.test(found.path.getLeaf()))
                .max(Comparator.<Declaration>comparingInt(found -> found.start).thenComparingInt(found -> -found.end))
                .map(Declaration::path)
                .orElse(null);
    }
}
