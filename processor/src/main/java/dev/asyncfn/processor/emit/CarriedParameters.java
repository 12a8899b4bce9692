package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The type parameters that stand for private classes. */
final class CarriedParameters {
    private CarriedParameters() {}

    /** Those that a type of a parameter needs type parameters for: the class itself is passed as its bound. */
    static Set<TypeElement> inArgumentsOf(TypeMirror parameter) {
        TypeMirror type = parameter;
        while (type.getKind() == TypeKind.ARRAY) {
            type = ((ArrayType) type).getComponentType();
        }
        return PrivateClasses.is(type) ? Set.of() : PrivateClasses.in(type);
    }

    /** A type of a parameter, to which any subclass can be passed. */
    static TypeName parameter(TypeMirror type, TypeNames names) {
        if (type.getKind() == TypeKind.ARRAY && !PrivateClasses.in(type).isEmpty()) {
            return ArrayTypeName.of(parameter(((ArrayType) type).getComponentType(), names));
        }
        return PrivateClasses.is(type) ? bound((TypeElement) ((DeclaredType) type).asElement(), names) : names.of(type);
    }

    private static TypeName bound(TypeElement type, TypeNames names) {
        return PrivateClasses.bounds(type).stream()
                .filter(bound -> PrivateClasses.in(bound).isEmpty() && !isRecord(bound))
                .findFirst()
                .map(names::of)
                .orElse(ClassName.OBJECT);
    }

    /** What stands for the classes in a signature or a body: for a class above another one, so does the bound. */
    static List<TypeVariableName> declarations(Set<TypeElement> types, TypeNames names) {
        Set<TypeElement> all = withBounds(types);
        return all.stream()
                .map(type -> PrivateClasses.nearest(type, all)
                        .map(above -> TypeVariableName.get(name(type), TypeVariableName.get(name(above))))
                        .orElseGet(() -> declaration(type, PrivateClasses.bounds(type), names)))
                .toList();
    }

    /** What stands for the classes in an accessor, where that for a record may be known by another bound only. */
    static List<TypeVariableName> ofAccessor(Set<TypeElement> types, TypeNames names) {
        return withBounds(types).stream()
                .map(type -> declaration(
                        type,
                        PrivateClasses.bounds(type).stream()
                                .filter(bound -> !isRecord(bound))
                                .toList(),
                        names))
                .toList();
    }

    private static boolean isRecord(TypeMirror type) {
        return type.toString().equals("java.lang.Record");
    }

    private static Set<TypeElement> withBounds(Set<TypeElement> types) {
        Set<TypeElement> all = new LinkedHashSet<>(types);
        types.forEach(type -> PrivateClasses.bounds(type).forEach(bound -> all.addAll(PrivateClasses.in(bound))));
        return all;
    }

    private static TypeVariableName declaration(TypeElement type, List<TypeMirror> bounds, TypeNames names) {
        return TypeVariableName.get(name(type), bounds.stream().map(names::of).toArray(TypeName[]::new));
    }

    private static String name(TypeElement type) {
        return type.getSimpleName().toString();
    }
}
