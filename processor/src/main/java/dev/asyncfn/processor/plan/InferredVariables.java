package dev.asyncfn.processor.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * The type variables that javac made and nobody declared: captured wildcards (JLS 5.1.10), and inference variables with
 * a recursive bound that nothing fixed (JLS 18.4). The latter have the name of the type parameter that they stand for.
 */
public final class InferredVariables {
    private InferredVariables() {}

    public static boolean isOne(TypeMirror type) {
        return type instanceof TypeVariable variable && type.getKind() == TypeKind.TYPEVAR && !isDeclared(variable);
    }

    private static boolean isDeclared(TypeVariable variable) {
        return variable.asElement() instanceof TypeParameterElement parameter
                && parameter.getGenericElement() instanceof Parameterizable generic
                && generic.getTypeParameters().contains(parameter);
    }

    /** Those that a type mentions, also in the bounds of others. */
    public static Set<TypeVariable> in(TypeMirror type) {
        Set<TypeVariable> found = new LinkedHashSet<>();
        find(type, found);
        return found;
    }

    /** Whether a type mentions a variable at most as the whole of it, or as one of its type arguments or their bounds. */
    public static boolean isArgumentOnly(TypeMirror type, TypeVariable variable) {
        if (type instanceof ArrayType array && type.getKind() == TypeKind.ARRAY) {
            TypeMirror component = array.getComponentType();
            return component == variable || !in(component).contains(variable);
        }
        if (!(type instanceof DeclaredType declared)) {
            return true;
        }
        List<TypeMirror> mentions = declared.getTypeArguments().stream()
                .map(InferredVariables::bound)
                .filter(argument -> in(argument).contains(variable))
                .toList();
        return mentions.isEmpty() || mentions.size() == 1 && mentions.get(0) == variable;
    }

    private static TypeMirror bound(TypeMirror argument) {
        if (!(argument instanceof WildcardType wildcard)) {
            return argument;
        }
        return wildcard.getSuperBound() == null ? wildcard.getExtendsBound() : wildcard.getSuperBound();
    }

    private static void find(TypeMirror type, Set<TypeVariable> found) {
        if (type == null) {
            return;
        }
        switch (type.getKind()) {
            case TYPEVAR -> {
                TypeVariable variable = (TypeVariable) type;
                if (isOne(variable) && found.add(variable)) {
                    find(variable.getUpperBound(), found);
                    find(variable.getLowerBound(), found);
                }
            }
            case ARRAY -> find(((ArrayType) type).getComponentType(), found);
            case WILDCARD -> {
                find(((WildcardType) type).getExtendsBound(), found);
                find(((WildcardType) type).getSuperBound(), found);
            }
            case INTERSECTION -> ((IntersectionType) type).getBounds().forEach(bound -> find(bound, found));
            case DECLARED -> {
                find(((DeclaredType) type).getEnclosingType(), found);
                ((DeclaredType) type).getTypeArguments().forEach(argument -> find(argument, found));
            }
            default -> {
                // no variable is part of it
            }
        }
    }
}
