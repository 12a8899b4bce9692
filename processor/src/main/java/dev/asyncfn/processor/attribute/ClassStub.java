package dev.asyncfn.processor.attribute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes the declarations of a class of the outer compiler as a class file without code. All that javac reads of a
 * class it compiles against is in the language model, wherever that class came from.
 */
final class ClassStub {
    private final ClassFileTypes types;
    private final ClassWriter writer = new ClassWriter(0);
    private final TypeElement type;

    private ClassStub(TypeElement type, ClassFileTypes types) {
        this.type = type;
        this.types = types;
    }

    static byte[] of(TypeElement type, ClassFileTypes types) {
        return new ClassStub(type, types).write();
    }

    private byte[] write() {
        writer.visit(
                Opcodes.V17,
                Access.ofClass(type) & ~Opcodes.ACC_STATIC | Opcodes.ACC_SUPER,
                types.internalName(type),
                signature(),
                type.getSuperclass().getKind() == TypeKind.NONE
                        ? "java/lang/Object"
                        : types.internalName(type.getSuperclass()),
                internalNames(type.getInterfaces()));
        annotations(type);
        if (type.getModifiers().contains(Modifier.SEALED) && type.getKind() != ElementKind.ENUM) {
            type.getPermittedSubclasses()
                    .forEach(subclass -> writer.visitPermittedSubclass(types.internalName(subclass)));
        }
        type.getRecordComponents().forEach(this::recordComponent);
        for (Element member : type.getEnclosedElements()) {
            if (member instanceof VariableElement field) {
                field(field);
            } else if (member instanceof ExecutableElement method) {
                method(method);
            }
        }
        innerClasses();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private String signature() {
        TypeMirror superclass = type.getSuperclass();
        String start = superclass.getKind() == TypeKind.NONE ? "Ljava/lang/Object;" : types.signature(superclass);
        return type.getInterfaces().stream()
                .map(types::signature)
                .collect(Collectors.joining("", types.typeParameters(type) + start, ""));
    }

    private String[] internalNames(List<? extends TypeMirror> mirrors) {
        return mirrors.stream().map(types::internalName).toArray(String[]::new);
    }

    private void recordComponent(RecordComponentElement component) {
        writer.visitRecordComponent(
                        component.getSimpleName().toString(),
                        types.descriptor(component.asType()),
                        types.signature(component.asType()))
                .visitEnd();
    }

    private void field(VariableElement field) {
        Object constant = field.getModifiers().contains(Modifier.PRIVATE) ? null : constant(field);
        writer.visitField(
                        Access.of(field),
                        field.getSimpleName().toString(),
                        types.descriptor(field.asType()),
                        types.signature(field.asType()),
                        asStored(constant))
                .visitEnd();
    }

    /** Null if there is none: javac cannot evaluate every initializer that another processor has put into its trees. */
    private static Object constant(VariableElement field) {
        try {
            return field.getConstantValue();
        } catch (AssertionError notYetAttributable) {
            return null;
        }
    }

    /** Class files have no constants smaller than an int. */
    private static Object asStored(Object constant) {
        if (constant instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (constant instanceof Character character) {
            return (int) character;
        }
        return constant instanceof Byte || constant instanceof Short ? ((Number) constant).intValue() : constant;
    }

    private void method(ExecutableElement method) {
        boolean constructor = method.getKind() == ElementKind.CONSTRUCTOR;
        if (method.getKind() == ElementKind.STATIC_INIT
                || method.getKind() == ElementKind.INSTANCE_INIT
                || constructor && type.getKind() == ElementKind.ENUM) {
            return;
        }
        List<TypeMirror> parameters = new ArrayList<>();
        method.getParameters().forEach(parameter -> parameters.add(parameter.asType()));
        String generic = parameters.stream()
                .map(types::signature)
                .collect(Collectors.joining("", types.typeParameters(method) + "(", ")"));
        if (constructor && hasOuterInstance()) {
            parameters.add(0, type.getEnclosingElement().asType());
        }
        MethodVisitor visitor = writer.visitMethod(
                Access.of(method),
                method.getSimpleName().toString(),
                types.descriptor(parameters, method.getReturnType()),
                method.getThrownTypes().stream()
                        .map(thrown -> "^" + types.signature(thrown))
                        .collect(Collectors.joining("", generic + types.signature(method.getReturnType()), "")),
                internalNames(method.getThrownTypes()));
        AnnotationStub.copy(method, types, visitor::visitAnnotation);
        AnnotationValue byDefault = method.getDefaultValue();
        if (byDefault != null) {
            AnnotationVisitor value = visitor.visitAnnotationDefault();
            AnnotationStub.value(value, null, byDefault, types);
            value.visitEnd();
        }
        visitor.visitEnd();
    }

    private boolean hasOuterInstance() {
        return type.getEnclosingElement() instanceof TypeElement
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    private void annotations(TypeElement annotated) {
        AnnotationStub.copy(annotated, types, writer::visitAnnotation);
    }

    /** Lists this class and those around it, its members, and the inner classes its signatures spell out. */
    private void innerClasses() {
        Set<TypeElement> listed = new LinkedHashSet<>(enclosing(type));
        types.innerClasses().forEach(inner -> listed.addAll(enclosing(inner)));
        listed.addAll(ElementFilter.typesIn(type.getEnclosedElements()));
        for (TypeElement nested : listed) {
            writer.visitInnerClass(
                    types.internalName(nested),
                    types.internalName((TypeElement) nested.getEnclosingElement()),
                    nested.getSimpleName().toString(),
                    Access.ofClass(nested));
        }
    }

    /** From the outside in, without the top-level class. */
    private static List<TypeElement> enclosing(TypeElement nested) {
        List<TypeElement> chain = new ArrayList<>();
        Element element = nested;
        while (element.getEnclosingElement() instanceof TypeElement outer) {
            chain.add((TypeElement) element);
            element = outer;
        }
        Collections.reverse(chain);
        return chain;
    }
}
