package dev.asyncfn.processor.collect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ReferenceType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types that a method's signature is made of, which its factory repeats. */
final class Signatures {
    private Signatures() {}

    static List<TypeMirror> types(ExecutableElement method) {
        List<TypeMirror> types = new ArrayList<>(bounds(method));
        types.add(method.getReturnType());
        for (VariableElement parameter : method.getParameters()) {
            types.add(parameter.asType());
        }
        types.addAll(method.getThrownTypes());
        return types;
    }

    /** Those of all type parameters of the factory. */
    private static List<TypeMirror> bounds(ExecutableElement method) {
        List<TypeMirror> types = new ArrayList<>();
        Parameterizable declaration = method;
        while (true) {
            for (TypeParameterElement parameter : declaration.getTypeParameters()) {
                types.addAll(parameter.getBounds());
            }
            // The receiver is a parameter of the factory, and so are those of its type.
            if (declaration.getModifiers().contains(Modifier.STATIC)
                    || !(declaration.getEnclosingElement() instanceof TypeElement outer)) {
                break;
            }
            declaration = outer;
        }
        return types;
    }

    /** Whether there can be such parameters, results and bounds; javac reports those that cannot be. */
    static boolean arePossible(ExecutableElement method) {
        TypeMirror result = method.getReturnType();
        return bounds(method).stream().allMatch(ReferenceType.class::isInstance)
                && bounds(method).stream().noneMatch(ArrayType.class::isInstance)
                && (result.getKind() == TypeKind.VOID || !isOfVoid(result))
                && method.getParameters().stream().noneMatch(parameter -> isOfVoid(parameter.asType()));
    }

    private static boolean isOfVoid(TypeMirror type) {
        return type.getKind() == TypeKind.VOID || type instanceof ArrayType array && isOfVoid(array.getComponentType());
    }

    /**
     * Whether one of the types does not exist, or not yet: another processor may write it.
     *
     * @param coming simple names of the classes that this round writes
     */
    static boolean unresolved(ExecutableElement method, Set<String> coming) {
        return types(method).stream().anyMatch(type -> unresolved(type, coming));
    }

    private static boolean unresolved(TypeMirror type, Set<String> coming) {
        if (type.getKind() == TypeKind.ERROR) {
            String name = type.toString().replaceFirst("<.*", "");
            return Arrays.stream(name.split("\\.")).noneMatch(coming::contains);
        }
        return allParts(type).anyMatch(part -> unresolved(part, coming));
    }

    private static Stream<? extends TypeMirror> allParts(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.getEnclosingType() instanceof DeclaredType outer
                ? Stream.concat(Stream.of(outer), Nameability.parts(type))
                : Nameability.parts(type);
    }
}
