package dev.asyncfn.processor.check;

import dev.asyncfn.processor.attribute.Attribution;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Whether a method is one of a library's, or overrides it. */
final class Overrides {
    private final Attribution attribution;

    Overrides(Attribution attribution) {
        this.attribution = attribution;
    }

    /** @param methods names of methods, by the class that declares them first */
    boolean anyOf(ExecutableElement method, Map<String, Set<String>> methods) {
        String name = method.getSimpleName().toString();
        return methods.entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .anyMatch(entry -> isOrOverrides(method, entry.getKey()));
    }

    private boolean isOrOverrides(ExecutableElement method, String declaring) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        TypeElement type = attribution.elements().getTypeElement(declaring);
        return type != null
                && ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .anyMatch(
                                m -> m.equals(method) || attribution.elements().overrides(method, m, owner));
    }
}
