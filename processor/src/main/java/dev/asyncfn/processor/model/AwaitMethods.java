package dev.asyncfn.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The methods whose calls await: {@code Async.await}, and those that {@code @AwaitVia} marks, by which a bridge adds the values of another
 * library. Resolved by symbol, never by name.
 */
public final class AwaitMethods {
    private static final String ASYNC = "dev.asyncfn.Async";
    /** The annotation that marks them. */
    public static final String MARK = "dev.asyncfn.AwaitVia";

    private static final Set<String> FUTURES = Set.of("dev.asyncfn.Future", "dev.asyncfn.TryFuture");

    private AwaitMethods() {}

    /** Whether an element, which may be null, is one of them. */
    public static boolean include(Element element) {
        return isOfAsync(element) || isMarked(element);
    }

    /** Whether it is one of {@code Async}'s own. */
    public static boolean isOfAsync(Element element) {
        return element instanceof ExecutableElement
                && element.getSimpleName().contentEquals("await")
                && element.getEnclosingElement() instanceof TypeElement owner
                && owner.getQualifiedName().contentEquals(ASYNC);
    }

    /** Whether it is marked as one, rightly or not. */
    public static boolean isMarked(Element element) {
        return via(element).isPresent();
    }

    /** The name that the mark gives of the method that makes the future. */
    public static Optional<String> via(Element element) {
        if (element == null || element.getKind() != ElementKind.METHOD) {
            return Optional.empty();
        }
        return element.getAnnotationMirrors().stream()
                .filter(mark -> ((TypeElement) mark.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(MARK))
                .findFirst()
                .map(AwaitMethods::value);
    }

    private static String value(AnnotationMirror mark) {
        return mark.getElementValues().values().stream()
                .map(value -> String.valueOf(value.getValue()))
                .findFirst()
                .orElse("");
    }

    /** The method that makes the future of what a marked one awaits; empty if there is none that the mark allows. */
    public static Optional<ExecutableElement> conversion(ExecutableElement marked, Types types, Elements elements) {
        boolean convertible = marked.getModifiers().contains(Modifier.STATIC)
                && !marked.getParameters().isEmpty()
                && !marked.isVarArgs();
        if (!convertible) {
            return Optional.empty();
        }
        String name = via(marked).orElseThrow();
        return ElementFilter.methodsIn(marked.getEnclosingElement().getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .filter(method -> method.getModifiers().contains(Modifier.STATIC)
                        && !method.getModifiers().contains(Modifier.PRIVATE)
                        && !method.isVarArgs())
                .filter(method ->
                        types.isSubsignature((ExecutableType) method.asType(), (ExecutableType) marked.asType()))
                .filter(method -> isFutureOf(marked.getReturnType(), method.getReturnType(), types, elements))
                .findFirst();
    }

    private static boolean isFutureOf(TypeMirror value, TypeMirror future, Types types, Elements elements) {
        return future instanceof DeclaredType declared
                && FUTURES.contains(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString())
                && !declared.getTypeArguments().isEmpty()
                && isSame(declared.getTypeArguments().get(0), boxed(value, types, elements));
    }

    private static TypeMirror boxed(TypeMirror type, Types types, Elements elements) {
        if (type.getKind() == TypeKind.VOID) {
            return elements.getTypeElement("java.lang.Void").asType();
        }
        return type instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : type;
    }

    /** The two methods have type variables of their own, so these are compared by their names. */
    private static boolean isSame(TypeMirror one, TypeMirror other) {
        if (one == null || other == null || one.getKind() != other.getKind()) {
            return one == other;
        }
        if (one instanceof TypeVariable variable) {
            return variable.asElement()
                    .getSimpleName()
                    .equals(((TypeVariable) other).asElement().getSimpleName());
        }
        if (one instanceof ArrayType array) {
            return isSame(array.getComponentType(), ((ArrayType) other).getComponentType());
        }
        if (one instanceof WildcardType wildcard) {
            return isSame(wildcard.getExtendsBound(), ((WildcardType) other).getExtendsBound())
                    && isSame(wildcard.getSuperBound(), ((WildcardType) other).getSuperBound());
        }
        return !(one instanceof DeclaredType declared) || isSame(declared, (DeclaredType) other);
    }

    private static boolean isSame(DeclaredType one, DeclaredType other) {
        List<? extends TypeMirror> arguments = one.getTypeArguments();
        List<? extends TypeMirror> others = other.getTypeArguments();
        boolean same = one.asElement().equals(other.asElement()) && arguments.size() == others.size();
        for (int i = 0; same && i < arguments.size(); i++) {
            same = isSame(arguments.get(i), others.get(i));
        }
        return same;
    }
}
