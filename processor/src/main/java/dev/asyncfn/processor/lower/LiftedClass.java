package dev.asyncfn.processor.lower;

import java.util.List;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;

/**
 * A local class whose uses lie in several states, so that it becomes a member of the future class.
 *
 * @param element the class in the body
 * @param name its name, still the user's unless it is taken
 * @param declaration its whole text, known once it was translated: it may create itself
 * @param captures the variables that it captured: every creation passes them first
 */
public record LiftedClass(TypeElement element, String name, Supplier<Code> declaration, List<Variable> captures) {
    /** The class around it that holds what it captured. */
    public String scope() {
        return name + "Scope";
    }

    /** How it is named from outside. */
    public String qualifiedName() {
        return captures.isEmpty() ? name : scope() + "." + name;
    }
}
