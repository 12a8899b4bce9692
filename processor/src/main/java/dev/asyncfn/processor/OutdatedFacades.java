package dev.asyncfn.processor;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.attribute.Attributor;
import dev.asyncfn.processor.check.LombokRule;
import dev.asyncfn.processor.collect.Collector;
import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.emit.FacadeText;
import dev.asyncfn.processor.emit.FacadeWriter;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.model.Facade;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.options.Options;
import dev.asyncfn.processor.parse.MethodParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Facades that would be others if they were generated now, because classes have come that change what a body means. A facade is
 * written once, so all that can be done then is to say so.
 */
final class OutdatedFacades {
    private final ProcessingEnvironment javac;
    private final Options options;
    private final Predicate<TypeElement> processed;
    private final FacadeWriter writer;
    private final Elements elements;
    private final Trees trees;

    OutdatedFacades(
            ProcessingEnvironment javac, Options options, Predicate<TypeElement> processed, FacadeWriter writer) {
        this.javac = javac;
        this.options = options;
        this.processed = processed;
        this.writer = writer;
        this.elements = javac.getElementUtils();
        this.trees = Trees.instance(javac);
    }

    /**
     * Generates facades once more, and reports those that differ.
     *
     * @param owners whose facades were written
     * @param declared the user's top-level classes
     */
    void report(Collection<String> owners, Collection<String> declared, LateClasses late, Diagnostics diagnostics) {
        Diagnostics unread = new Diagnostics(trees); // all of it was said when the facades were written
        Collector collector = new Collector(elements, javac.getTypeUtils(), trees, unread);
        types(declared).forEach(type -> collector.declare(type, trees.getPath(type) != null));
        Collector.Collected collected = collector.collect(types(owners), false);
        BodyStages bodies = new BodyStages(
                new MethodParser(trees),
                new Attributor(javac, trees),
                options,
                unread,
                new FailureReports(trees, unread),
                new LombokRule(unread),
                UntypableWatch.unheard(javac),
                processed);
        bodies.read(collected);
        for (Facade facade : collected.facades()) {
            // What does not compile any more is reported by javac.
            if (bodies.errors(facade).isEmpty() && isOutdated(facade, bodies)) {
                report(facade, late, diagnostics);
            }
        }
    }

    private List<TypeElement> types(Collection<String> names) {
        return names.stream()
                .map(elements::getTypeElement)
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean isOutdated(Facade facade, BodyStages bodies) {
        List<Cfg> fns = bodies.lower(facade);
        Optional<FacadeText> now = fns.isEmpty()
                ? Optional.of(writer.write(facade, fns))
                : bodies.write(fns, some -> writer.write(facade, some));
        return now.isPresent() && !now.get().source().equals(written(facade));
    }

    private String written(Facade facade) {
        TypeElement type = elements.getTypeElement(Naming.qualifiedFacadeName(facade.owner()));
        try {
            return trees.getPath(type)
                    .getCompilationUnit()
                    .getSourceFile()
                    .getCharContent(true)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(Facade facade, LateClasses late, Diagnostics diagnostics) {
        TreePath owner = trees.getPath(facade.owner());
        Optional<LateClasses.Hidden> hidden = facade.methods().stream()
                .flatMap(fn -> late.firstIn(trees.getTree(fn.element()), facade.owner()).stream())
                .findFirst()
                .or(() -> late.firstIn(owner.getLeaf(), facade.owner()));
        hidden.ifPresentOrElse(
                name -> name.report(owner.getCompilationUnit(), facade.owner(), diagnostics),
                () -> diagnostics.report(
                        Problem.OUTDATED_FACADE, facade.owner(), facade.owner().getSimpleName()));
    }
}
