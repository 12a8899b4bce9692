package dev.asyncfn.processor.plan;

import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Interfaces that a lambda can be (JLS 9.8). */
public final class FunctionalInterfaces {
    private FunctionalInterfaces() {}

    /** The one method of a functional interface. */
    public static ExecutableElement method(TypeElement functional, Elements elements) {
        return find(functional, elements).orElseThrow();
    }

    /** The one method of a functional interface; empty for what may stand beside one in a cast, and has none. */
    public static Optional<ExecutableElement> find(TypeElement functional, Elements elements) {
        TypeElement object = elements.getTypeElement("java.lang.Object");
        return elements.getAllMembers(functional).stream()
                .filter(m -> m.getKind() == ElementKind.METHOD)
                .filter(m -> m.getModifiers().contains(Modifier.ABSTRACT))
                .filter(m -> object.getEnclosedElements().stream()
                        .noneMatch(o -> o.getModifiers().contains(Modifier.PUBLIC)
                                && o.toString().equals(m.toString())))
                .map(ExecutableElement.class::cast)
                .findFirst();
    }
}
