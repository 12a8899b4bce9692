package dev.asyncfn.processor.collect;

import dev.asyncfn.processor.diag.Problem;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/** Which types a class beside the owner, in its package but not inside it, can name. */
public final class Nameability {
    private final Elements elements;
    private final TypeElement owner;
    private final PackageElement home;

    /** @param owner a class in the package to name types from, of the same compiler as {@code elements} */
    public Nameability(Elements elements, TypeElement owner) {
        this.elements = elements;
        this.owner = owner;
        this.home = elements.getPackageOf(owner);
    }

    /**
     * A type that cannot be named.
     *
     * @param problem {@link Problem#PRIVATE_TYPE} or {@link Problem#INACCESSIBLE_TYPE}
     * @param type the type, or the class around it, that is not accessible
     */
    public record Obstacle(Problem problem, TypeElement type) {}

    /** What keeps the type from being named; empty if nothing does. */
    public Optional<Obstacle> obstacle(TypeElement type) {
        if (isLocal(type)) {
            return Optional.empty();
        }
        for (Element e = type; e instanceof TypeElement enclosing; e = around(enclosing)) {
            if (enclosing.getModifiers().contains(Modifier.PRIVATE)) {
                return Optional.of(new Obstacle(Problem.PRIVATE_TYPE, enclosing));
            }
            if (enclosing.getModifiers().contains(Modifier.PROTECTED)
                    && !elements.getPackageOf(enclosing).equals(home)) {
                return Optional.of(new Obstacle(Problem.INACCESSIBLE_TYPE, enclosing));
            }
        }
        return Optional.empty();
    }

    /** The class by which a member class is named. */
    private Element around(TypeElement type) {
        Element around = type.getEnclosingElement();
        return around instanceof TypeElement
                ? MemberClasses.qualifier(type, owner).map(Element.class::cast).orElse(around)
                : around;
    }

    /** Whether a type is declared inside a body: it moves along with the body, whatever its members' modifiers. */
    public boolean isLocal(TypeElement type) {
        Element e = type;
        while (e instanceof TypeElement) {
            e = e.getEnclosingElement();
        }
        return !(e instanceof PackageElement);
    }

    /** The same for a whole type with its arguments. */
    public Optional<Obstacle> obstacle(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            return Stream.concat(
                            obstacle((TypeElement) declared.asElement()).stream(),
                            obstacles(declared.getTypeArguments().stream()))
                    .findFirst();
        }
        return obstacles(parts(type)).findFirst();
    }

    private Stream<Obstacle> obstacles(Stream<? extends TypeMirror> types) {
        return types.flatMap(t -> obstacle(t).stream());
    }

    /** What a type is made of. A type variable has none: its bounds are checked where it is declared. */
    static Stream<? extends TypeMirror> parts(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return Stream.of(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.of(wildcard.getExtendsBound(), wildcard.getSuperBound())
                    .filter(b -> b != null);
        }
        if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream();
        }
        if (type instanceof UnionType union) {
            return union.getAlternatives().stream();
        }
        return type instanceof DeclaredType declared ? declared.getTypeArguments().stream() : Stream.empty();
    }
}
