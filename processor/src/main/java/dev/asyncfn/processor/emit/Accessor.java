package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Reference.BridgeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * One static method of the bridge, and the handle that it goes through.
 *
 * @param constant what the handle is called where the method stands
 */
record Accessor(MemberHandle handle, String constant, String name) {
    private Reference.Bridged access() {
        return handle.access();
    }

    private TypeNames types() {
        return handle.types();
    }

    /** @param bridge the name of its class */
    CodeBlock found(Map<TypeElement, String> lookups, String bridge) {
        return function(bridge).map(function -> handle.found(function, lookups)).orElseGet(() -> handle.found(lookups));
    }

    /** What is implemented in place of a private functional interface; empty if it is another accessor. */
    Optional<FunctionOfPrivate> function(String bridge) {
        return access().kind() == BridgeKind.FUNCTION
                ? Optional.of(new FunctionOfPrivate(access(), bridge, name, typeParameters(types())))
                : Optional.empty();
    }

    /** What a record pattern takes apart in place of a private record. */
    PartsOfPrivate parts() {
        return new PartsOfPrivate(access(), constant, name, typeParameters(types()));
    }

    // ---- the method

    /** @param bridge the name of its class */
    MethodSpec method(String bridge) {
        if (handle.isOfType()) {
            MethodSpec operation = new TypeOperation(access(), constant, name).method();
            return operation.toBuilder()
                    .addJavadoc(AccessorDoc.of(access(), operation))
                    .build();
        }
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC).addTypeVariables(typeParameters(types()));
        if (access().discards()) {
            method.addParameter(ClassName.OBJECT, "evaluated");
        }
        parameters()
                .forEach((parameter, type) ->
                        method.addParameter(CarriedParameters.parameter(type, types()), parameter));
        TypeName result = result();
        method.returns(result);
        if (access().kind() == BridgeKind.FUNCTION) {
            method.addParameter(function(bridge).orElseThrow().name(), "function");
        } else if (access().type() instanceof ExecutableType executable) {
            method.varargs(((ExecutableElement) access().member()).isVarArgs() && !handle.collectsPrivate());
            executable
                    .getThrownTypes()
                    .forEach(thrown -> method.addException(CarriedParameters.parameter(thrown, types())));
        }
        if (isHeapPolluting()) {
            method.addAnnotation(SafeVarargs.class);
        }
        List<String> allowed = allowed();
        if (!allowed.isEmpty()) {
            method.addAnnotation(Suppress.annotation(allowed));
        }
        method.addCode(handle.isField() ? fieldBody() : callBody(result, bridge));
        return method.addJavadoc(AccessorDoc.of(access(), method.build())).build();
    }

    /** The warnings that naming its types anywhere gives. */
    Set<String> deprecations() {
        Set<String> found = new TreeSet<>(Deprecations.in(access().host().asType()));
        // Bounds stand in the headers of methods, and handles are found by their classes.
        found.addAll(Deprecations.inBounds(access().host()));
        if (access().above() != null) {
            found.addAll(Deprecations.in(access().above().asType()));
        }
        if (handle.isOfType()) {
            return found;
        }
        if (access().member() instanceof Parameterizable generic) {
            found.addAll(Deprecations.inBounds(generic));
        }
        if (access().member().getEnclosingElement() instanceof TypeElement declaring) {
            found.addAll(Deprecations.in(declaring.asType()));
        }
        found.addAll(Deprecations.in(resultType()));
        parameters().values().forEach(type -> found.addAll(Deprecations.in(type)));
        if (access().kind() == BridgeKind.FUNCTION) {
            FunctionOfPrivate.parts(access()).forEach(type -> found.addAll(Deprecations.in(type)));
        }
        return found;
    }

    private List<String> allowed() {
        List<String> allowed = new ArrayList<>();
        if (!Reifiable.is(resultType())) {
            allowed.add("unchecked");
        }
        if (isHeapPolluting()) {
            allowed.add("varargs");
        }
        if (namesRawTypes()) {
            allowed.add("rawtypes");
        }
        return allowed;
    }

    private boolean namesRawTypes() {
        TypeNames names = types();
        names.of(resultType());
        parameters().values().forEach(names::of);
        typeParameters(names);
        return names.namedRaw();
    }

    private boolean isHeapPolluting() {
        if (!(access().member() instanceof ExecutableElement executable)
                || access().kind() == BridgeKind.FUNCTION
                || !executable.isVarArgs()
                || handle.collectsPrivate()) {
            return false;
        }
        List<? extends TypeMirror> parameters = ((ExecutableType) access().type()).getParameterTypes();
        return !Reifiable.is(parameters.get(parameters.size() - 1));
    }

    private List<TypeVariableName> typeParameters(TypeNames names) {
        List<TypeVariableName> parameters = new ArrayList<>();
        boolean ofRecord = access().kind() == BridgeKind.PARTS;
        if (ofRecord || !handle.isOfType() && !handle.isStatic() && isParameterized(access().self())) {
            // A body need not mention a private type that only a bound does, and no wildcard satisfies a recursive
            // bound.
            parameters.addAll(names.declarationsOf(
                    access().host(),
                    bound -> !ofRecord && PrivateClasses.in(bound).isEmpty()));
        }
        if (access().type() instanceof ExecutableType executable) {
            parameters.addAll(names.declarations(executable.getTypeVariables()));
        }
        parameters.addAll(CarriedParameters.ofAccessor(carried(), names));
        return parameters;
    }

    /** The private classes that type parameters stand for, with the types of each that are mentioned. */
    private Map<TypeElement, List<DeclaredType>> carried() {
        if (handle.isOfType() && access().kind() != BridgeKind.PARTS) {
            return access().kind().isPlain() ? Map.of() : Map.of(access().host(), List.of());
        }
        List<TypeMirror> given =
                access().kind() == BridgeKind.PARTS ? PartsOfPrivate.types(access()) : List.of(resultType());
        List<TypeMirror> mentioning = new ArrayList<>(given);
        if (access().kind() != BridgeKind.PARTS) {
            mentioning.addAll(parameters().values());
        }
        mentioning.removeIf(CarriedParameters::isPassedAsBound);
        if (access().kind() == BridgeKind.FUNCTION) {
            mentioning.addAll(FunctionOfPrivate.parts(access()));
        }
        if (access().type() instanceof ExecutableType executable) {
            executable.getTypeVariables().forEach(own -> mentioning.add(own.getUpperBound()));
        }
        Map<TypeElement, List<DeclaredType>> carried = new LinkedHashMap<>();
        given.stream()
                .flatMap(type -> PrivateClasses.in(type).stream())
                .forEach(type -> carried.put(type, List.of())); // of the result itself nothing is asked
        carried.putAll(PrivateClasses.typesIn(mentioning));
        return carried;
    }

    /** The names of the type parameters that stand for private classes, if no other ones come before them. */
    List<String> carriedArguments() {
        List<TypeVariableName> all = typeParameters(types());
        List<TypeVariableName> carried = CarriedParameters.ofAccessor(carried(), types());
        boolean isInferred = access().kind() != BridgeKind.PARTS
                && PrivateClasses.in(resultType()).isEmpty();
        return all.size() == carried.size() && !isInferred
                ? carried.stream().map(TypeVariableName::name).toList()
                : List.of();
    }

    /** The names of all those type parameters. */
    List<String> allCarried() {
        return CarriedParameters.ofAccessor(carried(), types()).stream()
                .map(TypeVariableName::name)
                .toList();
    }

    /** A raw type leaves the type parameters of its class without a meaning. */
    private static boolean isParameterized(TypeMirror type) {
        return type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && (!declared.getTypeArguments().isEmpty() || isParameterized(declared.getEnclosingType()));
    }

    private TypeMirror resultType() {
        return switch (access().kind()) {
            case CREATE, FUNCTION -> access().self();
            case CALL, SUPER -> ((ExecutableType) access().type()).getReturnType();
            default -> access().type();
        };
    }

    private TypeName result() {
        return types().of(resultType());
    }

    /** The receiver, if there is one, then what the member itself takes. */
    private Map<String, TypeMirror> parameters() {
        Map<String, TypeMirror> parameters = new LinkedHashMap<>();
        if (access().kind() == BridgeKind.FUNCTION) {
            return parameters;
        }
        boolean instance = access().kind() != BridgeKind.CREATE && !handle.isStatic();
        if (instance) {
            parameters.put("self", access().self());
        }
        if (access().kind() == BridgeKind.WRITE) {
            parameters.put("value", access().type());
        } else if (!handle.isField()) {
            parameters.putAll(handle.methodParameters(((ExecutableType) access().type()).getParameterTypes()));
        }
        return parameters;
    }

    private CodeBlock fieldBody() {
        boolean isVolatile = handle.isVolatile();
        String get = constant + (isVolatile ? ".getVolatile(" : ".get(") + (handle.isStatic() ? ")" : "self)");
        String set =
                constant + (isVolatile ? ".setVolatile(" : ".set(") + (handle.isStatic() ? "value)" : "self, value)");
        TypeName type = result();
        return switch (access().kind()) {
            case WRITE -> CodeBlock.of("$L;\nreturn $L;\n", set, written(type));
            case PRE_INCREMENT, PRE_DECREMENT ->
                CodeBlock.of("$T value = ($T) $L;\n$Lvalue;\n$L;\nreturn value;\n", type, type, get, operator(), set);
            case POST_INCREMENT, POST_DECREMENT ->
                CodeBlock.of(
                        "$T old = ($T) $L;\n$T value = old;\nvalue$L;\n$L;\nreturn old;\n",
                        type,
                        type,
                        get,
                        type,
                        operator(),
                        set);
            default -> CodeBlock.of("return ($T) $L;\n", type, get);
        };
    }

    private String operator() {
        return switch (access().kind()) {
            case PRE_INCREMENT, POST_INCREMENT -> "++";
            default -> "--";
        };
    }

    /** The value that was passed, as what the field is. */
    private CodeBlock written(TypeName type) {
        return CarriedParameters.parameter(access().type(), types()).equals(type)
                ? CodeBlock.of("value")
                : CodeBlock.of("($T) value", type);
    }

    private CodeBlock callBody(TypeName result, String bridge) {
        String arguments = access().kind() == BridgeKind.FUNCTION
                ? "function"
                : parameters().keySet().stream().collect(Collectors.joining(", "));
        String invoke = handle.isExact() ? "invokeExact" : "invoke";
        CodeBlock call = CodeBlock.of("$L.$L($L)", constant, invoke, arguments);
        CodeBlock.Builder out = CodeBlock.builder().add("try {\n$>");
        if (result.equals(TypeName.VOID)) {
            out.add("$L;\n", call);
        } else {
            out.add("return ($T) $L;\n", result, call);
        }
        return out.add("$<} catch ($T failure) {\n$>", Throwable.class)
                .add("throw $L.<$T>rethrow(failure);\n$<}\n", bridge, RuntimeException.class)
                .build();
    }
}
