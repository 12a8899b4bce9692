package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Computed;
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
 * instance; in text that is kept verbatim the pattern's name is bound to an object around the value.
 */
public final class CarriedTests {
    private final Translation translator;
    private final Names names;
    private final NameTranslation bindings;
    private final CarriedPatterns patterns;
    private final CarriedRecords records;
    private final Attribution attribution;

    CarriedTests(Translation translator, Names names, NameTranslation bindings, SplitPlan plan) {
        this.bindings = bindings;
        this.translator = translator;
        this.names = names;
        this.attribution = plan.attribution();
        this.patterns = new CarriedPatterns(plan.source(), plan.attribution());
        this.records = new CarriedRecords(translator, names, bindings, attribution, patterns);
    }

    /** What stands for a test, or for the name that one binds; empty if the expression stays. */
    Optional<Code> of(Expression expression) {
        if (expression instanceof InstanceOfExpr test && test.getPattern().orElse(null) instanceof RecordPatternExpr) {
            return records.test(test);
        }
        return expression instanceof InstanceOfExpr test
                ? patterns.type(test).map(type -> test(test, type))
                : expression instanceof NameExpr name
                        ? value(name.getNameAsString(), attribution.elementOf(name))
                        : Optional.empty();
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

    /** Whether an entry's labels are such patterns. */
    boolean areIn(SwitchEntry entry) {
        return patterns.areIn(entry);
    }

    /**
     * What stands for an entry's labels, which are such patterns, and its guard: any object, with a test as the guard.
     *
     * @param any a name for the object
     * @param guard the guard's code, or null
     */
    GuardedLabel labels(SwitchEntry entry, String any, Code guard) {
        GuardedLabel labels = records.labels(entry.getLabels(), any);
        Code test = labels.guard();
        if (guard != null) {
            Code first = entry.getLabels().size() == 1 ? test : Code.of(new Computed.Parenthesized(test));
            test = Code.of(new Computed.Binary(first, "&&", Code.of(new Computed.Parenthesized(guard))));
        }
        return new GuardedLabel(labels.label(), test);
    }

    private Element variable(InstanceOfExpr test) {
        return attribution.elementOf(CarriedPatterns.variable(test).orElseThrow());
    }

    private Code test(InstanceOfExpr test, TypeElement type) {
        Code value = translator.asArgument(test.getExpression());
        if (CarriedPatterns.isUnnamed(CarriedPatterns.variable(test).orElseThrow())) {
            return bridged(BridgeKind.IS, type, value);
        }
        Element element = variable(test);
        Variable variable = names.of(element);
        if (variable == null ? CarriedPatterns.isInGuard(test) : bindings.areInLabels()) {
            TypePatternExpr pattern = CarriedPatterns.variable(test).orElseThrow();
            return Code.of(
                    bridged(BridgeKind.AS, type, value),
                    " instanceof " + type.getSimpleName() + " ",
                    bindings.bound(pattern));
        }
        return variable == null
                ? Code.of(
                        bridged(BridgeKind.MATCH, type, value),
                        " instanceof ",
                        new Reference.Matched(type),
                        " ",
                        new SourceText.LocalName(element.getSimpleName().toString()))
                : Code.of(
                        "(",
                        new VariableUse.Write(variable, false),
                        " = ",
                        bridged(BridgeKind.AS, type, value),
                        ") != null");
    }

    private static Code bridged(BridgeKind kind, TypeElement type, Code value) {
        return Code.of(new Reference.Bridged(kind, type, type, type.asType()), "(", value, ")");
    }
}
