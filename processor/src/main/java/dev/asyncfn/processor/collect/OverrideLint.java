package dev.asyncfn.processor.collect;

import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.model.VirtualFns;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Warns of methods that override an async fn, but are none themselves: futures call them, and they block. */
final class OverrideLint {
    private final Supertypes supertypes;
    private final Diagnostics diagnostics;

    OverrideLint(Supertypes supertypes, Diagnostics diagnostics) {
        this.supertypes = supertypes;
        this.diagnostics = diagnostics;
    }

    /** Looks at a class of the user's, and at those inside. */
    void check(TypeElement type) {
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> !Naming.isAsyncFn(method))
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                .filter(method -> !method.getModifiers().contains(Modifier.PRIVATE))
                .forEach(this::check);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::check);
    }

    private void check(ExecutableElement method) {
        supertypes.overridden(method).stream()
                .filter(above -> Naming.isAsyncFn(above) && VirtualFns.isVirtual(above))
                .findFirst()
                .ifPresent(above -> diagnostics.report(
                        Problem.PLAIN_OVERRIDE,
                        method,
                        method.getSimpleName(),
                        above.getEnclosingElement().getSimpleName()));
    }
}
