package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.asyncfn.processor.ir.Reference;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** A static method of the bridge for what cannot be done with a type parameter that stands for a private class. */
record TypeOperation(Reference.Bridged access, String constant, String name) {
    /** The class around a value that a pattern has matched. */
    static final String MATCHED = "Matched";

    /** What the test of a pattern gives, of which javac does not know that it is that class. */
    private static final String MAYBE = "MaybeMatched";

    /** The two classes around what patterns match. */
    static List<TypeSpec> classesForPatterns() {
        TypeVariableName t = TypeVariableName.get("T");
        TypeSpec maybe = TypeSpec.interfaceBuilder(MAYBE)
                .addJavadoc("What a pattern of a private type is tested against.\n\n@param <T> that type\n")
                .addModifiers(Modifier.PRIVATE)
                .addTypeVariable(t)
                .build();
        MethodSpec value = MethodSpec.constructorBuilder().addParameter(t, "value").build();
        TypeSpec matched = TypeSpec.recordBuilder(MATCHED)
                .addJavadoc("A value that a pattern has matched.\n\n@param <T> the pattern's type\n@param value the value\n")
                .addModifiers(Modifier.PRIVATE)
                .addTypeVariable(t)
                .recordConstructor(value)
                .addSuperinterface(ParameterizedTypeName.get(ClassName.get("", MAYBE), t))
                .build();
        return List.of(maybe, matched);
    }

    MethodSpec method() {
        TypeNames names = new TypeNames(List.of(), access.host());
        TypeName type = TypeVariableName.get(access.host().getSimpleName().toString());
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC);
        switch (access.kind()) {
            case IS ->
                method.returns(TypeName.BOOLEAN)
                        .addParameter(Object.class, "value")
                        .addStatement("return $L.isInstance(value)", constant);
            case CAST ->
                method.returns(type)
                        .addParameter(Object.class, "value")
                        .addStatement("return ($T) $L.cast(value)", type, constant);
            case AS ->
                method.returns(type)
                        .addParameter(Object.class, "value")
                        .addStatement("return $1L.isInstance(value) ? ($2T) value : null", constant, type);
            case MATCH ->
                method.returns(ParameterizedTypeName.get(ClassName.get("", MAYBE), type))
                        .addParameter(Object.class, "value")
                        .addStatement(
                                "return $L.isInstance(value) ? new $L<>(($T) value) : null", constant, MATCHED, type);
            case CLASS -> {
                TypeName classType = ParameterizedTypeName.get(ClassName.get(Class.class), type);
                method.returns(classType).addStatement("return ($T) $L", classType, constant);
            }
            case NEW_ARRAY ->
                method.returns(ArrayTypeName.of(type))
                        .addParameter(TypeName.INT, "length")
                        .addStatement("return ($T[]) $T.newInstance($L, length)", type, Array.class, constant);
            default ->
                method.returns(ArrayTypeName.of(type))
                        .addParameter(
                                ArrayTypeName.of(CarriedParameters.parameter(
                                        access.host().asType(), names)),
                                "values")
                        .varargs()
                        .addStatement(
                                "$T[] array = ($T[]) $T.newInstance($L, values.length)",
                                type,
                                type,
                                Array.class,
                                constant)
                        .addStatement("$T.arraycopy(values, 0, array, 0, values.length)", System.class)
                        .addStatement("return array");
        }
        if (access.kind() != Reference.BridgeKind.IS) {
            method.addTypeVariables(CarriedParameters.ofAccessor(Map.of(access.host(), List.of()), names))
                    .addAnnotation(Suppress.annotation(List.of("unchecked")));
        }
        return method.build();
    }
}
