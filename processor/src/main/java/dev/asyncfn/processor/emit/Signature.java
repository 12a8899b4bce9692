package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.asyncfn.processor.collect.Failure;
import dev.asyncfn.processor.model.AsyncMethod;
import dev.asyncfn.processor.model.BlockFn;
import dev.asyncfn.processor.model.FactoryNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What the generated factory and future of an async fn share: its types as they are seen from outside.
 *
 * @param facade the class in which the future is nested, which is a future itself if this is an async block
 */
record Signature(AsyncMethod method, ClassName facade, Map<TypeElement, List<TypeMirror>> carried) {

    /** That of an async block in its body. */
    Signature ofBlock(BlockFn block) {
        AsyncMethod fn =
                new AsyncMethod(block, (TypeElement) block.getEnclosingElement(), block.futureName(), List.of());
        return new Signature(fn, futureClass(), carried);
    }

    boolean isBlock() {
        return element() instanceof BlockFn;
    }

    TypeNames types() {
        return new TypeNames(List.of(), element());
    }

    /** As {@link #types}, for what checkers of callers see: a declared parameter, result or bound. An async block has no callers. */
    TypeNames annotated() {
        return isBlock() ? types() : TypeNames.annotated(element(), new ValueAnnotations(element())::ofType);
    }

    ExecutableElement element() {
        return method.element();
    }

    String name() {
        return element().getSimpleName().toString();
    }

    String factoryName() {
        return FactoryNames.of(element());
    }

    boolean isStatic() {
        return element().getModifiers().contains(Modifier.STATIC);
    }

    List<? extends VariableElement> parameters() {
        return element().getParameters();
    }

    /** Those of the method and its classes, then those that stand for private classes in the signature. */
    List<TypeVariableName> typeParameters() {
        List<TypeVariableName> parameters = new ArrayList<>(TypeNames.parametersOf(element()));
        parameters.addAll(ofSignature());
        return parameters;
    }

    /** The same as they are declared. */
    List<TypeVariableName> declaredParameters() {
        List<TypeVariableName> parameters = new ArrayList<>(annotated().allOf(element()));
        parameters.addAll(ofSignature());
        return parameters;
    }

    private List<TypeVariableName> ofSignature() {
        return CarriedParameters.ofSignature(PrivateClasses.typesIn(CarriedParameters.signature(element())), types());
    }

    /** Those of the body alone. */
    List<TypeVariableName> ofBody() {
        List<String> known = ofSignature().stream().map(TypeVariableName::name).toList();
        return CarriedParameters.ofBody(carried, types()).stream()
                .filter(parameter -> !known.contains(parameter.name()))
                .toList();
    }

    ClassName futureClass() {
        return facade.nestedClass(method.futureName());
    }

    /** The type parameters of the future's class: more of them stand for private classes. */
    List<TypeVariableName> classParameters() {
        List<TypeVariableName> parameters = new ArrayList<>(typeParameters());
        parameters.addAll(ofBody());
        return parameters;
    }

    /** The same as they are declared. */
    List<TypeVariableName> declaredClassParameters() {
        List<TypeVariableName> parameters = new ArrayList<>(declaredParameters());
        parameters.addAll(ofBody());
        return parameters;
    }

    /** The future's type with its own parameters as arguments. */
    TypeName futureType() {
        List<TypeName> arguments = new ArrayList<>(typeParameters());
        ofBody().forEach(hidden -> arguments.add(WildcardTypeName.subtypeOf(Object.class)));
        return arguments.isEmpty()
                ? futureClass()
                : ParameterizedTypeName.get(futureClass(), arguments.toArray(new TypeName[0]));
    }

    /** What the factory returns: that of a virtual async fn does not know whose future it makes. */
    TypeName returned() {
        return method.isVirtual() ? implemented() : futureType();
    }

    /**
     * The class of the future as it is created. No diamond: javac infers nothing for a parameter like {@code Predicate<? super T>} where
     * T is bounded by itself.
     */
    CodeBlock created() {
        return ofBody().isEmpty() ? CodeBlock.of("$T", futureType()) : CodeBlock.of("$T<>", futureClass());
    }

    TypeName receiver() {
        return types().of(method.owner().asType());
    }

    TypeMirror result() {
        return element().getReturnType();
    }

    TypeName boxedResult() {
        return types().boxed(result());
    }

    /** The same as callers see it. */
    TypeName declaredResult() {
        return annotated().boxed(result());
    }

    boolean isVoid() {
        return result().getKind() == TypeKind.VOID;
    }

    /** Whether the future says which checked exception it throws. */
    boolean isFallible() {
        return Failure.of(element()) != null;
    }

    /** The {@code TryFuture} that the future's class is, if it names an exception. */
    Optional<TypeName> named() {
        return Failure.isNamedForOverridden(method)
                ? Optional.of(ParameterizedTypeName.get(
                        RuntimeTypes.TRY_FUTURE, declaredResult(), ClassName.get(RuntimeException.class)))
                : Optional.of(implemented()).filter(type -> isFallible());
    }

    /** {@code Future<T>}, or {@code TryFuture<T, E>} if the method declares checked exceptions. */
    TypeName implemented() {
        TypeMirror failure = Failure.of(element());
        return failure == null
                ? ParameterizedTypeName.get(RuntimeTypes.FUTURE, declaredResult())
                : ParameterizedTypeName.get(RuntimeTypes.TRY_FUTURE, declaredResult(), types().of(failure));
    }

    /** A name for the receiver that no parameter has. */
    String receiverName() {
        String name = "self";
        while (isParameter(name)) {
            name += "_";
        }
        return name;
    }

    private boolean isParameter(String name) {
        return parameters().stream().anyMatch(p -> p.getSimpleName().contentEquals(name));
    }

    /**
     * The visibility of what is generated. A private fn's factory must at least be seen from its own class, and a
     * protected one's from subclasses in other packages.
     */
    Modifier[] visibility() {
        boolean isPublic = element().getModifiers().contains(Modifier.PUBLIC)
                || element().getModifiers().contains(Modifier.PROTECTED)
                || method.owner().getKind().isInterface()
                        && !element().getModifiers().contains(Modifier.PRIVATE);
        return isPublic ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0];
    }
}
