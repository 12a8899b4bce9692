package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Reference.BridgeKind;
import dev.asyncfn.processor.plan.CarriedPatterns;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.Operands;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Record patterns of classes for which type parameters stand. The bridge gives the parts of a private record, and a pattern takes these apart
 * instead; a pattern in it that is a test for such a class follows as one more test of what it is tested for.
 */
final class CarriedRecords {
    private final Translation translator;
    private final Names names;
    private final NameTranslation bindings;
    private final Attribution attribution;
    private final CarriedPatterns patterns;
    private final Denotable denotable;

    CarriedRecords(
            Translation translator,
            Names names,
            NameTranslation bindings,
            Attribution attribution,
            CarriedPatterns patterns) {
        this.translator = translator;
        this.names = names;
        this.bindings = bindings;
        this.attribution = attribution;
        this.patterns = patterns;
        this.denotable = new Denotable(attribution, Set.of());
    }

    /** What stands for a test whose pattern is a record pattern; empty if it stays. */
    Optional<Code> test(InstanceOfExpr test) {
        RecordPatternExpr pattern = (RecordPatternExpr) test.getPattern().orElseThrow();
        if (!patterns.asks(pattern)) {
            return Optional.empty();
        }
        boolean bridged = patterns.taken(pattern).isPresent();
        Code value = bridged ? translator.asArgument(test.getExpression()) : translator.translate(test.getExpression());
        List<Code> tests = tests(pattern, value);
        Code all = combined("&&", tests);
        return Optional.of(tests.size() > 1 && isOperand(test) ? Code.of(new Computed.Parenthesized(all)) : all);
    }

    /** Whether an operator around it would take the last of several tests for its operand. */
    private static boolean isOperand(InstanceOfExpr test) {
        return test.getParentNode().orElseThrow() instanceof BinaryExpr binary && !Operands.isShortCircuit(binary);
    }

    /**
     * What stands for labels: one that can be named stays a label, any others become tests of any object.
     *
     * @param any a name for the object
     */
    GuardedLabel labels(List<Expression> labels, String any) {
        if (labels.size() == 1
                && labels.get(0) instanceof RecordPatternExpr kept
                && patterns.taken(kept).isEmpty()) {
            List<Code> tests = new ArrayList<>();
            Code label = nested(kept, tests);
            return new GuardedLabel(label, combined("&&", tests));
        }
        List<Code> choices = new ArrayList<>();
        labels.forEach(label -> choices.add(combined("&&", tests((PatternExpr) label, Code.of(any)))));
        return new GuardedLabel(Code.of("Object " + any), combined("||", choices));
    }

    /** Tests with an operator between each two of them; empty if there are none. */
    private static Code combined(String operator, List<Code> tests) {
        return tests.stream()
                .reduce((left, right) -> Code.of(new Computed.Binary(left, operator, right)))
                .orElse(Code.EMPTY);
    }

    private static Code listed(List<Code> all) {
        List<Object> parts = new ArrayList<>();
        for (Code part : all) {
            parts.add(parts.isEmpty() ? "" : ", ");
            parts.add(part);
        }
        return Code.join(parts);
    }

    /** The tests that a value must pass to match a pattern. */
    private List<Code> tests(PatternExpr pattern, Code value) {
        List<Code> later = new ArrayList<>();
        List<Code> tests = new ArrayList<>();
        tests.add(first(pattern, value, later));
        tests.addAll(later);
        return tests;
    }

    /** @param later takes the tests that come behind it */
    private Code first(PatternExpr pattern, Code value, List<Code> later) {
        if (pattern instanceof RecordPatternExpr parts && patterns.taken(parts).isPresent()) {
            TypeElement type = patterns.taken(parts).orElseThrow();
            Reference.Bridged accessor = new Reference.Bridged(BridgeKind.PARTS, type, type, type.asType());
            return Code.of(
                    call(accessor, parts),
                    "(",
                    value,
                    ") instanceof ",
                    new Reference.Parts(accessor),
                    components(parts, later));
        }
        return pattern instanceof TypePatternExpr binding && isBridged(pattern)
                ? typeTest(binding, value)
                : Code.of(value, " instanceof ", nested(pattern, later));
    }

    /** A call that says the type arguments of the record: nothing in its argument does. */
    private Reference call(Reference.Bridged accessor, RecordPatternExpr pattern) {
        List<Object> arguments = new ArrayList<>();
        for (TypeMirror argument :
                ((DeclaredType) attribution.types().capture(attribution.typeOf(pattern))).getTypeArguments()) {
            arguments.add(arguments.isEmpty() ? "" : ", ");
            arguments.add(new Reference.TypeRef(denotable.upper(argument)));
        }
        return arguments.isEmpty() ? accessor : new Reference.BridgedCall(accessor, Code.join(arguments));
    }

    private Code typeTest(TypePatternExpr pattern, Code value) {
        TypeMirror type = patterns.tested(pattern).orElseThrow();
        if (CarriedPatterns.isUnnamed(pattern)) {
            return bridged(BridgeKind.IS, type, value);
        }
        return Code.of(
                bridged(BridgeKind.AS, type, value),
                " instanceof ",
                new Reference.TypeRef(type),
                " ",
                bindings.bound(pattern));
    }

    private Code bridged(BridgeKind kind, TypeMirror type, Code value) {
        TypeMirror element = type;
        while (element instanceof ArrayType array) {
            element = array.getComponentType();
        }
        TypeElement host = (TypeElement) attribution.types().asElement(element);
        TypeMirror tested = type instanceof ArrayType ? type : host.asType();
        return Code.of(new Reference.Bridged(kind, host, host, tested), "(", value, ")");
    }

    private Code components(RecordPatternExpr pattern, List<Code> later) {
        List<Code> components = new ArrayList<>();
        List<Runnable> deferred = new ArrayList<>();
        for (Expression component : pattern.getPatternList()) {
            if (component instanceof PatternExpr tested && isBridged(tested)) {
                String part = names.part();
                components.add(Code.of("var " + part));
                deferred.add(() -> later.addAll(tests(tested, Code.of(part))));
            } else {
                components.add(nested(component, later));
            }
        }
        deferred.forEach(Runnable::run);
        return Code.of("(", listed(components), ")");
    }

    /** Whether only the bridge can test for the pattern's own type. */
    private boolean isBridged(PatternExpr pattern) {
        return pattern instanceof RecordPatternExpr parts
                ? patterns.taken(parts).isPresent()
                : patterns.asks(pattern);
    }

    /** A pattern whose own type can be named, or need not be tested. */
    private Code nested(Expression pattern, List<Code> later) {
        return pattern instanceof RecordPatternExpr parts && patterns.asks(parts)
                ? Code.of(translator.translate(parts.getType()), components(parts, later))
                : translator.translate(pattern);
    }
}
