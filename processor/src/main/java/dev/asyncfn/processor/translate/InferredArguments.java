package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.Substitution;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** The type arguments that javac has found for a call of a generic method, or for a reference to one. */
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
        return written(method, found);
    }

    /**
     * Those of a reference's method, by what is passed to it and what it has to give.
     *
     * @param receiver whose member it is
     * @param function the parameters' types and the result's
     */
    Optional<List<TypeMirror>> of(ExecutableElement method, DeclaredType receiver, List<TypeMirror> function) {
        Substitution found = new Substitution(attribution.types());
        if (!method.getTypeParameters().isEmpty() && receiver != null) {
            ExecutableType seen = (ExecutableType) attribution.types().asMemberOf(receiver, method);
            int passed = Math.min(seen.getParameterTypes().size(), function.size() - 1);
            for (int i = 0; i < passed; i++) {
                match(seen.getParameterTypes().get(i), function.get(i), method, found);
            }
            match(seen.getReturnType(), function.get(function.size() - 1), method, found);
        }
        return written(method, found);
    }

    private void match(TypeMirror declared, TypeMirror actual, ExecutableElement method, Substitution found) {
        if (actual.getKind() != TypeKind.VOID) {
            TypeMirror value = actual instanceof PrimitiveType primitive
                    ? attribution.types().boxedClass(primitive).asType()
                    : actual;
            found.match(declared, value, method.getTypeParameters());
        }
    }

    private Optional<List<TypeMirror>> written(ExecutableElement method, Substitution found) {
        List<TypeMirror> arguments = method.getTypeParameters().stream()
                .map(parameter -> found.of((TypeVariable) parameter.asType()))
                .toList();
        boolean written = arguments.stream().allMatch(argument -> argument != null && denotable.holds(argument));
        return written ? Optional.of(arguments) : Optional.empty();
    }
}
