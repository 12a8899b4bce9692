package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.asyncfn.processor.ir.Arm;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Otherwise;
import dev.asyncfn.processor.ir.Otherwise.Kind;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.plan.ExhaustiveSwitches;
import dev.asyncfn.processor.plan.Patterns;
import dev.asyncfn.processor.translate.GuardedLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * The switches that only decide where to continue. There is one more of them for each guard that awaits, and for each
 * hundred entries, so that none is too large for one method.
 */
final class SwitchDispatch {
    private static final int MOST_ENTRIES = 100;

    private final LoweringContext fn;
    private final Recursion parts;
    private final Expression selector;
    private final List<SwitchEntry> entries;
    private final Map<SwitchEntry, Block> blocks;
    private final Block after;
    private final boolean isExpression;
    private final ExhaustiveSwitches exhaustive;

    SwitchDispatch(
            LoweringContext fn,
            Recursion parts,
            Expression selector,
            List<SwitchEntry> entries,
            Map<SwitchEntry, Block> blocks,
            Block after,
            boolean isExpression) {
        this.fn = fn;
        this.parts = parts;
        this.selector = selector;
        this.entries = entries;
        this.blocks = blocks;
        this.after = after;
        this.isExpression = isExpression;
        this.exhaustive = new ExhaustiveSwitches(fn.attribution());
    }

    void lower() {
        Code selected = selected();
        int from = 0;
        int to = endOfChunk(from);
        while (from < entries.size() && (awaitsGuard(to - 1) || to < entries.size())) {
            SwitchEntry last = entries.get(to - 1);
            Block guard = awaitsGuard(to - 1) ? fn.graph().block("GUARD", last) : null;
            Block rest = fn.graph().block("NEXT_CASE", last);
            chunk(selected, entries.subList(from, to), guard, rest);
            if (guard != null) {
                fn.graph().place(guard);
                parts.condition(last.getGuard().orElseThrow(), blocks.get(last), rest, true);
            }
            fn.graph().place(rest);
            from = to;
            to = endOfChunk(from);
        }
        if (from < entries.size() || entries.isEmpty()) {
            chunk(selected, entries.subList(from, entries.size()), null, null);
        } else {
            nothingMatched();
        }
    }

    private void nothingMatched() {
        Block fallback = fallback();
        if (fallback == null && (isExpression || exhaustive.isEnhanced(selector, entries))) {
            fn.graph().add(new Step.Fail(noMatch(), Code.EMPTY));
        } else {
            fn.graph().goTo(fallback == null ? after : fallback);
        }
    }

    /** The block of the default, or null. */
    private Block fallback() {
        return entries.stream()
                .filter(entry -> isPureDefault(entry) || entry.isDefault())
                .findFirst()
                .map(blocks::get)
                .orElse(null);
    }

    /** The selector is evaluated once; it needs a variable only if it is tested more than once. */
    private Code selected() {
        Code value = parts.value(selector);
        int first = endOfChunk(0);
        if (first == entries.size() && !awaitsGuard(first - 1)) {
            return fn.translator().carriedSwitches().selected(selector, value);
        }
        fn.variables().checkKept(selector);
        Variable variable = fn.variables().spill("selected", fn.attribution().typeOf(selector), selector);
        fn.graph().add(new Step.Assign(variable, value, null, true));
        return fn.translator().carriedSwitches().selected(selector, Code.of(variable));
    }

    /** The index after the last entry that one switch can test together with the one at an index. */
    private int endOfChunk(int from) {
        int last = from;
        int most = Math.min(from + MOST_ENTRIES, entries.size()) - 1;
        while (last < most && !awaitsGuard(last)) {
            last++;
        }
        return Math.min(last + 1, entries.size());
    }

    private boolean awaitsGuard(int entry) {
        return entry >= 0
                && entry < entries.size()
                && entries.get(entry).getGuard().filter(fn.awaits()::in).isPresent();
    }

