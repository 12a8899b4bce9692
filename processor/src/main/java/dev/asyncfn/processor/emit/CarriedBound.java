package dev.asyncfn.processor.emit;

import com.palantir.javapoet.TypeName;
import dev.asyncfn.processor.collect.FactoryOverloads;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * One of the nearest types above a private class that can be named.
 *
 * @param type as the class, or a private one above it, declares it
 * @param name the same with the type arguments of the class in it
 */
record CarriedBound(TypeMirror type, TypeName name) {
    private static final String OBJECT = "java.lang.Object";

    /** Those of a class, with its own type parameters as type arguments. */
    static List<CarriedBound> of(TypeElement type, TypeNames names) {
        return of((DeclaredType) type.asType(), names);
    }

    static List<CarriedBound> of(DeclaredType type, TypeNames names) {
        TypeElement element = (TypeElement) type.asElement();
        boolean raw = isGeneric((DeclaredType) element.asType()) && !isGeneric(type);
        TypeNames inside = names.in(type);
        return PrivateClasses.directlyAbove(element).stream()
                .filter(above -> !raw || !mentionsParameter(above))
                .filter(above -> above.getKind() == TypeKind.DECLARED
                        && !above.toString().equals(OBJECT))
                .flatMap(above -> PrivateClasses.is(above)
                        ? of((DeclaredType) above, inside).stream()
                        : Stream.of(new CarriedBound(above, inside.of(above))))
                .toList();
    }

    private static boolean isGeneric(DeclaredType type) {
        return !type.getTypeArguments().isEmpty()
                || type.getEnclosingType() instanceof DeclaredType around && isGeneric(around);
    }

    private static boolean mentionsParameter(TypeMirror type) {
        return FactoryOverloads.mentions(type, parameter -> true);
    }

    /** Whether it is the same whatever type arguments the class has. */
    boolean isOfClass() {
        return !mentionsParameter(type);
    }

    boolean isRecord() {
        return type.toString().equals("java.lang.Record");
    }
}
