package dev.asyncfn.processor.collect;

import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.model.VirtualFns;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ReferenceType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Warns of methods that override an async fn, but are none themselves: futures call them, and they block. */
final class OverrideLint {
    private final Elements elements;
    private final Types types;
    private final Supertypes supertypes;
    private final Diagnostics diagnostics;

    OverrideLint(Elements elements, Types types, Supertypes supertypes, Diagnostics diagnostics) {
        this.elements = elements;
        this.types = types;
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
                .filter(above -> mayOverride(method, above))
                .findFirst()
                .ifPresent(above -> diagnostics.report(
                        Problem.PLAIN_OVERRIDE,
                        method,
                        method.getSimpleName(),
                        above.getEnclosingElement().getSimpleName()));
    }

    /** Otherwise javac refuses it (JLS 8.4.8.3), and has more to say than this. */
    private boolean mayOverride(ExecutableElement method, ExecutableElement above) {
        return access(method) >= access(above)
                && returnsNoOther(method.getReturnType(), above.getReturnType())
                && method.getThrownTypes().stream()
                        .allMatch(thrown -> isUnchecked(thrown)
                                || above.getThrownTypes().stream()
                                        .anyMatch(allowed -> isErasedSubtype(thrown, allowed)));
    }

    private static int access(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.PUBLIC)) {
            return 2;
        }
        return modifiers.contains(Modifier.PROTECTED) ? 1 : 0;
    }

    private boolean returnsNoOther(TypeMirror result, TypeMirror above) {
        boolean reference = result instanceof ReferenceType && above instanceof ReferenceType;
        return reference ? isErasedSubtype(result, above) : result.getKind() == above.getKind();
    }

    private boolean isUnchecked(TypeMirror thrown) {
        return Stream.of("java.lang.RuntimeException", "java.lang.Error")
                .anyMatch(name -> types.isSubtype(
                        types.erasure(thrown), elements.getTypeElement(name).asType()));
    }

    /** Type arguments of the class do not matter where a type variable may stand for the type. */
    private boolean isErasedSubtype(TypeMirror type, TypeMirror above) {
        return types.isSubtype(types.erasure(type), types.erasure(above));
    }
}
