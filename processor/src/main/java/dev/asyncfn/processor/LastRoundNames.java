package dev.asyncfn.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.model.Naming;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Finds the names of async fns that mean classes which another processor wrote in the last round. No processor sees these
 * classes, but javac has resolved the names when it has analyzed a file.
 */
final class LastRoundNames implements TaskListener {
    private final Elements elements;
    private final Trees trees;
    private final Diagnostics diagnostics;
    private final Set<URI> files = new HashSet<>();
    private boolean over;

    private LastRoundNames(ProcessingEnvironment javac) {
        this.elements = javac.getElementUtils();
        this.trees = Trees.instance(javac);
        this.diagnostics = new Diagnostics(trees);
    }

    static LastRoundNames of(ProcessingEnvironment javac) {
        LastRoundNames names = new LastRoundNames(javac);
        JavacTask.instance(javac).addTaskListener(names);
        return names;
    }

    /** Notes that the last round runs: what is parsed from now on, no processor will see. */
    void processingIsOver() {
        over = true;
    }

    @Override
    public void finished(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (over && event.getKind() == TaskEvent.Kind.PARSE) {
            files.add(event.getSourceFile().toUri());
        } else if (!files.isEmpty() && event.getKind() == TaskEvent.Kind.ANALYZE && type != null) {
            TreePath path = trees.getPath(type);
            if (path != null) {
                new AsyncFns(path.getCompilationUnit()).scan(path, null);
                diagnostics.flush();
            }
        }
    }

    private boolean isLate(Element named) {
        TreePath path = named instanceof TypeElement ? trees.getPath(named) : null;
        return path != null
                && files.contains(path.getCompilationUnit().getSourceFile().toUri());
    }

    private final class AsyncFns extends TreePathScanner<Void, TypeElement> {
        private final ImportsOnDemand imports;

        AsyncFns(CompilationUnitTree unit) {
            imports = ImportsOnDemand.of(List.of(unit), elements);
        }

        /** The class of an async fn is handed on, in which names are looked at. */
        @Override
        public Void visitMethod(MethodTree tree, TypeElement owner) {
            Element method = trees.getElement(getCurrentPath());
            boolean outermost = owner == null && method != null && Naming.isAsyncFn(method);
            return super.visitMethod(tree, outermost ? (TypeElement) method.getEnclosingElement() : owner);
        }

        @Override
        public Void visitIdentifier(IdentifierTree name, TypeElement owner) {
            Element named = owner == null ? null : trees.getElement(getCurrentPath());
            if (isLate(named)) {
                CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
                imports.find(name.getName().toString())
                        .ifPresent(before -> new LateClasses.Hidden(name, before, (TypeElement) named)
                                .report(unit, owner, diagnostics));
            }
            return null;
        }
    }
}
