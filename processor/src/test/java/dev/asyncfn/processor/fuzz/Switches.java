package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.item;

import dev.asyncfn.processor.fuzz.Scope.Target;
import java.util.ArrayList;
import java.util.List;

/** Makes random switch statements. */
final class Switches {
    private final Statements all;
    private final Expressions expressions;
    private final Dice dice;

    Switches(Statements all) {
        this.all = all;
        this.expressions = all.expressions;
        this.dice = all.dice;
    }

    Made any(Scope scope) {
        if (expressions.patterns.ofRecords() && dice.chance(35)) {
            return patterns(scope);
        }
        Type selected = Cases.selector(dice);
        Tree selector = expressions.of(selected, scope, 3);
        Scope inner = scope.inner();
        Target target = new Target("choice" + all.generation.number(), false, false);
        inner.target(target);
        boolean arrows = dice.chance(50);
        boolean exhaustive = dice.chance(60);
        List<String> labels = labels(new Cases(dice, selected), arrows, exhaustive);
        List<Made> groups = arrows ? rules(labels, inner) : groups(labels, inner);
        boolean falls = arrows
                ? groups.stream().anyMatch(Made::completes)
                : groups.get(groups.size() - 1).completes();
        List<Tree> items = groups.stream().map(Made::tree).toList();
        Tree tree = item(target.label + ":\nswitch (#) {#}", selector, Tree.block(items));
        return new Made(tree, !exhaustive || falls || target.left);
    }

    /** Exhaustive, as a switch with patterns must be. */
    private Made patterns(Scope scope) {
        Tree selector = expressions.of(Type.OBJECT, scope, 3);
        Scope inner = scope.inner();
        Target target = new Target("choice" + all.generation.number(), false, false);
        inner.target(target);
        List<Made> rules = new ArrayList<>();
        for (int i = dice.between(1, 3); i > 0; i--) {
            Scope matched = inner.inner();
            String label = expressions.patterns.label(matched) + " when #";
            Tree guard = expressions.switches().guard(matched, 2);
            Made body = all.block(matched, 3);
            rules.add(new Made(item(label + " -> {#}", guard, body.tree()), body.completes()));
        }
        List<String> last = new ArrayList<>(List.of(dice.pick("default", "case null, default")));
        Scope matched = inner.inner();
        if (dice.chance(50)) {
            last.add(0, expressions.patterns.label(matched));
        }
        for (String label : last) {
            Made body = all.block(label.contains("default") ? inner : matched, 3);
            rules.add(new Made(item(label + " -> {#}", body.tree()), body.completes()));
        }
        List<Tree> items = rules.stream().map(Made::tree).toList();
        boolean completes = rules.stream().anyMatch(Made::completes) || target.left;
        return new Made(item(target.label + ":\nswitch (#) {#}", selector, Tree.block(items)), completes);
    }

    private List<String> labels(Cases cases, boolean arrows, boolean exhaustive) {
        List<String> labels = new ArrayList<>();
        for (int i = dice.between(1, 3); i > 0 && cases.size() > 0; i--) {
            labels.add("case " + cases.several(arrows));
        }
        if (exhaustive) {
            labels.add(dice.below(labels.size() + 1), "default");
        }
        return labels;
    }

    private List<Made> rules(List<String> labels, Scope scope) {
        List<Made> rules = new ArrayList<>();
        for (String label : labels) {
            if (dice.chance(30)) {
                Tree effect = expressions.assignments().effect(scope, 2);
                rules.add(new Made(item(label + " -> #;", effect), true));
            } else {
                Made body = all.block(scope, 3);
                rules.add(new Made(item(label + " -> {#}", body.tree()), body.completes()));
            }
        }
        return rules;
    }

    /** They fall through, and share a scope in which a variable of an earlier group must be assigned again. */
    private List<Made> groups(List<String> labels, Scope scope) {
        List<Made> groups = new ArrayList<>();
        List<Scope.Variable> unassigned = new ArrayList<>();
        for (String label : labels) {
            int mark = scope.variables().size();
            List<Tree> items = new ArrayList<>();
            if (!unassigned.isEmpty() && dice.chance(60)) {
                Scope.Variable variable = dice.pick(unassigned);
                items.add(item(variable.name() + " = #;", expressions.of(variable.type(), scope, 2)));
                scope.declare(variable.name(), variable.type(), false);
            }
            Made body = all.open(scope, 3);
            items.addAll(body.tree().parts());
            unassigned.addAll(scope.hideSince(mark));
            groups.add(new Made(item(label + ":#", Tree.block(items)), body.completes()));
        }
        return groups;
    }
}
