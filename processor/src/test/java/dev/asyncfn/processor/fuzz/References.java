package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.expression;

import java.util.ArrayList;
import java.util.List;

/** Makes random expressions of reference types. */
final class References {
    private static final String INNER = """
            final class Inner implements Function {
                final int kept;

                Inner(int kept) {
                    this.kept = kept;
                }

                @Override
                public int at(int x) {
                    return kept + total + x;
                }
            }""";

    private final Expressions all;
    private final Dice dice;

    References(Expressions all) {
        this.all = all;
        this.dice = all.dice;
    }

    /** Null if the type has nothing of its own. */
    Tree of(Type type, Scope scope, int depth) {
        return switch (type) {
            case STRING -> string(scope, depth);
            case INTEGER ->
                expression(type, "((Integer) #)", all.of(dice.chance(5) ? Type.OBJECT : Type.INT, scope, depth));
            case COLOR -> expression(type, "Color.values()[(# & 1)]", all.of(Type.INT, scope, depth));
            case INTS -> ints(scope, depth);
            case STRINGS ->
                expression(
                        type,
                        "new String[] {#, #}",
                        all.of(Type.STRING, scope, depth),
                        all.of(Type.STRING, scope, depth));
            case BOX -> box(scope, depth);
            case OBJECT -> object(scope, depth);
            case CLASS, SINK, CHAIN -> all.generics.of(type, scope, depth);
            case FUNCTION -> function(scope, depth);
            case FUTURE ->
                scope.awaits && dice.chance(50)
                        ? all.blocks.future(scope, depth)
                        : expression(
                                type,
                                "r.<Integer>leaf(" + all.generation.event("f") + ", #)",
                                all.of(Type.INT, scope, depth));
            case ROOT -> all.virtualCalls.receiver(scope, depth);
            case RESOURCE -> resource(scope, depth);
            default -> null;
        };
    }

