package dev.asyncfn.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.collect.BlocksOutside;
import dev.asyncfn.processor.collect.Collector;
import dev.asyncfn.processor.collect.LocalClassFns;
import dev.asyncfn.processor.diag.Diagnostics;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Looks through the files of a round for async fns in local classes, for async blocks outside of async fns, and for methods that override an
 * async fn and are none.
 */
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

    /** Whether a round has a class that needs a facade though it declares no async fn, or may need one when its supertypes are there. */
    static boolean joins(RoundEnvironment round, ProcessingEnvironment javac) {
        Trees trees = Trees.instance(javac);
        Collector collector =
                new Collector(javac.getElementUtils(), javac.getTypeUtils(), trees, new Diagnostics(trees));
        return all(round.getRootElements())
                .filter(Collector::mayJoin)
                .anyMatch(type -> MissingTypes.areAbove(type) || collector.joins(type));
    }

    private static Stream<TypeElement> all(Collection<? extends Element> members) {
        return ElementFilter.typesIn(Set.copyOf(members)).stream()
                .flatMap(type -> Stream.concat(Stream.of(type), all(type.getEnclosedElements())));
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

    /** Looks for methods that override an async fn and are none; where classes are collected, the collector does. */
    void overrides(RoundEnvironment round, ProcessingEnvironment javac) {
        Collector collector = new Collector(javac.getElementUtils(), javac.getTypeUtils(), trees, diagnostics);
        ElementFilter.typesIn(round.getRootElements())
                .forEach(root -> collector.declare(root, trees.getPath(root) != null));
    }

    void flush() {
        diagnostics.flush();
    }
}
