package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.item;

import java.util.ArrayList;
import java.util.List;

/** Makes random try statements. */
final class Tries {
    /** From the narrow to the wide, as clauses must stand. */
    private static final List<String> CAUGHT = List.of(
            "Boom",
            "Checked",
            "ArithmeticException | NullPointerException",
            "Boom | Checked",
            "RuntimeException",
            "Exception",
            "Throwable");

    private final Statements all;
    private final Expressions expressions;
    private final Dice dice;

    Tries(Statements all) {
        this.all = all;
        this.expressions = all.expressions;
        this.dice = all.dice;
    }

    Made any(Scope scope) {
        int form = dice.below(10);
        boolean resources = form < 4;
        boolean clauses = form >= 4 && form < 7 || dice.chance(40);
        boolean cleanup = form >= 7 || dice.chance(30);
        if (!cleanup) {
            return attempt(scope, resources, clauses, Tree.list());
        }
        Made last = all.block(scope.cleanup(), 3);
        Scope before = last.completes() ? scope : scope.overridden();
        Made attempt = attempt(before, resources, clauses, Tree.list(item(" finally {#}", last.tree())));
        return new Made(attempt.tree(), attempt.completes() && last.completes());
    }

    private Made attempt(Scope scope, boolean resources, boolean clauses, Tree cleanup) {
        int number = all.generation.number();
        List<String> caught = clauses ? caught() : List.of();
        boolean catchesChecked =
                caught.stream().anyMatch(c -> c.contains("Checked") || c.equals("Exception") || c.equals("Throwable"));
        Scope body = scope.inner();
        body.checked |= catchesChecked;
        List<Tree> opened = new ArrayList<>();
        for (int i = resources ? dice.between(1, 2) : 0; i > 0; i--) {
            opened.add(resource(body));
        }
        String header = resources ? "try (#) {" : "try {";
        List<Tree> parts = new ArrayList<>();
        if (resources) {
            parts.add(Tree.list(opened));
        }
        if (caught.stream().anyMatch(c -> c.contains("Checked"))) {
            header += "\n    r.enter(" + number + ", #);";
            parts.add(dice.chance(70) ? Tree.expression(Type.BOOLEAN, "false") : expressions.of(Type.BOOLEAN, body, 2));
        } else if (clauses) {
            header += "\n    r.enter(" + number + ");";
        }
        header += "#";
        parts.add(suspending(body, resources));
        Made attempted = all.open(body, 4);
        parts.add(attempted.completes() ? leaving(attempted.tree(), body, resources) : attempted.tree());
        boolean completes = attempted.completes();
        List<Tree> handlers = new ArrayList<>();
        for (String types : caught) {
            Made handler = clause(number, types, scope);
            handlers.add(handler.tree());
            completes |= handler.completes();
        }
        parts.add(Tree.list(handlers));
        parts.add(cleanup);
        return new Made(item(header + "#}##", parts.toArray(Tree[]::new)), completes);
    }

    /** Often an await with a resource open. */
    private Tree suspending(Scope scope, boolean resources) {
        return resources && scope.awaits && dice.chance(60)
                ? Tree.block(List.of(item("#;", expressions.awaited(Type.INT, scope, 1))))
                : Tree.list();
    }

    /** Perhaps with a jump or an exception at the end: without one a try is not worth much. */
    private Tree leaving(Tree body, Scope scope, boolean resources) {
        if (!scope.jumps || dice.chance(resources ? 30 : 50)) {
            return body;
        }
        List<Tree> items = new ArrayList<>(body.parts());
        if (dice.chance(50)) {
            Tree condition =
                    dice.chance(40) ? Tree.expression(Type.BOOLEAN, "true") : expressions.of(Type.BOOLEAN, scope, 1);
            items.add(item("r.fails(#);", condition));
            return Tree.block(items);
        }
        Tree condition = expressions.of(Type.BOOLEAN, scope, 1);
        items.add(item(
                "if (#) {#}",
                condition,
                Tree.block(List.of(all.jump(scope.inner()).tree()))));
        return Tree.block(items);
    }

    private List<String> caught() {
        String first = dice.pick(CAUGHT);
        if (dice.chance(70) || first.equals("Throwable")) {
            return List.of(first);
        }
        // Nothing that `first` covers: its types are wider.
        List<String> wider = switch (first) {
            case "Boom", "ArithmeticException | NullPointerException" ->
                List.of("Checked", "RuntimeException", "Exception", "Throwable");
            case "Checked" -> List.of("Boom", "RuntimeException", "Exception", "Throwable");
            case "Boom | Checked", "RuntimeException" -> List.of("Exception", "Throwable");
            default -> List.of("Throwable");
        };
        return List.of(first, dice.pick(wider));
    }

    private Tree resource(Scope body) {
        List<Scope.Variable> open = body.variables(Type.RESOURCE).stream()
                .filter(Scope.Variable::frozen)
                .toList();
        if (!open.isEmpty() && dice.chance(30)) {
            return item(dice.pick(open).name() + "; ");
        }
        String name = all.generation.variable(body);
        Tree value = expressions.of(Type.RESOURCE, body, 2);
        body.declare(name, Type.RESOURCE, true);
        return item(dice.pick("Resource ", "Resource ", "var ", "final Resource ") + name + " = #; ", value);
    }

    private Made clause(int number, String types, Scope scope) {
        Scope inner = scope.inner();
        String name = all.generation.variable(inner);
        boolean rethrowable =
                scope.checked && !types.equals("Throwable") || types.equals("RuntimeException") || types.equals("Boom");
        inner.declare(name, rethrowable ? Type.THROWN : Type.VOID, true);
        Made body = all.open(inner, 3);
        String header = " catch (" + types + " " + name + ") {\n    r.caught(" + number + ", " + name + ");";
        return new Made(item(header + "#}", body.tree()), body.completes());
    }
}
