package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.asyncfn.processor.ir.Reference;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/**
 * An interface of the bridge with the method of a private functional interface. A lambda or method reference is one, and what javac
 * generates for lambdas makes an object of the private interface out of it: the virtual machine knows no private interfaces, so the bridge
 * may implement it.
 *
 * @param access to the private interface
 * @param bridge the name of the bridge
 * @param accessor the name of the method that makes such objects
 * @param parameters the accessor's type parameters; the interface has no use for that of the private one itself
 */
record FunctionOfPrivate(Reference.Bridged access, String bridge, String accessor, List<TypeVariableName> parameters) {
    private static final String IMPLEMENTING = """
            Finds the handle that makes objects of a functional interface, as javac's code does for lambdas.

            @param type the interface
            @param method the name of its method
            @param own the type of that method where it is declared
            @param seen its type as a member of the interface
            @param function the interface with the same method that functions implement here
            @param called the type of its method
            @return a handle that takes a function and returns the object
            @throws ReflectiveOperationException if there is no such method
            """;

    FunctionOfPrivate {
        String itself = access.host().getSimpleName().toString();
        boolean mentioned = parts(access).stream()
                        .anyMatch(part -> PrivateClasses.in(part).contains(access.host()))
                || parameters.stream()
                        .filter(parameter -> !parameter.name().equals(itself))
                        .anyMatch(parameter -> parameter.bounds().toString().contains(itself));
        parameters = parameters.stream()
                .filter(parameter -> mentioned || !parameter.name().equals(itself))
                .toList();
    }

    /** The types of which the method is made. */
    static List<TypeMirror> parts(Reference.Bridged access) {
        ExecutableType type = (ExecutableType) access.type();
        return Stream.concat(Stream.of(type.getReturnType()), type.getParameterTypes().stream())
                .map(TypeMirror.class::cast)
                .toList();
    }

    private String simpleName() {
        return accessor.substring("new".length()) + "Function";
    }

    TypeName name() {
        ClassName raw = ClassName.get("", bridge, simpleName());
        return parameters.isEmpty() ? raw : ParameterizedTypeName.get(raw, parameters.toArray(TypeVariableName[]::new));
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(simpleName())
                .addModifiers(Modifier.PRIVATE)
                .addTypeVariables(parameters)
                .addJavadoc("What a {@code $L} does.\n\n", access.host().getSimpleName());
        parameters.forEach(parameter -> type.addJavadoc("@param <$L> as in the interface\n", parameter.name()));
        TypeNames names = new TypeNames(List.of(), access.host());
        MethodSpec method = method(names);
        if (names.namedRaw()) {
            type.addAnnotation(Suppress.annotation(List.of("rawtypes")));
        }
        return type.addMethod(method).build();
    }

    private MethodSpec method(TypeNames names) {
        ExecutableType type = (ExecutableType) access.type();
        MethodSpec.Builder method = MethodSpec.methodBuilder(methodName())
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(names.of(type.getReturnType()));
        int n = 0;
        for (TypeMirror parameter : type.getParameterTypes()) {
            method.addParameter(names.of(parameter), "a" + n++);
        }
        // What a lambda calls of the bridge throws the bound, too, where the exception is private.
        type.getThrownTypes().forEach(thrown -> method.addException(CarriedParameters.parameter(thrown, names)));
        MethodSpec made = method.build();
        return made.toBuilder().addJavadoc(AccessorDoc.ofFunction(access, made)).build();
    }

    private String methodName() {
        return access.member().getSimpleName().toString();
    }

    /**
     * The code that finds the handle by which such objects are made.
     *
     * @param type the code of the private interface
     * @param own the code of its method's type where that is declared
     * @param seen the same in the private interface
     */
    CodeBlock lookup(CodeBlock type, CodeBlock own, CodeBlock seen) {
        MethodSpec method = method(new TypeNames(List.of(), access.host()));
        List<TypeName> all = new ArrayList<>(List.of(method.returnType()));
        method.parameters().forEach(parameter -> all.add(parameter.type()));
        CodeBlock erased =
                all.stream().map(part -> CodeBlock.of("$T.class", erased(part))).collect(CodeBlock.joining(", "));
        return CodeBlock.of(
                "implementing($L, $S,\n$>$>$L,\n$L,\n$L.class, $T.methodType($L))$<$<",
                type,
                methodName(),
                own,
                seen,
                simpleName(),
                MethodType.class,
                erased);
    }

    /** What is left of a type, where names of private classes are type parameters. */
    private TypeName erased(TypeName type) {
        if (type instanceof ParameterizedTypeName parameterized) {
            return parameterized.rawType();
        }
        if (type instanceof ArrayTypeName array) {
            return ArrayTypeName.of(erased(array.componentType()));
        }
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(type.toString()))
                .findFirst()
                .map(parameter -> parameter.bounds().isEmpty()
                        ? ClassName.OBJECT
                        : erased(parameter.bounds().get(0)))
                .orElse(type);
    }

    static MethodSpec implementing() {
        TypeName anyClass =
                ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class));
        return MethodSpec.methodBuilder("implementing")
                .addJavadoc(IMPLEMENTING)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(MethodHandle.class)
                .addParameter(anyClass, "type")
                .addParameter(String.class, "method")
                .addParameter(MethodType.class, "own")
                .addParameter(MethodType.class, "seen")
                .addParameter(anyClass, "function")
                .addParameter(MethodType.class, "called")
                .addException(ReflectiveOperationException.class)
                .addStatement("$1T.Lookup here = $1T.lookup()", MethodHandles.class)
                .addStatement("$T call = here.findVirtual(function, method, called)", MethodHandle.class)
                .beginControlFlow("try")
                .addStatement(
                        "return $T.metafactory(here, method, $T.methodType(type, function), own, call, seen).getTarget()",
                        LambdaMetafactory.class,
                        MethodType.class)
                .nextControlFlow("catch ($T e)", LambdaConversionException.class)
                .addStatement("throw new $T(e)", ReflectiveOperationException.class)
                .endControlFlow()
                .build();
    }
}
