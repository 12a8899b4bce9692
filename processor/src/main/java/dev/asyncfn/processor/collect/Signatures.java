package dev.asyncfn.processor.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types that a method's signature is made of, which its factory repeats. */
final class Signatures {
    private Signatures() {}

    static List<TypeMirror> types(ExecutableElement method) {
        List<TypeMirror> types = new ArrayList<>();
        for (TypeParameterElement parameter : method.getTypeParameters()) {
            types.addAll(parameter.getBounds());
        }
        types.add(method.getReturnType());
        for (VariableElement parameter : method.getParameters()) {
            types.add(parameter.asType());
        }
        types.addAll(method.getThrownTypes());
        return types;
    }

    /** Whether one of the types does not exist, or not yet: another processor may write it. */
    static boolean unresolved(ExecutableElement method) {
        return types(method).stream().anyMatch(Signatures::unresolved);
    }

    private static boolean unresolved(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR || allParts(type).anyMatch(Signatures::unresolved);
    }

    private static Stream<? extends TypeMirror> allParts(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.getEnclosingType() instanceof DeclaredType outer
                ? Stream.concat(Stream.of(outer), Nameability.parts(type))
                : Nameability.parts(type);
    }
}
