package dev.asyncfn.processor.symbols;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Classes that a class beside their own cannot name. */
final class PrivateTypes {
    private PrivateTypes() {}

    /** Whether it, or a class around it, is private. */
    static boolean isOne(Element type) {
        return type instanceof TypeElement
                && (type.getModifiers().contains(Modifier.PRIVATE) || isOne(type.getEnclosingElement()));
    }

    /** Whether a type mentions one, or is a type parameter that one bounds. */
    static boolean areIn(TypeMirror type) {
        return type instanceof ArrayType array && areIn(array.getComponentType())
                || type instanceof TypeVariable variable
                        && variable.getUpperBound() instanceof DeclaredType bound
                        && isOne(bound.asElement())
                || type instanceof DeclaredType declared
                        && (isOne(declared.asElement())
                                || declared.getTypeArguments().stream().anyMatch(PrivateTypes::areIn));
    }
}
