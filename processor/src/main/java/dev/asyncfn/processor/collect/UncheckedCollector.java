package dev.asyncfn.processor.collect;

import dev.asyncfn.processor.model.AsyncMethod;
import dev.asyncfn.processor.model.Facade;
import dev.asyncfn.processor.model.Naming;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds what {@link Collector} finds, in a compiler without trees: nothing is checked, since nothing could be reported at its place. */
public final class UncheckedCollector {
    private final Elements elements;
    private final OverriddenFns overridden;

    /** @param owners the classes of this compilation that declare async fns */
    public UncheckedCollector(Elements elements, Types types, Set<TypeElement> owners) {
        this.elements = elements;
        this.overridden = new OverriddenFns(elements, new Supertypes(elements, types), owners::contains);
    }

    /** What to generate for a class. */
    public Facade facade(TypeElement owner) {
        List<AsyncMethod> methods = ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(Naming::isAsyncFn)
                .map(fn -> method(fn, owner))
                .toList();
        String home = elements.getPackageOf(owner).getQualifiedName().toString();
        return new Facade(owner, home, Naming.facadeName(owner), methods, List.of());
    }

    private AsyncMethod method(ExecutableElement fn, TypeElement owner) {
        return new AsyncMethod(fn, owner, Naming.futureName(fn), overridden.of(fn));
    }
}
