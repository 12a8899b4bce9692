package dev.asyncfn.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Makes the bodies of methods. */
final class Bodies {
    private final Statements statements;
    private final Dice dice;

    Bodies(Generation generation) {
        statements = new Statements(generation);
        dice = generation.dice;
    }

    Expressions expressions() {
        return statements.expressions;
    }

    /** That of an async fn of the program. */
    Tree large(Scope scope) {
        List<Tree> items = new ArrayList<>();
        for (int i = dice.between(1, 4); i > 0; i--) {
            items.add(statements.declaration(scope));
        }
        if (statements.canCall(scope) && dice.chance(50)) {
            items.add(statements.call(scope));
        }
        if (scope.awaits && dice.chance(60)) {
            statements.virtualCall(scope).ifPresent(items::add);
        }
        Made made = dice.chance(35) ? statements.attempt(scope) : statements.open(scope, 6);
        items.addAll(made.tree().parts());
        if (made.completes()) {
            for (Scope.Variable variable : scope.variables()) {
                items.add(Tree.item("r.v(\"end " + variable.name() + "\", " + variable.name() + ");"));
            }
            items.addAll(end(scope));
        }
        return Tree.block(items);
    }

    /**
     * That of one method of many.
     *
     * @param first what stands first, since it must be reached
     */
    Tree small(Scope scope, List<Tree> first) {
        List<Tree> items = new ArrayList<>(first);
        Made made = statements.open(scope, 3);
        items.addAll(made.tree().parts());
        if (made.completes()) {
            items.addAll(end(scope));
        }
        return Tree.block(items);
    }

    /** Statements that complete normally. */
    List<Tree> some(Scope scope, int most) {
        return statements.completing(scope, most);
    }

    private List<Tree> end(Scope scope) {
        return scope.returns == Type.VOID ? List.of() : List.of(statements.returns(scope));
    }
}
