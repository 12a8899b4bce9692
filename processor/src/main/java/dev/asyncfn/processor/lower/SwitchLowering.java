package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.lower.Deliveries.Delivery;
import dev.asyncfn.processor.plan.JumpTargets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Splits {@code switch}: a smaller switch that only jumps decides where to continue, and the body of each entry is a
 * block of its own. A guard that awaits is a block, too; if it says no, a second switch tries the entries after it.
 */
public final class SwitchLowering {
    private final LoweringContext fn;
    private final Recursion parts;
    private final Map<SwitchExpr, Result> results = new IdentityHashMap<>();

    /** Where the values of a switch expression go: most of them directly, those of yields in finally blocks at last. */
    private record Result(Variable value, Block join, Deliveries yields) {}

    SwitchLowering(LoweringContext fn, Recursion parts) {
        this.fn = fn;
        this.parts = parts;
    }

    void lower(SwitchStmt statement) {
        if (statement.getEntries().stream().noneMatch(fn.awaits()::in)) {
            parts.linearize(statement.getSelector());
            Code code = fn.translator().translate(statement);
            boolean completes = fn.completion().isNormal(statement);
            fn.graph()
                    .add(new Step.Run(
                            code,
                            completes,
                            SourceText.Comment.NONE,
                            fn.source().file().place(statement)));
            return;
        }
        Block after = fn.graph().block("AFTER_SWITCH", statement);
        fn.jumps().open(statement, after, null);
        bodies(statement.getSelector(), statement.getEntries(), after, null);
        fn.graph().place(after);
    }

    /** Lowers a switch expression some entry of which awaits; its value is in the variable. */
    Variable lower(SwitchExpr expression) {
        fn.shared().keep(expression);
        Variable value = fn.variables().choice("chosen", fn.attribution().typeOf(expression), expression);
        Block join = fn.graph().block("CHOSEN", expression);
        Result result = new Result(value, join, new Deliveries(fn.awaits(), fn.replacedJumps(), expression));
        results.put(expression, result);
        bodies(expression.getSelector(), expression.getEntries(), join, result);
        for (Delivery delivery : result.yields().all()) {
            deliver(delivery, result);
        }
        fn.graph().place(join);
        return value;
    }

    private void bodies(Expression selector, List<SwitchEntry> entries, Block after, Result result) {
        Map<SwitchEntry, Block> blocks = new IdentityHashMap<>();
        entries.forEach(entry -> blocks.put(entry, fn.graph().block(role(entry), entry)));
        new SwitchDispatch(fn, parts, selector, entries, blocks, after, result != null).lower();
        for (SwitchEntry entry : entries) {
            fn.graph().place(blocks.get(entry));
            fn.origins().labels(entry);
            boolean group = entry.getType() == SwitchEntry.Type.STATEMENT_GROUP;
            if (entry.getType() == SwitchEntry.Type.EXPRESSION && result != null) {
                give(((ExpressionStmt) entry.getStatement(0)).getExpression(), result);
            } else {
                body(entry);
            }
            if (!group) {
                fn.graph().goTo(after);
            }
        }
    }

    private void body(SwitchEntry entry) {
        List<Statement> body = entry.getStatements();
        boolean braces = entry.getType() == SwitchEntry.Type.BLOCK;
        if (braces) {
            parts.branch(body.get(0));
        } else if (!body.isEmpty()) {
            int start = fn.source().file().start(body.get(0));
            parts.list(body, start, fn.source().file().end(entry));
        }
    }

    private void give(Expression value, Result result) {
        fn.graph().add(new Step.Assign(result.value(), parts.value(value), null, true));
        fn.graph().goTo(result.join());
    }

    private static String role(SwitchEntry entry) {
        if (entry.isDefault() || entry.getLabels().isEmpty()) {
            return "DEFAULT";
        }
        String label = entry.getLabels().get(0).toString();
        Optional<TypePatternExpr> pattern = entry.getLabels().get(0).findFirst(TypePatternExpr.class);
        String words =
                StateNames.ofWords(pattern.map(p -> p.getType().asString()).orElse(label));
        return words.isEmpty() ? "CASE" : "CASE_" + words;
    }

    // ---- yield

    /** Whether the switch of a yield is split. */
    boolean isSplit(YieldStmt statement) {
        return results.containsKey(JumpTargets.ofYield(statement));
    }

    /** A yield of a switch that is split. */
    void yield(YieldStmt statement) {
        SwitchExpr target = JumpTargets.ofYield(statement);
        Code value = parts.value(statement.getExpression());
        Delivery delivery = delivery(statement, results.get(target));
        fn.graph().add(new Step.Assign(delivery.value(), value, null, true));
        fn.graph().goTo(fn.exits().way(statement, target, delivery.arrival()));
    }

    /** What stands for a yield inside a statement that is kept verbatim; empty if its switch is kept verbatim, too. */
    Optional<Code> inside(YieldStmt statement) {
        SwitchExpr target = JumpTargets.ofYield(statement);
        Result result = results.get(target);
        if (result == null) {
            return Optional.empty();
        }
        Delivery delivery = delivery(statement, result);
        Block way = fn.exits().way(statement, target, delivery.arrival());
        Code value = fn.translator().translate(statement.getExpression());
        return Optional.of(fn.jumps().to(way, statement, delivery.value(), value));
    }

    private Delivery delivery(YieldStmt statement, Result result) {
        if (!result.yields().isInFinally(statement)) {
            return new Delivery(result.value(), result.join());
        }
        return result.yields()
                .of(
                        statement,
                        () -> new Delivery(
                                fn.variables()
                                        .pending("yielded", fn.attribution().typeOf(JumpTargets.ofYield(statement))),
                                fn.graph().block("YIELD", statement)));
    }

    private void deliver(Delivery delivery, Result result) {
        fn.graph().place(delivery.arrival());
        fn.graph().add(new Step.Assign(result.value(), Code.of(delivery.value()), null, true));
        fn.graph().goTo(result.join());
    }
}
