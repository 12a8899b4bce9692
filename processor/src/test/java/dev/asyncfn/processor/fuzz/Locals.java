package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.item;

import java.util.List;

/** Makes random declarations of local variables and classes. */
final class Locals {
    private final Statements all;
    private final Expressions expressions;
    private final Dice dice;

    Locals(Statements all) {
        this.all = all;
        this.expressions = all.expressions;
        this.dice = all.dice;
    }

    Made declaration(Scope scope) {
        boolean hasReceivers = expressions.virtualCalls.hasReceivers();
        Type type = dice.chance(80)
                ? expressions.valueType(scope)
                : dice.pick(
                        Type.FUNCTION,
                        Type.FUTURE,
                        hasReceivers ? Type.ROOT : Type.FUNCTION,
                        Type.FUTURE,
                        Type.RESOURCE);
        String name = all.generation.variable(scope);
        Tree value = scope.awaits && dice.chance(10)
                ? expressions.switches().of(type, scope, true, 2)
                : expressions.of(type, scope, 3);
        boolean frozen = dice.chance(40) || type == Type.FUNCTION && dice.chance(50);
        scope.declare(name, type, frozen);
        // With `var`, what is awaited would give a boxed variable.
        boolean inferred = !type.isPrimitive() && dice.chance(25);
        String start = (frozen && dice.chance(30) ? "final " : "") + (inferred ? "var" : type) + " " + name;
        return new Made(item(start + (inferred && isNarrower(type) ? " = (" + type + ") #;" : " = #;"), value), true);
    }

    /** Whether an expression's own type may be another one, to which no other value can be assigned. */
    private static boolean isNarrower(Type type) {
        return type == Type.SINK || type == Type.CHAIN || type == Type.FUTURE || type.isOfLibrary();
    }

    /** Two in one statement, the first with an array initialiser. */
    Made declarations(Scope scope) {
        String array = all.generation.variable(scope);
        String other = all.generation.variable(scope);
        Tree[] values = {
            expressions.of(Type.INT, scope, 2), expressions.of(Type.INT, scope, 2), expressions.of(Type.INTS, scope, 2)
        };
        scope.declare(array, Type.INTS, dice.chance(30));
        scope.declare(other, Type.INTS, false);
        // javac 17 loses track of an initialiser without `new` inside that of a `var`.
        String initializer = scope.yields == null ? "{#, #}" : "new int[] {#, #}";
        return new Made(item("int[] " + array + " = " + initializer + ", " + other + " = #;", values), true);
    }

    /** Definitely assigned by each of two branches, or in a loop's or a try's body too. */
    Made assignedInBranches(Scope scope) {
        Type type = expressions.valueType(scope);
        String name = all.generation.variable(scope);
        Tree condition = expressions.of(Type.BOOLEAN, scope, 2);
        Scope hiding = scope.straight();
        Tree then = assigning(name, type, hiding);
        Tree otherwise = assigning(name, type, hiding);
        boolean catches = scope.guards && dice.chance(30);
        scope.declare(name, type, !catches && dice.chance(50));
        String text = catches
                ? "\ntry {\n    r.fails(#);#} catch (RuntimeException x" + all.generation.number() + ") {#}"
                : dice.pick("\nif (#) {#} else {#}", "\nswitch (# ? 1 : 2) { case 1 -> {#} default -> {#} }");
        return new Made(item(type + " " + name + ";" + text, condition, then, otherwise), true);
    }

    private Tree assigning(String name, Type type, Scope scope) {
        Tree before = item("{#}", all.block(scope, 2).tree());
        return Tree.block(List.of(before, item(name + " = #;", expressions.of(type, scope, 2))));
    }

    /** A local class that captures, or a local record, which cannot. */
    Made classDeclaration(Scope scope) {
        int number = all.generation.number();
        String name = all.generation.variable(scope);
        Tree declaration = dice.chance(70) ? localClass(number, name, scope) : localRecord(number, name, scope);
        scope.declare(name, Type.FUNCTION, true);
        return new Made(declaration, true);
    }

    private Tree localClass(int number, String name, Scope scope) {
        Scope body = scope.capturing(true);
        Tree initial = expressions.of(Type.INT, body, 2);
        body.declare("q" + number, Type.INT, false);
        Tree value = expressions.of(Type.INT, body, 2);
        String text = """
                class Local$N implements Function {
                    final int kept = #;
                    @Override public int at(int q$N) { return kept + #; }
                }
                Function $V = new Local$N();""";
        return item(text.replace("$N", "" + number).replace("$V", name), initial, value);
    }

    private Tree localRecord(int number, String name, Scope scope) {
        String text = """
                record Local$N(int kept) implements Function {
                    @Override public int at(int q$N) { return kept - q$N; }
                }
                Function $V = new Local$N(#);""";
        return item(text.replace("$N", "" + number).replace("$V", name), expressions.of(Type.INT, scope, 2));
    }
}
