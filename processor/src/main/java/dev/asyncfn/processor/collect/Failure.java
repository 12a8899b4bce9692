package dev.asyncfn.processor.collect;

import dev.asyncfn.processor.model.AsyncMethod;
import dev.asyncfn.processor.model.BlockFn;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** The checked exception in the type of an async fn's future. */
public final class Failure {
    private Failure() {}

    /**
     * The exception that stands for all the checked ones that the method declares, or null if it declares none. The future of an async
     * block always names one.
     */
    public static TypeMirror of(ExecutableElement method) {
        if (method instanceof BlockFn block) {
            return block.failure();
        }
        List<? extends TypeMirror> checked =
                method.getThrownTypes().stream().filter(Failure::isChecked).toList();
        if (checked.isEmpty()) {
            return null;
        }
        boolean several = checked.size() > 1;
        boolean generic = checked.stream().anyMatch(TypeVariable.class::isInstance);
        return superclasses(checked.get(0))
                .filter(type -> !(several && generic) || isNamed(type, "java.lang.Exception"))
                .filter(type -> !several || checked.stream().allMatch(thrown -> isA(thrown, type)))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Whether the future names an exception though its method declares none: it overrides one that does, and is passed on as a future of
     * that.
     */
    public static boolean isNamedForOverridden(AsyncMethod method) {
        return of(method.element()) == null && method.entries().stream().anyMatch(entry -> of(entry.element()) != null);
    }

    private static boolean isChecked(TypeMirror thrown) {
        return superclasses(thrown)
                .noneMatch(type -> isNamed(type, "java.lang.RuntimeException") || isNamed(type, "java.lang.Error"));
    }

    private static boolean isA(TypeMirror thrown, TypeMirror superclass) {
        return superclass instanceof DeclaredType declared
                && superclasses(thrown)
                        .anyMatch(type ->
                                type instanceof DeclaredType t && t.asElement().equals(declared.asElement()));
    }

    private static boolean isNamed(TypeMirror type, String name) {
        return type.getKind() == TypeKind.DECLARED
                && ((TypeElement) ((DeclaredType) type).asElement())
                        .getQualifiedName()
                        .contentEquals(name);
    }

    /** The type, then what it extends: of a type variable that is its bound. */
    private static Stream<TypeMirror> superclasses(TypeMirror type) {
        return Stream.iterate(type, t -> t != null && t.getKind() != TypeKind.NONE, Failure::superclass);
    }

    private static TypeMirror superclass(TypeMirror type) {
        if (type instanceof TypeVariable variable) {
            return variable.getUpperBound();
        }
        if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().get(0);
        }
        return type.getKind() == TypeKind.DECLARED
                ? ((TypeElement) ((DeclaredType) type).asElement()).getSuperclass()
                : null;
    }
}
