package dev.asyncfn.processor.emit;

import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Whether a cast to a type is checked at run time (JLS 4.7). */
final class Reifiable {
    private Reifiable() {}

    static boolean is(TypeMirror type) {
        return switch (type.getKind()) {
            case TYPEVAR -> false;
            case ARRAY -> is(((ArrayType) type).getComponentType());
            case DECLARED -> declared((DeclaredType) type);
            default -> true;
        };
    }

    private static boolean declared(DeclaredType type) {
        boolean unbounded = type.getTypeArguments().stream().allMatch(Reifiable::isUnbounded);
        return unbounded
                && !PrivateClasses.is(type)
                && (type.getEnclosingType().getKind() != TypeKind.DECLARED || is(type.getEnclosingType()));
    }

    private static boolean isUnbounded(TypeMirror argument) {
        return argument.getKind() == TypeKind.WILDCARD
                && ((WildcardType) argument).getExtendsBound() == null
                && ((WildcardType) argument).getSuperBound() == null;
    }
}
