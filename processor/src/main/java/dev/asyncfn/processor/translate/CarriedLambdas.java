package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.expr.Expression;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Reference.BridgeKind;
import dev.asyncfn.processor.plan.CarriedFunctions;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.Unnameable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Lambdas and method references for private interfaces: the bridge makes objects of these out of them. */
final class CarriedLambdas {
    private final Attribution attribution;
    private final CarriedFunctions functions;
    private final Denotable denotable;

    CarriedLambdas(Attribution attribution) {
        this.attribution = attribution;
        this.functions = new CarriedFunctions(attribution);
        this.denotable = new Denotable(attribution, Set.of());
    }

    /** What the function is an argument of; empty if it stays as it is. */
    Optional<Code> maker(Expression expression) {
        return functions.type(expression).map(type -> Code.of(maker(expression, type)));
    }

    private Reference maker(Expression expression, TypeElement type) {
        ExecutableElement method = functions.method(type);
        DeclaredType self = (DeclaredType) type.asType();
        Reference.Bridged accessor = new Reference.Bridged(
                BridgeKind.FUNCTION, type, method, attribution.types().asMemberOf(self, method));
        List<Object> arguments = new ArrayList<>();
        for (TypeMirror argument : functions.arguments(expression)) {
            if (!denotable.holds(argument)) {
                throw new Unnameable(attribution.carrying(Map.of())).at(type, expression, Problem.PRIVATE_FUNCTION);
            }
            arguments.add(arguments.isEmpty() ? "" : ", ");
            arguments.add(new Reference.TypeRef(argument));
        }
        return arguments.isEmpty() ? accessor : new Reference.BridgedCall(accessor, Code.join(arguments));
    }
}
