package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.expression;

import java.util.List;

/** Makes and uses short and float values, and boxed ones, which are unboxed, promoted and narrowed where they meet others. */
final class Numbers {
    private static final List<Type> TYPES =
            List.of(Type.SHORT, Type.SHORT, Type.FLOAT, Type.LONG_BOX, Type.CHARACTER, Type.TRUTH);

    private final Expressions all;
    private final Dice dice;

    Numbers(Expressions all) {
        this.all = all;
        this.dice = all.dice;
    }

    static Type anyType(Dice dice) {
        return dice.pick(TYPES);
    }

    boolean areUsable() {
        return all.generation.features().numbers();
    }

    String literal(Type type) {
        return switch (type) {
            case SHORT -> dice.pick("((short) 1)", "((short) -2)", "Short.MAX_VALUE");
            case FLOAT -> dice.pick("0.5f", "(-2f)", "1e10f");
            case LONG_BOX -> orNull(type, dice.pick("Long.valueOf(1)", "((Long) 5L)"));
            case CHARACTER -> orNull(type, dice.pick("((Character) 'a')", "Character.valueOf('b')"));
            default -> orNull(type, dice.pick("Boolean.TRUE", "((Boolean) false)"));
        };
    }

    private String orNull(Type type, String literal) {
        return dice.chance(4) ? "((" + type + ") null)" : literal;
    }

    /** Null if nothing of the type is made of them. */
    Tree of(Type type, Scope scope, int depth) {
        return switch (type) {
            case SHORT -> all.made(type, "((short) (+#))", scope, depth, numeric());
            case FLOAT -> real(scope, depth);
            case LONG_BOX -> boxed(type, Type.LONG, scope, depth);
            case CHARACTER -> boxed(type, Type.CHAR, scope, depth);
            case TRUTH -> boxed(type, Type.BOOLEAN, scope, depth);
            case INT -> integer(scope, depth);
            case LONG -> of(type, "(# " + dice.pick("+", "-", "*", "^") + " #)", Type.LONG_BOX, small(), scope, depth);
            case DOUBLE -> of(type, "(# * #)", Type.DOUBLE, dice.pick(Type.FLOAT, Type.LONG_BOX), scope, depth);
            case BYTE, CHAR -> all.made(type, "((" + type + ") (+#))", scope, depth, numeric());
            case BOOLEAN -> truth(scope, depth);
            case OBJECT -> all.made(type, "((Object) #)", scope, depth, boxedType());
            default -> null;
        };
    }

    private Type numeric() {
        return dice.pick(Type.SHORT, Type.FLOAT, Type.LONG_BOX, Type.CHARACTER, Type.INT, Type.DOUBLE);
    }

    private Type small() {
        return dice.pick(Type.SHORT, Type.CHARACTER, Type.INT, Type.BYTE);
    }

    private Type boxedType() {
        return dice.pick(Type.LONG_BOX, Type.CHARACTER, Type.TRUTH);
    }

    private Tree of(Type type, String template, Type one, Type other, Scope scope, int depth) {
        return all.made(type, template, scope, depth, one, other);
    }

    private Tree real(Scope scope, int depth) {
        Type other = dice.pick(Type.FLOAT, Type.LONG, Type.SHORT, Type.CHARACTER, Type.INTEGER);
        return dice.chance(60)
                ? of(Type.FLOAT, "(# " + dice.pick("+", "-", "*", "/", "%") + " #)", Type.FLOAT, other, scope, depth)
                : all.made(Type.FLOAT, "((float) (+#))", scope, depth, numeric());
    }

    private Tree boxed(Type type, Type primitive, Scope scope, int depth) {
        Tree value = all.of(primitive, scope, depth);
        return dice.<Tree>choice()
                .or(3, () -> expression(type, "((" + type + ") #)", value))
                .or(2, () -> expression(type, type + ".valueOf(#)", value))
                .or(
                        1,
                        () -> expression(
                                type, "(# ? # : null)", all.of(Type.BOOLEAN, scope, depth), boxed(type, scope, depth)))
                .make();
    }

    /** The cast keeps an arm of a conditional from being unboxed. */
    private Tree boxed(Type type, Scope scope, int depth) {
        return all.made(type, "((" + type + ") #)", scope, depth, type);
    }

    private Tree integer(Scope scope, int depth) {
        return dice.<Tree>choice()
                .or(
                        3,
                        () -> of(
                                Type.INT,
                                "(# " + dice.pick("+", "-", "*", "&") + " #)",
                                small(),
                                small(),
                                scope,
                                depth))
                .or(
                        1,
                        () -> of(
                                Type.INT,
                                dice.pick("Long.compare(#, #)", "Float.compare(#, #)"),
                                Type.SHORT,
                                Type.CHARACTER,
                                scope,
                                depth))
                .or(1, () -> all.made(Type.INT, "((int) (+#))", scope, depth, numeric()))
                .or(1, () -> all.made(Type.INT, "(# << #)", scope, depth, small(), Type.LONG_BOX))
                .make();
    }

    private Tree truth(Scope scope, int depth) {
        return dice.<Tree>choice()
                .or(2, () -> of(Type.BOOLEAN, "(# && #)", Type.TRUTH, Type.BOOLEAN, scope, depth))
                .or(2, () -> of(Type.BOOLEAN, "(# | #)", Type.BOOLEAN, Type.TRUTH, scope, depth))
                .or(1, () -> all.made(Type.BOOLEAN, "(!#)", scope, depth, Type.TRUTH))
                .or(
                        2,
                        () -> of(
                                Type.BOOLEAN,
                                "(# " + dice.pick("<", ">=", "<=") + " #)",
                                numeric(),
                                numeric(),
                                scope,
                                depth))
                .or(1, () -> of(Type.BOOLEAN, "(# == +#)", Type.LONG_BOX, Type.INT, scope, depth))
                .or(1, () -> of(Type.BOOLEAN, "#.equals(#)", Type.CHARACTER, Type.CHAR, scope, depth))
                .make();
    }
}
