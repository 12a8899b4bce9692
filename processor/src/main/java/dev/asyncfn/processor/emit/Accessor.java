package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Reference.BridgeKind;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** One static method of the bridge, and the handle that it goes through. */
record Accessor(Reference.Bridged access, String constant, String name) {
    private TypeNames types() {
        return access.member() instanceof ExecutableElement method
                ? new TypeNames(List.of(), method, access.host())
                : new TypeNames(List.of(), access.host());
    }

    boolean isField() {
        return access.member().getKind() == ElementKind.FIELD || isOuter();
    }

    boolean isOuter() {
        return access.kind() == BridgeKind.OUTER;
    }

    private boolean isStatic() {
        return !isOuter() && access.member().getModifiers().contains(Modifier.STATIC);
    }

    // ---- the handle

    CodeBlock lookup(String lookup) {
        if (isOuter()) {
            TypeElement outer = (TypeElement) access.member();
            String field = "this$" + (depth(outer) - 1);
            return CodeBlock.of("enclosing($L, $S, $T.class)", lookup, field, types().of(outer));
        }
        ClassName host = types().of(access.host());
        String member = access.member().getSimpleName().toString();
        if (isField()) {
            String find = isStatic() ? "findStaticVarHandle" : "findVarHandle";
            TypeName type = erased(access.member().asType());
            return CodeBlock.of("$L.$L($T.class, $S, $T.class)", lookup, find, host, member, type);
        }
        CodeBlock type = CodeBlock.of("$T.methodType($L)", MethodType.class, classes(erased((ExecutableType)
                access.member().asType())));
        if (access.kind() == BridgeKind.CREATE) {
            return CodeBlock.of("$L.findConstructor($T.class, $L)", lookup, host, type);
        }
        return CodeBlock.of(
                "$L.$L($T.class, $S, $L)", lookup, isStatic() ? "findStatic" : "findVirtual", host, member, type);
    }

    /** How many classes deep a class stands whose instances have an enclosing one; javac numbers its fields so. */
    private static int depth(TypeElement type) {
        boolean inner = type.getEnclosingElement() instanceof TypeElement
                && !type.getModifiers().contains(Modifier.STATIC)
                && type.getKind() == ElementKind.CLASS;
        return inner ? depth((TypeElement) type.getEnclosingElement()) + 1 : 1;
    }

    /** The return type, then the parameters. */
    private List<TypeName> erased(ExecutableType type) {
        List<TypeName> types = new ArrayList<>();
        types.add(access.kind() == BridgeKind.CREATE ? TypeName.VOID : erased(type.getReturnType()));
        methodParameters(type.getParameterTypes()).values().forEach(parameter -> types.add(erased(parameter)));
        return types;
    }

    /** Erased type literals for a method type: the return type, then the parameters. */
    private static CodeBlock classes(List<TypeName> types) {
        List<CodeBlock> literals = new ArrayList<>();
        types.forEach(type -> literals.add(CodeBlock.of("$T.class", type)));
        return CodeBlock.join(literals, ", ");
    }

    private TypeName erased(TypeMirror type) {
        return types().erased(type);
    }

    // ---- the method

    /** @param bridge the name of its class */
    MethodSpec method(String bridge) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC).addTypeVariables(typeParameters(types()));
        if (access.discards()) {
            method.addParameter(ClassName.OBJECT, "evaluated");
        }
        parameters().forEach((parameter, type) -> method.addParameter(types().of(type), parameter));
        TypeName result = result();
        method.returns(result);
        if (access.type() instanceof ExecutableType executable) {
            method.varargs(((ExecutableElement) access.member()).isVarArgs());
            executable.getThrownTypes().forEach(thrown -> method.addException(types().of(thrown)));
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
        found.addAll(Deprecations.in(resultType()));
        parameters().values().forEach(type -> found.addAll(Deprecations.in(type)));
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
        if (!(access.member() instanceof ExecutableElement executable) || !executable.isVarArgs()) {
            return false;
        }
        List<? extends TypeMirror> parameters = ((ExecutableType) access.type()).getParameterTypes();
        return !Reifiable.is(parameters.get(parameters.size() - 1));
    }

    private List<TypeVariableName> typeParameters(TypeNames names) {
        List<TypeVariableName> parameters = new ArrayList<>();
        if (!isStatic() && isParameterized(access.self())) {
            parameters.addAll(names.declarationsOf(access.host()));
        }
        if (access.type() instanceof ExecutableType executable) {
            parameters.addAll(names.declarations(executable.getTypeVariables()));
        }
        return parameters;
    }

    /** A raw type leaves the type parameters of its class without a meaning. */
    private static boolean isParameterized(TypeMirror type) {
        return type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && (!declared.getTypeArguments().isEmpty() || isParameterized(declared.getEnclosingType()));
    }

    private TypeMirror resultType() {
        return switch (access.kind()) {
            case CREATE -> access.self();
            case CALL -> ((ExecutableType) access.type()).getReturnType();
            default -> access.type();
        };
    }

    private TypeName result() {
        return types().of(resultType());
    }

    /** The receiver, if there is one, then what the member itself takes. */
    private Map<String, TypeMirror> parameters() {
        Map<String, TypeMirror> parameters = new LinkedHashMap<>();
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
            case WRITE -> CodeBlock.of("$L.set($Lvalue);\nreturn value;\n", constant, before);
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

    private CodeBlock callBody(TypeName result, String bridge) {
        String arguments = parameters().keySet().stream().collect(Collectors.joining(", "));
        // A subclass may know a type better than the handle does.
        boolean exact = erased((ExecutableType) access.type())
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
