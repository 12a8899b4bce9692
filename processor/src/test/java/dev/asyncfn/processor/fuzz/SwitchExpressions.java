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
        items.add(arm("default", arrows, type, scope, whole, depth));
        return expression(type, "(switch (#) {#})", selector, Tree.block(items));
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

    private Tree patterns(Type type, Scope scope, boolean whole, int depth) {
        List<Tree> items = new ArrayList<>();
        for (Type tested : List.of(Type.STRING, Type.INTEGER, Type.BOX, Type.COLOR)) {
            if (dice.chance(40)) {
                items.add(pattern(tested, type, scope, whole, depth));
            }
        }
        if (dice.chance(40)) {
            items.add(record(type, scope, whole, depth));
        }
        items.add(arm(dice.pick("default", "case null, default"), true, type, scope, whole, depth));
        return expression(type, "(switch (#) {#})", all.of(Type.OBJECT, scope, depth), Tree.block(items));
    }

    private Tree pattern(Type tested, Type type, Scope scope, boolean whole, int depth) {
        String name = "p" + all.generation.number();
        Scope matched = scope.inner();
        matched.declare(name, tested, true);
        String label = "case " + tested + " " + name;
        if (dice.chance(50)) {
            return item(label + " when # -> #;", guard(matched.frozen(), depth), all.of(type, matched, depth));
        }
        return arm(label, true, type, matched, whole, depth);
    }

    /** A guard reads no variable that is ever assigned again. */
    private Tree guard(Scope matched, int depth) {
        return expression(
                Type.BOOLEAN, "r.v(" + all.generation.event("guard") + ", #)", all.of(Type.BOOLEAN, matched, depth));
    }

    private Tree record(Type type, Scope scope, boolean whole, int depth) {
        int number = all.generation.number();
        Scope matched = scope.inner();
        matched.declare("m" + number, Type.INT, true);
        matched.declare("o" + number, Type.STRING, true);
        return arm("case Pair(int m" + number + ", String o" + number + ")", true, type, matched, whole, depth);
    }
}
