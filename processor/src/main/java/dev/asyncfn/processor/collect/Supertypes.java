package dev.asyncfn.processor.collect;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The types above a class, and the methods in them that its methods override. */
final class Supertypes {
    private final Elements elements;
    private final Types types;

    Supertypes(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /**
     * All methods that one overrides, the nearest first. A method of another package may override a package-private one by way of a
     * public override (JVMS 5.4.5).
     */
    Set<ExecutableElement> overridden(ExecutableElement method) {
        Set<ExecutableElement> found = new LinkedHashSet<>();
        addOverridden(method, found);
        return found;
    }

    private void addOverridden(ExecutableElement method, Set<ExecutableElement> found) {
        TypeElement type = (TypeElement) method.getEnclosingElement();
        for (TypeElement above : of(type)) {
            for (ExecutableElement other : ElementFilter.methodsIn(above.getEnclosedElements())) {
                if (other.getSimpleName().equals(method.getSimpleName())
                        && elements.overrides(method, other, type)
                        && found.add(other)) {
                    addOverridden(other, found);
                }
            }
        }
    }

    /** Those of a type, without the type itself; superclasses come before interfaces. */
    Set<TypeElement> of(TypeElement type) {
        Set<TypeElement> found = new LinkedHashSet<>();
        add(type.asType(), found);
        return found;
    }

    private void add(TypeMirror type, Set<TypeElement> found) {
        for (TypeMirror above : types.directSupertypes(type)) {
            if (above instanceof DeclaredType declared && found.add((TypeElement) declared.asElement())) {
                add(above, found);
            }
        }
    }
}
