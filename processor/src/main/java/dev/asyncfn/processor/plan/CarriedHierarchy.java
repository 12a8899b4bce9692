package dev.asyncfn.processor.plan;

import dev.asyncfn.processor.attribute.Attribution;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * Which types stand above each other where type parameters stand for private ones. A type parameter that is a bound is the only one, and
 * a class that can be named has no bounds: so not all of them still do.
 */
final class CarriedHierarchy {
    private final Types types;
    private final Map<TypeElement, List<TypeMirror>> bounds;

    /** @param attribution the body's, which carries the private types */
    CarriedHierarchy(Attribution attribution) {
        this.types = attribution.types();
        this.bounds = attribution.boundsOfCarried();
    }

    /** Whether a value of a type is one of the other type in the body, and generated code does not know it. */
    boolean isLost(TypeMirror sub, TypeMirror type) {
        return types.asElement(types.erasure(sub)) instanceof TypeElement below
                && types.asElement(types.erasure(type)) instanceof TypeElement above
                && isLost(below, above);
    }

    private boolean isLost(TypeElement sub, TypeElement type) {
        return !sub.equals(type)
                && bounds.containsKey(type)
                && types.isSubtype(types.erasure(sub.asType()), types.erasure(type.asType()))
                && !isSaid(sub, type);
    }

    /** Whether the bounds of what stands for a class lead to what stands for the other one. */
    private boolean isSaid(TypeElement sub, TypeElement type) {
        return bounds.getOrDefault(sub, List.of()).stream()
                .map(types::asElement)
                .map(TypeElement.class::cast)
                .anyMatch(bound -> bound.equals(type) || bounds.containsKey(bound) && isSaid(bound, type));
    }

    /** Whether the type arguments of a value's type no longer fit those of the type that is wanted of it. */
    boolean isLostInArguments(TypeMirror value, TypeMirror wanted) {
        return isLostInArguments(value, wanted, Set.of());
    }

    /** @param within the variables in whose bounds these types stand: {@code T extends Comparable<T>} leads back to itself */
    private boolean isLostInArguments(TypeMirror value, TypeMirror wanted, Set<TypeMirror> within) {
        if (value instanceof ArrayType array && wanted instanceof ArrayType other) {
            return isLostInArguments(array.getComponentType(), other.getComponentType(), within);
        }
        if (wanted.getKind() != TypeKind.DECLARED || bounds.containsKey(types.asElement(wanted))) {
            return false;
        }
        List<? extends TypeMirror> wantedOnes = ((DeclaredType) wanted).getTypeArguments();
        List<? extends TypeMirror> own = arguments(seenAs(value, (DeclaredType) wanted));
        return IntStream.range(0, Math.min(own.size(), wantedOnes.size()))
                .filter(i -> !within.contains(own.get(i)) && !within.contains(wantedOnes.get(i)))
                .anyMatch(i -> isLostBetween(own.get(i), wantedOnes.get(i), within));
    }

    private boolean isLostBetween(TypeMirror ownArgument, TypeMirror wantedArgument, Set<TypeMirror> within) {
        TypeMirror own = bound(ownArgument);
        TypeMirror wanted = bound(wantedArgument);
        Set<TypeMirror> deeper = new HashSet<>(within);
        Stream.of(ownArgument, wantedArgument).filter(InferredVariables::isOne).forEach(deeper::add);
        return own != null
                && wanted != null
                && (isLost(own, wanted) || isLost(wanted, own) || isLostInArguments(own, wanted, deeper));
    }

    private static List<? extends TypeMirror> arguments(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED ? ((DeclaredType) type).getTypeArguments() : List.of();
    }

    /** What a type argument is or is bounded by; null if nothing is said. */
    private static TypeMirror bound(TypeMirror argument) {
        if (argument instanceof WildcardType wildcard) {
            return wildcard.getSuperBound() == null ? wildcard.getExtendsBound() : wildcard.getSuperBound();
        }
        return InferredVariables.isOne(argument) ? ((TypeVariable) argument).getUpperBound() : argument;
    }

    /** What gives elements of another type: of the same class if its type arguments can say so. */
    TypeMirror iterableOf(TypeMirror iterated, TypeMirror element, TypeElement iterable) {
        DeclaredType plain = types.getDeclaredType(iterable, element);
        if (iterated.getKind() != TypeKind.DECLARED
                || Denotable.isParameterized(((DeclaredType) iterated).getEnclosingType())) {
            return plain;
        }
        TypeMirror[] given = arguments(iterated).stream()
                .map(argument -> bound(argument) != null && isLost(bound(argument), element) ? element : argument)
                .toArray(TypeMirror[]::new);
        DeclaredType same = types.getDeclaredType((TypeElement) types.asElement(iterated), given);
        boolean fits = new ParameterBounds(types).hold(same) && types.isSameType(seenAs(same, plain), plain);
        return fits ? same : plain;
    }

    /** The type itself, or the one above it that is of the other one's class. */
    TypeMirror seenAs(TypeMirror type, DeclaredType other) {
        if (other.asElement().equals(types.asElement(type))) {
            return type;
        }
        return types.directSupertypes(type).stream()
                .filter(above -> types.isSubtype(types.erasure(above), types.erasure(other)))
                .findFirst()
                .map(above -> seenAs(above, other))
                .orElse(type);
    }

    /** All classes that a type is made of. */
    Set<TypeElement> parts(TypeMirror type) {
        Set<TypeElement> found = new LinkedHashSet<>();
        TypeParts.in(type).forEach(part -> found.add((TypeElement) part.asElement()));
        return found;
    }
}
