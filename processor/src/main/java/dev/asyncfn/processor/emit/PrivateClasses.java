package dev.asyncfn.processor.emit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /** Those that the name of a type mentions, in order: type parameters stand for them without their type arguments. */
    static Set<TypeElement> in(TypeMirror type) {
        return new LinkedHashSet<>(typesIn(List.of(type)).keySet());
    }

    /** The same of several types, each with the types of it that they mention. */
    static Map<TypeElement, List<DeclaredType>> typesIn(Collection<? extends TypeMirror> types) {
        Map<TypeElement, List<DeclaredType>> found = new LinkedHashMap<>();
        types.forEach(type -> collect(type, found));
        return found;
    }

    private static List<DeclaredType> both(List<DeclaredType> some, List<DeclaredType> one) {
        return Stream.concat(some.stream(), one.stream()).toList();
    }

    private static void collect(TypeMirror type, Map<TypeElement, List<DeclaredType>> found) {
        if (type == null) {
            return;
        }
        switch (type.getKind()) {
            case DECLARED -> {
                DeclaredType declared = (DeclaredType) type;
                if (is(type)) {
                    found.merge((TypeElement) declared.asElement(), List.of(declared), PrivateClasses::both);
                } else {
                    declared.getTypeArguments().forEach(argument -> collect(argument, found));
                }
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

    static List<TypeMirror> directlyAbove(TypeElement type) {
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
