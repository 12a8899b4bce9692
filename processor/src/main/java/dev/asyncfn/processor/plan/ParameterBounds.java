package dev.asyncfn.processor.plan;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * Whether type arguments satisfy the bounds of what they are passed to. Those that javac inferred need not: it converts
 * unchecked there, as from a raw {@code Comparable} to {@code Comparable<?>}, but not in a type that is written down.
 */
final class ParameterBounds {
    private final Types types;

    ParameterBounds(Types types) {
        this.types = types;
    }

    /** Whether all arguments in a type do, those inside of arrays, wildcards and enclosing types too. */
    boolean hold(TypeMirror type) {
        if (type instanceof ArrayType array && type.getKind() == TypeKind.ARRAY) {
            return hold(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return (wildcard.getExtendsBound() == null || hold(wildcard.getExtendsBound()))
                    && (wildcard.getSuperBound() == null || hold(wildcard.getSuperBound()));
        }
        if (!(type instanceof DeclaredType declared) || type.getKind() != TypeKind.DECLARED) {
            return true;
        }
        List<? extends TypeMirror> arguments = declared.getTypeArguments();
        for (int i = 0; i < arguments.size(); i++) {
            boolean wildcard = arguments.get(i).getKind() == TypeKind.WILDCARD;
            if (!hold(arguments.get(i)) || !wildcard && !holds(declared, i)) {
                return false;
            }
        }
        return hold(declared.getEnclosingType());
    }

    /** Whether one argument of the type does. */
    boolean holds(DeclaredType type, int index) {
        TypeMirror argument = type.getTypeArguments().get(index);
        Substitution arguments = arguments(type);
        return parameters(type).get(index).getBounds().stream()
                .allMatch(bound -> types.isSubtype(argument, arguments.in(bound)));
    }

    private Substitution arguments(DeclaredType type) {
        Substitution arguments = new Substitution(types);
        for (DeclaredType t = type; ; t = (DeclaredType) t.getEnclosingType()) {
            for (int i = 0; i < t.getTypeArguments().size(); i++) {
                arguments.put(
                        (TypeVariable) parameters(t).get(i).asType(),
                        t.getTypeArguments().get(i));
            }
            if (t.getEnclosingType().getKind() != TypeKind.DECLARED) {
                return arguments;
            }
        }
    }

    private static List<? extends TypeParameterElement> parameters(DeclaredType type) {
        return ((TypeElement) type.asElement()).getTypeParameters();
    }
}
