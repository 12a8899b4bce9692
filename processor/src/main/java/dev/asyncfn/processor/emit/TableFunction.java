package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.asyncfn.processor.model.AsyncMethod;
import dev.asyncfn.processor.model.OverriddenFn;
import dev.asyncfn.processor.model.VirtualFns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.VariableElement;

/**
 * The function that makes the future of a virtual async fn, as the entries of its tables have it.
 *
 * @param fn the entry
 * @param signature the async fn
 * @param name the simple name of the functional interface
 * @param names of the receiver and the parameters; those of another file are not known where it is a class file
 * @param hidesReceiver whether the receiver is an {@code Object} to the function: facades of other packages cannot name its type
 */
record TableFunction(OverriddenFn fn, Signature signature, String name, List<String> names, boolean hidesReceiver) {
    /** Of an async fn of this facade, with its own names. */
    static TableFunction of(OverriddenFn fn, Signature signature, boolean hidesReceiver) {
        return new TableFunction(fn, signature, fn.functionName(), namesOf(signature), hidesReceiver);
    }

    /** Of an async fn that one of this facade overrides, with the names that it has there. */
    static TableFunction of(OverriddenFn fn, Signature override) {
        return of(fn, namesOf(override));
    }

    /** Of an async fn of another file that is implemented by one of yet another. */
    static TableFunction unnamed(OverriddenFn fn) {
        List<String> names = new ArrayList<>(List.of("self"));
        for (int i = 1; i <= fn.element().getParameters().size(); i++) {
            names.add("argument" + i);
        }
        return of(fn, names);
    }

    private static TableFunction of(OverriddenFn fn, List<String> names) {
        AsyncMethod method = new AsyncMethod(fn.element(), fn.owner(), fn.functionName() + "Future", List.of());
        return new TableFunction(
                fn,
                new Signature(method, ReferencePrinter.facade(fn.owner()), Map.of()),
                fn.functionName(),
                names,
                fn.hidesReceiver());
    }

    private static List<String> namesOf(Signature signature) {
        List<String> names = new ArrayList<>(List.of(signature.receiverName()));
        signature.parameters().forEach(p -> names.add(p.getSimpleName().toString()));
        return names;
    }

    ClassName table() {
        return signature.facade().nestedClass(fn.tableName());
    }

    ClassName type() {
        return table().nestedClass(name);
    }

    String field() {
        return VirtualFns.fieldName(signature.element(), name);
    }

    /** Erased, it is the same whatever the method promises, so that facades of other versions can be linked. */
    TypeName future() {
        return ParameterizedTypeName.get(RuntimeTypes.FUTURE, signature.boxedResult());
    }

    boolean isGeneric() {
        return !signature.typeParameters().isEmpty();
    }

    /** The receiver as the type that it has. */
    CodeBlock receiver() {
        return hidesReceiver
                ? CodeBlock.of("($T) $L", signature.receiver(), names.get(0))
                : CodeBlock.of("$L", names.get(0));
    }

    /** Whether that takes a cast which javac cannot check. */
    boolean castsUnchecked() {
        return hidesReceiver && signature.receiver() instanceof ParameterizedTypeName;
    }

    /** The receiver, then the parameters of the method. */
    List<ParameterSpec> parameters() {
        List<ParameterSpec> parameters = new ArrayList<>();
        TypeName receiver = hidesReceiver ? ClassName.OBJECT : signature.receiver();
        parameters.add(ParameterSpec.builder(receiver, names.get(0)).build());
        for (VariableElement parameter : signature.parameters()) {
            String name = names.get(parameters.size());
            parameters.add(ParameterSpec.builder(signature.types().of(parameter.asType()), name)
                    .build());
        }
        return parameters;
    }

    /** A method with the parameters and the result of the function. */
    MethodSpec.Builder method(String methodName) {
        return MethodSpec.methodBuilder(methodName)
                .addTypeVariables(signature.typeParameters())
                .addParameters(parameters())
                .returns(future());
    }

    /** The tags of such a method's Javadoc. */
    String tags() {
        StringBuilder tags = new StringBuilder("\n");
        for (TypeVariableName parameter : signature.typeParameters()) {
            tags.append("@param <").append(parameter.name()).append("> that of the method or its class\n");
        }
        tags.append("@param ").append(names.get(0)).append(" the object on which the method is called\n");
        names.subList(1, names.size())
                .forEach(name -> tags.append("@param ").append(name).append(" the parameter of the method\n"));
        return tags.append("@return a future that has not run yet\n").toString();
    }
}
