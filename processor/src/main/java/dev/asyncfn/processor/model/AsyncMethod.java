package dev.asyncfn.processor.model;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * One method annotated with {@code @AsyncFn} whose signature is valid.
 *
 * @param element the method, in the outer compiler
 * @param owner the class that declares it
 * @param futureName the simple name of its generated future, such as {@code GetUserFuture}
 * @param initialises whether a call of the method may be noticed to initialise the class: it is static, and the class has initialisers
 * @param entries the virtual async fns in whose tables it has an entry: itself, and those that it overrides
 */
public record AsyncMethod(
        ExecutableElement element,
        TypeElement owner,
        String futureName,
        boolean initialises,
        List<OverriddenFn> entries) {
    public AsyncMethod {
        entries = List.copyOf(entries);
    }

    /** One of which only the signature matters. */
    public AsyncMethod(ExecutableElement element, TypeElement owner, String futureName, List<OverriddenFn> entries) {
        this(element, owner, futureName, false, entries);
    }

    /** Whether its factory looks into the table of the receiver's class. */
    public boolean isVirtual() {
        return VirtualFns.isVirtual(element);
    }

    /** Whether it has no body, and so no future of its own. */
    public boolean isAbstract() {
        return VirtualFns.isAbstract(element);
    }
}
