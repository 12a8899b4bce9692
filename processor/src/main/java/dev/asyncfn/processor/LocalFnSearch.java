package dev.asyncfn.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.collect.BlocksOutside;
import dev.asyncfn.processor.collect.LocalClassFns;
import dev.asyncfn.processor.diag.Diagnostics;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Looks through the files of a round for async fns in local classes, and for async blocks outside of async fns. */
final class LocalFnSearch {
    private final Trees trees;
    private final Diagnostics diagnostics;

    LocalFnSearch(Trees trees, Diagnostics diagnostics) {
        this.trees = trees;
        this.diagnostics = diagnostics;
    }

    /** @throws IllegalArgumentException if the compiler is not javac */
    static LocalFnSearch of(ProcessingEnvironment javac) {
        Trees trees = Trees.instance(javac);
        return new LocalFnSearch(trees, new Diagnostics(trees));
    }

    /** Gathers what a round has; {@link #flush} prints it. */
    void run(RoundEnvironment round) {
        Set<CompilationUnitTree> units = new LinkedHashSet<>();
        for (TypeElement root : ElementFilter.typesIn(round.getRootElements())) {
            TreePath path = trees.getPath(root);
            if (path != null) {
                units.add(path.getCompilationUnit());
            }
        }
        units.forEach(unit -> {
            LocalClassFns.report(unit, diagnostics);
            BlocksOutside.report(unit, diagnostics);
        });
    }

    void flush() {
        diagnostics.flush();
    }
}
