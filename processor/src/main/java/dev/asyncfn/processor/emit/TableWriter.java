package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.asyncfn.processor.collect.ErasedSignature;
import dev.asyncfn.processor.collect.FactoryOverloads;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Reference.BridgeKind;
import dev.asyncfn.processor.model.VirtualFns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;

/** Writes the vtable of a class: its type, and where the tables are found. */
final class TableWriter {
    private final TypeElement owner;
    private final List<TableFunction> functions;
    private final Elements elements;
    private final BridgeWriter bridge;

    /** @param functions those of the virtual async fns, of which there is one at least */
    TableWriter(TypeElement owner, List<TableFunction> functions, Elements elements, BridgeWriter bridge) {
        this.owner = owner;
        this.functions = functions;
        this.elements = elements;
        this.bridge = bridge;
    }

    private ClassName ownerName() {
        return TypeNames.PLAIN.of(owner);
    }

    /** A private class has no literal here: the bridge finds it. */
    private CodeBlock ownerClass() {
        return PrivateClasses.is(owner)
                ? CodeBlock.of(
                        "$T.$L()",
                        bridgeClass(),
                        bridge.accessor(new Reference.Bridged(BridgeKind.CLASS, owner, owner, owner.asType())))
                : CodeBlock.of("$T.class", ownerName());
    }

    /** In a comment; doclint finds no private class. */
    static CodeBlock mention(TypeElement type, ClassName name) {
        return PrivateClasses.is(type)
                ? CodeBlock.of("{@code $L}", type.getSimpleName())
                : CodeBlock.of("{@link $T}", name);
    }

    private ClassName bridgeClass() {
        return functions.get(0).signature().facade().nestedClass(bridge.name());
    }

    /** What the factory of a virtual async fn returns. */
    static CodeBlock dispatch(TableFunction function) {
        String arguments = String.join(", ", function.names());
        CodeBlock future = CodeBlock.of(
                "$L.of($L).$L.future($L)",
                VirtualFns.TABLES,
                function.signature().receiverName(),
                function.field(),
                arguments);
        return function.signature().isFallible()
                ? CodeBlock.of("$T.fallible($L)", RuntimeTypes.ASYNC_TABLE, future)
                : future;
    }

