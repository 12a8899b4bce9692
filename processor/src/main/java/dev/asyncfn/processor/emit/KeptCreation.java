package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.asyncfn.processor.ir.Reference;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The method of the bridge that creates objects of an anonymous class which stays in the user's class, and the handle that it goes through:
 * that of the constructor which javac has made.
 *
 * @param creation one of its objects
 * @param constant the name of the handle
 * @param name of the method
 */
record KeptCreation(Reference.NewKept creation, String constant, String name) {
    private static final TypeVariableName RESULT = TypeVariableName.get("T");
    /** How javac begins the name of the field for a captured variable. */
    private static final String CAPTURED = "val$";

    private static final String IN_PLACE = """
            Finds the constructor of an anonymous class, which takes what the class captures behind the arguments, in the order
            of the fields that hold it.

            @param in the lookup in the class around it
            @param name the name of the class
            @param above the name of what it extends or implements
            @param method the name of the method in which it stands
            @param passed how many arguments come first
            @param captured the variables that it captures, in the order in which they are passed here
            @return the handle
            @throws ReflectiveOperationException if that class is another one
            """;

    FieldSpec field() {
        return FieldSpec.builder(
                        ClassName.get(MethodHandle.class), constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The handle of the constructor of {@code $L}.\n", simpleName())
                .build();
    }

    /** The class in whose text it stands. */
    TypeElement around() {
        return around(creation);
    }

    static TypeElement around(Reference.NewKept creation) {
        Element around = creation.type();
        do {
            around = around.getEnclosingElement();
        } while (!(around instanceof TypeElement));
        return (TypeElement) around;
    }

    /** Without the package. */
    private String simpleName() {
        return creation.className().substring(creation.className().lastIndexOf('.') + 1);
    }

    /** The class that the anonymous one extends, or the interface that it implements. */
    static TypeElement above(Reference.NewKept creation) {
        return (TypeElement) ((DeclaredType) creation.type().getInterfaces().stream()
                        .map(TypeMirror.class::cast)
                        .findFirst()
                        .orElse(creation.type().getSuperclass()))
                .asElement();
    }

    /** @param lookup the name of the one in the user's class */
    CodeBlock lookup(String lookup) {
        int passed = creation.constructor().getParameters().size() + (creation.owner() == null ? 0 : 1);
        CodeBlock captured = creation.captured().stream()
                .map(variable -> CodeBlock.of("$S", variable.getSimpleName()))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of(
                "inPlace($L, $S,\n$>$>$S, $S, $L, $T.of($L))$<$<",
                lookup,
                creation.className(),
                PrivateClasses.binaryName(above(creation)),
                creation.type().getEnclosingElement().getSimpleName(),
                passed,
                List.class,
                captured);
    }

    MethodSpec method(String bridge) {
        Map<String, TypeName> parameters = parameters();
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .addTypeVariable(RESULT)
                .returns(RESULT)
                .addJavadoc(
                        "Creates a {@code $L}, the anonymous class of the body that extends or implements {@code $L}.\n\n@param <T> what it is seen as\n",
                        simpleName(),
                        above(creation).getSimpleName())
                .addAnnotation(Suppress.annotation(List.of("unchecked")));
        parameters.forEach((parameter, type) -> method.addParameter(
                        ParameterSpec.builder(type, parameter).build())
                .addJavadoc("@param $L $L\n", parameter, said(parameter)));
        method.addJavadoc("@return the new object\n");
        creation.constructor().getThrownTypes().forEach(thrown -> {
            TypeName type = TypeNames.PLAIN.of(thrown);
            method.addException(type).addJavadoc("@throws $T as declared\n", type);
        });
        return method.addCode(
                        "try {\n$>return (T) $L.invoke($L);\n$<} catch ($T failure) {\n$>throw $L.<$T>rethrow(failure);\n$<}\n",
                        constant,
                        String.join(", ", parameters.keySet()),
                        Throwable.class,
                        bridge,
                        RuntimeException.class)
                .build();
    }

    private String said(String parameter) {
        if (parameter.equals("outer") && creation.owner() != null) {
            return "the enclosing instance";
        }
        boolean passed = IntStream.range(
                        0, creation.constructor().getParameters().size())
                .anyMatch(n -> parameter.equals("a" + n));
        return passed ? "an argument" : "what it captures";
    }

    /** The enclosing instance, the arguments, and what is captured. */
    private Map<String, TypeName> parameters() {
        Map<String, TypeName> parameters = new LinkedHashMap<>();
        if (creation.owner() != null) {
            parameters.put("outer", plain(creation.owner().asType()));
        }
        int n = 0;
        for (VariableElement parameter : creation.constructor().getParameters()) {
            parameters.put("a" + n++, plain(parameter.asType()));
        }
        for (VariableElement variable : creation.captured()) {
            String parameter = variable.getSimpleName().toString();
            while (parameters.containsKey(parameter) || parameter.equals("failure")) {
                parameter += "_";
            }
            parameters.put(parameter, plain(variable.asType()));
        }
        return parameters;
    }

    /** A type that says nothing of type arguments: the constructor's own types are erased. */
    private static TypeName plain(TypeMirror type) {
        return type.getKind().isPrimitive() || Reifiable.is(type) && isNamed(type)
                ? TypeNames.PLAIN.of(type)
                : ClassName.OBJECT;
    }

    private static boolean isNamed(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> isNamed(((ArrayType) type).getComponentType());
            case DECLARED -> PrivateClasses.in(type).isEmpty();
            default -> type.getKind().isPrimitive();
        };
    }

