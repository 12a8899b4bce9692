package dev.asyncfn.processor.attribute;

import dev.asyncfn.processor.collect.AsyncMethod;
import dev.asyncfn.processor.collect.Facade;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
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
            nested(writer, method);
            files.put(future(method).replace('/', '.'), futureClass(method));
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
        List<TypeParameterElement> variables = typeParameters(method);
        String arguments = variables.stream()
                .map(variable -> "T" + variable.getSimpleName() + ";")
                .collect(Collectors.joining());
        String result = "L" + future(method) + (arguments.isEmpty() ? "" : "<" + arguments + ">") + ";";
        String descriptor = parameters.stream().map(names::descriptor).collect(Collectors.joining("", "(", ")"));
        String signature = parameters.stream()
                .map(names::signature)
                .collect(Collectors.joining("", names.typeParameters(variables) + "(", ")" + result));
        writer.visitMethod(
                        Access.of(element) & ~(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL) | Opcodes.ACC_STATIC,
                        element.getSimpleName().toString(),
                        descriptor + "L" + future(method) + ";",
                        signature,
                        null)
                .visitEnd();
    }

    /** Those that the receiver's type mentions, then the method's own. */
    private static List<TypeParameterElement> typeParameters(AsyncMethod method) {
        List<TypeParameterElement> all = new ArrayList<>(method.element().getTypeParameters());
        Element inner = method.element();
        while (inner.getEnclosingElement() instanceof TypeElement outer
                && !inner.getModifiers().contains(Modifier.STATIC)) {
            all.addAll(0, outer.getTypeParameters());
            inner = outer;
        }
        return all;
    }

    private byte[] futureClass(AsyncMethod method) {
        TypeMirror failure = failure(method.element());
        String output = names.signature(output(method.element().getReturnType()));
        String implemented = failure == null
                ? "Ldev/asyncfn/Future<" + output + ">;"
                : "Ldev/asyncfn/TryFuture<" + output + names.signature(failure) + ">;";
        ClassWriter writer = start(
                future(method),
                Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, // javac looks for no abstract method above a concrete class
                names.typeParameters(typeParameters(method)) + "Ljava/lang/Object;" + implemented
                        + "Ldev/asyncfn/Traced;",
                new String[] {failure == null ? "dev/asyncfn/Future" : "dev/asyncfn/TryFuture", "dev/asyncfn/Traced"});
        nested(writer, method);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private TypeMirror output(TypeMirror result) {
        if (result.getKind() == TypeKind.VOID) {
            return elements.getTypeElement("java.lang.Void").asType();
        }
        return result instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : result;
    }

    /** The checked exception that stands for all that the method declares, or null if it declares none. */
    private TypeMirror failure(ExecutableElement method) {
        List<? extends TypeMirror> checked =
                method.getThrownTypes().stream().filter(this::isChecked).toList();
        if (checked.isEmpty()) {
            return null;
        }
        TypeMirror common = checked.get(0);
        while (!coversAll(common, checked)) {
            common = types.directSupertypes(common).get(0);
        }
        return common;
    }

    private boolean isChecked(TypeMirror thrown) {
        return !isA(thrown, "java.lang.RuntimeException") && !isA(thrown, "java.lang.Error");
    }

    private boolean isA(TypeMirror thrown, String name) {
        return types.isSubtype(thrown, elements.getTypeElement(name).asType());
    }

    private boolean coversAll(TypeMirror candidate, List<? extends TypeMirror> thrown) {
        return thrown.stream().allMatch(type -> types.isSubtype(type, candidate));
    }
}
