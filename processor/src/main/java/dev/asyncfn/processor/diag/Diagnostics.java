package dev.asyncfn.processor.diag;

import com.github.javaparser.ast.Node;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.model.AsyncMethod;
import dev.asyncfn.processor.model.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;

/**
 * Gathers what a round finds wrong and prints it in the order of the source, each problem of a place once. Not
 * thread-safe, as the whole processor.
 */
public final class Diagnostics implements Reporter {
    private final Trees trees;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<AsyncMethod> failed = new HashSet<>();
    private final Set<Place> printed = new HashSet<>();

    public Diagnostics(Trees trees) {
        this.trees = trees;
    }

    /** Where a problem is, in terms that outlive a round: each round has trees of its own. */
    private record Place(String file, long offset, Problem problem) {}

    private record Entry(Place place, CompilationUnitTree unit, Tree tree, String message) {}

    @Override
    public void report(Problem problem, Located source, Node at, Object... arguments) {
        Element element = source.method().element();
        if (Suppressions.silence(problem, element, at)) {
            return;
        }
        TreePath method = trees.getPath(element);
        CompilationUnitTree unit = method.getCompilationUnit();
        Token token = Token.of(at, source.file());
        Tree tree = TokenFinder.find(trees.getSourcePositions(), unit, method.getLeaf(), token);
        add(problem, unit, tree, token.start(), arguments);
        if (problem.isError()) {
            failed.add(source.method());
        }
    }

    /** Reports a problem on the name of a class or method that is declared in the sources. */
    public void report(Problem problem, Element element, Object... arguments) {
        if (Suppressions.silence(problem, element)) {
            return;
        }
        TreePath path = trees.getPath(element);
        report(problem, path.getCompilationUnit(), path.getLeaf(), arguments);
    }

    /** Reports a problem where javac's messages about {@code tree} point. */
    public void report(Problem problem, CompilationUnitTree unit, Tree tree, Object... arguments) {
        add(problem, unit, tree, trees.getSourcePositions().getStartPosition(unit, tree), arguments);
    }

    private void add(Problem problem, CompilationUnitTree unit, Tree tree, long offset, Object... arguments) {
        Place place = new Place(unit.getSourceFile().toUri().toString(), offset, problem);
        if (printed.add(place)) {
            entries.add(new Entry(place, unit, tree, problem.message(arguments)));
        }
    }

    /** Whether an error was reported in the method's body. */
    public boolean failed(AsyncMethod method) {
        return failed.contains(method);
    }

    /** Prints what was gathered since the last time. */
    public void flush() {
        entries.sort(Comparator.comparing((Entry e) -> e.place().file())
                .thenComparing(e -> e.place().offset())
                .thenComparing(e -> e.place().problem()));
        for (Entry entry : entries) {
            trees.printMessage(entry.place().problem().kind(), entry.message(), entry.tree(), entry.unit());
        }
        entries.clear();
    }
}
