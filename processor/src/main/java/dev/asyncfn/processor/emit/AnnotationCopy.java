package dev.asyncfn.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import dev.asyncfn.processor.model.Naming;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** Annotations as generated code repeats them; none that names what code beside the user's class cannot name. */
final class AnnotationCopy extends SimpleAnnotationValueVisitor14<CodeBlock, Void> {
    private final PackageElement home;

    /** @param beside a class or member in whose package the copy stands */
    AnnotationCopy(Element beside) {
        this.home = Naming.packageOf(beside);
    }

    /** The same annotation with the same values; empty if it cannot be named there. */
    Optional<AnnotationSpec> of(AnnotationMirror annotation) {
        return isNameable(annotation) ? Optional.of(copy(annotation)) : Optional.empty();
    }

    private AnnotationSpec copy(AnnotationMirror annotation) {
        TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
        AnnotationSpec.Builder copy = AnnotationSpec.builder(TypeNames.PLAIN.of(type));
        annotation
                .getElementValues()
                .forEach((element, value) ->
                        copy.addMember(element.getSimpleName().toString(), visit(value)));
        return copy.build();
    }

    private boolean isNameable(AnnotationMirror annotation) {
        return isNameable(annotation.getAnnotationType())
                && annotation.getElementValues().values().stream().allMatch(this::isNameable);
    }

    private boolean isNameable(AnnotationValue value) {
        Object held = value.getValue();
        if (held instanceof List<?> values) {
            return values.stream().allMatch(each -> isNameable((AnnotationValue) each));
        }
        if (held instanceof VariableElement constant) {
            return isNameable(constant.asType());
        }
        return held instanceof AnnotationMirror nested
                ? isNameable(nested)
                : !(held instanceof TypeMirror type) || isNameable(type);
    }

    private boolean isNameable(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isNameable(array.getComponentType());
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return type.getKind() != TypeKind.ERROR;
        }
        boolean nameable = true;
        for (Element e = ((DeclaredType) type).asElement(); e instanceof TypeElement; e = e.getEnclosingElement()) {
            nameable &= isNameable(e) && !(e.getEnclosingElement() instanceof VariableElement);
        }
        return nameable;
    }

    private boolean isNameable(Element type) {
        return !type.getModifiers().contains(Modifier.PRIVATE)
                && (!type.getModifiers().contains(Modifier.PROTECTED)
                        || Naming.packageOf(type).equals(home));
    }

    @Override
    protected CodeBlock defaultAction(Object constant, Void unused) {
        return Literals.inAnnotation(constant);
    }

    @Override
    public CodeBlock visitType(TypeMirror type, Void unused) {
        return CodeBlock.of("$T.class", TypeNames.PLAIN.erased(type));
    }

    @Override
    public CodeBlock visitEnumConstant(VariableElement constant, Void unused) {
        return CodeBlock.of("$T.$L", TypeNames.PLAIN.erased(constant.asType()), constant.getSimpleName());
    }

    @Override
    public CodeBlock visitAnnotation(AnnotationMirror annotation, Void unused) {
        return CodeBlock.of("$L", copy(annotation));
    }

    @Override
    public CodeBlock visitArray(List<? extends AnnotationValue> values, Void unused) {
        List<CodeBlock> copies = values.stream().map(this::visit).toList();
        return CodeBlock.of(copies.size() == 1 ? "$L" : "{$L}", CodeBlock.join(copies, ", "));
    }
}
