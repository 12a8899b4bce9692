package dev.asyncfn.processor.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Replaces type variables by types. */
public final class Substitution {
    private final Types types;
    private final Map<Element, TypeMirror> replacements = new HashMap<>();

    public Substitution(Types types) {
        this.types = types;
    }

    boolean isEmpty() {
        return replacements.isEmpty();
    }

    void put(TypeVariable variable, TypeMirror replacement) {
        replacements.put(variable.asElement(), replacement);
    }

    void remove(TypeVariable variable) {
        replacements.remove(variable.asElement());
    }

    /** What replaces the variable, or null. */
    public TypeMirror of(TypeVariable variable) {
        return replacements.get(variable.asElement());
    }

    public TypeMirror in(TypeMirror type) {
        if (replacements.isEmpty()) {
            return type;
        }
        return switch (type.getKind()) {
            case TYPEVAR -> replacements.getOrDefault(((TypeVariable) type).asElement(), type);
            case ARRAY -> types.getArrayType(in(((ArrayType) type).getComponentType()));
            case WILDCARD -> inWildcard((WildcardType) type);
            case DECLARED -> inDeclared((DeclaredType) type);
            default -> type;
        };
    }

    private TypeMirror inWildcard(WildcardType type) {
        TypeMirror above = type.getExtendsBound();
        TypeMirror below = type.getSuperBound();
        return types.getWildcardType(
                above == null ? null : bound(in(above), true), below == null ? null : bound(in(below), false));
    }

    /** No wildcard is made with several types together as its bound: then it says less. */
    private static TypeMirror bound(TypeMirror type, boolean above) {
        if (!(type instanceof IntersectionType together) || type.getKind() != TypeKind.INTERSECTION) {
            return type;
        }
        return above ? together.getBounds().get(0) : null;
    }

    private TypeMirror inDeclared(DeclaredType type) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        boolean inner = type.getEnclosingType().getKind() == TypeKind.DECLARED;
        if (arguments.isEmpty() && !inner) {
            return type;
        }
        TypeElement element = (TypeElement) type.asElement();
        TypeMirror[] replaced = arguments.stream().map(this::in).toArray(TypeMirror[]::new);
        return inner
                ? types.getDeclaredType((DeclaredType) in(type.getEnclosingType()), element, replaced)
                : types.getDeclaredType(element, replaced);
    }

    /** Adds what the variables must be for a declared type to become another one; arguments with a wildcard say nothing. */
    public void match(TypeMirror declared, TypeMirror actual, List<? extends Element> variables) {
        if (declared instanceof TypeVariable variable && variables.contains(variable.asElement())) {
            replacements.putIfAbsent(variable.asElement(), actual);
        } else if (declared.getKind() == TypeKind.ARRAY && actual.getKind() == TypeKind.ARRAY) {
            match(((ArrayType) declared).getComponentType(), ((ArrayType) actual).getComponentType(), variables);
        } else if (declared.getKind() == TypeKind.DECLARED && actual.getKind() == TypeKind.DECLARED) {
            match(((DeclaredType) declared).getEnclosingType(), ((DeclaredType) actual).getEnclosingType(), variables);
            matchArguments((DeclaredType) declared, (DeclaredType) actual, variables);
        }
    }

    private void matchArguments(DeclaredType declared, DeclaredType actual, List<? extends Element> variables) {
        List<? extends TypeMirror> arguments = actual.getTypeArguments();
        if (!declared.asElement().equals(actual.asElement())
                || arguments.size() != declared.getTypeArguments().size()) {
            return;
        }
        for (int i = 0; i < arguments.size(); i++) {
            TypeMirror expected = declared.getTypeArguments().get(i);
            if (expected instanceof WildcardType wildcard && arguments.get(i) instanceof WildcardType found) {
                matchBounds(wildcard, found, variables);
            } else {
                match(expected, arguments.get(i), variables);
            }
        }
    }

    private void matchBounds(WildcardType declared, WildcardType actual, List<? extends Element> variables) {
        if (declared.getExtendsBound() != null && actual.getExtendsBound() != null) {
            match(declared.getExtendsBound(), actual.getExtendsBound(), variables);
        }
        if (declared.getSuperBound() != null && actual.getSuperBound() != null) {
            match(declared.getSuperBound(), actual.getSuperBound(), variables);
        }
    }
}
