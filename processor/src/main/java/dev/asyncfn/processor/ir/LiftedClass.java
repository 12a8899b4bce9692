package dev.asyncfn.processor.ir;

import java.util.List;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;

/**
 * A local class whose uses lie in several states, so that it becomes a member of the future class.
 *
 * @param element the class in the body
 * @param name the user's name, or the one that an anonymous class has got
 * @param scope the name of a class around it, which holds what it captured, or keeps it apart from another class of its
 *     name; null if there is none
 * @param needsScope whether each of its instances is created in an instance of that class
 * @param declaration its whole text, known once it was translated: it may create itself
 * @param captures the variables that it captured: every creation passes them first
 */
public record LiftedClass(
        TypeElement element,
        String name,
        String scope,
        boolean needsScope,
        Supplier<Code> declaration,
        List<Variable> captures) {
    /** How it is named from outside. */
    public String qualifiedName() {
        return scope == null ? name : scope + "." + name;
    }

    /** Its name in the future class, or that of the class around it. */
    public String outermostName() {
        return scope == null ? name : scope;
    }
}
