package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.plan.ExhaustiveSwitches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The switches that only decide where to go on. There is one more of them for each guard that awaits, and for each
 * hundred entries, so that none is too large for one method.
 */
final class SwitchDispatch {
    private static final int MOST_ENTRIES = 100;

    private final Lowering fn;
    private final Expression selector;
    private final List<SwitchEntry> entries;
    private final Map<SwitchEntry, Block> blocks;
    private final Block after;
    private final boolean isExpression;
    private final ExhaustiveSwitches exhaustive;

    SwitchDispatch(
            Lowering fn,
            Expression selector,
            List<SwitchEntry> entries,
            Map<SwitchEntry, Block> blocks,
            Block after,
            boolean isExpression) {
        this.fn = fn;
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
                fn.conditions().lower(last.getGuard().orElseThrow(), blocks.get(last), rest, true);
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
            fn.graph().add(new Step.Run(Code.of("throw new ", noMatch()), false));
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
        Code value = fn.expressions().lower(selector);
        int first = endOfChunk(0);
        if (first == entries.size() && !awaitsGuard(first - 1)) {
            return value;
        }
        fn.checkKept(selector);
        Variable variable = fn.spillVariable("selected", fn.attribution().typeOf(selector));
        fn.graph().add(new Step.Assign(variable, value, null, true));
        return Code.of(variable);
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
        List<Object> parts = new ArrayList<>(List.of("switch (", selected, new Piece.Conditional(), ") {\n"));
        boolean total = false;
        for (SwitchEntry entry : tested) {
            boolean awaits = guard != null && entry == tested.get(tested.size() - 1);
            if (!isPureDefault(entry)) {
                label(entry, awaits ? guard : blocks.get(entry), awaits, rest == null, parts);
            }
            total |= exhaustive.isUnconditional(entry, selector) && (awaits || exhaustive.isUnguarded(entry));
        }
        total |= exhaustive.nameBothBooleans(tested);
        boolean ends = otherwise(total, rest, tested, parts);
        parts.add("}");
        fn.graph().add(new Step.Run(Code.join(parts), !ends));
        if (!ends) {
            fn.graph().goTo(after);
        }
    }

    private static boolean isPureDefault(SwitchEntry entry) {
        return entry.getLabels().isEmpty();
    }

    private void label(SwitchEntry entry, Block target, boolean awaits, boolean last, List<Object> parts) {
        List<TypePatternExpr> bindings = SwitchLowering.patterns(entry);
        if (!awaits) {
            entry.getGuard().map(fn.patterns()::escaping).ifPresent(bindings::addAll);
        }
        for (TypePatternExpr pattern : bindings) {
            if (fn.names().of(fn.attribution().elementOf(pattern)) == null) {
                fn.declarePattern(pattern);
            }
        }
        parts.add("    case ");
        parts.add(fn.translator().translateLabels(entry.getLabels()));
        if (entry.isDefault() && last) {
            parts.add(", default");
        }
        if (entry.getGuard().isPresent() && !awaits) {
            parts.add(" when ");
            parts.add(fn.translator().translateLabels(List.of(entry.getGuard().get())));
        }
        parts.add(":\n");
        for (TypePatternExpr pattern : bindings) {
            parts.add("        ");
            parts.add(new Piece.KeepBinding(fn.names().of(fn.attribution().elementOf(pattern))));
            parts.add("\n");
        }
        jump(target, parts);
    }

    private void jump(Block target, List<Object> parts) {
        parts.add("        ");
        parts.add(new Piece.Jump(target, null));
        parts.add("\n        ");
        parts.add(new Piece.Continue(false));
        parts.add("\n");
    }

    /** What happens if no label matches. Returns whether control cannot come out behind the switch. */
    private boolean otherwise(boolean total, Block rest, List<SwitchEntry> tested, List<Object> parts) {
        boolean nullLater = rest != null && hasNullAfter(tested);
        if (total) {
            if (nullLater) {
                parts.add("    case null:\n");
                jump(rest, parts);
            }
            return true;
        }
        if (rest != null) {
            parts.add(nullLater ? "    case null, default:\n" : "    default:\n");
            jump(rest, parts);
            return true;
        }
        if (fallback() != null) {
            if (tested.stream().noneMatch(entry -> entry.isDefault() && !isPureDefault(entry))) {
                parts.add("    default:\n");
                jump(fallback(), parts);
            }
            return true;
        }
        if (isExpression || exhaustive.isEnhanced(selector, entries)) {
            parts.add("    default:\n        throw new ");
            parts.add(noMatch());
            parts.add("\n");
            return true;
        }
        return false;
    }

    private boolean hasNullAfter(List<SwitchEntry> tested) {
        int next = tested.isEmpty() ? 0 : entries.indexOf(tested.get(tested.size() - 1)) + 1;
        return entries.subList(next, entries.size()).stream()
                .anyMatch(entry -> entry.getLabels().stream().anyMatch(Expression::isNullLiteralExpr));
    }

    private Code noMatch() {
        boolean modern = fn.attribution().elements().getTypeElement("java.lang.MatchException") != null;
        return modern
                ? Code.of(fn.classRef("java.lang.MatchException"), "(null, null);")
                : Code.of(fn.classRef("java.lang.IncompatibleClassChangeError"), "();");
    }
}
