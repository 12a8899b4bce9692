package dev.asyncfn.processor.plan;

import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * Whether a kept value still fits a parameter. Its projected type is captured again, but only outermost: of {@code Function<c, List<d>>}
 * comes {@code Function<?, ? extends List<?>>}, which no {@code Function<X, List<Y>>} is.
 */
public final class ProjectedArguments {
    private final Types types;

    public ProjectedArguments(Types types) {
        this.types = types;
    }

    /**
     * @param formal the declared type of the parameter
     * @param actual the type of the argument, with inferred variables
     */
    public boolean fits(TypeMirror formal, TypeMirror actual) {
        if (formal.getKind() == TypeKind.ARRAY && actual.getKind() == TypeKind.ARRAY) {
            return fitsAsComponent(((ArrayType) formal).getComponentType(), ((ArrayType) actual).getComponentType());
        }
        if (formal.getKind() != TypeKind.DECLARED
                || InferredVariables.in(actual).isEmpty()) {
            return true;
        }
        DeclaredType wanted = (DeclaredType) formal;
        DeclaredType given = as(wanted, actual);
        if (given == null
                || given.getTypeArguments().size() != wanted.getTypeArguments().size()) {
            return true;
        }
        for (int i = 0; i < wanted.getTypeArguments().size(); i++) {
            if (!contains(wanted, i, given.getTypeArguments().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What an array holds is not captured. */
    private boolean fitsAsComponent(TypeMirror formal, TypeMirror actual) {
        if (!(formal instanceof DeclaredType wanted) || !(actual instanceof DeclaredType given)) {
            return fits(formal, actual);
        }
        List<? extends TypeMirror> arguments = given.getTypeArguments();
        return wanted.getTypeArguments().stream().allMatch(argument -> argument.getKind() == TypeKind.WILDCARD)
                || arguments.stream()
                        .allMatch(argument -> InferredVariables.in(argument).isEmpty());
    }

    private boolean contains(DeclaredType formal, int index, TypeMirror actual) {
        TypeMirror wanted = formal.getTypeArguments().get(index);
        if (InferredVariables.in(actual).isEmpty()) {
            return true;
        }
        if (wanted instanceof WildcardType wildcard && wanted.getKind() == TypeKind.WILDCARD) {
            return wildcard.getExtendsBound() == null || fits(wildcard.getExtendsBound(), actual);
        }
        return wanted.getKind() == TypeKind.TYPEVAR && occurrences(formal, (TypeVariable) wanted) == 1;
    }

    private static int occurrences(TypeMirror type, TypeVariable variable) {
        return switch (type.getKind()) {
            case TYPEVAR -> ((TypeVariable) type).asElement().equals(variable.asElement()) ? 1 : 0;
            case ARRAY -> occurrences(((ArrayType) type).getComponentType(), variable);
            case WILDCARD ->
                occurrences(((WildcardType) type).getExtendsBound(), ((WildcardType) type).getSuperBound(), variable);
            case DECLARED ->
                ((DeclaredType) type)
                        .getTypeArguments().stream()
                                .mapToInt(argument -> occurrences(argument, variable))
                                .sum();
            default -> 0;
        };
    }

    private static int occurrences(TypeMirror above, TypeMirror below, TypeVariable variable) {
        return (above == null ? 0 : occurrences(above, variable)) + (below == null ? 0 : occurrences(below, variable));
    }

    /** The type as the class or interface that another one is of; null if it is none. */
    private DeclaredType as(DeclaredType wanted, TypeMirror type) {
        if (type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && declared.asElement().equals(wanted.asElement())) {
            return declared;
        }
        return types.directSupertypes(type).stream()
                .map(above -> as(wanted, above))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }
}
