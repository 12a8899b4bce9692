package dev.asyncfn.processor.attribute;

import dev.asyncfn.processor.collect.Failure;
import dev.asyncfn.processor.model.AsyncMethod;
import dev.asyncfn.processor.model.Facade;
import dev.asyncfn.processor.model.FactoryNames;
import dev.asyncfn.processor.model.TypeParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Writes the class files of a facade that is not generated yet, so that bodies which mention it type-check: its
 * factories, and its futures by what they implement. All of it follows from signatures.
 */
final class FacadeStub {
    private static final String TRY_FUTURE = "dev/asyncfn/TryFuture";
    private static final int NESTED = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT;

    private final Facade facade;
    private final Elements elements;
    private final Types types;
    private final ClassFileTypes names;
    private final String internalName;

    FacadeStub(Facade facade, Elements elements, Types types, ClassFileTypes names) {
        this.facade = facade;
        this.elements = elements;
        this.types = types;
        this.names = names;
        String prefix =
                facade.packageName().isEmpty() ? "" : facade.packageName().replace('.', '/') + "/";
        this.internalName = prefix + facade.simpleName();
    }

    /** By binary name: the facade and its futures. */
    Map<String, byte[]> classFiles() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        ClassWriter writer = start(internalName, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, null, new String[0]);
        for (AsyncMethod method : facade.methods()) {
            factory(writer, method);
            if (!method.isAbstract()) {
                nested(writer, method);
                files.put(future(method).replace('/', '.'), futureClass(method));
            }
        }
        writer.visitEnd();
        files.put(internalName.replace('/', '.'), writer.toByteArray());
        return files;
    }

    private static ClassWriter start(String name, int access, String signature, String[] interfaces) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, access | Opcodes.ACC_SUPER, name, signature, "java/lang/Object", interfaces);
        return writer;
    }

    private String future(AsyncMethod method) {
        return internalName + "$" + method.futureName();
    }

    private void nested(ClassWriter writer, AsyncMethod method) {
        writer.visitInnerClass(future(method), internalName, method.futureName(), NESTED);
    }

    private void factory(ClassWriter writer, AsyncMethod method) {
        ExecutableElement element = method.element();
        List<TypeMirror> parameters = new ArrayList<>();
        if (!element.getModifiers().contains(Modifier.STATIC)) {
            parameters.add(method.owner().asType());
        }
        element.getParameters().forEach(parameter -> parameters.add(parameter.asType()));
        List<TypeParameterElement> variables = TypeParameters.inSight(method.element());
        ClassFileTypes named = distinct(variables);
        String arguments = variables.stream()
                .map(variable -> "T" + named.name(variable) + ";")
                .collect(Collectors.joining());
        String result = method.isVirtual()
                ? implemented(method, named)
                : "L" + future(method) + (arguments.isEmpty() ? "" : "<" + arguments + ">") + ";";
        String descriptor = parameters.stream().map(named::descriptor).collect(Collectors.joining("", "(", ")"));
        String signature = parameters.stream()
                .map(named::signature)
                .collect(Collectors.joining("", named.typeParameters(variables) + "(", ")" + result));
        writer.visitMethod(
                        visibility(method) | Opcodes.ACC_STATIC | Access.of(element) & Opcodes.ACC_VARARGS,
                        FactoryNames.of(element),
                        descriptor + (method.isVirtual() ? "L" + promised(method) + ";" : "L" + future(method) + ";"),
                        signature,
                        null)
                .visitEnd();
    }

    /** A private fn's factory can be called from its package, a protected one's from anywhere. */
    private static int visibility(AsyncMethod method) {
        Set<Modifier> modifiers = method.element().getModifiers();
        boolean seen = modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
        return seen ? Opcodes.ACC_PUBLIC : 0;
    }

    /** Gives other names to the type parameters that an inner one of the same name hides. */
    private ClassFileTypes distinct(List<TypeParameterElement> parameters) {
        Map<Element, String> renamed = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (int i = parameters.size() - 1; i >= 0; i--) {
            String name = parameters.get(i).getSimpleName().toString();
            if (!taken.add(name)) {
                renamed.put(parameters.get(i), name + "$" + i);
            }
        }
        return names.renaming(renamed);
    }

    private byte[] futureClass(AsyncMethod method) {
        List<TypeParameterElement> variables = TypeParameters.inSight(method.element());
        ClassFileTypes named = distinct(variables);
        ClassWriter writer = start(
                future(method),
                Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, // javac looks for no abstract method above a concrete class
                named.typeParameters(variables) + "Ljava/lang/Object;" + superinterface(method, named)
                        + "Ldev/asyncfn/Traced;",
                new String[] {Failure.isNamedForOverridden(method) ? TRY_FUTURE : promised(method), "dev/asyncfn/Traced"
                });
        nested(writer, method);
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** What the future implements, with its type arguments. */
    private String implemented(AsyncMethod method, ClassFileTypes named) {
        TypeMirror failure = Failure.of(method.element());
        String output = named.signature(output(method.element().getReturnType()));
        return "L" + promised(method) + "<" + output + (failure == null ? "" : named.signature(failure)) + ">;";
    }

    private String superinterface(AsyncMethod method, ClassFileTypes named) {
        String output = named.signature(output(method.element().getReturnType()));
        return Failure.isNamedForOverridden(method)
                ? "L" + TRY_FUTURE + "<" + output + "Ljava/lang/RuntimeException;>;"
                : implemented(method, named);
    }

    private static String promised(AsyncMethod method) {
        return Failure.of(method.element()) == null ? "dev/asyncfn/Future" : TRY_FUTURE;
    }

    private TypeMirror output(TypeMirror result) {
        if (result.getKind() == TypeKind.VOID) {
            return elements.getTypeElement("java.lang.Void").asType();
        }
        return result instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : result;
    }
}
