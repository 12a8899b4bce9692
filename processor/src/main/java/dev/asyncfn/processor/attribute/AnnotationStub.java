package dev.asyncfn.processor.attribute;

import dev.asyncfn.processor.model.AwaitMethods;
import dev.asyncfn.processor.model.Naming;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Type;

/** Copies the annotations that mean something to javac, or to this processor, and no others. */
final class AnnotationStub extends SimpleAnnotationValueVisitor14<Void, String> {
    private final AnnotationVisitor visitor;
    private final ClassFileTypes types;

    private AnnotationStub(AnnotationVisitor visitor, ClassFileTypes types) {
        this.visitor = visitor;
        this.types = types;
    }

    /** Where an annotation is added: ASM's {@code visitAnnotation} of a class or method. */
    interface Target {
        AnnotationVisitor visitAnnotation(String descriptor, boolean visible);
    }

    static void copy(Element annotated, ClassFileTypes types, Target target) {
        for (AnnotationMirror annotation : annotated.getAnnotationMirrors()) {
            String name = ((TypeElement) annotation.getAnnotationType().asElement())
                    .getQualifiedName()
                    .toString();
            boolean meta = name.startsWith("java.lang.");
            if (meta || name.equals(Naming.ANNOTATION) || name.equals(AwaitMethods.MARK)) {
                values(
                        target.visitAnnotation(types.descriptor(annotation.getAnnotationType()), meta),
                        annotation,
                        types);
            }
        }
    }

    static void value(AnnotationVisitor visitor, String name, AnnotationValue value, ClassFileTypes types) {
        value.accept(new AnnotationStub(visitor, types), name);
    }

    private static void values(AnnotationVisitor visitor, AnnotationMirror annotation, ClassFileTypes types) {
        annotation
                .getElementValues()
                .forEach((element, value) ->
                        value(visitor, element.getSimpleName().toString(), value, types));
        visitor.visitEnd();
    }

    @Override
    protected Void defaultAction(Object primitiveOrString, String name) {
        visitor.visit(name, primitiveOrString);
        return null;
    }

    @Override
    public Void visitType(TypeMirror type, String name) {
        visitor.visit(name, Type.getType(types.descriptor(type)));
        return null;
    }

    @Override
    public Void visitEnumConstant(VariableElement constant, String name) {
        visitor.visitEnum(
                name,
                types.descriptor(constant.asType()),
                constant.getSimpleName().toString());
        return null;
    }

    @Override
    public Void visitAnnotation(AnnotationMirror annotation, String name) {
        values(visitor.visitAnnotation(name, types.descriptor(annotation.getAnnotationType())), annotation, types);
        return null;
    }

    @Override
    public Void visitArray(List<? extends AnnotationValue> values, String name) {
        AnnotationVisitor array = visitor.visitArray(name);
        values.forEach(value -> value(array, null, value, types));
        array.visitEnd();
        return null;
    }
}
