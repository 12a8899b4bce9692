package dev.asyncfn.processor.plan;

import dev.asyncfn.processor.attribute.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** What a lambda or method reference takes and gives, by the functional interface that it is (JLS 9.9). */
public final class FunctionTypes {
    private final Attribution attribution;
    private final Types types;

    public FunctionTypes(Attribution attribution) {
        this.attribution = attribution;
        this.types = attribution.types();
    }

    /** The parameters' types and the result's. */
    public List<TypeMirror> types(TypeMirror function) {
        if (function instanceof IntersectionType several && function.getKind() == TypeKind.INTERSECTION) {
            return several.getBounds().stream()
                    .flatMap(bound -> types(bound).stream())
                    .toList();
        }
        TypeElement element = (TypeElement) types.asElement(function);
        List<TypeMirror> arguments = arguments((DeclaredType) function);
        DeclaredType ground = arguments.isEmpty()
                ? (DeclaredType) function
                : types.getDeclaredType(element, arguments.toArray(TypeMirror[]::new));
        return FunctionalInterfaces.find(element, attribution.elements()).stream()
                .map(method -> (ExecutableType) types.asMemberOf(ground, method))
                .flatMap(type -> Stream.concat(type.getParameterTypes().stream(), Stream.of(type.getReturnType())))
                .map(TypeMirror.class::cast)
                .toList();
    }

    /** The type arguments of the interface, wildcards by their bounds. */
    List<TypeMirror> arguments(DeclaredType function) {
        List<? extends TypeParameterElement> declared = ((TypeElement) function.asElement()).getTypeParameters();
        List<TypeMirror> arguments = new ArrayList<>();
        for (TypeMirror argument : function.getTypeArguments()) {
            arguments.add(bound(argument, declared.get(arguments.size()).getBounds()));
        }
        return arguments;
    }

    private static TypeMirror bound(TypeMirror argument, List<? extends TypeMirror> declared) {
        if (!(argument instanceof WildcardType wildcard) || argument.getKind() != TypeKind.WILDCARD) {
            return argument;
        }
        if (wildcard.getSuperBound() != null) {
            return wildcard.getSuperBound();
        }
        return wildcard.getExtendsBound() != null ? wildcard.getExtendsBound() : declared.get(0);
    }
}
