package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.Nameability;
import dev.asyncfn.processor.diag.Problem;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Classes that generated code cannot name, in the types that javac infers. */
public final class Unnameable {
    private final Attribution attribution;
    private final TypeElement owner;

    public Unnameable(Attribution attribution) {
        this.attribution = attribution;
        this.owner = (TypeElement) attribution.method().getEnclosingElement();
    }

    /** The first such class that a type mentions. */
    Optional<TypeElement> in(TypeMirror type) {
        return all(type).stream().findFirst();
    }

    /** All such classes that a type mentions. */
    Set<TypeElement> all(TypeMirror type) {
        Set<TypeElement> found = new LinkedHashSet<>();
        types(type).forEach(each -> found.add((TypeElement) each.asElement()));
        return found;
    }

    /** All types of such classes that a type mentions. */
    List<DeclaredType> types(TypeMirror type) {
        return TypeParts.in(type).stream()
                .filter(part -> itself(part).isPresent())
                .toList();
    }

    /** The first such class that a type mentions as one of several that a value has together. */
    Optional<TypeElement> inIntersection(TypeMirror type) {
        return intersections(type, new HashSet<>())
                .flatMap(several -> all(several).stream())
                .findFirst();
    }

    private Stream<TypeMirror> intersections(TypeMirror type, Set<TypeMirror> seen) {
        if (type == null || !seen.add(type)) {
            return Stream.empty();
        }
        return switch (type.getKind()) {
            case INTERSECTION -> Stream.of(type);
            case DECLARED ->
                ((DeclaredType) type).getTypeArguments().stream().flatMap(argument -> intersections(argument, seen));
            case ARRAY -> intersections(((ArrayType) type).getComponentType(), seen);
            case WILDCARD ->
                TypeParts.bounds((WildcardType) type).stream().flatMap(bound -> intersections(bound, seen));
            case TYPEVAR ->
                InferredVariables.isOne(type)
                        ? intersections(((TypeVariable) type).getUpperBound(), seen)
                        : Stream.empty();
            default -> Stream.empty();
        };
    }

    private Optional<TypeElement> itself(TypeMirror type) {
        return type instanceof DeclaredType declared
                        && type.getKind() == TypeKind.DECLARED
                        && declared.asElement() instanceof TypeElement element
                        && !attribution.isAccessible(element)
                ? Optional.of(element)
                : Optional.empty();
    }

    /** Such a class that is left of a type when it is erased; that of its components if it is an array. */
    Optional<TypeElement> erased(TypeMirror type) {
        if (type == null
                || type.getKind().isPrimitive()
                || type.getKind() == TypeKind.NULL
                || type.getKind() == TypeKind.VOID
                || type.getKind() == TypeKind.NONE) {
            return Optional.empty();
        }
        TypeMirror erased = attribution.types().erasure(type);
        while (erased instanceof ArrayType array) {
            erased = array.getComponentType();
        }
        return itself(erased);
    }

    /** Whether the async fn's own class can name it: what nobody can name, javac has accepted once already. */
    boolean isNamedByOwner(TypeElement type) {
        return new Nameability(attribution.elements(), owner).obstacle(type).isPresent();
    }

    /** The same, with what it is that a type parameter cannot do if the class is private. */
    public NotLowered at(TypeElement type, Node place, Problem refused) {
        NotLowered plain = at(type, place);
        if (plain.problem() != Problem.PRIVATE_TYPE) {
            return plain;
        }
        CharSequence name = type.getSimpleName();
        return new NotLowered(refused, place, name, owner.getSimpleName(), name);
    }

    /** Ends the lowering, because a class has no name. */
    public NotLowered at(TypeElement type, Node place) {
        Nameability.Obstacle obstacle = new Nameability(attribution.elements(), owner)
                .obstacle(type)
                .orElse(new Nameability.Obstacle(Problem.INACCESSIBLE_TYPE, type));
        return new NotLowered(obstacle.problem(), place, obstacle.type().getSimpleName(), owner.getSimpleName());
    }
}
