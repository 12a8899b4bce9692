package dev.asyncfn.processor.plan;

import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.PrivateTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Bounds of type parameters for private classes that stand above each other: a type parameter that is a bound is the only one. */
final class CarriedBounds {
    private final Attribution attribution;
    private final Types types;
    private final PrivateTypes privateTypes;
    private final Predicate<TypeElement> asRecord;

    /** @param asRecord which records must be seen to be ones */
    CarriedBounds(Attribution attribution, PrivateTypes privateTypes, Predicate<TypeElement> asRecord) {
        this.attribution = attribution;
        this.types = attribution.types();
        this.privateTypes = privateTypes;
        this.asRecord = asRecord;
    }

    /**
     * The bounds, where a class that can have the nearest one above it for its only bound does.
     *
     * @param own the nearest types above each class that can be named
     * @param alone the classes that a factory has type parameters for, where each stands alone
     */
    Map<TypeElement, List<TypeMirror>> inLine(Map<TypeElement, List<TypeMirror>> own, Set<TypeElement> alone) {
        Map<TypeElement, List<TypeMirror>> bounds = new LinkedHashMap<>();
        own.forEach((type, nearest) -> {
            Optional<TypeElement> only = alone.contains(type)
                    ? Optional.empty()
                    : above(type, own.keySet()).filter(above -> !alone.contains(above) && impliesAll(type, own, above));
            bounds.put(type, only.isPresent() ? List.of(only.get().asType()) : nearest);
        });
        return bounds;
    }

    /** The nearest of some classes above one. */
    private Optional<TypeElement> above(TypeElement type, Set<TypeElement> all) {
        return types.directSupertypes(type.asType()).stream()
                .map(direct -> (TypeElement) types.asElement(direct))
                .filter(privateTypes::isOne)
                .flatMap(direct -> all.contains(direct) ? Stream.of(direct) : above(direct, all).stream())
                .findFirst();
    }

    private boolean impliesAll(TypeElement sub, Map<TypeElement, List<TypeMirror>> bounds, TypeElement above) {
        return bounds.get(sub).stream()
                .allMatch(bound -> isRecordBelow(sub, bound) || isOneOf(bounds.get(above), bound));
    }

    private boolean isRecordBelow(TypeElement sub, TypeMirror bound) {
        TypeElement record = attribution.elements().getTypeElement("java.lang.Record");
        return types.asElement(bound) == record && !asRecord.test(sub);
    }

    private boolean isOneOf(List<TypeMirror> bounds, TypeMirror bound) {
        return bound.toString().equals("java.lang.Object")
                || bounds.stream().anyMatch(own -> types.isSubtype(own, bound));
    }
}
