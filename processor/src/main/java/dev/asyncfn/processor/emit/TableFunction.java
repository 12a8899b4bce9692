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
import java.util.Set;
import javax.lang.model.element.VariableElement;

/**
 * The function that makes the future of a virtual async fn, as the entries of its tables have it.
 *
 * @param fn the entry
 * @param signature the async fn
 * @param name the simple name of the functional interface
 * @param hidesReceiver whether the receiver is an {@code Object} to the function: facades of other packages cannot name its type
 */
record TableFunction(OverriddenFn fn, Signature signature, String name, boolean hidesReceiver) {
    /** Of an async fn of this facade, or of another one. */
    static TableFunction of(OverriddenFn fn) {
        AsyncMethod method = new AsyncMethod(fn.element(), fn.owner(), fn.functionName() + "Future", List.of());
        return new TableFunction(
                fn,
                new Signature(method, ReferencePrinter.facade(fn.owner()), Set.of()),
                fn.functionName(),
                fn.hidesReceiver());
    }

    ClassName table() {
        return signature.facade().nestedClass(VirtualFns.TABLE);
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
                ? CodeBlock.of("($T) $L", signature.receiver(), signature.receiverName())
                : CodeBlock.of("$L", signature.receiverName());
    }

    /** Whether that takes a cast which javac cannot check. */
    boolean castsUnchecked() {
        return hidesReceiver && signature.receiver() instanceof ParameterizedTypeName;
    }

    /** The receiver, then the parameters of the method. */
    List<ParameterSpec> parameters() {
        List<ParameterSpec> parameters = new ArrayList<>();
        TypeName receiver = hidesReceiver ? ClassName.OBJECT : signature.receiver();
        parameters.add(ParameterSpec.builder(receiver, signature.receiverName()).build());
        for (VariableElement parameter : signature.parameters()) {
            parameters.add(ParameterSpec.builder(
                            signature.types().of(parameter.asType()),
                            parameter.getSimpleName().toString())
                    .build());
        }
        return parameters;
    }

    List<String> names() {
        return parameters().stream().map(ParameterSpec::name).toList();
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
            tags.append("@param <").append(parameter.name()).append("> as in the method or its class\n");
        }
        List<String> names = names();
        tags.append("@param ").append(names.get(0)).append(" the object on which the method is called\n");
        names.subList(1, names.size())
                .forEach(name -> tags.append("@param ").append(name).append(" as in the method\n"));
        return tags.append("@return a future that has not run yet\n").toString();
    }
}
