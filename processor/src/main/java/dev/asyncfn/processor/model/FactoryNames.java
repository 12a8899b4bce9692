package dev.asyncfn.processor.model;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * The names of factories. A factory has the name of its async fn; it is static, and the receiver is its first parameter.
 * So {@code a.add(b)} and {@code add(a, b)} would have the same factory: that of the static method is called
 * {@code addStatic}. This follows from the two declarations alone, not from their order, which a class file need not keep.
 */
public final class FactoryNames {
    private static final String STATIC = "Static";

    private FactoryNames() {}

    /** The name of an async fn's factory. */
    public static String of(ExecutableElement fn) {
        String name = fn.getSimpleName().toString();
        if (!isStatic(fn) || !isTaken(name, fn)) {
            return name;
        }
        String second = name + STATIC;
        String free = second;
        for (int n = 2; isTaken(free, fn); n++) {
            free = second + "_" + n;
        }
        return free;
    }

    /** Whether the factories of two async fns of a class are overloads of each other. */
    public static boolean areSame(ExecutableElement fn, ExecutableElement other) {
        String name = fn.getSimpleName().toString();
        String otherName = other.getSimpleName().toString();
        boolean possible =
                name.equals(otherName) || name.startsWith(otherName + STATIC) || otherName.startsWith(name + STATIC);
        return possible && of(fn).equals(of(other));
    }

    /** Whether another async fn of the class has such a name and what would be the same factory parameters. */
    private static boolean isTaken(String name, ExecutableElement fn) {
        for (Element member : fn.getEnclosingElement().getEnclosedElements()) {
            if (member != fn
                    && member.getSimpleName().contentEquals(name)
                    && Naming.isAsyncFn(member)
                    && parameters((ExecutableElement) member).equals(parameters(fn))) {
                return true;
            }
        }
        return false;
    }

    /** What the parameters of the factory are erased to. */
    private static List<String> parameters(ExecutableElement fn) {
        List<String> parameters = new ArrayList<>();
        if (!isStatic(fn)) {
            parameters.add(erased(fn.getEnclosingElement().asType()));
        }
        fn.getParameters().forEach(parameter -> parameters.add(erased(parameter.asType())));
        return parameters;
    }

    private static String erased(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> erased(((ArrayType) type).getComponentType()) + "[]";
            case TYPEVAR -> erased(((TypeVariable) type).getUpperBound());
            case INTERSECTION -> erased(((IntersectionType) type).getBounds().get(0));
            case DECLARED ->
                ((TypeElement) ((DeclaredType) type).asElement())
                        .getQualifiedName()
                        .toString();
            default -> type.toString();
        };
    }

    private static boolean isStatic(ExecutableElement fn) {
        return fn.getModifiers().contains(Modifier.STATIC);
    }
}