    private Tree string(Scope scope, int depth) {
        return dice.<Tree>choice()
                .or(
                        5,
                        () -> expression(
                                Type.STRING, "(# + #)", all.of(Type.STRING, scope, depth), all.shortText(scope, depth)))
                .or(
                        3,
                        () -> expression(
                                Type.STRING, "(# + #)", all.shortText(scope, depth), all.of(Type.STRING, scope, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.STRING,
                                "(# + \":\" + # + #)",
                                all.shortText(scope, depth),
                                all.of(all.immutableType(), scope, depth),
                                all.shortText(scope, depth)))
                .or(1, () -> expression(Type.STRING, "Integer.toString(#)", all.of(Type.INT, scope, depth)))
                .or(1, () -> expression(Type.STRING, "#.text", all.of(Type.BOX, scope, depth)))
                .or(1, () -> all.generics.text(scope, depth))
                .or(2, () -> all.overloads.text(scope, depth))
                .or(
                        1,
                        () -> expression(
                                Type.STRING, "#[#]", all.of(Type.STRINGS, scope, depth), all.index(scope, depth)))
                .orIf(
                        dice.chance(10),
                        1,
                        () -> expression(Type.STRING, "((String) #)", all.of(Type.OBJECT, scope, depth)))
                .make();
    }

    private Tree ints(Scope scope, int depth) {
        return dice.<Tree>choice()
                .or(
                        3,
                        () -> expression(
                                Type.INTS,
                                "new int[] {#, #}",
                                all.of(Type.INT, scope, depth),
                                all.of(Type.INT, scope, depth)))
                .or(2, () -> expression(Type.INTS, "(new int[(# & 3)])", all.of(Type.INT, scope, depth)))
                .or(2, () -> expression(Type.INTS, "#.items", all.of(Type.BOX, scope, depth)))
                .or(
                        1,
                        () -> expression(
                                Type.INTS,
                                "((new int[(# & 1) + 1][(# & 3)])[0])",
                                all.of(Type.INT, scope, depth),
                                all.of(Type.INT, scope, depth)))
                .or(
                        1,
                        () -> expression(
                                Type.INTS,
                                "new int[][] {#, #}[(# & 1)]",
                                all.of(Type.INTS, scope, depth),
                                all.of(Type.INTS, scope, depth),
                                all.of(Type.INT, scope, depth)))
                .make();
    }

    private Tree box(Scope scope, int depth) {
        return dice.<Tree>choice()
                .or(4, () -> expression(Type.BOX, "new Box(#)", all.of(Type.INT, scope, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.BOX,
                                "#.put(#, #)",
                                all.of(Type.BOX, scope, depth),
                                all.of(Type.INT, scope, depth),
                                all.of(Type.BOX, scope, depth)))
                .orIf(dice.chance(30), 1, () -> expression(Type.BOX, "#.next", all.of(Type.BOX, scope, depth)))
                .make();
    }

    private Tree object(Scope scope, int depth) {
        return dice.<Tree>choice()
                .or(5, () -> widened(all.valueType(scope), scope, depth))
                .or(1, () -> all.generics.object(scope, depth))
                .or(
                        1,
                        () -> expression(
                                Type.OBJECT,
                                "((Object) new Pair(#, #))",
                                all.of(Type.INT, scope, depth),
                                all.of(Type.OBJECT, scope, depth)))
                .make();
    }

    private Tree resource(Scope scope, int depth) {
        String event = all.generation.event("res");
        Tree plain = expression(Type.RESOURCE, "r.open(" + event + ")");
        return dice.<Tree>choice()
                .or(4, () -> plain)
                .or(5, () -> expression(Type.RESOURCE, "r.openUnclosable(" + event + ")"))
                .orIf(dice.chance(30), 1, () -> expression(Type.RESOURCE, "r.openFailing(" + event + ")"))
                .or(1, () -> expression(Type.RESOURCE, "((Resource) null)"))
                .make();
    }

    /** The bodies capture what they can. */
    private Tree function(Scope scope, int depth) {
        String parameter = "q" + all.generation.number();
        boolean anonymous = dice.chance(30);
        Scope body = scope.capturing(anonymous);
        body.declare(parameter, Type.INT, false);
        Tree value = capturing(body, Math.max(depth, 1));
        if (anonymous) {
            return expression(
                    Type.FUNCTION,
                    "new Function() { @Override public int at(int " + parameter + ") { return #; } }",
                    value);
        }
        return dice.<Tree>choice()
                .or(4, () -> expression(Type.FUNCTION, "((Function) " + parameter + " -> #)", value))
                .or(
                        2,
                        () -> expression(
                                Type.FUNCTION,
                                "((Function) (int " + parameter + ") -> { int w" + parameter + " = " + parameter
                                        + "++; return w" + parameter + " + #; })",
                                value))
                .or(1, () -> expression(Type.FUNCTION, "((Function) #::plus)", all.of(Type.BOX, scope, depth)))
                .or(2, () -> statementLambda(scope, depth))
                .or(1, () -> inner(scope, depth))
                .make();
    }

    /** Often shows a variable of the body around it. */
    private Tree capturing(Scope body, int depth) {
        Tree value = all.of(Type.INT, body, depth);
        List<Scope.Variable> captured = body.variables().stream()
                .filter(v -> v.frozen() && v.type() != Type.VOID)
                .toList();
        return captured.isEmpty() || dice.chance(40)
                ? value
                : expression(
                        Type.INT, "r.<Integer>second(" + dice.pick(captured).name() + ", #)", value);
    }

    /** Statements of its own: loops and tries, but no jump out of it. */
    private Tree statementLambda(Scope scope, int depth) {
        String parameter = "q" + all.generation.number();
        Scope body = scope.capturing(false);
        body.yields = null;
        body.declare(parameter, Type.INT, false);
        List<Tree> items = new ArrayList<>(all.statements().completing(body, 2));
        items.add(Tree.item("return #;", capturing(body, depth)));
        return expression(Type.FUNCTION, "((Function) " + parameter + " -> {#})", Tree.block(items));
    }

    /** An inner class's instance, of this receiver or of another one. */
    private Tree inner(Scope scope, int depth) {
        all.generation.declarations.need(INNER);
        boolean hasReceiver = !scope.isStatic && !scope.inClass;
        String outer =
                hasReceiver ? dice.pick("", "this.") : "r.<$P>v(" + all.generation.event("outer") + ", new $P()).";
        return expression(Type.FUNCTION, "((Function) " + outer + "new Inner(#))", all.of(Type.INT, scope, depth));
    }

    /** javac 17 crashes where a condition that is cast is matched with a pattern. */
    private Tree widened(Type type, Scope scope, int depth) {
        boolean crashes = type == Type.BOOLEAN && all.generation.feature == 17;
        return expression(
                Type.OBJECT, crashes ? "((Object) Boolean.valueOf(#))" : "((Object) #)", all.of(type, scope, depth));
    }
}