    FieldSpec tables() {
        ClassName table = functions.get(0).table();
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeTypes.ASYNC_TABLE, table),
                        VirtualFns.TABLES,
                        visibility(Modifier.STATIC, Modifier.FINAL))
                .addJavadoc(
                        "The vtables of $L: a table for each class of receivers, composed at its first call.\n",
                        mention(owner, ownerName()))
                .initializer("$T.of($L, $T::new)", RuntimeTypes.ASYNC_TABLE, ownerClass(), table)
                .build();
    }

    TypeSpec table() {
        TypeSpec.Builder type = TypeSpec.classBuilder(functions.get(0).table())
                .addJavadoc("""
                        A vtable: for each async fn of $L that can be overridden, the function that creates
                        the future of a class's override. Java's virtual machine finds the method of a call in such a table of
                        the receiver's class; the factories find the future in the same way.

                        <p>An override that is an async fn has an entry, which its own generated class has put into the
                        table. Any other override, such as that of a mock or a lambda, is called directly, in the first poll.
                        """, mention(owner, ownerName()))
                .addModifiers(visibility(Modifier.STATIC, Modifier.FINAL));
        for (TableFunction function : functions) {
            type.addField(FieldSpec.builder(function.type(), function.field(), Modifier.PRIVATE, Modifier.FINAL)
                    .addJavadoc(
                            "Makes the futures of {@code $L}.\n",
                            function.signature().name())
                    .build());
        }
        type.addMethod(constructor());
        functions.stream().filter(TableFunction::isGeneric).forEach(function -> type.addMethod(calling(function)));
        functions.stream()
                .filter(function ->
                        FactoryOverloads.anyConfused(function.signature().element()))
                .forEach(function -> type.addMethod(secondFactory(function)));
        functions.forEach(function -> type.addType(functionType(function)));
        Set<String> allowed = allowed();
        if (!allowed.isEmpty()) {
            type.addAnnotation(Suppress.annotation(allowed));
        }
        return type.build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addJavadoc("Composes the table of a class.\n\n@param overrides the overrides that the class has\n")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeTypes.OVERRIDES, "overrides");
        for (TableFunction function : functions) {
            constructor.addStatement(
                    "$L = overrides.nearest(\n$T.class,\n$L,\n$S)",
                    function.field(),
                    function.type(),
                    function.isGeneric()
                            ? CodeBlock.of("$L::$L", function.fn().tableName(), called(function))
                            : call(function, true),
                    ErasedSignature.of(function.signature().element(), elements));
        }
        return constructor.build();
    }

    private Set<String> allowed() {
        Set<String> allowed = new TreeSet<>();
        for (TableFunction function : functions) {
            allowed.addAll(new FactoryAnnotations(function.signature()).allowed());
            if (function.castsUnchecked()) {
                allowed.add("unchecked");
            }
            allowed.addAll(Deprecations.of(function.signature().element())); // which is called itself
        }
        return allowed;
    }

    /** The future of a call of the method itself, as a lambda that makes it or as an expression. */
    private CodeBlock call(TableFunction function, boolean asLambda) {
        Signature signature = function.signature();
        List<String> names = function.names();
        CodeBlock call = needsBridge(signature.element())
                ? bridged(function)
                : CodeBlock.of(
                        "$L.$L($L)",
                        function.hidesReceiver() ? CodeBlock.of("($L)", function.receiver()) : function.receiver(),
                        signature.name(),
                        String.join(", ", names.subList(1, names.size())));
        CodeBlock method = signature.result().getKind() == TypeKind.VOID
                ? CodeBlock.of("() -> {\n$>$L;\nreturn null;\n$<}", call)
                : CodeBlock.of("() -> $L", call);
        CodeBlock future = CodeBlock.of("$T.call($L)", RuntimeTypes.ASYNC_TABLE, method);
        return asLambda ? CodeBlock.of("($L) -> $L", String.join(", ", names), future) : future;
    }

    /** Whether it is a private class's, or type parameters stand for such classes in its signature. */
    private boolean needsBridge(ExecutableElement method) {
        return PrivateClasses.is(owner)
                || !PrivateClasses.in(method.getReturnType()).isEmpty()
                || method.getParameters().stream()
                        .anyMatch(parameter ->
                                !PrivateClasses.in(parameter.asType()).isEmpty());
    }

    /** The same of such a method. */
    private CodeBlock bridged(TableFunction function) {
        ExecutableElement method = function.signature().element();
        Reference.Bridged access = new Reference.Bridged(BridgeKind.CALL, owner, method, method.asType());
        String arguments = String.join(", ", function.names());
        String carried = String.join(", ", bridge.carriedArguments(access));
        return CodeBlock.of(
                "$T.$L$L($L)",
                bridgeClass(),
                carried.isEmpty() ? "" : "<" + carried + ">",
                bridge.accessor(access),
                arguments);
    }

    private static String called(TableFunction function) {
        return "call" + function.name();
    }

    /** A lambda cannot be generic. */
    private MethodSpec calling(TableFunction function) {
        return function.method(called(function))
                .addJavadoc("Calls the method itself.\n$L", function.tags())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addStatement("return $L", call(function, false))
                .build();
    }

    /** The factory under a name of its own, for calls in which overloads may be confused. */
    private static MethodSpec secondFactory(TableFunction function) {
        Signature signature = function.signature();
        return TableFunction.of(function.fn(), signature, false)
                .method(function.field())
                .addJavadoc("As the factory of the method, under a name that no overload has.\n$L", function.tags())
                .addAnnotations(new FactoryAnnotations(signature).list())
                .addModifiers(signature.visibility())
                .addModifiers(Modifier.STATIC)
                .varargs(signature.element().isVarArgs())
                .returns(signature.implemented())
                .addStatement("return $L", dispatch(function))
                .build();
    }

    private static TypeSpec functionType(TableFunction function) {
        return TypeSpec.interfaceBuilder(function.name())
                .addJavadoc("The entry of {@code $L}.\n", function.signature().name())
                .addAnnotation(FunctionalInterface.class)
                .addModifiers(function.signature().visibility())
                .addMethod(function.method("future")
                        .addJavadoc("Makes the future of the override.\n$L", function.tags())
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .build())
                .build();
    }

    private Modifier[] visibility(Modifier... others) {
        boolean isPublic =
                functions.stream().anyMatch(function -> function.signature().visibility().length > 0);
        List<Modifier> modifiers = new ArrayList<>(isPublic ? List.of(Modifier.PUBLIC) : List.of());
        Stream.of(others).forEach(modifiers::add);
        return modifiers.toArray(Modifier[]::new);
    }
}
