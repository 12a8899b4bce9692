package dev.asyncfn.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/**
 * The names of factories. A factory has the name of its async fn; it is static, and the receiver is its first parameter.
 * So {@code a.add(b)} and {@code add(a, b)} would have the same factory: that of the static method is called
 * {@code addStatic}. A type parameter stands for a private type, and anything is a value of it: beside an overload,
 * {@code area(Circle)} of a private class has the factory {@code areaCircle}. All this follows from the declarations alone,
 * not from their order, which a class file need not keep.
 */
public final class FactoryNames {
    private static final String STATIC = "Static";

    private FactoryNames() {}

    /** The name of an async fn's factory. */
    public static String of(ExecutableElement fn) {
        String name = told(fn);
        if (!isStatic(fn) || !isTaken(name, fn) && !isBesideReceiver(fn)) {
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
        return (name.startsWith(otherName) || otherName.startsWith(name)) && of(fn).equals(of(other));
    }

    /**
     * The name of an async fn, and if it takes private types and has overloads, the types by which it differs from these. Where only its
     * result has one, it may be an overload whose receiver is taken for an argument.
     */
    private static String told(ExecutableElement fn) {
        String name = fn.getSimpleName().toString();
        List<List<String>> others = overloads(fn)
                .filter(other -> takesPrivate(fn) || isStatic(fn) != isStatic(other) && mentionsPrivate(fn))
                .map(FactoryNames::parameters)
                .toList();
        List<String> own = parameters(fn);
        return name
                + IntStream.range(0, own.size())
                        .filter(i -> others.stream().anyMatch(other -> isOther(own, other, i)))
                        .mapToObj(i -> word(own.get(i)))
                        .collect(Collectors.joining());
    }

    private static boolean isOther(List<String> own, List<String> other, int i) {
        return !own.equals(other) && (i >= other.size() || !own.get(i).equals(other.get(i)));
    }

    /** Whether the receiver of another one, of a private class, could be the first argument of a static method. */
    private static boolean isBesideReceiver(ExecutableElement fn) {
        return VirtualFns.isPrivate((TypeElement) fn.getEnclosingElement())
                && overloads(fn).anyMatch(other -> !isStatic(other));
    }

    /** The other async fns of the name that can have as many arguments. */
    private static Stream<ExecutableElement> overloads(ExecutableElement fn) {
        return ElementFilter.methodsIn(fn.getEnclosingElement().getEnclosedElements()).stream()
                .filter(other -> !other.equals(fn) && other.getSimpleName().equals(fn.getSimpleName()))
                .filter(Naming::isAsyncFn)
                .filter(other -> fn.isVarArgs()
                        || other.isVarArgs()
                        || parameters(fn).size() == parameters(other).size());
    }

    private static boolean takesPrivate(ExecutableElement fn) {
        return fn.getParameters().stream().map(Element::asType).anyMatch(FactoryNames::mentionsPrivate);
    }

    private static boolean mentionsPrivate(ExecutableElement fn) {
        return Stream.of(
                        Stream.of(fn.getReturnType()),
                        fn.getParameters().stream().map(Element::asType),
                        fn.getTypeParameters().stream().flatMap(own -> own.getBounds().stream()))
                .flatMap(types -> types)
                .anyMatch(FactoryNames::mentionsPrivate);
    }

    private static boolean mentionsPrivate(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> mentionsPrivate(((ArrayType) type).getComponentType());
            case DECLARED ->
                VirtualFns.isPrivate((TypeElement) ((DeclaredType) type).asElement())
                        || ((DeclaredType) type).getTypeArguments().stream().anyMatch(FactoryNames::mentionsPrivate);
            case WILDCARD ->
                Stream.of(((WildcardType) type).getExtendsBound(), ((WildcardType) type).getSuperBound())
                        .anyMatch(bound -> bound != null && mentionsPrivate(bound));
            default -> false;
        };
    }

    /** The simple name of an erased type, as a part of a name. */
    private static String word(String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1).replace("[]", "Array");
        return Character.toUpperCase(simple.charAt(0)) + simple.substring(1);
    }

    /** Whether another async fn of the class has such a name and what would be the same factory parameters. */
    private static boolean isTaken(String name, ExecutableElement fn) {
        for (Element member : fn.getEnclosingElement().getEnclosedElements()) {
            if (!member.equals(fn)
                    && Naming.isAsyncFn(member)
                    && name.startsWith(member.getSimpleName().toString())
                    && told((ExecutableElement) member).equals(name)
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
