package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.expression;

/** Makes random expressions of primitive types. */
final class Operators {
    private final Expressions all;
    private final Dice dice;

    Operators(Expressions all) {
        this.all = all;
        this.dice = all.dice;
    }

    Tree of(Type type, Scope scope, int depth) {
        return switch (type) {
            case INT -> integer(scope, depth);
            case LONG -> longInteger(scope, depth);
            case DOUBLE ->
                dice.chance(60)
                        ? binary(type, dice.pick("+", "-", "*", "/", "%"), Type.DOUBLE, numeric(), scope, depth)
                        : cast(type, numeric(), scope, depth);
            case BYTE, CHAR -> cast(type, numeric(), scope, depth);
            default -> truth(scope, depth);
        };
    }

    private Type numeric() {
        return dice.pick(Type.INT, Type.INT, Type.LONG, Type.BYTE, Type.CHAR, Type.DOUBLE);
    }

    private Type integral() {
        return dice.pick(Type.INT, Type.INT, Type.INT, Type.BYTE, Type.CHAR, Type.INTEGER);
    }

    private Tree integer(Scope scope, int depth) {
        return dice.<Tree>choice()
                .or(8, () -> binary(Type.INT, arithmetic(), integral(), integral(), scope, depth))
                .or(1, () -> binary(Type.INT, dice.pick("<<", ">>", ">>>"), integral(), Type.LONG, scope, depth))
                .or(1, () -> expression(Type.INT, dice.pick("(-#)", "(~#)", "(+#)"), all.of(Type.CHAR, scope, depth)))
                .or(1, () -> cast(Type.INT, dice.pick(Type.LONG, Type.DOUBLE), scope, depth))
                .or(1, () -> expression(Type.INT, "((int) #)", all.of(Type.INTEGER, scope, depth)))
                .or(1, () -> expression(Type.INT, "#.length()", all.of(Type.STRING, scope, depth)))
                .or(1, () -> expression(Type.INT, "#.length", all.of(Type.INTS, scope, depth)))
                .or(3, () -> expression(Type.INT, "#[#]", all.of(Type.INTS, scope, depth), all.index(scope, depth)))
                .or(2, () -> expression(Type.INT, "#.number", all.of(Type.BOX, scope, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.INT, "#.plus(#)", all.of(Type.BOX, scope, depth), all.of(Type.INT, scope, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.INT,
                                "#.at(#)",
                                all.of(Type.FUNCTION, scope, depth),
                                all.of(Type.INT, scope, depth)))
                .or(2, () -> sum(scope, depth))
                .or(1, () -> expression(Type.INT, "#.size()", all.of(Type.SINK, scope, depth)))
                .or(1, () -> all.overloads.integer(scope, depth))
                .or(2, () -> all.privateMembers.integer(scope, depth))
                .orIf(
                        scope.awaits && !scope.variables(Type.FUTURE).isEmpty(),
                        5,
                        () -> expression(Type.INT, "await(#)", all.atom(Type.FUTURE, scope)))
                .or(1, () -> mixed(Type.INT, Type.INTEGER, scope, depth))
                .or(1, () -> expression(Type.INT, "#.ordinal()", all.of(Type.COLOR, scope, depth)))
                .make();
    }

    /** Numeric promotion, and perhaps an unboxing, of what only one of the arms has. */
    private Tree mixed(Type type, Type other, Scope scope, int depth) {
        boolean first = dice.chance(50);
        Tree one = all.of(first ? type : other, scope, depth);
        Tree two = all.of(first ? other : type, scope, depth);
        Tree condition = all.of(Type.BOOLEAN, scope, depth);
        // The sign unboxes what was awaited: else both arms may be boxed and no type is promoted to.
        return expression(type, "(# ? +# : " + (first ? "#" : "+#") + ")", condition, one, two);
    }

    private String arithmetic() {
        return dice.pick("+", "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>");
    }

    private Tree sum(Scope scope, int depth) {
        String event = all.generation.event("sum");
        int count = dice.between(1, 4);
        Tree[] arguments = new Tree[count];
        for (int i = 0; i < count; i++) {
            arguments[i] = all.of(Type.INT, scope, depth);
        }
        return expression(Type.INT, "r.sum(" + event + ", #".repeat(count) + ")", arguments);
    }

    private Tree longInteger(Scope scope, int depth) {
        return dice.<Tree>choice()
                .or(6, () -> binary(Type.LONG, arithmetic(), Type.LONG, integral(), scope, depth))
                .or(2, () -> binary(Type.LONG, dice.pick("+", "-", "*"), Type.INT, Type.LONG, scope, depth))
                .or(2, () -> cast(Type.LONG, numeric(), scope, depth))
                .or(1, () -> mixed(Type.LONG, dice.pick(Type.INT, Type.INTEGER, Type.CHAR), scope, depth))
                .or(2, () -> expression(Type.LONG, "#.big", all.of(Type.BOX, scope, depth)))
                .make();
    }

    private Tree truth(Scope scope, int depth) {
        return dice.<Tree>choice()
                .or(
                        6,
                        () -> binary(
                                Type.BOOLEAN,
                                dice.pick("&&", "||", "&&", "||", "&", "|", "^", "!="),
                                Type.BOOLEAN,
                                Type.BOOLEAN,
                                scope,
                                depth))
                .or(2, () -> expression(Type.BOOLEAN, "(!#)", all.of(Type.BOOLEAN, scope, depth)))
                .or(4, () -> binary(Type.BOOLEAN, dice.pick("<", ">", "<=", ">="), numeric(), numeric(), scope, depth))
                .or(2, () -> equal(numeric(), scope, depth))
                .or(1, () -> binary(Type.BOOLEAN, dice.pick("==", "!="), Type.INTEGER, Type.INT, scope, depth))
                .or(1, () -> binary(Type.BOOLEAN, "==", Type.COLOR, Type.COLOR, scope, depth))
                .or(
                        2,
                        () -> expression(
                                Type.BOOLEAN,
                                "#.equals(#)",
                                all.of(Type.STRING, scope, depth),
                                all.of(Type.STRING, scope, depth)))
                .or(
                        1,
                        () -> expression(
                                Type.BOOLEAN,
                                "(# instanceof " + dice.pick("String", "Integer", "Box", "Color", "Pair") + ")",
                                all.of(Type.OBJECT, scope, depth)))
                .or(2, () -> patternAnd(scope, depth))
                .make();
    }

    /** Of one type, since what is awaited is boxed. */
    private Tree equal(Type type, Scope scope, int depth) {
        return binary(Type.BOOLEAN, dice.pick("==", "!="), type, type, scope, depth);
    }

    private Tree patternAnd(Scope scope, int depth) {
        Scope matched = scope.inner();
        if (all.patterns.ofRecords() && dice.chance(40)) {
            String test = "(# instanceof " + all.patterns.ofRecord(matched) + " && #)";
            return expression(
                    Type.BOOLEAN, test, all.of(Type.OBJECT, scope, depth), all.of(Type.BOOLEAN, matched, depth));
        }
        String name = "p" + all.generation.number();
        Type tested = dice.pick(Type.STRING, Type.INTEGER, Type.BOX);
        matched.declare(name, tested, dice.chance(70));
        return expression(
                Type.BOOLEAN,
                "(# instanceof " + tested + " " + name + " && #)",
                all.of(Type.OBJECT, scope, depth),
                all.of(Type.BOOLEAN, matched, depth));
    }

    private Tree binary(Type type, String operator, Type left, Type right, Scope scope, int depth) {
        boolean divides = operator.equals("/") || operator.equals("%");
        if (divides && type != Type.DOUBLE && dice.chance(90)) {
            return expression(
                    type, "(# " + operator + " (# | 1))", all.of(left, scope, depth), all.of(right, scope, depth));
        }
        return expression(type, "(# " + operator + " #)", all.of(left, scope, depth), all.of(right, scope, depth));
    }

    /** The sign unboxes what was awaited: no boxed type may be narrowed. */
    private Tree cast(Type type, Type from, Scope scope, int depth) {
        return expression(type, "((" + type + ") (+#))", all.of(from, scope, depth));
    }
}
