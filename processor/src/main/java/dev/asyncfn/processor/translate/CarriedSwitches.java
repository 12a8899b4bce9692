package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.plan.Awaits;
import dev.asyncfn.processor.plan.CarriedPatterns;
import dev.asyncfn.processor.plan.Completion;
import dev.asyncfn.processor.plan.ExhaustiveSwitches;
import dev.asyncfn.processor.plan.SplitPlan;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Switches over what type parameters stand for: one over an enum becomes one over the constants' names. */
public final class CarriedSwitches {
    private final Translation translation;
    private final NameTranslation names;
    private final CarriedTests tests;
    private final SourceFile file;
    private final Completion completion;
    private final Attribution attribution;
    private final Awaits awaits;
    private final CarriedPatterns patterns;
    private final ExhaustiveSwitches exhaustive;

    CarriedSwitches(Translation translation, NameTranslation names, CarriedTests tests, SplitPlan plan) {
        this.translation = translation;
        this.names = names;
        this.tests = tests;
        this.file = plan.source().file();
        this.completion = plan.completion();
        this.attribution = plan.attribution();
        this.awaits = plan.awaits();
        this.patterns = new CarriedPatterns(plan.source(), attribution);
        this.exhaustive = new ExhaustiveSwitches(attribution);
    }

    boolean isOne(SwitchNode choice) {
        return isSelector(choice.getSelector()) || hasPatterns(choice);
    }

    /** Whether patterns of such classes are among its labels, or stand for all that the class of its selector, or of a component, permits. */
    private boolean hasPatterns(SwitchNode choice) {
        return choice.getEntries().stream().anyMatch(patterns::areIn)
                || choice.getEntries().stream()
                        .flatMap(entry -> entry.getLabels().stream())
                        .anyMatch(label -> label instanceof RecordPatternExpr
                                        && !attribution.carried().isEmpty()
                                || label.isPatternExpr() && isCarried(choice.getSelector()));
    }

    private boolean isSelector(Expression selector) {
        return isCarried(selector)
                && attribution.types().asElement(attribution.typeOf(selector)).getKind() == ElementKind.ENUM;
    }

    private boolean isCarried(Expression selector) {
        return !attribution.carried().isEmpty()
                && attribution.types().asElement(attribution.typeOf(selector)) instanceof TypeElement type
                && attribution.carried().contains(type);
    }

    /** Adds a switch, all of which is kept verbatim. */
    void choice(SwitchNode choice, Node node, Slices slices) {
        Expression selector = choice.getSelector();
        translation.replace(selector, selected(selector, translation.translate(selector)), slices);
        choice.getEntries().forEach(entry -> translation.visit(entry, slices));
        Code missing = missingDefault(choice);
        slices.addAt(
                file.end(node) - 1,
                !missing.isEmpty() && fallsOut(choice.getEntries()) ? Code.of("break; ", missing) : missing);
    }

    /** Whether the last group of statements would fall into one more. */
    private boolean fallsOut(List<SwitchEntry> entries) {
        SwitchEntry last = entries.get(entries.size() - 1);
        return last.getType() == SwitchEntry.Type.STATEMENT_GROUP
                && last.getStatements().getLast().map(completion::isNormal).orElse(true);
    }

    /** Adds an entry whose labels are {@linkplain CarriedTests#areIn patterns} of such types. */
    void entry(SwitchEntry entry, Slices slices) {
        Code guard = entry.getGuard().map(translation::translate).orElse(null);
        GuardedLabel labels = tests.labels(entry, names.fresh("any", "anyValue"), guard);
        slices.addAt(file.start(entry.getLabels().get(0)), Code.of(labels.label(), " when ", labels.guard()));
        Node last =
                entry.getGuard().orElse(entry.getLabels().get(entry.getLabels().size() - 1));
        slices.skipTo(file.end(last));
        entry.getStatements().forEach(statement -> translation.visit(statement, slices));
    }

    /** What is switched over: the value itself, or the name of the constant that it is. */
    public Code selected(Expression selector, Code value) {
        if (!isSelector(selector)) {
            return value;
        }
        if (hasNull(selector)) {
            TypeElement type = (TypeElement) attribution.types().asElement(attribution.typeOf(selector));
            return Code.of(
                    new Reference.Bridged(Reference.BridgeKind.NAME, type, type, type.asType()), "(", value, ")");
        }
        boolean simple = selector.isNameExpr()
                || selector.isFieldAccessExpr()
                || selector instanceof MethodCallExpr call && !awaits.is(call);
        return Code.of(simple ? value : Code.of(new Computed.Parenthesized(value)), ".name()");
    }

    /** Whether the switch has a label for null. */
    private static boolean hasNull(Expression selector) {
        return selector.getParentNode().orElse(null) instanceof SwitchNode choice
                && choice.getEntries().stream()
                        .flatMap(entry -> entry.getLabels().stream())
                        .anyMatch(Expression::isNullLiteralExpr);
    }

    /** The name of the constant that a label is; empty if it stays. */
    Optional<Code> label(Expression label) {
        if (attribution.carried().isEmpty()
                || !(label.isNameExpr() || label.isFieldAccessExpr())
                || !(label.getParentNode().orElse(null) instanceof SwitchEntry entry)
                || entry.getLabels().stream().noneMatch(other -> other == label)) {
            return Optional.empty();
        }
        Element constant = attribution.elementOf(label);
        return constant != null
                        && constant.getKind() == ElementKind.ENUM_CONSTANT
                        && attribution.carried().contains((TypeElement) constant.getEnclosingElement())
                ? Optional.of(
                        Code.of(new Computed.Literal(constant.getSimpleName().toString())))
                : Optional.empty();
    }

    /** An entry for the end of a switch that must have an entry for each value, has no default, and now tests by guards; else empty. */
    private Code missingDefault(SwitchNode choice) {
        boolean complete = !(choice instanceof SwitchExpr) && !hasPatterns(choice) && !hasNull(choice.getSelector())
                || choice.getEntries().stream()
                        .anyMatch(entry -> entry.isDefault()
                                || entry.getLabels().isEmpty()
                                || exhaustive.isUnguarded(entry)
                                        && exhaustive.isUnconditional(entry, choice.getSelector()));
        if (complete) {
            return Code.EMPTY;
        }
        boolean arrows = choice.getEntries().get(0).getType() != SwitchEntry.Type.STATEMENT_GROUP;
        TypeElement modern = attribution.elements().getTypeElement("java.lang.MatchException");
        TypeElement error = modern == null
                ? attribution.elements().getTypeElement("java.lang.IncompatibleClassChangeError")
                : modern;
        return Code.of(
                arrows ? "default -> throw new " : "default: throw new ",
                new Reference.ClassRef(error),
                modern == null ? "(); " : "(null, null); ");
    }
}
