package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Reference.BridgeKind;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** The handle of a private member: a constant of the bridge, and how the bridge finds it. */
record MemberHandle(Reference.Bridged access) {
    TypeNames types() {
        return access.member() instanceof ExecutableElement method
                ? new TypeNames(List.of(), method, access.host())
                : new TypeNames(List.of(), access.host());
    }

    boolean isField() {
        return access.member().getKind().isField() || isOuter();
    }

    /** The type of the constant. */
    TypeName type() {
        if (access.kind() == BridgeKind.LOOKUP) {
            return ClassName.get(MethodHandles.Lookup.class);
        }
        if (isOfType()) {
            return ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class));
        }
        return ClassName.get(isField() ? VarHandle.class : MethodHandle.class);
    }

    boolean isOfType() {
        return access.kind().isOfType();
    }

    boolean isOuter() {
        return access.kind() == BridgeKind.OUTER;
    }

    /** A handle by itself reads and assigns any field as if it were not. */
    boolean isVolatile() {
        return !isOuter() && access.member().getModifiers().contains(Modifier.VOLATILE);
    }

    boolean isStatic() {
        return !isOuter() && access.member().getModifiers().contains(Modifier.STATIC);
    }

    FieldSpec constant(String name) {
        return FieldSpec.builder(type(), name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("$L\n", Placeholder.text(AccessorDoc.handle(access)))
                .build();
    }

    /** Whether the bridge has a constant for it. */
    boolean hasConstant() {
        return access.kind() != BridgeKind.INITIALISE;
    }

    /** The code that finds it. */
    CodeBlock found(Map<TypeElement, String> lookups) {
        String lookup = lookups.get(access.host());
        if (access.kind() == BridgeKind.LOOKUP) {
            return CodeBlock.of("$L", lookup);
        }
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

    /** The code that finds what makes objects of a private functional interface. */
    CodeBlock found(FunctionOfPrivate function, Map<TypeElement, String> lookups) {
        CodeBlock own = methodType(signature((ExecutableType) access.member().asType()), lookups);
        CodeBlock seen = methodType(signature((ExecutableType) access.type()), lookups);
        return function.lookup(literal(access.host().asType(), lookups), own, seen);
    }

    /** The code that initialises the class. */
    CodeBlock initialised(Map<TypeElement, String> lookups) {
        String lookup = lookups.get(access.host());
        return CodeBlock.of(
                "$L.ensureInitialized($L);\n", lookup, literal(access.host().asType(), lookups));
    }

    private CodeBlock methodType(List<TypeMirror> parts, Map<TypeElement, String> lookups) {
        CodeBlock classes = parts.stream().map(part -> literal(part, lookups)).collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T.methodType($L)", MethodType.class, classes);
    }

    /** What is passed as an array of a private class must not be collected in one more. */
    private String arity() {
        return collectsPrivate() ? ".asFixedArity()" : "";
    }

    /** Whether its last arguments would be collected in an array of a private class. */
    boolean collectsPrivate() {
        ExecutableElement method = (ExecutableElement) access.member();
        if (!method.isVarArgs()) {
            return false;
        }
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

    /** Whether it takes and gives just what the accessor does: a subclass may know a type better than the handle. */
    boolean isExact() {
        return privateClasses().isEmpty()
                && erased((ExecutableType) access.type())
                        .equals(erased((ExecutableType) access.member().asType()));
    }

    private List<TypeName> erased(ExecutableType type) {
        return signature(type).stream()
                .map(part -> part == null ? TypeName.VOID : types().erased(part))
                .toList();
    }

    /** The class of an erased type. */
    private CodeBlock literal(TypeMirror type, Map<TypeElement, String> lookups) {
        TypeMirror element = type;
        String arrays = "";
        while (element instanceof ArrayType array) {
            element = array.getComponentType();
            arrays += ".arrayType()";
        }
        element = bound(element);
        return type != null && PrivateClasses.is(element)
                ? CodeBlock.of("$L.lookupClass()$L", lookups.get(((DeclaredType) element).asElement()), arrays)
                : CodeBlock.of("$T.class", type == null ? TypeName.VOID : types().erased(type));
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

    /** What it takes behind the receiver: the enclosing instance of an inner object, then the arguments. */
    Map<String, TypeMirror> methodParameters(List<? extends TypeMirror> types) {
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
}
