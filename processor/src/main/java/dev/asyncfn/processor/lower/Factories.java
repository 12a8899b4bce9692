package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Calls of async fns become calls of their factories: the receiver is the first argument. */
final class Factories {
    private final Lowering fn;
    private final Attribution attribution;

    Factories(Lowering fn) {
        this.fn = fn;
        this.attribution = fn.attribution();
    }

    Code call(MethodCallExpr call) {
        ExecutableElement method = (ExecutableElement) attribution.elementOf(call);
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        List<Object> parts = new ArrayList<>();
        parts.add(new Fragment.Factory(
                owner,
                typeArguments(call, isStatic || owner.getTypeParameters().isEmpty()),
                method.getSimpleName().toString(),
                isGeneric(method) || isOverloaded(method) ? null : Naming.futureName(method)));
        parts.add("(");
        if (!isStatic) {
            parts.add(call.getScope()
                    .map(fn.translator()::translate)
                    .orElseGet(() -> fn.translator().names().receiver(method, call)));
            parts.add(call.getArguments().isEmpty() ? "" : ", ");
        }
        parts.add(fn.translator().translateAll(call.getArguments()));
        parts.add(")");
        return Code.join(parts);
    }

    /** The future as its caller sees it, if its value's type tells the type arguments of the call; else null. */
    TypeMirror targetType(MethodCallExpr call) {
        ExecutableElement method = (ExecutableElement) attribution.elementOf(call);
        TypeMirror value = attribution.typeOf(call);
        if (!mentions(method, method.getReturnType()) || !fn.denotable().holds(value)) {
            return null;
        }
        TypeElement future = attribution.elements().getTypeElement("dev.asyncfn.Future");
        return attribution.types().getDeclaredType(future, value);
    }

    /** Whether a type parameter of the method is a part of the type. */
    private static boolean mentions(ExecutableElement method, TypeMirror type) {
        return switch (type.getKind()) {
            case TYPEVAR -> method.equals(((TypeVariable) type).asElement().getEnclosingElement());
            case ARRAY -> mentions(method, ((ArrayType) type).getComponentType());
            case DECLARED ->
                ((DeclaredType) type).getTypeArguments().stream().anyMatch(argument -> mentions(method, argument))
                        || mentions(method, ((DeclaredType) type).getEnclosingType());
            case WILDCARD ->
                Stream.of(((WildcardType) type).getExtendsBound(), ((WildcardType) type).getSuperBound())
                        .anyMatch(bound -> bound != null && mentions(method, bound));
            default -> false;
        };
    }

    /** Whether the future's class may have type parameters, of the method or of a class around it. */
    private static boolean isGeneric(ExecutableElement method) {
        for (Element e = method; e instanceof Parameterizable generic; e = e.getEnclosingElement()) {
            if (!generic.getTypeParameters().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Which overload comes first, and so has the plain name, is not for every compiler's class files to say. */
    private static boolean isOverloaded(ExecutableElement method) {
        return method.getEnclosingElement().getEnclosedElements().stream()
                .filter(Naming::isAsyncFn)
                .anyMatch(other -> other != method && other.getSimpleName().equals(method.getSimpleName()));
    }

    /** Explicit ones fit the factory only if it has no type parameters of the class before them. */
    private Code typeArguments(MethodCallExpr call, boolean fit) {
        return fit ? call.getTypeArguments().map(fn.translator()::translateAll).orElse(Code.EMPTY) : Code.EMPTY;
    }
}
