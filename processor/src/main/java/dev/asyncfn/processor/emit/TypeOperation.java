package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.asyncfn.processor.ir.Reference;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** A static method of the bridge for what cannot be done with a type parameter that stands for a private class. */
record TypeOperation(Reference.Bridged access, String constant, String name) {
    /** The class around a value that a pattern has matched. */
    static final String MATCHED = "Matched";

    /** What the test of a pattern gives, of which javac does not know that it is that class. */
    private static final String MAYBE = "MaybeMatched";

    private static final TypeName ANY_ENUM =
            ParameterizedTypeName.get(ClassName.get(Enum.class), WildcardTypeName.subtypeOf(Object.class));

    /** The two classes around what patterns match. */
    static List<TypeSpec> classesForPatterns() {
        TypeVariableName t = TypeVariableName.get("T");
        TypeSpec maybe = TypeSpec.interfaceBuilder(MAYBE)
                .addJavadoc("What a pattern of a private type is tested against.\n\n@param <T> that type\n")
                .addModifiers(Modifier.PRIVATE)
                .addTypeVariable(t)
                .build();
        MethodSpec value =
                MethodSpec.constructorBuilder().addParameter(t, "value").build();
        TypeSpec matched = TypeSpec.recordBuilder(MATCHED)
                .addJavadoc(
                        "A value that a pattern has matched.\n\n@param <T> the pattern's type\n@param value the value\n")
                .addModifiers(Modifier.PRIVATE)
                .addTypeVariable(t)
                .recordConstructor(value)
                .addSuperinterface(ParameterizedTypeName.get(ClassName.get("", MAYBE), t))
                .build();
        return List.of(maybe, matched);
    }

    MethodSpec method() {
        TypeNames names = new TypeNames(List.of(), access.host());
        TypeName type = type();
        String found = constant + ".arrayType()".repeat(isNewArray() ? dimensions() - 1 : dimensions());
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC);
        switch (access.kind()) {
            case IS ->
                method.returns(TypeName.BOOLEAN)
                        .addParameter(Object.class, "value")
                        .addStatement("return $L.isInstance(value)", found);
            case CAST ->
                method.returns(type)
                        .addParameter(Object.class, "value")
                        .addStatement("return ($T) $L.cast(value)", type, found);
            case AS ->
                method.returns(type)
                        .addParameter(Object.class, "value")
                        .addStatement("return $1L.isInstance(value) ? ($2T) value : null", found, type);
            case MATCH ->
                method.returns(ParameterizedTypeName.get(ClassName.get("", MAYBE), type))
                        .addParameter(Object.class, "value")
                        .addStatement(
                                "return $L.isInstance(value) ? new $L<>(($T) value) : null", found, MATCHED, type);
            case NAME ->
                method.returns(String.class)
                        .addParameter(Object.class, "value")
                        .addStatement("return value == null ? null : (($T) value).name()", ANY_ENUM);
            case CLASS -> {
                TypeName classType = ParameterizedTypeName.get(ClassName.get(Class.class), type);
                method.returns(classType).addStatement("return ($T) $L", classType, found);
            }
            case INITIALISE -> {}
            case LOOKUP -> method.returns(MethodHandles.Lookup.class).addStatement("return $L", constant);
            case NEW_ARRAY -> newArray(method.returns(type), type, found);
            default ->
                arrayOf(
                        method.returns(type).addParameter(CarriedParameters.parameter(access.type(), names), "values"),
                        type,
                        found);
        }
        if (!access.kind().isPlain()) {
            method.addTypeVariables(CarriedParameters.ofAccessor(Map.of(access.host(), List.of()), names))
                    .addAnnotation(Suppress.annotation(List.of("unchecked")));
        }
        return method.build();
    }

    /** An array initializer. */
    private static void arrayOf(MethodSpec.Builder method, TypeName type, String component) {
        method.varargs()
                .addStatement("$T array = ($T) $T.newInstance($L, values.length)", type, type, Array.class, component)
                .addStatement("$T.arraycopy(values, 0, array, 0, values.length)", System.class)
                .addStatement("return array");
    }

    /** Dimensions without a length stay without an array. */
    private void newArray(MethodSpec.Builder method, TypeName type, String component) {
        if (dimensions() == 1) {
            method.addParameter(TypeName.INT, "length")
                    .addStatement("return ($T) $T.newInstance($L, length)", type, Array.class, component);
            return;
        }
        method.addParameter(ArrayTypeName.of(TypeName.INT), "lengths")
                .varargs()
                .addStatement(
                        "$T component = $L",
                        ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class)),
                        constant)
                .beginControlFlow("for (int i = lengths.length; i < $L; i++)", dimensions())
                .addStatement("component = component.arrayType()")
                .endControlFlow()
                .addStatement("return ($T) $T.newInstance(component, lengths)", type, Array.class);
    }

    private boolean isNewArray() {
        return access.kind() == Reference.BridgeKind.NEW_ARRAY || access.kind() == Reference.BridgeKind.ARRAY_OF;
    }

    private int dimensions() {
        return dimensions(access);
    }

    /** How many dimensions the type has for which something is done: none if it is the class itself. */
    static int dimensions(Reference.Bridged access) {
        int n = 0;
        for (TypeMirror type = access.type(); type instanceof ArrayType array; type = array.getComponentType()) {
            n++;
        }
        return n;
    }

    private TypeName type() {
        TypeName type = TypeVariableName.get(access.host().getSimpleName().toString());
        for (int n = dimensions(); n > 0; n--) {
            type = ArrayTypeName.of(type);
        }
        return type;
    }
}
