package dev.asyncfn.processor.emit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Private classes: in generated code, type parameters of their names stand for them. */
final class PrivateClasses {
    private PrivateClasses() {}

    /** Whether it, or a class around it, is private. */
    static boolean is(TypeElement type) {
        boolean found = false;
        Element e = type;
        while (e instanceof TypeElement around && around.getNestingKind() == NestingKind.MEMBER) {
            found |= around.getModifiers().contains(Modifier.PRIVATE);
            e = around.getEnclosingElement();
        }
        return found && e.getEnclosingElement() instanceof PackageElement;
    }

    static boolean is(TypeMirror type) {
        return type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && is((TypeElement) declared.asElement());
    }

    /** Those that a type mentions, in order. */
    static Set<TypeElement> in(TypeMirror type) {
        Set<TypeElement> found = new LinkedHashSet<>();
        collect(type, found);
        return found;
    }

    private static void collect(TypeMirror type, Set<TypeElement> found) {
        if (type == null) {
            return;
        }
        switch (type.getKind()) {
            case DECLARED -> {
                if (is(type)) {
                    found.add((TypeElement) ((DeclaredType) type).asElement());
                }
                ((DeclaredType) type).getTypeArguments().forEach(argument -> collect(argument, found));
            }
            case ARRAY -> collect(((ArrayType) type).getComponentType(), found);
            case WILDCARD -> {
                collect(((WildcardType) type).getExtendsBound(), found);
                collect(((WildcardType) type).getSuperBound(), found);
            }
            case EXECUTABLE -> {
                ExecutableType method = (ExecutableType) type;
                collect(method.getReturnType(), found);
                method.getParameterTypes().forEach(parameter -> collect(parameter, found));
            }
            default -> {
                // no class is part of it
            }
        }
    }

    /** The nearest types above it that have names. */
    static List<TypeMirror> bounds(TypeElement type) {
        List<TypeMirror> bounds = new ArrayList<>();
        directlyAbove(type).forEach(above -> add(above, bounds));
        return bounds;
    }

    private static void add(TypeMirror above, List<TypeMirror> bounds) {
        if (above.getKind() != TypeKind.DECLARED) {
            return; // of an interface
        }
        TypeElement element = (TypeElement) ((DeclaredType) above).asElement();
        if (is(element)) {
            bounds(element).forEach(bound -> add(bound, bounds));
        } else if (!element.getQualifiedName().contentEquals("java.lang.Object")
                && bounds.stream().noneMatch(bound -> bound.toString().equals(above.toString()))) {
            bounds.add(above);
        }
    }

    /** The nearest of some classes above one. */
    static Optional<TypeElement> nearest(TypeElement type, Set<TypeElement> above) {
        for (TypeMirror direct : directlyAbove(type)) {
            if (direct.getKind() == TypeKind.DECLARED && is(direct)) {
                TypeElement element = (TypeElement) ((DeclaredType) direct).asElement();
                Optional<TypeElement> found = above.contains(element) ? Optional.of(element) : nearest(element, above);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static List<TypeMirror> directlyAbove(TypeElement type) {
        return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                .map(TypeMirror.class::cast)
                .toList();
    }

    /** The class around it that has a name. */
    static TypeElement named(TypeElement type) {
        TypeElement around = type;
        while (is(around)) {
            around = (TypeElement) around.getEnclosingElement();
        }
        return around;
    }

    /** The name by which it is loaded. */
    static String binaryName(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement around
                ? binaryName(around) + "$" + type.getSimpleName()
                : type.getQualifiedName().toString();
    }
}
