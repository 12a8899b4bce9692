package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.asyncfn.processor.ir.Reference;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** A static method of the bridge for what cannot be done with a type parameter that stands for a private class. */
record TypeOperation(Reference.Bridged access, String constant, String name) {
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