    Set<String> deprecations() {
        Set<String> found = new TreeSet<>();
        List<TypeMirror> named = new ArrayList<>(creation.constructor().getThrownTypes());
        creation.constructor().getParameters().forEach(parameter -> named.add(parameter.asType()));
        creation.captured().forEach(variable -> named.add(variable.asType()));
        named.forEach(type -> found.addAll(Deprecations.in(type)));
        return found;
    }

    static MethodSpec inPlace() {
        TypeName any = ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class));
        TypeName anyConstructor =
                ParameterizedTypeName.get(ClassName.get(Constructor.class), WildcardTypeName.subtypeOf(Object.class));
        TypeName names = ParameterizedTypeName.get(List.class, String.class);
        return MethodSpec.methodBuilder("inPlace")
                .addJavadoc(IN_PLACE)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(MethodHandle.class)
                .addParameter(MethodHandles.Lookup.class, "in")
                .addParameter(String.class, "name")
                .addParameter(String.class, "above")
                .addParameter(String.class, "method")
                .addParameter(int.class, "passed")
                .addParameter(names, "captured")
                .addException(ReflectiveOperationException.class)
                .addStatement("$T type = in.findClass(name)", any)
                .addStatement("$T constructor = type.getDeclaredConstructors()[0]", anyConstructor)
                .addStatement(
                        "$T kept = $T.of(type.getDeclaredFields())\n.filter($T::isSynthetic)\n.map($T::getName)\n.filter(field -> field.startsWith($S))\n.map(field -> field.substring($S.length()))\n.toList()",
                        names,
                        Stream.class,
                        Field.class,
                        Field.class,
                        CAPTURED,
                        CAPTURED)
                .addStatement(
                        "boolean below = $T.concat($T.of(type.getSuperclass()), $T.of(type.getInterfaces()))\n.anyMatch(each -> each.getName().equals(above))",
                        Stream.class,
                        Stream.class,
                        Stream.class)
                .addStatement(
                        "boolean inside = type.getEnclosingMethod() != null\n&& type.getEnclosingMethod().getName().equals(method)")
                .addStatement("int count = passed + kept.size()")
                .addStatement("boolean takes = constructor.getParameterCount() == count && captured.containsAll(kept)")
                .beginControlFlow("if (!below || !inside || !takes)")
                .addStatement("throw new $T(name)", NoSuchMethodException.class)
                .endControlFlow()
                .addStatement("$T types = new Class<?>[passed + captured.size()]", ArrayTypeName.of(any))
                .addStatement("$T.fill(types, Object.class)", Arrays.class)
                .addStatement("int[] order = new int[count]")
                .beginControlFlow("for (int i = 0; i < count; i++)")
                .addStatement("order[i] = i < passed ? i : passed + captured.indexOf(kept.get(i - passed))")
                .addStatement("types[order[i]] = constructor.getParameterTypes()[i]")
                .endControlFlow()
                .addStatement("$T plain = in.unreflectConstructor(constructor)", MethodHandle.class)
                .addStatement(
                        "return $T.permuteArguments(plain, $T.methodType(type, types), order)",
                        MethodHandles.class,
                        MethodType.class)
                .build();
    }
}
