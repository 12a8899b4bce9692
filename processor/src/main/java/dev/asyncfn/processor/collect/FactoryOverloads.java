package dev.asyncfn.processor.collect;

import dev.asyncfn.processor.model.BlockFn;
import dev.asyncfn.processor.model.FactoryNames;
import dev.asyncfn.processor.model.Naming;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/**
 * Where a call of a factory could be resolved to another factory than that of the method which the body's call means:
 * the methods of a class are not chosen from as the factories of its async fns are. Then the future's constructor is
 * called, which has no overloads.
 */
public final class FactoryOverloads {
    private FactoryOverloads() {}

    /** Whether there is a call for which it is so: the constructor can be seen wherever the factory can. */
    public static boolean anyConfused(ExecutableElement method) {
        return !(method instanceof BlockFn)
                && others(method)
                        .anyMatch(other ->
                                overlap(method, other) && (differ(method, other) || isHiddenBeside(method, other)));
    }

    /**
     * Whether it is so for a call.
     *
     * @param arguments how many the factory is passed, the receiver included
     * @param seesAll whether every overload was a candidate where the call stands
     */
    public static boolean confused(ExecutableElement method, int arguments, boolean seesAll) {
        return others(method)
                .filter(other -> takes(other, arguments))
                .anyMatch(other -> differ(method, other) || !seesAll && isHiddenBeside(method, other));
    }

    private static Stream<ExecutableElement> others(ExecutableElement method) {
        return ElementFilter.methodsIn(method.getEnclosingElement().getEnclosedElements()).stream()
                .filter(other -> !other.equals(method))
                .filter(Naming::isAsyncFn)
                .filter(other -> FactoryNames.areSame(method, other));
    }

    // ---- with how many arguments

    private static boolean takes(ExecutableElement method, int arguments) {
        return method.isVarArgs() ? arguments >= least(method) : arguments == least(method);
    }

    private static boolean overlap(ExecutableElement method, ExecutableElement other) {
        return takes(method, least(other)) || takes(other, least(method)) || method.isVarArgs() && other.isVarArgs();
    }

    private static int least(ExecutableElement method) {
        return method.getParameters().size() + (isStatic(method) ? 0 : 1) - (method.isVarArgs() ? 1 : 0);
    }

    // ---- in which way

    /** The receiver becomes a parameter, and the type parameters of its class become those of the factory. */
    private static boolean differ(ExecutableElement method, ExecutableElement other) {
        return isStatic(method) != isStatic(other)
                || !isStatic(method) && (mentionsClass(method) || mentionsClass(other));
    }

    private static boolean isStatic(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC);
    }

    /** The factory of a private fn can be seen from its package, that of a protected one from everywhere. */
    private static boolean isHiddenBeside(ExecutableElement method, ExecutableElement other) {
        return other.getModifiers().contains(Modifier.PRIVATE)
                        && !method.getModifiers().contains(Modifier.PRIVATE)
                || other.getModifiers().contains(Modifier.PROTECTED)
                        && method.getModifiers().contains(Modifier.PUBLIC);
    }

    private static boolean mentionsClass(ExecutableElement method) {
        Stream<? extends TypeMirror> bounds = method.getTypeParameters().stream()
                .map(TypeParameterElement::getBounds)
                .flatMap(List::stream);
        return Stream.concat(bounds, method.getParameters().stream().map(Element::asType))
                .anyMatch(type -> mentions(type, parameter -> parameter.getGenericElement() instanceof TypeElement));
    }

    /** Whether a type parameter of some sort is a part of the type. */
    public static boolean mentions(TypeMirror type, Predicate<TypeParameterElement> sought) {
        return switch (type.getKind()) {
            case TYPEVAR ->
                ((TypeVariable) type).asElement() instanceof TypeParameterElement parameter && sought.test(parameter);
            case ARRAY -> mentions(((ArrayType) type).getComponentType(), sought);
            case INTERSECTION ->
                ((IntersectionType) type).getBounds().stream().anyMatch(bound -> mentions(bound, sought));
            case DECLARED ->
                mentions(((DeclaredType) type).getEnclosingType(), sought)
                        || ((DeclaredType) type).getTypeArguments().stream().anyMatch(a -> mentions(a, sought));
            case WILDCARD ->
                Stream.of(((WildcardType) type).getExtendsBound(), ((WildcardType) type).getSuperBound())
                        .anyMatch(bound -> bound != null && mentions(bound, sought));
            default -> false;
        };
    }
}
