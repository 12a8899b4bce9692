package dev.asyncfn.processor.attribute;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Writes the outer compiler's types as class files do: internal names, descriptors and generic signatures. */
final class ClassFileTypes {
    private static final Map<TypeKind, String> PRIMITIVES = Map.of(
            TypeKind.BOOLEAN, "Z",
            TypeKind.BYTE, "B",
            TypeKind.SHORT, "S",
            TypeKind.CHAR, "C",
            TypeKind.INT, "I",
            TypeKind.LONG, "J",
            TypeKind.FLOAT, "F",
            TypeKind.DOUBLE, "D",
            TypeKind.VOID, "V");

    private final Elements elements;
    private final Types types;
    private final UnresolvedNames unresolved;
    private final Map<Element, String> renamed;
    private final Set<TypeElement> inner = new LinkedHashSet<>();

    ClassFileTypes(Elements elements, Types types, UnresolvedNames unresolved) {
        this(elements, types, unresolved, Map.of());
    }

    private ClassFileTypes(Elements elements, Types types, UnresolvedNames unresolved, Map<Element, String> renamed) {
        this.elements = elements;
        this.types = types;
        this.unresolved = unresolved;
        this.renamed = renamed;
    }

    /** The same, with other names for some type parameters. */
    ClassFileTypes renaming(Map<Element, String> typeParameters) {
        return new ClassFileTypes(elements, types, unresolved, typeParameters);
    }

    String name(Element typeParameter) {
        return renamed.getOrDefault(typeParameter, typeParameter.getSimpleName().toString());
    }

    /** The inner (non-static) classes written so far as parts of a generic type: a class file has to list them. */
    Set<TypeElement> innerClasses() {
        return inner;
    }

    String internalName(TypeElement type) {
        return elements.getBinaryName(type).toString().replace('.', '/');
    }

    /** Of the erasure. */
    String internalName(TypeMirror type) {
        String descriptor = descriptor(type);
        return descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }

    /** Of the erasure. */
    String descriptor(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return "L" + unresolved.internalName(type) + ";";
        }
        if (type instanceof PrimitiveType || type instanceof NoType) {
            return PRIMITIVES.get(type.getKind());
        }
        if (type instanceof ArrayType array) {
            return "[" + descriptor(array.getComponentType());
        }
        if (type instanceof DeclaredType declared) {
            return "L" + internalName((TypeElement) declared.asElement()) + ";";
        }
        if (type instanceof TypeVariable variable) {
            return descriptor(variable.getUpperBound());
        }
        if (type instanceof IntersectionType intersection) {
            return descriptor(intersection.getBounds().get(0));
        }
        return descriptor(types.erasure(type));
    }

    String descriptor(List<? extends TypeMirror> parameters, TypeMirror result) {
        StringBuilder text = new StringBuilder("(");
        parameters.forEach(parameter -> text.append(descriptor(parameter)));
        return text.append(')').append(descriptor(result)).toString();
    }

    /** {@code <T:Ljava/lang/Object;>}, or nothing if there are none. */
    String typeParameters(List<? extends TypeParameterElement> parameters) {
        if (parameters.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("<");
        for (TypeParameterElement parameter : parameters) {
            text.append(name(parameter));
            boolean first = true;
            for (TypeMirror bound : parameter.getBounds()) {
                // The class bound comes first and may be empty: T::Ljava/lang/Runnable;
                text.append(first && isInterface(bound) ? "::" : ":").append(signature(bound));
                first = false;
            }
        }
        return text.append('>').toString();
    }

    String typeParameters(Parameterizable declaration) {
        return typeParameters(declaration.getTypeParameters());
    }

    private static boolean isInterface(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return false;
        }
        Element element = ((DeclaredType) type).asElement();
        return element.getKind().isInterface();
    }

    String signature(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return "[" + signature(array.getComponentType());
        }
        if (type instanceof TypeVariable variable) {
            return "T" + name(variable.asElement()) + ";";
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard(wildcard);
        }
        if (type.getKind() == TypeKind.DECLARED) {
            return "L" + classSignature((DeclaredType) type) + ";";
        }
        return descriptor(type);
    }

    private String wildcard(WildcardType wildcard) {
        if (wildcard.getExtendsBound() != null) {
            return "+" + signature(wildcard.getExtendsBound());
        }
        return wildcard.getSuperBound() == null ? "*" : "-" + signature(wildcard.getSuperBound());
    }

    private String classSignature(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        StringBuilder text = new StringBuilder();
        if (type.getEnclosingType() instanceof DeclaredType enclosing && isParameterized(enclosing)) {
            inner.add(element);
            text.append(classSignature(enclosing)).append('.').append(element.getSimpleName());
        } else {
            text.append(internalName(element));
        }
        if (!type.getTypeArguments().isEmpty()) {
            text.append('<');
            type.getTypeArguments().forEach(argument -> text.append(signature(argument)));
            text.append('>');
        }
        return text.toString();
    }

    private static boolean isParameterized(DeclaredType type) {
        return !type.getTypeArguments().isEmpty()
                || type.getEnclosingType() instanceof DeclaredType enclosing && isParameterized(enclosing);
    }
}
