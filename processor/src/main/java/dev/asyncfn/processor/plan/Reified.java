package dev.asyncfn.processor.plan;

import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Whether a type is all there at run time (JLS 4.7): to ask an object for it is to ask for its class. */
public final class Reified {
    private Reified() {}

    public static boolean is(TypeMirror type) {
        return switch (type.getKind()) {
            case TYPEVAR -> false;
            case ARRAY -> is(((ArrayType) type).getComponentType());
            case DECLARED -> declared((DeclaredType) type);
            default -> true;
        };
    }

    private static boolean declared(DeclaredType type) {
        return type.getTypeArguments().stream().allMatch(Reified::isUnbounded)
                && (type.getEnclosingType().getKind() != TypeKind.DECLARED || is(type.getEnclosingType()));
    }

    private static boolean isUnbounded(TypeMirror argument) {
        return argument.getKind() == TypeKind.WILDCARD
                && ((WildcardType) argument).getExtendsBound() == null
                && ((WildcardType) argument).getSuperBound() == null;
    }
}
