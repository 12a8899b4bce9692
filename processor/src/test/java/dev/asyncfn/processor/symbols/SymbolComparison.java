package dev.asyncfn.processor.symbols;

import com.sun.source.util.TreePath;
import dev.asyncfn.processor.model.Naming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Compares the symbols, types and values to which each future refers with those of the body that it was made from. It
 * knows nothing of how the processor works, and asks javac alone what a name means, here and there.
 */
public final class SymbolComparison {
    private final Attributed attributed;
    private final Factories factories;
    private final AsyncFns fns;
    private final Map<Element, Accessors> accessors = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();

    private SymbolComparison(Attributed attributed) {
        this.attributed = attributed;
        this.factories = new Factories(attributed);
        this.fns = new AsyncFns(attributed);
    }

    /** Of all async fns in the sources; those generated from them must be there, too. */
    public static SymbolComparison of(Attributed attributed) {
        SymbolComparison comparison = new SymbolComparison(attributed);
        comparison.fns.all().forEach(fn -> comparison.factories.learn((TypeElement) fn.getEnclosingElement()));
        comparison.fns.all().forEach(comparison::compare);
        return comparison;
    }

    public List<Difference> differences() {
        return differences;
    }

    /** How many async fns were compared. */
    public int compared() {
        return fns.all().size();
    }

    private void compare(ExecutableElement fn) {
        ExecutableElement factory = factories.factoryOf(fn);
        TreePath future = factory == null ? null : fns.declaration(factories.futureOf(fn));
        if (future == null) {
            differ(fn, "no factory gives its future");
            return;
        }
        Accessors reached = accessors.computeIfAbsent(factory.getEnclosingElement(), facade -> {
            Accessors made = new Accessors(attributed, fns.declaration(facade));
            made.faults().forEach(fault -> differ(fn, fault));
            return made;
        });
        TreePath method = fns.declaration(fn);
        BodyReferences body = new BodyReferences(attributed, factories, method);
        GeneratedReferences generated = new GeneratedReferences(attributed, factories, fn, future, reached, method);
        Reason.Body context =
                new Reason.Body(body, body.text.of(Naming.outermost((TypeElement) fn.getEnclosingElement())));
        Matching.differences(body, generated, context).forEach(what -> differ(fn, what));
    }

    private void differ(ExecutableElement fn, String what) {
        differences.add(new Difference(fn.getEnclosingElement().toString(), fn.toString(), what));
    }
}
