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
                .filter(bound -> PrivateClasses.in(bound).isEmpty())
                .findFirst()
                .map(names::of)
                .orElse(ClassName.OBJECT);
    }

    /** What stands for the class. */
    static TypeVariableName declaration(TypeElement type, TypeNames names) {
        TypeName[] bounds = PrivateClasses.bounds(type).stream().map(names::of).toArray(TypeName[]::new);
        return TypeVariableName.get(type.getSimpleName().toString(), bounds);
    }

    static List<TypeVariableName> declarations(Set<TypeElement> types, TypeNames names) {
        Set<TypeElement> all = new LinkedHashSet<>(types);
        types.forEach(type -> PrivateClasses.bounds(type).forEach(bound -> all.addAll(PrivateClasses.in(bound))));
        return all.stream().map(type -> declaration(type, names)).toList();
    }
}
