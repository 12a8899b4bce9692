package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Reference.BridgeKind;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.VariableUse;
import dev.asyncfn.processor.plan.CarriedPatterns;
import dev.asyncfn.processor.plan.SplitPlan;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Patterns of classes for which type parameters stand. A variable of the lowered body is assigned what the bridge gives, null if it is no
 * instance; in text that stays whole the pattern's name is bound to an object around the value.
 */
final class CarriedTests {
    private final Translation translator;
    private final Names names;
    private final CarriedPatterns patterns;
    private final Attribution attribution;

    CarriedTests(Translation translator, Names names, SplitPlan plan) {
        this.translator = translator;
        this.names = names;
        this.attribution = plan.attribution();
        this.patterns = new CarriedPatterns(plan.source(), plan.attribution());
    }

    /** What stands for a test, or for the name that one binds; empty if the expression stays. */
    Optional<Code> of(Expression expression) {
        return expression instanceof InstanceOfExpr test
                ? patterns.type(test).map(type -> test(test, type))
                : expression instanceof NameExpr name ? value(name.getNameAsString(), attribution.elementOf(name)) : Optional.empty();
    }

    /** What stands for a name in text; empty if no such pattern binds it there. */
    Optional<Code> value(String name, Element element) {
        return patterns.isBound(element) && names.of(element) == null
                ? Optional.of(Code.of(new SourceText.LocalName(name), ".value()"))
                : Optional.empty();
    }

    /** Whether the test assigns a variable of the lowered body. */
    boolean isAssigned(InstanceOfExpr test) {
        return patterns.type(test).isPresent() && names.of(variable(test)) != null;
    }

    private Element variable(InstanceOfExpr test) {
        return attribution.elementOf(CarriedPatterns.variable(test).orElseThrow());
    }

    private Code test(InstanceOfExpr test, TypeElement type) {
        Code value = translator.asArgument(test.getExpression());
        Element element = variable(test);
        Variable variable = names.of(element);
        return variable == null
                ? Code.of(
                        bridged(BridgeKind.MATCH, type, value),
                        " instanceof ",
                        new Reference.Matched(type),
                        " ",
                        new SourceText.LocalName(element.getSimpleName().toString()))
                : Code.of("(", new VariableUse.Write(variable, false), " = ", bridged(BridgeKind.AS, type, value), ") != null");
    }

    private static Code bridged(BridgeKind kind, TypeElement type, Code value) {
        return Code.of(new Reference.Bridged(kind, type, type, type.asType()), "(", value, ")");
    }
}
