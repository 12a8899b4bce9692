package dev.asyncfn.processor.collect;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Elements;

/** A method as the virtual machine knows it: {@code find(long, java.lang.String[])}. */
public final class ErasedSignature {
    private ErasedSignature() {}

    public static String of(ExecutableElement method, Elements elements) {
        return method.getSimpleName() + "(" + String.join(", ", parameters(method, elements)) + ")";
    }

    static List<String> parameters(ExecutableElement method, Elements elements) {
        return method.getParameters().stream()
                .map(Element::asType)
                .map(type -> of(type, elements))
                .toList();
    }

    static String of(TypeMirror type, Elements elements) {
        return switch (type.getKind()) {
            case ARRAY -> of(((ArrayType) type).getComponentType(), elements) + "[]";
            case TYPEVAR -> of(((TypeVariable) type).getUpperBound(), elements);
            case INTERSECTION -> of(((IntersectionType) type).getBounds().get(0), elements);
            case DECLARED ->
                elements.getBinaryName((TypeElement) ((DeclaredType) type).asElement())
                        .toString();
            default -> type.getKind().name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
