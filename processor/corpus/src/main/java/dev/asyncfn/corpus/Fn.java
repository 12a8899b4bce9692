package dev.asyncfn.corpus;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A method of the library, identified over several compilations.
 *
 * @param owner the qualified name of its class
 * @param signature its name and parameter types
 */
record Fn(String owner, String signature) {
    static Fn of(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        return new Fn(owner.getQualifiedName().toString(), method.toString());
    }

    @Override
    public String toString() {
        return owner + "." + signature;
    }
}
