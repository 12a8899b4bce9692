package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
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
        DeclaredType ground = grounded((DeclaredType) function);
        return FunctionalInterfaces.find(element, attribution.elements()).stream()
                .map(method -> (ExecutableType) types.asMemberOf(ground, method))
                .flatMap(type -> Stream.concat(type.getParameterTypes().stream(), Stream.of(type.getReturnType())))
                .map(TypeMirror.class::cast)
                .toList();
    }

    /**
     * The type of the objects that {@code Nil::new} makes where type arguments are left out, as what is wanted of the function says.
     *
     * @return empty if nothing is left out, or not all can be said
     */
    Optional<DeclaredType> created(MethodReferenceExpr reference) {
        if (!(attribution.elementOf(reference) instanceof ExecutableElement constructor)
                || constructor.getKind() != ElementKind.CONSTRUCTOR
                || !(reference.getScope() instanceof TypeExpr scope)
                || !(scope.getType() instanceof ClassOrInterfaceType named)
                || named.getTypeArguments().isPresent()) {
            return Optional.empty();
        }
        TypeElement created = (TypeElement) constructor.getEnclosingElement();
        List<TypeMirror> function = types(attribution.typeOf(reference));
        TypeMirror given = function.get(function.size() - 1);
        if (created.getTypeParameters().isEmpty() || given.getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        DeclaredType seen = new Membership(types).supertype(created.asType(), (TypeElement) types.asElement(given));
        Substitution found = new Substitution(types);
        if (seen != null) {
            found.match(seen, grounded((DeclaredType) given), created.getTypeParameters());
        }
        boolean said = created.getTypeParameters().stream()
                .allMatch(parameter -> found.of((TypeVariable) parameter.asType()) != null);
        return said ? Optional.of((DeclaredType) found.in(created.asType())) : Optional.empty();
    }

    private DeclaredType grounded(DeclaredType type) {
        List<TypeMirror> arguments = arguments(type);
        return arguments.isEmpty()
                ? type
                : types.getDeclaredType((TypeElement) type.asElement(), arguments.toArray(TypeMirror[]::new));
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
