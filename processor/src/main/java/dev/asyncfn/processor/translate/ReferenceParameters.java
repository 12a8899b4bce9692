package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.FunctionalInterfaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * The parameters of the lambda that stands for a method reference.
 *
 * @param declared as the lambda declares them, in parentheses
 * @param names as it passes them on
 */
public record ReferenceParameters(Code declared, String names) {

    static ReferenceParameters of(MethodReferenceExpr reference, Attribution attribution, IntFunction<String> fresh) {
        DeclaredType functional = (DeclaredType) attribution.typeOf(reference);
        ExecutableElement function =
                FunctionalInterfaces.method((TypeElement) functional.asElement(), attribution.elements());
        List<String> names = IntStream.range(0, function.getParameters().size())
                .mapToObj(fresh)
                .toList();
        List<TypeMirror> types =
                isExact(reference, attribution) ? types(functional, function, attribution) : List.<TypeMirror>of();
        List<Object> declared = new ArrayList<>(List.of("("));
        for (int i = 0; i < names.size(); i++) {
            declared.add(i == 0 ? "" : ", ");
            declared.add(types.isEmpty() ? "" : new Reference.TypeRef(types.get(i)));
            declared.add(types.isEmpty() ? names.get(i) : " " + names.get(i));
        }
        declared.add(")");
        return new ReferenceParameters(Code.join(declared), String.join(", ", names));
    }

    /**
     * Whether it means one method only, so that it has a say in which overload is called and in what is inferred (JLS
     * 15.13.1). Of lambdas, those that declare their parameters' types do.
     */
    private static boolean isExact(MethodReferenceExpr reference, Attribution attribution) {
        ExecutableElement method = (ExecutableElement) attribution.elementOf(reference);
        TypeElement declaring = (TypeElement) method.getEnclosingElement();
        long alike = attribution.elements().getAllMembers(declaring).stream()
                .filter(m -> m.getKind() == method.getKind())
                .filter(m -> m.getSimpleName().equals(method.getSimpleName()))
                .count();
        boolean creation = method.getKind() == ElementKind.CONSTRUCTOR;
        return alike == 1
                && !method.isVarArgs()
                && method.getTypeParameters().isEmpty()
                && !(creation && !declaring.getTypeParameters().isEmpty());
    }

    /** The types of what the functional interface passes (JLS 9.9); none if they cannot be written down. */
    private static List<TypeMirror> types(DeclaredType functional, Element function, Attribution attribution) {
        Types types = attribution.types();
        List<TypeMirror> arguments = new ArrayList<>();
        for (TypeMirror argument : functional.getTypeArguments()) {
            arguments.add(
                    argument instanceof WildcardType wildcard && argument.getKind() == TypeKind.WILDCARD
                            ? bound(wildcard)
                            : argument);
        }
        if (arguments.contains(null)) {
            return List.of();
        }
        DeclaredType ground = arguments.isEmpty()
                ? functional
                : types.getDeclaredType((TypeElement) functional.asElement(), arguments.toArray(TypeMirror[]::new));
        List<TypeMirror> parameters =
                List.copyOf(((ExecutableType) types.asMemberOf(ground, function)).getParameterTypes());
        Denotable denotable = new Denotable(attribution, Set.of());
        return parameters.stream().allMatch(denotable::holds) ? parameters : List.of();
    }

    private static TypeMirror bound(WildcardType wildcard) {
        return wildcard.getSuperBound() != null ? wildcard.getSuperBound() : wildcard.getExtendsBound();
    }
}
