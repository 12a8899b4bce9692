package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The type parameters that stand for private classes. */
final class CarriedParameters {
    private CarriedParameters() {}

    /** Whether a type of a parameter is a private class, or an array of one, which is passed as its bound. */
    static boolean isPassedAsBound(TypeMirror parameter) {
        TypeMirror type = parameter;
        while (type.getKind() == TypeKind.ARRAY) {
            type = ((ArrayType) type).getComponentType();
        }
        return PrivateClasses.is(type);
    }

    /** A type of a parameter, to which any subclass can be passed. */
    static TypeName parameter(TypeMirror type, TypeNames names) {
        if (type.getKind() == TypeKind.ARRAY && !PrivateClasses.in(type).isEmpty()) {
            return ArrayTypeName.of(parameter(((ArrayType) type).getComponentType(), names));
        }
        return PrivateClasses.is(type) ? bound((DeclaredType) type, names) : names.of(type);
    }

    private static TypeName bound(DeclaredType type, TypeNames names) {
        return CarriedBound.of((TypeElement) type.asElement(), names).stream()
                .filter(bound -> bound.isOfClass() && !bound.isRecord())
                .filter(bound -> PrivateClasses.in(bound.type()).isEmpty())
                .findFirst()
                .map(CarriedBound::name)
                .orElse(ClassName.OBJECT);
    }

    /** What stands for the classes in a body: for a class above another one, so does the bound. */
    static List<TypeVariableName> ofBody(Map<TypeElement, List<TypeMirror>> types, TypeNames names) {
        return types.keySet().stream()
                .map(type -> declaration(
                        type,
                        types.get(type).stream()
                                .filter(bound -> !bound.toString().equals("java.lang.Object"))
                                .map(names::of)
                                .distinct()
                                .toList()))
                .toList();
    }

    /** The names of what stands for the private classes in the signature of an async fn, as its factory declares them. */
    static List<String> ofSignature(ExecutableElement fn) {
        return withBounds(PrivateClasses.typesIn(signature(fn))).keySet().stream()
                .map(CarriedParameters::name)
                .toList();
    }

    /** All types of which the signature of an async fn is made. */
    static List<TypeMirror> signature(ExecutableElement fn) {
        List<TypeMirror> types = new ArrayList<>();
        if (!fn.getModifiers().contains(Modifier.STATIC)) {
            types.add(fn.getEnclosingElement().asType());
        }
        fn.getParameters().forEach(parameter -> types.add(parameter.asType()));
        types.add(fn.getReturnType());
        fn.getTypeParameters().forEach(own -> types.addAll(own.getBounds()));
        return types;
    }

    /** What stands for the classes in a signature, with the types of each that it mentions. */
    static List<TypeVariableName> ofSignature(Map<TypeElement, List<DeclaredType>> types, TypeNames names) {
        Map<TypeElement, List<DeclaredType>> all = withBounds(types);
        return all.keySet().stream()
                .map(type -> declaration(type, names(bounds(type, all.get(type), names))))
                .toList();
    }

    /** What stands for the classes in an accessor, where that for a record may be known by another bound only. */
    static List<TypeVariableName> ofAccessor(Map<TypeElement, List<DeclaredType>> types, TypeNames names) {
        Map<TypeElement, List<DeclaredType>> all = withBounds(types);
        return all.keySet().stream()
                .map(type -> declaration(
                        type,
                        names(bounds(type, all.get(type), names).stream()
                                .filter(bound -> !bound.isRecord())
                                .toList())))
                .toList();
    }

    /** Those that no type argument of the class changes, unless all types of it have the same. */
    private static List<CarriedBound> bounds(TypeElement type, List<DeclaredType> seen, TypeNames names) {
        Set<List<CarriedBound>> different =
                seen.stream().map(each -> CarriedBound.of(each, names)).collect(Collectors.toSet());
        return different.size() == 1
                ? different.iterator().next()
                : CarriedBound.of(type, names).stream()
                        .filter(CarriedBound::isOfClass)
                        .toList();
    }

    private static List<TypeName> names(List<CarriedBound> bounds) {
        return bounds.stream().map(CarriedBound::name).distinct().toList();
    }

    private static Map<TypeElement, List<DeclaredType>> withBounds(Map<TypeElement, List<DeclaredType>> types) {
        Map<TypeElement, List<DeclaredType>> all = new LinkedHashMap<>(types);
        types.keySet()
                .forEach(type -> CarriedBound.of(type, TypeNames.PLAIN)
                        .forEach(bound ->
                                PrivateClasses.typesIn(List.of(bound.type())).forEach(all::putIfAbsent)));
        return all;
    }

    private static TypeVariableName declaration(TypeElement type, List<TypeName> bounds) {
        return TypeVariableName.get(name(type), bounds.toArray(TypeName[]::new));
    }

    private static String name(TypeElement type) {
        return type.getSimpleName().toString();
    }
}
