package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.FactoryOverloads;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Type parameters of one call or creation that javac would infer the same from one of the arguments, whatever type is wanted of the whole. */
final class FixedParameters {
    private final Types types;
    private final Membership membership;
    private final Substitution inferred;

    /** @param invocation the call or creation */
    FixedParameters(Expression invocation, Attribution attribution) {
        this.types = attribution.types();
        this.membership = new Membership(types);
        this.inferred = new Substitution(types);
        ExecutableElement invoked = (ExecutableElement) attribution.elementOf(invocation);
        if (invocation instanceof MethodCallExpr call) {
            findArguments(invoked, attribution.methodTypeOf(call));
        } else {
            TypeElement created = (TypeElement) invoked.getEnclosingElement();
            DeclaredType type = membership.supertype(attribution.typeOf(invocation), created);
            inferred.match(created.asType(), type, created.getTypeParameters());
        }
    }

    private void findArguments(ExecutableElement method, ExecutableType type) {
        List<? extends Element> parameters = method.getTypeParameters();
        for (int i = 0; i < method.getParameters().size(); i++) {
            inferred.match(
                    method.getParameters().get(i).asType(),
                    type.getParameterTypes().get(i),
                    parameters);
        }
        inferred.match(method.getReturnType(), type.getReturnType(), parameters);
    }

    /**
     * @param formal the declared type of what is passed
     * @param passed its own type
     */
    boolean isFixed(Element parameter, TypeMirror formal, TypeMirror passed) {
        return switch (formal.getKind()) {
            case TYPEVAR ->
                ((TypeVariable) formal).asElement().equals(parameter) && isInferred((TypeVariable) formal, passed);
            case ARRAY ->
                passed instanceof ArrayType array
                        && isFixed(parameter, ((ArrayType) formal).getComponentType(), array.getComponentType());
            case DECLARED -> isFixed(parameter, (DeclaredType) formal, passed);
            default -> false;
        };
    }

    /** Whether several types together were found for it. */
    boolean isIntersection(Element parameter) {
        TypeMirror found = inferred.of((TypeVariable) parameter.asType());
        return found != null && found.getKind() == TypeKind.INTERSECTION;
    }

    private boolean isInferred(TypeVariable parameter, TypeMirror passed) {
        TypeMirror found = inferred.of(parameter);
        TypeMirror value =
                passed instanceof PrimitiveType primitive && passed.getKind().isPrimitive()
                        ? types.boxedClass(primitive).asType()
                        : passed;
        return found != null && types.isSameType(found, value);
    }

    private boolean isFixed(Element parameter, DeclaredType formal, TypeMirror passed) {
        boolean hasSupertypes = passed.getKind() == TypeKind.DECLARED || passed.getKind() == TypeKind.TYPEVAR;
        DeclaredType seen = hasSupertypes ? membership.supertype(passed, (TypeElement) formal.asElement()) : null;
        if (seen == null
                || seen.getTypeArguments().size() != formal.getTypeArguments().size()) {
            return false;
        }
        for (int i = 0; i < formal.getTypeArguments().size(); i++) {
            TypeMirror argument = formal.getTypeArguments().get(i);
            if (FactoryOverloads.mentions(argument, parameter::equals)
                    && isFixedByArgument(
                            parameter, argument, seen.getTypeArguments().get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Type arguments without a wildcard are equal. */
    private boolean isFixedByArgument(Element parameter, TypeMirror formal, TypeMirror passed) {
        if (!(formal instanceof WildcardType wildcard)) {
            return true;
        }
        TypeMirror above = wildcard.getExtendsBound();
        if (above == null) { // a parameter that is below has the type that is wanted
            return wildcard.getSuperBound().getKind() == TypeKind.DECLARED
                    && types.isSameType(types.erasure(wildcard.getSuperBound()), types.erasure(passed));
        }
        return passed.getKind() == TypeKind.WILDCARD
                ? above instanceof TypeVariable variable && InferredVariables.isOne(inferred.of(variable))
                : isFixed(parameter, above, passed);
    }
}
