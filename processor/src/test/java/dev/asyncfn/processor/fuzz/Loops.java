package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.item;

import dev.asyncfn.processor.fuzz.Scope.Target;

/** Makes random loops. Each asks for fuel, so all end. */
final class Loops {
    private final Statements all;
    private final Expressions expressions;
    private final Dice dice;

    Loops(Statements all) {
        this.all = all;
        this.expressions = all.expressions;
        this.dice = all.dice;
    }

    Made any(Scope scope) {
        Target target = new Target("loop" + all.generation.number(), true, false);
        String label = target.label + ":\n";
        return dice.<Made>choice()
                .or(3, () -> whileLoop(label, target, scope))
                .or(3, () -> doLoop(label, target, scope))
                .or(4, () -> countingLoop(label, target, scope))
                .or(2, () -> endlessLoop(label, target, scope))
                .or(5, () -> forEach(label, target, scope))
                .make();
    }

    private Made body(Target target, Scope scope) {
        Scope inner = scope.inner();
        inner.target(target);
        return all.open(inner, 4);
    }

    private Made whileLoop(String label, Target target, Scope scope) {
        Tree condition = expressions.of(Type.BOOLEAN, scope, 2);
        Tree body = body(target, scope).tree();
        return new Made(item(label + "while (r.fuel() && #) {#}", condition, body), true);
    }

    private Made doLoop(String label, Target target, Scope scope) {
        Made body = body(target, scope);
        Tree condition = expressions.of(Type.BOOLEAN, scope, 2);
        boolean completes = body.completes() || target.continued || target.left;
        return new Made(item(label + "do {#} while (r.fuel() && #);", body.tree(), condition), completes);
    }

    private Made countingLoop(String label, Target target, Scope scope) {
        Scope inner = scope.inner();
        String name = all.generation.variable(inner);
        Type type = dice.pick(Type.INT, Type.INT, Type.LONG, Type.BYTE);
        Tree first = expressions.of(type, inner, 1);
        inner.declare(name, type, false);
        String also = "";
        if (dice.chance(20)) {
            String other = all.generation.variable(inner);
            inner.declare(other, type, false);
            also = ", " + other + " = " + name;
        }
        Tree condition = expressions.of(Type.BOOLEAN, inner, 2);
        Tree update = expressions.assignments().effect(inner, 2);
        Tree body = body(target, inner).tree();
        String rest = dice.pick(name + " < 3 && #; " + name + "++", "#; ++" + name + ", " + name + "++");
        String header = "for (" + type + " " + name + " = #" + also + "; r.fuel() && " + rest + ", #) {#}";
        return new Made(item(label + header, first, condition, update, body), true);
    }

    private Made endlessLoop(String label, Target target, Scope scope) {
        String header = dice.pick("for (;;)", "while (true)");
        Tree body = body(target, scope).tree();
        return new Made(item(label + header + " {\n    if (!r.fuel()) break;#}", body), true);
    }

    private Made forEach(String label, Target target, Scope scope) {
        if (expressions.library.isUsable() && dice.chance(40)) {
            return forEachOfLibrary(label, target, scope);
        }
        boolean ofCells = expressions.privateGenerics.areUsable(scope) && dice.chance(20);
        Type type = ofCells ? Type.CELL : dice.pick(Type.INT, Type.LONG, Type.STRING, Type.INTEGER, Type.BOX);
        Tree many = switch (type) {
            case INT -> dice.chance(80) ? expressions.of(Type.INTS, scope, 3) : list(Type.INTEGER, scope);
            case LONG -> expressions.of(Type.INTS, scope, 3);
            case STRING -> expressions.of(Type.STRINGS, scope, 3);
            case CELL ->
                Tree.target(
                        null,
                        "java.util.List.<Cell<Integer>>of(#, #)",
                        expressions.of(type, scope, 2),
                        expressions.of(type, scope, 1));
            default -> list(type, scope);
        };
        Scope inner = scope.inner();
        String name = all.generation.variable(inner);
        boolean frozen = dice.chance(60);
        inner.declare(name, type, frozen);
        Tree body = body(target, inner).tree();
        String inferred = type.isPrimitive() ? type.toString() : "var"; // what is iterated over may have another type
        String declared =
                dice.pick(type.toString(), type.toString(), inferred, frozen ? "final " + type : type.toString());
        return new Made(
                item(label + "for (" + declared + " " + name + " : #) {\n    if (!r.fuel()) break;#}", many, body),
                true);
    }

    /** Over a list of numbers, or over the entries of a map, whose keys are shown. */
    private Made forEachOfLibrary(String label, Target target, Scope scope) {
        boolean ofEntries = dice.chance(40);
        Type type = ofEntries ? Type.STRING : dice.pick(Type.INT, Type.INTEGER);
        Tree many = expressions.of(ofEntries ? Type.COUNTS : Type.NUMBERS, scope, 3);
        Scope inner = scope.inner();
        String name = all.generation.variable(inner);
        inner.declare(name, type, true);
        Tree body = body(target, inner).tree();
        String header = ofEntries
                ? "for (" + dice.pick("var", "Map.Entry<String, Integer>") + " entry" + name
                        + " : #.entrySet()) {\n    String " + name + " = entry" + name + ".getKey();\n"
                : "for (" + type + " " + name + " : #) {\n";
        return new Made(item(label + header + "    if (!r.fuel()) break;#}", many, body), true);
    }

    private Tree list(Type type, Scope scope) {
        return Tree.target(
                null,
                "java.util.Arrays.<" + type.boxed() + ">asList(#, #)",
                expressions.of(type, scope, 2),
                expressions.of(type, scope, 1));
    }
}