    /**
     * One switch.
     *
     * @param guard where the last entry leads if its guard awaits, else null
     * @param rest where the entries after these are tested, or null if there are none
     */
    private void chunk(Code selected, List<SwitchEntry> tested, Block guard, Block rest) {
        List<Arm> arms = new ArrayList<>();
        boolean total = false;
        for (SwitchEntry entry : tested) {
            boolean awaits = guard != null && entry == tested.get(tested.size() - 1);
            if (!isPureDefault(entry)) {
                arms.add(arm(entry, awaits ? guard : blocks.get(entry), awaits, rest == null));
            }
            total |= exhaustive.isUnconditional(entry, selector) && (awaits || exhaustive.isUnguarded(entry));
        }
        total |= exhaustive.nameBothBooleans(tested);
        Step dispatch = new Step.Dispatch(selected, arms, otherwise(total, rest, tested));
        fn.graph().add(dispatch);
        if (dispatch.completes()) {
            fn.graph().goTo(after);
        }
    }

    private static boolean isPureDefault(SwitchEntry entry) {
        return entry.getLabels().isEmpty();
    }

    private Arm arm(SwitchEntry entry, Block target, boolean awaits, boolean last) {
        List<TypePatternExpr> bindings = Patterns.in(entry);
        if (!awaits) {
            entry.getGuard().map(fn.patterns()::escaping).ifPresent(bindings::addAll);
        }
        for (TypePatternExpr pattern : bindings) {
            if (fn.names().of(fn.attribution().elementOf(pattern)) == null) {
                fn.variables().pattern(pattern);
            }
        }
        Optional<GuardedLabel> carried = fn.translator().carriedLabels(entry, !awaits);
        Code labels =
                carried.map(GuardedLabel::label).orElseGet(() -> fn.translator().translateLabels(entry.getLabels()));
        Code guard = carried.isPresent()
                ? carried.get().guard()
                : awaits
                        ? null
                        : entry.getGuard()
                                .map(test -> fn.translator().translateLabels(List.of(test)))
                                .orElse(null);
        List<Variable> kept = bindings.stream()
                .map(pattern -> fn.names().of(fn.attribution().elementOf(pattern)))
                .toList();
        return new Arm(
                labels,
                entry.isDefault() && last,
                guard,
                kept,
                target,
                place(entry, !awaits && entry.getGuard().isPresent()));
    }

    private Span place(SwitchEntry entry, boolean guarded) {
        SourceFile file = fn.source().file();
        List<Expression> labels = entry.getLabels();
        Expression last = guarded ? entry.getGuard().orElseThrow() : labels.get(labels.size() - 1);
        return new Span(file.start(labels.get(0)), file.end(last));
    }

    /** What happens if no label matches. */
    private Otherwise otherwise(boolean total, Block rest, List<SwitchEntry> tested) {
        boolean nullLater = rest != null && hasNullAfter(tested);
        if (total) {
            return nullLater ? new Otherwise(Kind.NULL, rest, null) : Otherwise.NEVER;
        }
        if (rest != null) {
            return new Otherwise(nullLater ? Kind.NULL_OR_DEFAULT : Kind.DEFAULT, rest, null);
        }
        if (fallback() != null) {
            boolean named = tested.stream().anyMatch(entry -> entry.isDefault() && !isPureDefault(entry));
            return named ? Otherwise.NEVER : new Otherwise(Kind.DEFAULT, fallback(), null);
        }
        return isExpression || exhaustive.isEnhanced(selector, entries)
                ? new Otherwise(Kind.ERROR, null, noMatch())
                : new Otherwise(Kind.FALL_OUT, null, null);
    }

    private boolean hasNullAfter(List<SwitchEntry> tested) {
        int next = tested.isEmpty() ? 0 : entries.indexOf(tested.get(tested.size() - 1)) + 1;
        return entries.subList(next, entries.size()).stream()
                .anyMatch(entry -> entry.getLabels().stream().anyMatch(Expression::isNullLiteralExpr));
    }

    private TypeElement noMatch() {
        TypeElement modern = fn.attribution().elements().getTypeElement("java.lang.MatchException");
        return modern != null
                ? modern
                : fn.attribution().elements().getTypeElement("java.lang.IncompatibleClassChangeError");
    }
}
