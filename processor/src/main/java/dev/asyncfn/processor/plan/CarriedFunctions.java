package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Lambdas and method references for interfaces that type parameters stand for, or stand for parts of their methods. Each is a function of another interface, which the bridge
 * declares, and the bridge makes an object of the private one out of it.
 */
public final class CarriedFunctions {
    private final Attribution attribution;
    private final Types types;
    private final CarriedMembers members;

    public CarriedFunctions(Attribution attribution) {
        this.attribution = attribution;
        this.types = attribution.types();
        this.members = new CarriedMembers(attribution);
    }

    /** The interface for which an expression is a function that only the bridge can make one of; empty for any other expression. */
    public Optional<TypeElement> type(Expression expression) {
        boolean function = expression instanceof LambdaExpr || expression instanceof MethodReferenceExpr;
        return function
                        && !attribution.carried().isEmpty()
                        && attribution.typeOf(expression) instanceof DeclaredType type
                        && type.getKind() == TypeKind.DECLARED
                        && isPrivate((TypeElement) type.asElement())
                ? Optional.of((TypeElement) type.asElement())
                : Optional.empty();
    }

    /** Whether it is private, or its method is made of private types. */
    private boolean isPrivate(TypeElement type) {
        return attribution.carried().contains(type)
                || FunctionalInterfaces.find(type, attribution.elements())
                        .filter(members::mentions)
                        .isPresent();
    }

    /** The type arguments that a function's interface has there. */
    public List<TypeMirror> arguments(Expression function) {
        return new FunctionTypes(attribution).arguments((DeclaredType) attribution.typeOf(function));
    }

    /** The method of the interface. */
    public ExecutableElement method(TypeElement type) {
        return FunctionalInterfaces.method(type, attribution.elements());
    }

    /** Whether the bridge can make such objects: there is one method to implement, without type parameters. */
    boolean isPossible(TypeElement type) {
        ExecutableElement method = method(type);
        return isOne(method, type)
                && method.getTypeParameters().isEmpty()
                && !attribution.isA(type.asType(), "java.io.Serializable");
    }

    /**
     * Whether no other method is to be implemented besides: one of another erasure is, unless it is overridden by the first one, whose
     * interface has a bridge method for it.
     */
    private boolean isOne(ExecutableElement method, TypeElement in) {
        return Stream.concat(Stream.of(in), supertypes(in))
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .filter(other -> other.getModifiers().contains(Modifier.ABSTRACT)
                        && other.getSimpleName().equals(method.getSimpleName())
                        && !erased(other).equals(erased(method)))
                .allMatch(other -> types.isSubtype(
                        types.erasure(method.getEnclosingElement().asType()),
                        types.erasure(other.getEnclosingElement().asType())));
    }

    private String erased(ExecutableElement method) {
        return types.erasure(method.asType()).toString();
    }

    private Stream<TypeElement> supertypes(TypeElement type) {
        return types.directSupertypes(type.asType()).stream()
                .map(above -> (TypeElement) types.asElement(above))
                .flatMap(above -> Stream.concat(Stream.of(above), supertypes(above)));
    }
}
