package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Reference.BridgeKind;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** One static method of the bridge, and the handle that it goes through. */
record Accessor(Reference.Bridged access, String constant, String name) {
    private TypeNames types() {
        return access.member() instanceof ExecutableElement method
                ? new TypeNames(List.of(), method, access.host())
                : new TypeNames(List.of(), access.host());
    }

    boolean isField() {
        return access.member().getKind().isField() || isOuter();
    }

    /** The type of the constant that it goes through. */
    TypeName handle() {
        if (isOfType()) {
            return ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class));
        }
        return ClassName.get(isField() ? VarHandle.class : MethodHandle.class);
    }

    private boolean isOfType() {
        return access.kind().isOfType();
    }

    boolean isOuter() {
        return access.kind() == BridgeKind.OUTER;
    }

    private boolean isStatic() {
        return !isOuter() && access.member().getModifiers().contains(Modifier.STATIC);
    }

    // ---- the handle

    /** @param bridge the name of its class */
    CodeBlock lookup(Map<TypeElement, String> lookups, String bridge) {
        String lookup = lookups.get(access.host());
        if (isOfType()) {
            return literal(access.host().asType(), lookups);
        }
        if (isOuter()) {
            TypeElement outer = (TypeElement) access.member();
            String field = "this$" + (depth(outer) - 1);
            return CodeBlock.of("enclosing($L, $S, $L)", lookup, field, literal(outer.asType(), lookups));
        }
        CodeBlock host = literal(access.host().asType(), lookups);
        String member = access.member().getSimpleName().toString();
        if (isField()) {
            String find = isStatic() ? "findStaticVarHandle" : "findVarHandle";
            CodeBlock type = literal(access.member().asType(), lookups);
            return CodeBlock.of("$L.$L($L, $S, $L)", lookup, find, host, member, type);
        }
        if (access.kind() == BridgeKind.FUNCTION) {
            CodeBlock own =
                    methodType(signature((ExecutableType) access.member().asType()), lookups);
            CodeBlock seen = methodType(signature((ExecutableType) access.type()), lookups);
            return function(bridge).orElseThrow().lookup(host, own, seen);
        }
        CodeBlock type = methodType(signature((ExecutableType) access.member().asType()), lookups);
        if (access.kind() == BridgeKind.CREATE) {
            return CodeBlock.of("$L.findConstructor($L, $L)$L", lookup, host, type, arity());
        }
        if (access.kind() == BridgeKind.SUPER) {
            CodeBlock above = literal(access.above().asType(), lookups);
            return CodeBlock.of("$L.findSpecial($L, $S, $L, $L)$L", lookup, above, member, type, host, arity());
        }
        String find = isStatic() ? "findStatic" : "findVirtual";
        return CodeBlock.of("$L.$L($L, $S, $L)$L", lookup, find, host, member, type, arity());
    }

    private CodeBlock methodType(List<TypeMirror> parts, Map<TypeElement, String> lookups) {
        CodeBlock classes = parts.stream().map(part -> literal(part, lookups)).collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T.methodType($L)", MethodType.class, classes);
    }

    /** What is passed as an array of a private class must not be collected in one more. */
    private String arity() {
        ExecutableElement method = (ExecutableElement) access.member();
        return method.isVarArgs() && collectsPrivate(method) ? ".asFixedArity()" : "";
    }

    private static boolean collectsPrivate(ExecutableElement method) {
        List<? extends VariableElement> parameters = method.getParameters();
        TypeMirror element = parameters.get(parameters.size() - 1).asType();
        while (element instanceof ArrayType array) {
            element = array.getComponentType();
        }
        return PrivateClasses.is(bound(element));
    }

    /** How many classes deep a class stands whose instances have an enclosing one; javac numbers its fields so. */
    private static int depth(TypeElement type) {
        boolean inner = type.getEnclosingElement() instanceof TypeElement
                && !type.getModifiers().contains(Modifier.STATIC)
                && type.getKind() == ElementKind.CLASS;
        return inner ? depth((TypeElement) type.getEnclosingElement()) + 1 : 1;
    }

    /** The return type, null for a constructor, then the parameters. */
    private List<TypeMirror> signature(ExecutableType type) {
        List<TypeMirror> types = new ArrayList<>();
        types.add(access.kind() == BridgeKind.CREATE ? null : type.getReturnType());
        types.addAll(methodParameters(type.getParameterTypes()).values());
        return types;
    }

    private List<TypeName> erased(ExecutableType type) {
        return signature(type).stream()
                .map(part -> part == null ? TypeName.VOID : erased(part))
                .toList();
    }

    /** The class of an erased type. */
    private CodeBlock literal(TypeMirror type, Map<TypeElement, String> lookups) {
        TypeMirror element = type;
        String arrays = "";
        while (element instanceof ArrayType array && element.getKind() == TypeKind.ARRAY) {
            element = array.getComponentType();
            arrays += ".arrayType()";
        }
        element = bound(element);
        return type != null && PrivateClasses.is(element)
                ? CodeBlock.of("$L.lookupClass()$L", lookups.get(((DeclaredType) element).asElement()), arrays)
                : CodeBlock.of("$T.class", type == null ? TypeName.VOID : erased(type));
    }

    /** What is left of a type variable. */
    private static TypeMirror bound(TypeMirror type) {
        TypeMirror bound = type;
        while (bound instanceof TypeVariable || bound instanceof IntersectionType) {
            bound = bound instanceof TypeVariable variable
                    ? variable.getUpperBound()
                    : ((IntersectionType) bound).getBounds().get(0);
        }
        return bound;
    }

    /** The private classes that the handle is found by. */
    Set<TypeElement> privateClasses() {
        Set<TypeElement> found = PrivateClasses.in(access.host().asType());
        if (access.above() != null) {
            found.addAll(PrivateClasses.in(access.above().asType()));
        }
        found.addAll(PrivateClasses.in(access.member().asType()));
        if (access.kind() == BridgeKind.FUNCTION) {
            found.addAll(PrivateClasses.in(access.type()));
        }
        if (access.member() instanceof ExecutableElement method) {
            method.getTypeParameters()
                    .forEach(own -> own.getBounds().forEach(bound -> found.addAll(PrivateClasses.in(bound))));
        }
        return found;
    }

    private TypeName erased(TypeMirror type) {
        return types().erased(type);
    }

    /** What is implemented in place of a private functional interface; empty if it is another accessor. */
    Optional<FunctionOfPrivate> function(String bridge) {
        return access.kind() == BridgeKind.FUNCTION
                ? Optional.of(new FunctionOfPrivate(access, bridge, name, typeParameters(types())))
                : Optional.empty();
    }

    /** What a record pattern takes apart in place of a private record. */
    PartsOfPrivate parts() {
        return new PartsOfPrivate(access, constant, name, typeParameters(types()));
    }

    // ---- the method

    /** @param bridge the name of its class */
    MethodSpec method(String bridge) {
        if (isOfType()) {
            MethodSpec operation = new TypeOperation(access, constant, name).method();
            return operation.toBuilder()
                    .addJavadoc(AccessorDoc.of(access, operation))
                    .build();
        }
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC).addTypeVariables(typeParameters(types()));
        if (access.discards()) {
            method.addParameter(ClassName.OBJECT, "evaluated");
        }
        parameters()
                .forEach((parameter, type) ->
                        method.addParameter(CarriedParameters.parameter(type, types()), parameter));
        TypeName result = result();
        method.returns(result);
        if (access.kind() == BridgeKind.FUNCTION) {
            method.addParameter(function(bridge).orElseThrow().name(), "function");
        } else if (access.type() instanceof ExecutableType executable) {
            method.varargs(((ExecutableElement) access.member()).isVarArgs() && arity().isEmpty());
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
        method.addCode(isField() ? fieldBody() : callBody(result, bridge));
        return method.addJavadoc(AccessorDoc.of(access, method.build())).build();
    }

    /** The warnings that naming its types anywhere gives. */
    Set<String> deprecations() {
        Set<String> found = new TreeSet<>(Deprecations.in(access.host().asType()));
        if (isOfType()) {
            return found;
        }
        found.addAll(Deprecations.in(resultType()));
        parameters().values().forEach(type -> found.addAll(Deprecations.in(type)));
        if (access.kind() == BridgeKind.FUNCTION) {
            FunctionOfPrivate.parts(access).forEach(type -> found.addAll(Deprecations.in(type)));
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
        if (!(access.member() instanceof ExecutableElement executable)
                || access.kind() == BridgeKind.FUNCTION
                || !executable.isVarArgs()
                || !arity().isEmpty()) {
            return false;
        }
        List<? extends TypeMirror> parameters = ((ExecutableType) access.type()).getParameterTypes();
        return !Reifiable.is(parameters.get(parameters.size() - 1));
    }

    private List<TypeVariableName> typeParameters(TypeNames names) {
        List<TypeVariableName> parameters = new ArrayList<>();
        boolean ofRecord = access.kind() == BridgeKind.PARTS;
        if (ofRecord || !isOfType() && !isStatic() && isParameterized(access.self())) {
            // A body need not mention a private type that only a bound does, and no wildcard satisfies a recursive
            // bound.
            parameters.addAll(names.declarationsOf(
                    access.host(),
                    bound -> !ofRecord && PrivateClasses.in(bound).isEmpty()));
        }
        if (access.type() instanceof ExecutableType executable) {
            parameters.addAll(names.declarations(executable.getTypeVariables()));
        }
        parameters.addAll(CarriedParameters.ofAccessor(carried(), names));
        return parameters;
    }

    /** The private classes that type parameters stand for, with the types of each that are mentioned. */
    private Map<TypeElement, List<DeclaredType>> carried() {
        if (isOfType() && access.kind() != BridgeKind.PARTS) {
            return access.kind().isPlain() ? Map.of() : Map.of(access.host(), List.of());
        }
        List<TypeMirror> given =
                access.kind() == BridgeKind.PARTS ? PartsOfPrivate.types(access) : List.of(resultType());
        List<TypeMirror> mentioning = new ArrayList<>(given);
        if (access.kind() != BridgeKind.PARTS) {
            mentioning.addAll(parameters().values());
        }
        mentioning.removeIf(CarriedParameters::isPassedAsBound);
        if (access.kind() == BridgeKind.FUNCTION) {
            mentioning.addAll(FunctionOfPrivate.parts(access));
        }
        if (access.type() instanceof ExecutableType executable) {
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
        boolean isInferred = access.kind() != BridgeKind.PARTS
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
        return switch (access.kind()) {
            case CREATE, FUNCTION -> access.self();
            case CALL, SUPER -> ((ExecutableType) access.type()).getReturnType();
            default -> access.type();
        };
    }

    private TypeName result() {
        return types().of(resultType());
    }

    /** The receiver, if there is one, then what the member itself takes. */
    private Map<String, TypeMirror> parameters() {
        Map<String, TypeMirror> parameters = new LinkedHashMap<>();
        if (access.kind() == BridgeKind.FUNCTION) {
            return parameters;
        }
        boolean instance = access.kind() != BridgeKind.CREATE && !isStatic();
        if (instance) {
            parameters.put("self", access.self());
        }
        if (access.kind() == BridgeKind.WRITE) {
            parameters.put("value", access.type());
        } else if (!isField()) {
            parameters.putAll(methodParameters(((ExecutableType) access.type()).getParameterTypes()));
        }
        return parameters;
    }

    private Map<String, TypeMirror> methodParameters(List<? extends TypeMirror> types) {
        Map<String, TypeMirror> parameters = new LinkedHashMap<>();
        if (access.kind() == BridgeKind.CREATE && isInner(access.host())) {
            parameters.put("outer", access.self().getEnclosingType());
        }
        int n = 0;
        for (TypeMirror type : types) {
            parameters.put("a" + n++, type);
        }
        return parameters;
    }

    private static boolean isInner(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement
                && type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    private CodeBlock fieldBody() {
        String self = isStatic() ? "" : "self";
        String before = isStatic() ? "" : "self, ";
        TypeName type = result();
        return switch (access.kind()) {
            case WRITE -> CodeBlock.of("$L.set($Lvalue);\nreturn $L;\n", constant, before, written(type));
            case PRE_INCREMENT, PRE_DECREMENT ->
                CodeBlock.of(
                        "$T value = ($T) $L.get($L);\n$Lvalue;\n$L.set($Lvalue);\nreturn value;\n",
                        type,
                        type,
                        constant,
                        self,
                        access.kind() == BridgeKind.PRE_INCREMENT ? "++" : "--",
                        constant,
                        before);
            case POST_INCREMENT, POST_DECREMENT ->
                CodeBlock.of(
                        "$T old = ($T) $L.get($L);\n$T value = old;\nvalue$L;\n$L.set($Lvalue);\nreturn old;\n",
                        type,
                        type,
                        constant,
                        self,
                        type,
                        access.kind() == BridgeKind.POST_INCREMENT ? "++" : "--",
                        constant,
                        before);
            default -> CodeBlock.of("return ($T) $L.get($L);\n", type, constant, self);
        };
    }

    /** The value that was passed, as what the field is. */
    private CodeBlock written(TypeName type) {
        return CarriedParameters.parameter(access.type(), types()).equals(type)
                ? CodeBlock.of("value")
                : CodeBlock.of("($T) value", type);
    }

    private CodeBlock callBody(TypeName result, String bridge) {
        String arguments = access.kind() == BridgeKind.FUNCTION
                ? "function"
                : parameters().keySet().stream().collect(Collectors.joining(", "));
        // A subclass may know a type better than the handle does.
        boolean exact = privateClasses().isEmpty()
                && erased((ExecutableType) access.type())
                        .equals(erased((ExecutableType) access.member().asType()));
        CodeBlock call = CodeBlock.of("$L.$L($L)", constant, exact ? "invokeExact" : "invoke", arguments);
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
