package dev.asyncfn.processor.plan;

import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.Nameability;
import dev.asyncfn.processor.collect.PrivateTypes;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Members that are out of reach because type parameters stand for classes in their declarations. */
final class CarriedMembers {
    private final Attribution attribution;
    private final Types types;
    private final PrivateTypes privateTypes;

    CarriedMembers(Attribution attribution) {
        this.attribution = attribution;
        this.types = attribution.types();
        this.privateTypes = new PrivateTypes(types, new Nameability(attribution.elements(), (TypeElement)
                attribution.method().getEnclosingElement()));
    }

    /** Whether it is a member of such a class, and of none of its bounds, or mentions one. */
    boolean isMember(Element member) {
        if (attribution.carried().isEmpty() || !(member.getEnclosingElement() instanceof TypeElement declaring)) {
            return false;
        }
        return privateTypes.isOne(declaring)
                ? !(member instanceof ExecutableElement method && isOfBound(method, declaring))
                : mentions(member);
    }

    /** Whether what it takes or gives mentions one. */
    boolean mentions(Element member) {
        if (!(member instanceof ExecutableElement method)) {
            return member.getKind().isField() && mentions(member.asType());
        }
        return Stream.of(
                        Stream.of(method.getReturnType()),
                        method.getParameters().stream().map(Element::asType),
                        method.getTypeParameters().stream().flatMap(parameter -> parameter.getBounds().stream()))
                .flatMap(all -> all)
                .anyMatch(this::mentions);
    }

    private boolean mentions(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED ->
                attribution.carried().contains((TypeElement) ((DeclaredType) type).asElement())
                        || ((DeclaredType) type).getTypeArguments().stream().anyMatch(this::mentions);
            case ARRAY -> mentions(((ArrayType) type).getComponentType());
            case WILDCARD ->
                Stream.of(((WildcardType) type).getExtendsBound(), ((WildcardType) type).getSuperBound())
                        .anyMatch(bound -> bound != null && mentions(bound));
            default -> false;
        };
    }

    /** Whether a method overrides one of a type that can be named, which says the same of it. */
    private boolean isOfBound(ExecutableElement method, TypeElement declaring) {
        return method.getKind() == ElementKind.METHOD
                && above(declaring)
                        .anyMatch(bound ->
                                ElementFilter.methodsIn(
                                                attribution.elements().getAllMembers((TypeElement) bound.asElement()))
                                        .stream()
                                        .anyMatch(inherited ->
                                                attribution.elements().overrides(method, inherited, declaring)
                                                        && saysTheSame(method, (ExecutableType)
                                                                types.asMemberOf(bound, inherited))));
    }

    private boolean saysTheSame(ExecutableElement method, ExecutableType inherited) {
        List<? extends TypeMirror> thrown = method.getThrownTypes();
        return types.isSameType(method.getReturnType(), inherited.getReturnType())
                && inherited.getThrownTypes().stream()
                        .allMatch(type -> thrown.stream().anyMatch(own -> types.isSubtype(type, own)));
    }

    private Stream<DeclaredType> above(TypeElement type) {
        return types.directSupertypes(type.asType()).stream()
                .map(DeclaredType.class::cast)
                .flatMap(above -> attribution.carried().contains((TypeElement) above.asElement())
                                || !attribution.isAccessible((TypeElement) above.asElement())
                        ? above((TypeElement) above.asElement())
                        : Stream.of(above));
    }
}
