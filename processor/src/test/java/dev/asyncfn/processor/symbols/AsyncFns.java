package dev.asyncfn.processor.symbols;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The async fns that a compilation declares, and all of its classes. */
final class AsyncFns {
    private final Map<Element, TreePath> declarations = new HashMap<>();
    private final List<ExecutableElement> fns = new ArrayList<>();

    AsyncFns(Attributed attributed) {
        Trees trees = attributed.trees();
        attributed.units().forEach(unit -> new Declarations(trees).scan(unit, null));
    }

    private final class Declarations extends TreePathScanner<Void, Void> {
        private final Trees trees;

        Declarations(Trees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            Element type = trees.getElement(getCurrentPath());
            declarations.put(type, getCurrentPath());
            return super.visitClass(tree, nothing);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            Element method = trees.getElement(getCurrentPath());
            if (isAsyncFn(method) && tree.getBody() != null) {
                declarations.put(method, getCurrentPath());
                fns.add((ExecutableElement) method);
            }
            return super.visitMethod(tree, nothing);
        }
    }

    static boolean isAsyncFn(Element element) {
        return element instanceof ExecutableElement
                && element.getAnnotationMirrors().stream()
                        .anyMatch(a -> ((TypeElement) a.getAnnotationType().asElement())
                                .getQualifiedName()
                                .contentEquals("dev.asyncfn.AsyncFn"));
    }

    /** In the order of the sources. */
    List<ExecutableElement> all() {
        return fns;
    }

    /** Of a class or an async fn; null if it is not in the sources. */
    TreePath declaration(Element element) {
        return declarations.get(element);
    }
}
