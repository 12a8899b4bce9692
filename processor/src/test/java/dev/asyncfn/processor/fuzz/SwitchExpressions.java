package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.expression;
import static dev.asyncfn.processor.fuzz.Tree.item;

import java.util.ArrayList;
import java.util.List;

/** Makes random switch expressions. */
final class SwitchExpressions {
    private final Expressions all;
    private final StatementSource statements;
    private final Dice dice;

    SwitchExpressions(Expressions all, StatementSource statements) {
        this.all = all;
        this.statements = statements;
        this.dice = all.dice;
    }

    /** @param whole whether it is no operand of another expression */
    Tree of(Type type, Scope scope, boolean whole, int depth) {
        if (all.generation.feature >= 21 && dice.chance(35)) {
            return patterns(type, scope, whole, depth);
        }
        Type selected = Cases.selector(dice);
        Tree selector = all.of(selected, scope, depth);
        Cases cases = new Cases(dice, selected);
        boolean arrows = dice.chance(65);
        List<Tree> items = new ArrayList<>();
        for (int i = dice.between(1, 3); i > 0 && cases.size() > 0; i--) {
            items.add(arm("case " + cases.several(arrows), arrows, type, scope, whole, depth));
        }
        items.add(last("default", arrows, items, type, scope, whole, depth));
        return expression(type, "(switch (#) {#})", selector, Tree.block(items));
    }

    /** One arm at least has a value. */
    private Tree last(
            String label, boolean arrows, List<Tree> before, Type type, Scope scope, boolean whole, int depth) {
        Tree last = arm(label, arrows, type, scope, whole, depth);
        boolean hasValue = before.stream().anyMatch(arm -> !fails(arm));
        return fails(last) && !hasValue ? item(label + " -> #;", all.of(type, scope, depth)) : last;
    }

    private static boolean fails(Tree arm) {
        return arm.template().contains("-> throw ");
    }

    private Tree arm(String label, boolean arrows, Type type, Scope scope, boolean whole, int depth) {
        if (!arrows) {
            List<Tree> group = body(type, !arrows, scope, whole, depth);
            boolean falls = !label.equals("default") && dice.chance(20);
            return item(label + ": #", Tree.block(falls ? group.subList(0, group.size() - 1) : group));
        }
        if (dice.chance(50)) {
            return item(label + " -> #;", all.of(type, scope, depth));
        }
        return dice.chance(10)
                ? item(label + " -> throw r.boom(" + all.generation.event("boom") + ");")
                : item(label + " -> {#}", Tree.block(body(type, !arrows, scope, whole, depth)));
    }

    /** The groups of an old switch share a scope, so each has a block of its own for its variables. */
    private List<Tree> body(Type type, boolean shared, Scope scope, boolean whole, int depth) {
        Scope inner = scope.yielding(type, whole);
        List<Tree> before = statements.completing(shared ? inner.inner() : inner, 2);
        List<Tree> body = new ArrayList<>(shared ? List.of(item("{#}", Tree.block(before))) : before);
        body.add(statements.yields(inner, depth));
        return body;
    }

    /** Guarded labels first, since none of the same type without a guard may stand before them. */
    private Tree patterns(Type type, Scope scope, boolean whole, int depth) {
        List<Tree> items = new ArrayList<>();
        for (int i = dice.below(3); i > 0; i--) {
            Scope matched = scope.inner();
            String label = all.patterns.label(matched) + " when #";
            items.add(guarded(label, type, matched, whole, depth));
        }
        for (Type tested : Patterns.TESTED) {
            if (dice.chance(30)) {
                Scope matched = scope.inner();
                items.add(arm("case " + all.patterns.ofType(tested, matched), true, type, matched, whole, depth));
            }
        }
        if (dice.chance(40)) {
            Scope matched = scope.inner();
            items.add(arm("case " + all.patterns.ofRecord(matched), true, type, matched, whole, depth));
        }
        items.add(last(dice.pick("default", "case null, default"), true, items, type, scope, whole, depth));
        return expression(type, "(switch (#) {#})", all.of(Type.OBJECT, scope, depth), Tree.block(items));
    }

    private Tree guarded(String label, Type type, Scope matched, boolean whole, int depth) {
        Tree guard = guard(matched, depth);
        return dice.chance(50)
                ? item(label + " -> #;", guard, all.of(type, matched, depth))
                : item(label + " -> {#}", guard, Tree.block(body(type, false, matched, whole, depth)));
    }

    Tree guard(Scope matched, int depth) {
        return expression(
                Type.BOOLEAN,
                "r.v(" + all.generation.event("guard") + ", #)",
                all.of(Type.BOOLEAN, matched.guarding(), depth));
    }
}
