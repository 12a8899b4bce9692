package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.FactoryOverloads;
import dev.asyncfn.processor.collect.PrivateTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * The types of private classes that a body mentions. One type parameter stands for all types of a class, whatever their
 * type arguments: members are reached through the bridge, and its calls say these. So the types above must be the same
 * for all of them.
 */
final class CarriedInstances {
    /** A type and the first place that mentions it. */
    private record Instance(DeclaredType type, Node at) {}

    private final Types types;
    private final PrivateTypes privateTypes;
    private final Map<TypeElement, List<Instance>> found = new LinkedHashMap<>();

    CarriedInstances(Attribution attribution, PrivateTypes privateTypes) {
        this.types = attribution.types();
        this.privateTypes = privateTypes;
    }

    /** Whether it names a class, and neither says its type arguments nor leaves them out, as a raw type does. */
    static boolean isClassOnly(ClassOrInterfaceType name) {
        Node user = name.getParentNode().orElseThrow();
        boolean written = name.getTypeArguments().isPresent() && !name.isUsingDiamondOperator();
        return !written
                && (user instanceof InstanceOfExpr test
                                && !test.getPattern()
                                        .filter(TypePatternExpr.class::isInstance)
                                        .isPresent()
                        || user instanceof RecordPatternExpr
                        || user instanceof ClassExpr
                        || user instanceof TypeExpr
                        || user instanceof ObjectCreationExpr
                        || user instanceof ClassOrInterfaceType type
                                && type.getScope().orElse(null) == name);
    }

    void add(DeclaredType type, Node at) {
        List<Instance> all = found.computeIfAbsent((TypeElement) type.asElement(), element -> new ArrayList<>());
        if (all.stream().noneMatch(other -> types.isSameType(other.type, type))) {
            all.add(new Instance(type, at));
        }
    }

    /** The place of a type above which there are others than above the first one of its class. */
    Optional<Node> differing(TypeElement type, Denotable denotable) {
        List<Instance> all = found.getOrDefault(type, List.of());
        return all.stream()
                .filter(other -> !areSame(bounds(other.type, denotable), bounds(all.get(0).type, denotable)))
                .map(Instance::at)
                .findFirst();
    }

    /** The nearest types above a class that can be named. */
    List<TypeMirror> bounds(TypeElement type, Denotable denotable) {
        return found.containsKey(type)
                ? bounds(found.get(type).get(0).type, denotable)
                : above((DeclaredType) type.asType()).stream()
                        .filter(bound -> !FactoryOverloads.mentions(bound, parameter -> true))
                        .toList();
    }

    private List<TypeMirror> bounds(DeclaredType type, Denotable denotable) {
        return above((DeclaredType) types.capture(type)).stream()
                .map(denotable::upper)
                .toList();
    }

    /** The nearest types above one that are not of private classes themselves. */
    List<TypeMirror> above(DeclaredType type) {
        return types.directSupertypes(type).stream()
                .flatMap(above -> {
                    DeclaredType declared = (DeclaredType) above;
                    return privateTypes.isOne((TypeElement) declared.asElement())
                            ? above(declared).stream()
                            : Stream.of((TypeMirror) above);
                })
                .toList();
    }

    /** One type parameter stands for what two types of a private class in them have in common. */
    private boolean areSame(List<TypeMirror> some, List<TypeMirror> others) {
        return some.size() == others.size()
                && Stream.iterate(0, i -> i < some.size(), i -> i + 1)
                        .allMatch(i -> types.isSameType(erasedPrivate(some.get(i)), erasedPrivate(others.get(i))));
    }

    private TypeMirror erasedPrivate(TypeMirror type) {
        if (!(type instanceof DeclaredType declared)
                || declared.getTypeArguments().isEmpty()) {
            return type;
        }
        TypeElement element = (TypeElement) declared.asElement();
        if (privateTypes.isOne(element)) {
            return types.erasure(type);
        }
        TypeMirror[] arguments =
                declared.getTypeArguments().stream().map(this::erasedPrivate).toArray(TypeMirror[]::new);
        return declared.getEnclosingType() instanceof DeclaredType outer
                ? types.getDeclaredType(outer, element, arguments)
                : types.getDeclaredType(element, arguments);
    }
}
