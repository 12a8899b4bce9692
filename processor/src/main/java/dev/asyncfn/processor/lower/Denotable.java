package dev.asyncfn.processor.lower;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Projects a type upwards to one that can be written in source (JLS 4.10.5): inferred types may be captured
 * wildcards, intersections or anonymous classes, and a field needs a type with a name.
 */
final class Denotable {
    private static final Set<String> SAYING_LITTLE = Set.of(
            "java.lang.Record",
            "java.lang.Enum",
            "java.lang.Cloneable",
            "java.lang.Comparable",
            "java.lang.constant.Constable",
            "java.lang.constant.ConstantDesc",
            "java.io.Serializable");

    private final Types types;
    private final Elements elements;
    private final Set<TypeElement> named;
    private final Set<TypeVariable> visiting = new HashSet<>();

    /** @param named the anonymous classes that are given a name */
    Denotable(Types types, Elements elements, Set<TypeElement> named) {
        this.types = types;
        this.elements = elements;
        this.named = named;
    }

    TypeMirror upper(TypeMirror type) {
        return switch (type.getKind()) {
            case NULL, NONE, VOID -> object();
            case TYPEVAR -> typeVariable((TypeVariable) type);
            case INTERSECTION -> intersection((IntersectionType) type);
            case UNION -> upper(lub((UnionType) type));
            case ARRAY -> types.getArrayType(upper(((ArrayType) type).getComponentType()));
            case DECLARED -> declared((DeclaredType) type);
            default -> type;
        };
    }

    /** The types of an intersection, the one chosen by {@link #upper} among them; none for any other type. */
    List<TypeMirror> bounds(TypeMirror type) {
        TypeMirror bound = type;
        while (bound instanceof TypeVariable variable && bound.getKind() == TypeKind.TYPEVAR && isCaptured(variable)) {
            bound = variable.getUpperBound();
        }
        return bound instanceof IntersectionType intersection && bound.getKind() == TypeKind.INTERSECTION
                ? intersection.getBounds().stream().<TypeMirror>map(this::upper).toList()
                : List.of();
    }

    /** Whether the type can be written as it is. */
    boolean holds(TypeMirror type) {
        return types.isSameType(type, upper(type));
    }

    private TypeMirror object() {
        return elements.getTypeElement("java.lang.Object").asType();
    }

    private TypeMirror typeVariable(TypeVariable variable) {
        if (!isCaptured(variable)) {
            return variable;
        }
        if (!visiting.add(variable)) {
            return types.erasure(variable.getUpperBound());
        }
        TypeMirror bound = upper(variable.getUpperBound());
        visiting.remove(variable);
        return bound;
    }

    /** A captured variable belongs to no declaration. */
    private static boolean isCaptured(TypeVariable variable) {
        return !(variable.asElement() instanceof TypeParameterElement parameter)
                || parameter.getGenericElement() == null
                || parameter.getGenericElement().getKind() == ElementKind.OTHER
                || !parameter.getGenericElement().getKind().isClass()
                        && !parameter.getGenericElement().getKind().isInterface()
                        && !(parameter.getGenericElement() instanceof ExecutableElement)
                || parameter.getSimpleName().toString().startsWith("<");
    }

    /** The bound that says most: two records have their interface in common, but before it {@code Record}. */
    private TypeMirror intersection(IntersectionType type) {
        TypeMirror chosen = object();
        for (TypeMirror bound : type.getBounds()) {
            boolean isFirst = types.isSameType(chosen, object());
            if (isFirst || saysLittle(chosen) && !saysLittle(bound)) {
                chosen = bound;
            }
        }
        return upper(chosen);
    }

    private boolean saysLittle(TypeMirror bound) {
        return bound instanceof DeclaredType declared
                && SAYING_LITTLE.contains(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString());
    }

    private TypeMirror lub(UnionType union) {
        TypeMirror candidate = union.getAlternatives().get(0);
        while (!allSubtypes(union, candidate)) {
            candidate = ((TypeElement) ((DeclaredType) candidate).asElement()).getSuperclass();
        }
        return candidate;
    }

    private boolean allSubtypes(UnionType union, TypeMirror candidate) {
        return union.getAlternatives().stream().allMatch(a -> types.isSubtype(a, candidate));
    }

    private TypeMirror declared(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        if (named.contains(element)) {
            return type;
        }
        if (element.getNestingKind() == NestingKind.ANONYMOUS) {
            List<? extends TypeMirror> interfaces = element.getInterfaces();
            return upper(interfaces.isEmpty() ? element.getSuperclass() : interfaces.get(0));
        }
        DeclaredType outer = isParameterized(type.getEnclosingType()) ? (DeclaredType) type.getEnclosingType() : null;
        if (outer == null && type.getTypeArguments().isEmpty()) {
            return type;
        }
        TypeMirror[] arguments =
                type.getTypeArguments().stream().map(this::argument).toArray(TypeMirror[]::new);
        return outer == null
                ? types.getDeclaredType(element, arguments)
                : types.getDeclaredType((DeclaredType) upper(outer), element, arguments);
    }

    /** Whether it, or a type around it, has type arguments. */
    static boolean isParameterized(TypeMirror type) {
        return type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && (!declared.getTypeArguments().isEmpty() || isParameterized(declared.getEnclosingType()));
    }

    private TypeMirror argument(TypeMirror argument) {
        if (argument instanceof WildcardType wildcard && argument.getKind() == TypeKind.WILDCARD) {
            TypeMirror extend = wildcard.getExtendsBound();
            TypeMirror lower = wildcard.getSuperBound();
            return extend != null
                    ? types.getWildcardType(upper(extend), null)
                    : lower != null ? types.getWildcardType(null, argument(lower)) : types.getWildcardType(null, null);
        }
        if (argument instanceof TypeVariable variable && isCaptured(variable)) {
            return capturedArgument(variable);
        }
        TypeMirror upper = upper(argument);
        return types.isSameType(upper, argument) ? upper : types.getWildcardType(upper, null);
    }

    private TypeMirror capturedArgument(TypeVariable variable) {
        TypeMirror lower = variable.getLowerBound();
        if (lower != null && lower.getKind() != TypeKind.NULL) {
            return types.getWildcardType(null, argument(lower));
        }
        if (!visiting.add(variable)) {
            return types.getWildcardType(null, null);
        }
        TypeMirror bound = upper(variable.getUpperBound());
        visiting.remove(variable);
        boolean unbounded = types.isSameType(bound, object());
        return types.getWildcardType(unbounded ? null : bound, null);
    }
}
