package dev.asyncfn.processor.parse;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;

/**
 * Where methods are declared. javac looks through the whole file for each; this looks through a file once, and remembers
 * the last one only, since the elements of a round must not outlive it.
 */
public final class DeclarationPaths {
    private final Trees trees;
    private Map<Element, TreePath> last = Map.of();

    public DeclarationPaths(Trees trees) {
        this.trees = trees;
    }

    /** The path to a method that is declared in the sources. */
    public TreePath of(Element method) {
        TreePath known = last.get(method);
        if (known != null) {
            return known;
        }
        TreePath path = trees.getPath(method);
        last = methods(path.getCompilationUnit());
        return path;
    }

    /** Without those of classes in bodies. */
    private Map<Element, TreePath> methods(CompilationUnitTree unit) {
        Map<Element, TreePath> found = new HashMap<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                for (var member : type.getMembers()) {
                    if (member instanceof ClassTree || member instanceof MethodTree) {
                        scan(member, nothing);
                    }
                }
                return null;
            }

            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                found.put(trees.getElement(getCurrentPath()), getCurrentPath());
                return null;
            }
        }.scan(new TreePath(unit), null);
        return found;
    }
}
