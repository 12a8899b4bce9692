package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.model.Varargs;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Calls for which javac makes an array of what is passed one by one (JLS 15.12.4.2). */
public final class VariableArity {
    private final Attribution attribution;

    public VariableArity(Attribution attribution) {
        this.attribution = attribution;
    }

    /** The type of that array; empty if none is made. */
    Optional<ArrayType> array(List<Expression> arguments, ExecutableElement method, ExecutableType type) {
        if (!Varargs.areTakenBy(method)) {
            return Optional.empty();
        }
        List<? extends TypeMirror> parameters = type.getParameterTypes();
        TypeMirror last = parameters.get(parameters.size() - 1);
        boolean whole = arguments.size() == parameters.size()
                && attribution.types().isAssignable(attribution.typeOf(arguments.get(arguments.size() - 1)), last);
        return whole ? Optional.empty() : Optional.of((ArrayType) last);
    }

    /** The class that a type parameter stands for, of which a call's array is; empty if there is none. */
    public Optional<TypeElement> carried(MethodCallExpr call) {
        ExecutableElement method = (ExecutableElement) attribution.elementOf(call);
        return array(call.getArguments(), method, attribution.methodTypeOf(call))
                .filter(array -> declared(method).getComponentType().getKind() == TypeKind.DECLARED)
                .map(array -> attribution.types().asElement(array.getComponentType()))
                .map(TypeElement.class::cast)
                .filter(attribution.carried()::contains);
    }

    /** The type of the last parameter. */
    static ArrayType declared(ExecutableElement method) {
        return (ArrayType)
                method.getParameters().get(method.getParameters().size() - 1).asType();
    }
}
