package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.Substitution;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** The type arguments that javac has found for a call of a generic method. */
final class InferredArguments {
    private final Attribution attribution;
    private final Denotable denotable;

    InferredArguments(Attribution attribution, Denotable denotable) {
        this.attribution = attribution;
        this.denotable = denotable;
    }

    /** Empty if its types do not tell them, or if they cannot be written. */
    Optional<List<TypeMirror>> of(MethodCallExpr call, ExecutableElement method) {
        ExecutableType type = attribution.methodTypeOf(call);
        Substitution found = new Substitution(attribution.types());
        for (int i = 0; i < method.getParameters().size(); i++) {
            found.match(
                    method.getParameters().get(i).asType(),
                    type.getParameterTypes().get(i),
                    method.getTypeParameters());
        }
        found.match(method.getReturnType(), type.getReturnType(), method.getTypeParameters());
        List<TypeMirror> arguments = method.getTypeParameters().stream()
                .map(parameter -> found.of((TypeVariable) parameter.asType()))
                .toList();
        boolean written = arguments.stream().allMatch(argument -> argument != null && denotable.holds(argument));
        return written ? Optional.of(arguments) : Optional.empty();
    }
}
