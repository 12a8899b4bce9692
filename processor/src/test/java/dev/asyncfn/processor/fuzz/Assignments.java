package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.target;

import java.util.List;
import java.util.Set;

/** Makes random assignments, increments and decrements. */
final class Assignments {
    static final Set<Type> POSSIBLE = Set.of(
            Type.INT,
            Type.LONG,
            Type.DOUBLE,
            Type.BYTE,
            Type.CHAR,
            Type.BOOLEAN,
            Type.STRING,
            Type.INTEGER,
            Type.INTS,
            Type.BOX,
            Type.OBJECT,
            Type.COLOR,
            Type.STRINGS,
            Type.CLASS,
            Type.SINK,
            Type.CHAIN,
            Type.CELL,
            Type.DUO,
            Type.CELLS,
            Type.SHORT,
            Type.FLOAT,
            Type.LONG_BOX,
            Type.CHARACTER,
            Type.TRUTH,
            Type.NUMBERS,
            Type.TEXTS,
            Type.ANY_NUMBERS,
            Type.COUNTS,
            Type.GROUPS,
            Type.MAYBE,
            Type.STEP,
            Type.ORDER,
            Type.ROW,
            Type.GRID,
            Type.LETTERS,
            Type.BIGS,
            Type.NUMERALS,
            Type.LISTS);
    private static final List<Type> WITH_MEMBERS =
            List.of(Type.INT, Type.INT, Type.LONG, Type.STRING, Type.INTS, Type.BOX);
    /** Of which an element of an array is one. */
    private static final List<Type> ELEMENTS = List.of(Type.INT, Type.INT, Type.STRING);

    private final Expressions all;
    private final Dice dice;

    Assignments(Expressions all) {
        this.all = all;
        this.dice = all.dice;
    }

    /** In parentheses, with a value. */
    Tree expression(Type type, Scope scope, int depth) {
        Tree bare = bare(type, scope, depth);
        if (bare == null) {
            return all.atom(type, scope);
        }
        // Where javac promotes what is assigned to a variable of a type parameter, it casts it to the box of the
        // promoted type.
        boolean toGeneric =
                type == Type.INTEGER && bare.parts().get(0).template().endsWith(".value");
        String template = toGeneric ? "((Integer) (" + bare.template() + "))" : "(" + bare.template() + ")";
        return new Tree(bare.sort(), type, template, bare.parts());
    }

    /** As a statement, or the body of a lambda. */
    Tree effect(Scope scope, int depth) {
        List<Scope.Variable> variables = scope.variables().stream()
                .filter(v -> !v.frozen() && POSSIBLE.contains(v.type()))
                .toList();
        Type type = variables.isEmpty() || dice.chance(40)
                ? dice.pick(members(scope))
                : dice.pick(variables).type();
        return bare(type, scope, depth);
    }

    /** Null if there is nothing to assign to. */
    private Tree bare(Type type, Scope scope, int depth) {
        Tree target = to(type, scope, depth);
        if (target == null) {
            return null;
        }
        return dice.<Tree>choice()
                .or(4, () -> all(type, "# = #", target, type, scope, depth))
                .orIf(isNumeric(type) && type != Type.CHARACTER, 4, () -> compoundNumber(type, target, scope, depth))
                .orIf(isNumeric(type), 3, () -> Tree.expression(type, dice.pick("#++", "#--", "++#", "--#"), target))
                .orIf(
                        type == Type.STRING,
                        3,
                        () -> Tree.expression(type, "# += #", target, all.shortText(scope, depth)))
                .orIf(
                        type == Type.BOOLEAN || type == Type.TRUTH,
                        2,
                        () -> all(type, "# " + dice.pick("&=", "|=", "^=") + " #", target, type, scope, depth))
                .make();
    }

    private Tree all(Type type, String template, Tree target, Type right, Scope scope, int depth) {
        return Tree.expression(type, template, target, all.of(right, scope, depth));
    }

    private static boolean isNumeric(Type type) {
        return type.isPrimitive() && type != Type.BOOLEAN
                || type == Type.INTEGER
                || type == Type.LONG_BOX
                || type == Type.CHARACTER;
    }

    private Tree compoundNumber(Type type, Tree target, Scope scope, int depth) {
        boolean bitwise = type != Type.DOUBLE && type != Type.FLOAT && dice.chance(40);
        String operator = bitwise
                ? dice.pick("&=", "|=", "^=", "<<=", ">>=", ">>>=")
                : dice.pick("+=", "+=", "-=", "*=", "/=", "%=");
        Type right = type == Type.INTEGER || type == Type.LONG_BOX
                ? dice.pick(Type.INT, Type.INTEGER)
                : bitwise
                        ? dice.pick(Type.INT, Type.LONG, Type.CHAR, Type.INTEGER)
                        : dice.pick(Type.INT, Type.INT, Type.LONG, Type.DOUBLE, Type.INTEGER, Type.CHAR);
        return all(type, "# " + operator + " #", target, right, scope, depth);
    }

    /** A variable, a field or an array element, or null if there is none of this type. */
    private Tree to(Type type, Scope scope, int depth) {
        List<Scope.Variable> variables = scope.assignable(type);
        boolean field = Expressions.hasField(type, scope) && !scope.inGuard;
        boolean member = members(scope).contains(type);
        boolean own = type == Type.INT && !scope.ownFields.isEmpty() && !scope.inGuard;
        boolean ofCell =
                !scope.inGuard && (type == Type.INTEGER || type == Type.CELL) && all.privateGenerics.areUsable(scope);
        boolean element = all.arrays.hasTarget(type, scope);
        if (variables.isEmpty() && !field && !member && !ofCell && !element) {
            return null;
        }
        return dice.<Tree>choice()
                .orIf(
                        !variables.isEmpty(),
                        6,
                        () -> target(type, dice.pick(variables).name()))
                .orIf(field, 2, () -> target(type, all.field(type, scope)))
                .orIf(own, 6, () -> target(type, dice.pick(scope.ownFields)))
                .orIf(member, 4, () -> member(type, scope, depth))
                .orIf(ofCell, 4, () -> all.privateGenerics.target(type, scope, depth))
                .orIf(element, 5, () -> all.arrays.target(type, scope, depth))
                .make();
    }

    private static List<Type> members(Scope scope) {
        return scope.inGuard ? ELEMENTS : WITH_MEMBERS;
    }

    private Tree member(Type type, Scope scope, int depth) {
        if (scope.inGuard) {
            return element(type, scope, depth);
        }
        Tree box = all.of(Type.BOX, scope, depth);
        return switch (type) {
            case INT -> dice.chance(30) ? target(type, "#.number", box) : element(type, scope, depth);
            case LONG -> target(type, "#.big", box);
            case STRING -> dice.chance(50) ? target(type, "#.text", box) : element(type, scope, depth);
            case INTS -> target(type, "#.items", box);
            default -> target(type, "#.next", box);
        };
    }

    private Tree element(Type type, Scope scope, int depth) {
        Type array = type == Type.INT ? Type.INTS : Type.STRINGS;
        return target(type, "#[#]", all.of(array, scope, depth), all.index(scope, depth));
    }
}
