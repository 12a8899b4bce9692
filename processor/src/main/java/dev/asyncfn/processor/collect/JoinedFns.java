package dev.asyncfn.processor.collect;

import dev.asyncfn.processor.model.JoinedFn;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.model.OverriddenFn;
import dev.asyncfn.processor.model.VirtualFns;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds the async fns of interfaces that a class implements by those of its superclasses (JLS 8.4.8.1). */
final class JoinedFns {
    private final Elements elements;
    private final Supertypes supertypes;
    private final OverriddenFns overridden;

    JoinedFns(Elements elements, Supertypes supertypes, OverriddenFns overridden) {
        this.elements = elements;
        this.supertypes = supertypes;
        this.overridden = overridden;
    }

    /** Whether a class has a superclass, and interfaces that it names itself. */
    static boolean mayJoin(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && !type.getInterfaces().isEmpty()
                && type.getSuperclass() instanceof DeclaredType superclass
                && !((TypeElement) superclass.asElement()).getQualifiedName().contentEquals("java.lang.Object");
    }

    List<JoinedFn> of(TypeElement type) {
        List<JoinedFn> found = new ArrayList<>();
        if (!mayJoin(type)) {
            return found;
        }
        DeclaredType superclass = (DeclaredType) type.getSuperclass();
        Set<TypeElement> joined = new LinkedHashSet<>(supertypes.of(type));
        TypeElement above = (TypeElement) superclass.asElement();
        joined.remove(above);
        joined.removeAll(supertypes.of(above));
        for (TypeElement implemented : joined) {
            for (ExecutableElement method : ElementFilter.methodsIn(implemented.getEnclosedElements())) {
                if (Naming.isAsyncFn(method) && VirtualFns.isVirtual(method)) {
                    join(type, method).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private Optional<JoinedFn> join(TypeElement type, ExecutableElement method) {
        Optional<ExecutableElement> implementation = implementation(type, method)
                .filter(inherited -> !inherited.getEnclosingElement().equals(type))
                .filter(inherited -> Naming.isAsyncFn(inherited) && !VirtualFns.isAbstract(inherited))
                .filter(inherited -> overridden.hasFactoryFor(inherited, type));
        Optional<OverriddenFn> implemented =
                implementation.isPresent() ? overridden.entry(method, type) : Optional.empty();
        return implemented.map(fn -> new JoinedFn(implementation.get(), fn));
    }

    /** The method of the class, or of the nearest superclass, that implements one of an interface. */
    private Optional<ExecutableElement> implementation(TypeElement type, ExecutableElement method) {
        TypeElement at = type;
        while (true) {
            for (ExecutableElement own : ElementFilter.methodsIn(at.getEnclosedElements())) {
                if (own.getSimpleName().equals(method.getSimpleName())
                        && !own.getModifiers().contains(Modifier.STATIC)
                        && elements.overrides(own, method, type)) {
                    return Optional.of(own);
                }
            }
            if (!(at.getSuperclass() instanceof DeclaredType superclass)) {
                return Optional.empty();
            }
            at = (TypeElement) superclass.asElement();
        }
    }
}
