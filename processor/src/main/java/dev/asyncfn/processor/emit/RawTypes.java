package dev.asyncfn.processor.emit;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Whether a type is written with a raw type in it (JLS 4.8), of which javac warns. */
final class RawTypes {
    private RawTypes() {}

    static boolean in(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return in(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() != null && in(wildcard.getExtendsBound())
                    || wildcard.getSuperBound() != null && in(wildcard.getSuperBound());
        }
        return type instanceof DeclaredType declared && in(declared);
    }

    private static boolean in(DeclaredType type) {
        if (PrivateClasses.is(type)) {
            return false; // a type parameter stands for it
        }
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        boolean raw = arguments.isEmpty()
                && !((TypeElement) type.asElement()).getTypeParameters().isEmpty();
        return raw || arguments.stream().anyMatch(RawTypes::in) || in(type.getEnclosingType());
    }
}
