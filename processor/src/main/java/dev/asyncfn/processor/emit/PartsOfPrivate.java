package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Reference.BridgeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * A record of the bridge with the components of a private one. A record pattern takes it apart in place of that, whose name it cannot say.
 *
 * @param access to the private record
 * @param constant the name of the constant that is its class
 * @param accessor the name of the method that gives the parts
 * @param parameters the type parameters of both
 */
record PartsOfPrivate(Reference.Bridged access, String constant, String accessor, List<TypeVariableName> parameters) {
    /** @param accessor the name of the method that gives the parts */
    static String simpleName(String accessor) {
        return accessor.substring("partsOf".length()) + "Parts";
    }

    /** What reads each component, by the component's name. */
    static Map<String, Reference.Bridged> components(Reference.Bridged access) {
        Map<String, Reference.Bridged> components = new LinkedHashMap<>();
        for (RecordComponentElement component :
                ElementFilter.recordComponentsIn(access.host().getEnclosedElements())) {
            ExecutableElement getter = component.getAccessor();
            components.put(
                    component.getSimpleName().toString(),
                    new Reference.Bridged(BridgeKind.CALL, access.host(), getter, getter.asType()));
        }
        return components;
    }

    /** The types of the components. */
    static List<TypeMirror> types(Reference.Bridged access) {
        return ElementFilter.recordComponentsIn(access.host().getEnclosedElements()).stream()
                .map(component -> component.getAccessor().getReturnType())
                .toList();
    }

    private TypeName name() {
        ClassName raw = ClassName.get("", simpleName(accessor));
        return parameters.isEmpty() ? raw : ParameterizedTypeName.get(raw, parameters.toArray(TypeVariableName[]::new));
    }

    /** @param handles gives the name of the handle that reads a component */
    MethodSpec method(Function<Reference.Bridged, String> handles) {
        MethodSpec.Builder declared = MethodSpec.methodBuilder(accessor)
                .addModifiers(Modifier.STATIC)
                .addTypeVariables(parameters)
                .returns(name())
                .addParameter(Object.class, "value")
                .addCode(body(handles));
        if (types(access).stream().anyMatch(type -> !Reifiable.is(type))) {
            declared.addAnnotation(Suppress.annotation(List.of("unchecked")));
        }
        MethodSpec method = declared.build();
        return method.toBuilder().addJavadoc(AccessorDoc.of(access, method)).build();
    }

    /** What an accessor throws is the cause of what a record pattern throws (JLS 14.30.2). */
    private CodeBlock body(Function<Reference.Bridged, String> handles) {
        TypeNames names = new TypeNames(List.of(), access.host());
        CodeBlock read = components(access).values().stream()
                .map(component -> CodeBlock.of(
                        "($T) $L.invoke(value)",
                        names.of(((ExecutableType) component.type()).getReturnType()),
                        handles.apply(component)))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.builder()
                .beginControlFlow("if (!$L.isInstance(value))", constant)
                .addStatement("return null")
                .endControlFlow()
                .beginControlFlow("try")
                .addStatement("return new $T($L)", name(), read)
                .nextControlFlow("catch ($T failure)", Throwable.class)
                .addStatement("throw new $T(failure.toString(), failure)", ClassName.get("java.lang", "MatchException"))
                .endControlFlow()
                .build();
    }

    TypeSpec type() {
        TypeNames names = new TypeNames(List.of(), access.host());
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        ElementFilter.recordComponentsIn(access.host().getEnclosedElements())
                .forEach(component -> components.addParameter(
                        names.of(component.getAccessor().getReturnType()),
                        component.getSimpleName().toString()));
        TypeSpec.Builder type = TypeSpec.recordBuilder(simpleName(accessor))
                .addModifiers(Modifier.PRIVATE)
                .addTypeVariables(parameters)
                .addJavadoc("The parts of a {@code $L}.\n\n", access.host().getSimpleName());
        parameters.forEach(parameter -> type.addJavadoc("@param <$L> as in the record\n", parameter.name()));
        components(access).keySet().forEach(component -> type.addJavadoc("@param $L as in the record\n", component));
        if (names.namedRaw()) {
            type.addAnnotation(Suppress.annotation(List.of("rawtypes")));
        }
        return type.recordConstructor(components.build()).build();
    }
}
