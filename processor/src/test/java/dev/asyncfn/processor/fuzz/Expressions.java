package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.expression;

import java.util.List;
import java.util.Map;

/** Makes random expressions of a wanted type. */
final class Expressions {
    /** The fields of each program. */
    static final Map<Type, String> FIELDS = Map.of(
            Type.INT, "total",
            Type.LONG, "big",
            Type.STRING, "text",
            Type.BOOLEAN, "flag",
            Type.INTEGER, "boxed",
            Type.INTS, "items",
            Type.BOX, "box",
            Type.OBJECT, "any");

    static final List<Type> VALUES = List.of(
            Type.INT,
            Type.INT,
            Type.INT,
            Type.LONG,
            Type.DOUBLE,
            Type.BYTE,
            Type.CHAR,
            Type.BOOLEAN,
            Type.STRING,
            Type.STRING,
            Type.INTEGER,
            Type.COLOR,
            Type.INTS,
            Type.STRINGS,
            Type.BOX,
            Type.OBJECT,
            Type.CLASS,
            Type.SINK,
            Type.CHAIN);

    private static final String SAME = """
            @AsyncFn
            static <T> T same(Run r, T value) {
                r.<T>v("same", await(r.leaf("same", value)));
                return value;
            }""";

    private static final String GREATER = """
            @AsyncFn
            private <T extends Comparable<T>> T greater(Run r, T one, T other) {
                return await(r.leaf("greater", one)).compareTo(other) > 0 ? one : other;
            }""";

    final Generation generation;
    final Dice dice;
    final Patterns patterns;
    private final Operators operators;
    private final References references;
    private final Assignments assignments;
    private final SwitchExpressions switches;
    private final Texts texts;
    final Generics generics;
    final Overloads overloads;
    final PrivateMembers privateMembers;
    final PrivateGenerics privateGenerics;
    final Numbers numbers;
    final Library library;
    final ArrayShapes arrays;
    final VirtualCalls virtualCalls;
    final Blocks blocks;
    private final GenericTypes genericTypes;
    private final StatementSource statements;

    Expressions(Generation generation, StatementSource statements) {
        this.generation = generation;
        this.dice = generation.dice;
        this.patterns = new Patterns(generation);
        this.operators = new Operators(this);
        this.references = new References(this);
        this.assignments = new Assignments(this);
        this.switches = new SwitchExpressions(this, statements);
        this.texts = new Texts(dice);
        this.generics = new Generics(this);
        this.overloads = new Overloads(this);
        this.privateMembers = new PrivateMembers(this);
        this.privateGenerics = new PrivateGenerics(this);
        this.numbers = new Numbers(this);
        this.library = new Library(this);
        this.arrays = new ArrayShapes(this);
        this.virtualCalls = new VirtualCalls(this);
        this.blocks = new Blocks(this, statements);
        this.genericTypes = new GenericTypes(this);
        this.statements = statements;
    }

    Assignments assignments() {
        return assignments;
    }

    StatementSource statements() {
        return statements;
    }

    SwitchExpressions switches() {
        return switches;
    }

    Type valueType(Scope scope) {
        if (arrays.areUsable() && dice.chance(15)) {
            return ArrayShapes.anyType(dice);
        }
        if (library.isUsable() && dice.chance(30)) {
            return library.anyType(scope);
        }
        if (numbers.areUsable() && dice.chance(30)) {
            return Numbers.anyType(dice);
        }
        return privateGenerics.areUsable(scope) && dice.chance(20) ? PrivateGenerics.anyType(dice) : dice.pick(VALUES);
    }

    /** One whose text in a concatenation does not depend on when it is taken. */
    Type immutableType() {
        Type type = dice.pick(VALUES);
        return type.isImmutable() ? type : Type.INT;
    }

    /** An operand of a concatenation. Only one may be of any length, else a loop doubles a text until memory is full. */
    Tree shortText(Scope scope, int depth) {
        Type type = immutableType();
        Tree operand = of(type, scope, depth);
        return type == Type.STRING ? expression(type, "r.cut(#)", operand) : operand;
    }

    Tree of(Type type, Scope scope, int depth) {
        generation.spend();
        if (depth <= 0 || generation.isSpent()) {
            return atom(type, scope);
        }
        int d = depth - 1;
        boolean assignable = Assignments.POSSIBLE.contains(type);
        return dice.<Tree>choice()
                .or(6, () -> atom(type, scope))
                .or(10, () -> own(type, scope, d))
                .orIf(scope.awaits, 8, () -> awaited(type, scope, d))
                .orIf(scope.awaits && !callees(type, scope).isEmpty(), 8, () -> call(type, scope, d))
                .orIf(scope.awaits, 4, () -> blocks.awaited(type, scope, d))
                .orIf(virtualCalls.canCall(type, scope), 8, () -> virtualCalls.call(type, scope, d))
                .orIf(isGeneric(type, scope), 3, () -> genericTypes.of(type, scope, d))
                .orIf(scope.awaits, 1, () -> generic(type, scope, d))
                .orIf(scope.awaits, 1, () -> overloads.generic(type, scope, d))
                .orIf(scope.awaits && isComparable(type) && hasReceiver(scope), 1, () -> greater(type, scope, d))
                .or(2, () -> observed(type, scope, d))
                .or(2, () -> conditional(type, scope, d))
                .orIf(assignable, 3, () -> assignments.expression(type, scope, d))
                .or(1, () -> patternConditional(type, scope, d))
                .or(1, () -> second(type, scope, d))
                .orIf(scope.awaits, 2, () -> switches.of(type, scope, false, d))
                .make();
    }

    /** An argument of an overload: what decides more than once between values of several types may fit two of them. */
    Tree choosing(Type type, Scope scope, int depth) {
        Tree argument = of(type, scope, depth);
        boolean nests = isDecision(argument) && argument.parts().stream().anyMatch(Expressions::isDecision);
        return nests || isSwitch(argument) ? expression(type, "((" + type + ") #)", argument) : argument;
    }

    private static boolean isDecision(Tree expression) {
        return expression.template().endsWith(" ? # : #)") || isSwitch(expression);
    }

    private static boolean isSwitch(Tree expression) {
        return expression.template().startsWith("(switch ");
    }

    /** With an expression of each of these types, in their order, in the holes of the template. */
    Tree made(Type type, String template, Scope scope, int depth, Type... parts) {
        Tree[] made = new Tree[parts.length];
        for (int i = 0; i < parts.length; i++) {
            made[i] = of(parts[i], scope, depth);
        }
        return expression(type, template, made);
    }

    /** What matters of it is which member, overload or type a name stands for. */
    Tree named(Scope scope, int depth) {
        if (privateGenerics.areUsable(scope) && dice.chance(40)) {
            return privateGenerics.of(privateGenerics.shown(), scope, depth);
        }
        return dice.<Tree>choice()
                .or(4, () -> overloads.text(scope, depth))
                .or(2, () -> overloads.integer(scope, depth))
                .orIf(scope.awaits, 2, () -> overloads.generic(valueType(scope), scope, depth))
                .or(4, () -> privateMembers.integer(scope, depth))
                .or(2, () -> generics.text(scope, depth))
                .or(3, () -> generics.of(dice.pick(Type.CLASS, Type.SINK, Type.CHAIN), scope, depth))
                .or(3, () -> expression(Type.STRING, texts.string()))
                .make();
    }

    /** What is made in a way that only this type has. */
    private Tree own(Type type, Scope scope, int depth) {
        if (arrays.areUsable() && (type.isOtherArray() || dice.chance(25))) {
            Tree made = arrays.of(type, scope, depth);
            if (made != null) {
                return made;
            }
        }
        if (library.isUsable() && (type.isOfLibrary() || dice.chance(30))) {
            Tree made = ofLibrary(type, scope, depth);
            if (made != null) {
                return made;
            }
        }
        if (numbers.areUsable() && (type.isOfNumbers() || dice.chance(30))) {
            Tree made = numbers.of(type, scope, depth);
            if (made != null) {
                return made;
            }
        }
        if (type.isPrivate() || privateGenerics.areUsable(scope) && dice.chance(25)) {
            Tree made = privateGenerics.of(type, scope, depth);
            if (made != null) {
                return made;
            }
        }
        Tree made = type.isPrimitive() ? operators.of(type, scope, depth) : references.of(type, scope, depth);
        return made == null ? atom(type, scope) : made;
    }

    /** Cells are elements of a row only where their class can be named. */
    private Tree ofLibrary(Type type, Scope scope, int depth) {
        return type == Type.CELL && !privateGenerics.areUsable(scope) ? null : library.of(type, scope, depth);
    }

    private boolean isGeneric(Type type, Scope scope) {
        return scope.awaits && generation.isGeneric() && (type == Type.STRING || type == Type.INTEGER && scope.checked);
    }

    /** A variable, a field, or a literal. */
    Tree atom(Type type, Scope scope) {
        List<Scope.Variable> variables = scope.variables(type);
        boolean isRoot = type == Type.ROOT;
        return dice.<Tree>choice()
                .orIf(
                        !variables.isEmpty(),
                        16,
                        () -> expression(type, dice.pick(variables).name()))
                .orIf(hasField(type, scope), 6, () -> expression(type, field(type, scope)))
                .orIf(
                        type == Type.INT && !scope.ownFields.isEmpty(),
                        10,
                        () -> expression(type, dice.pick(scope.ownFields)))
                .or(2, () -> isRoot ? virtualCalls.receiver(scope, 0) : expression(type, literal(type)))
                .make();
    }

    static boolean hasField(Type type, Scope scope) {
        return FIELDS.containsKey(type) && !scope.isStatic;
    }

    /** Sometimes with `this`, always where something else has its name. */
    String field(Type type, Scope scope) {
        String name = FIELDS.get(type);
        return (scope.isTaken(name) || dice.chance(40) ? owner(type, scope) : "") + name;
    }

    /** A nested class inherits the fields of its outer class that are not private; of the others it has the outer object's. */
    private String owner(Type type, Scope scope) {
        if (!scope.isNested) {
            return scope.inClass ? "$P.this." : "this.";
        }
        boolean isPrivate = type == Type.LONG || type == Type.BOOLEAN || type == Type.BOX;
        return isPrivate || dice.chance(30) ? "$P.this." : scope.inClass ? "Nest.this." : "this.";
    }

    /** Whether {@code this} is a program. */
    static boolean hasReceiver(Scope scope) {
        return !scope.isStatic && !scope.inClass && !scope.isNested;
    }

    String literal(Type type) {
        return switch (type) {
            case INT -> dice.pick("0", "1", "2", "3", "7", "(-1)", "100", "Integer.MAX_VALUE");
            case LONG -> dice.pick("0L", "1L", "5L", "(-3L)", "(1L << 33)", "Long.MIN_VALUE");
            case DOUBLE -> dice.pick("0.5", "1.0", "(-2.25)", "1e10");
            case BYTE -> dice.pick("((byte) 1)", "((byte) 100)", "((byte) -1)");
            case CHAR -> dice.chance(15) ? texts.character() : dice.pick("'a'", "'b'", "'z'");
            case BOOLEAN -> dice.pick("true", "false");
            case STRING ->
                dice.chance(25) ? texts.string() : dice.pick("\"a\"", "\"b\"", "\"\"", "\"7\"", "\"abc\"", "\"Aa\"");
            case INTEGER -> orNull(type, dice.pick("Integer.valueOf(1)", "((Integer) 2)", "Integer.valueOf(200)"));
            case COLOR -> dice.pick("Color.RED", "Color.GREEN", "Color.BLUE");
            case INTS -> dice.pick("new int[] {1, 2}", "(new int[3])", "new int[] {5}");
            case STRINGS -> dice.pick("new String[] {\"a\", \"b\"}", "(new String[2])");
            case BOX -> orNull(type, dice.pick("new Box(1)", "new Box(2)", "new Box(3)"));
            case OBJECT ->
                dice.pick(
                        "((Object) 1)",
                        "((Object) \"s\")",
                        "((Object) null)",
                        "((Object) Color.RED)",
                        "((Object) 5L)",
                        "((Object) new Pair(1, \"p\"))");
            case CLASS, SINK, CHAIN -> generics.literal(type);
            case CELL, DUO, CELLS -> privateGenerics.literal(type);
            case NUMBERS, TEXTS, ANY_NUMBERS, COUNTS, GROUPS, MAYBE, STEP, ORDER, ROW -> library.literal(type);
            case GRID, LETTERS, BIGS, NUMERALS, LISTS -> arrays.literal(type);
            case SHORT, FLOAT, LONG_BOX, CHARACTER, TRUTH -> numbers.literal(type);
            case RESOURCE -> "r.open(" + generation.event("res") + ")";
            case FUTURE -> "r.leaf(" + generation.event("f") + ", 1)";
            case THROWN -> "r.boom(" + generation.event("boom") + ")";
            default -> type.simplest();
        };
    }

    /** Often within bounds. */
    Tree index(Scope scope, int depth) {
        return dice.chance(60)
                ? expression(Type.INT, dice.chance(8) ? "2" : dice.pick("0", "1"))
                : expression(Type.INT, "(# & 1)", of(Type.INT, scope, depth));
    }

    private String orNull(Type type, String literal) {
        return dice.chance(4) ? "((" + type + ") null)" : literal;
    }

    // ---- what every type has

    /** The type argument is written where the value is no atom: nested inference takes javac forever. */
    Tree awaited(Type type, Scope scope, int depth) {
        String event = generation.event("l");
        Tree value = of(type, scope, depth);
        String witness = "r.<" + type.boxed() + ">";
        return dice.<Tree>choice()
                .or(
                        30,
                        () -> expression(
                                type,
                                "await(" + (value.parts().isEmpty() ? "r." : witness) + "leaf(" + event + ", #))",
                                value))
                .orIf(
                        scope.checked,
                        8,
                        () -> expression(type, "await(" + witness + "tryLeaf(" + event + ", #))", value))
                .orIf(
                        scope.checked,
                        1,
                        () -> expression(type, "await(" + witness + "tryFail(" + event + ", #))", value))
                .or(1, () -> expression(type, "await(" + witness + "fail(" + event + ", #))", value))
                .or(6, () -> expression(type, "await(" + witness + "stage(" + event + ", #))", value))
                .or(12, () -> meanwhile(type, scope, event, value))
                .make();
    }

    private Tree meanwhile(Type type, Scope scope, String event, Tree value) {
        Tree effect = assignments.effect(scope.capturing(false), 1);
        return expression(type, "await(r.<" + type.boxed() + ">leaf(" + event + ", #, () -> #))", value, effect);
    }

    List<Signature> callees(Type type, Scope scope) {
        return generation.callable().stream()
                .filter(s -> s.returns() == type
                        && (s.isStatic() || s.isNested() || !scope.isStatic)
                        && (!s.checked() || scope.checked))
                .toList();
    }

    /** A direct call of another async fn. */
    Tree call(Type type, Scope scope, int depth) {
        Signature callee = dice.pick(callees(type, scope));
        Tree[] arguments = callee.parameters().stream()
                .map(parameter -> of(parameter, scope, Math.min(depth, 2)))
                .toArray(Tree[]::new);
        return expression(
                type, awaitedOrNot(type, receiver(callee, scope) + callee.name(), arguments.length), arguments);
    }

    private String receiver(Signature callee, Scope scope) {
        if (callee.isStatic()) {
            return dice.pick("", "", "$P.");
        }
        String other = "r.<$P>v(" + generation.event("receiver") + ", new $P()).";
        if (callee.isNested() || callee.isVirtual() && dice.chance(30)) {
            return nested(other, scope);
        }
        if (dice.chance(25)) {
            return other;
        }
        boolean isOuter = scope.inClass || scope.isNested && callee.isPrivate();
        return isOuter ? dice.pick("", "$P.this.") : dice.pick("", "this.");
    }

    /** The object of a nested class, with this program or another one around it. */
    private String nested(String other, Scope scope) {
        String created = dice.pick("new Nest().", "new Nest(40).");
        if (scope.isStatic || dice.chance(25)) {
            return other + created;
        }
        return scope.isNested
                ? dice.pick("", "", "this.", created)
                : dice.pick("", scope.inClass ? "$P.this." : "this.") + created;
    }

    private String awaitedOrNot(Type type, String method, int arguments) {
        String call = method + "(r" + ", #".repeat(arguments) + ")";
        boolean isPlain = type != Type.VOID && type != Type.FUTURE; // await would take the future that it gives
        return isPlain && dice.chance(60) ? "await(" + call + ")" : call;
    }

    private Tree generic(Type type, Scope scope, int depth) {
        generation.declarations.need(SAME);
        return expression(type, awaitedOrNot(type, "$P.<" + type.boxed() + ">same", 1), of(type, scope, depth));
    }

    private Tree greater(Type type, Scope scope, int depth) {
        generation.declarations.need(GREATER);
        return expression(
                type,
                awaitedOrNot(type, "this.<" + type.boxed() + ">greater", 2),
                of(type, scope, depth),
                of(type, scope, depth));
    }

    private Tree observed(Type type, Scope scope, int depth) {
        return expression(type, "r.<" + type.boxed() + ">v(" + generation.event("v") + ", #)", of(type, scope, depth));
    }

    private static boolean isComparable(Type type) {
        return type == Type.INT || type == Type.STRING || type == Type.INTEGER || type == Type.COLOR;
    }

    private Tree conditional(Type type, Scope scope, int depth) {
        return expression(
                type, "(# ? # : #)", of(Type.BOOLEAN, scope, depth), of(type, scope, depth), of(type, scope, depth));
    }

    private Tree second(Type type, Scope scope, int depth) {
        String witness = "r.<" + type.boxed() + ">second(#, #)";
        return expression(type, witness, of(valueType(scope), scope, depth), of(type, scope, depth));
    }

    private Tree patternConditional(Type type, Scope scope, int depth) {
        Tree object = of(Type.OBJECT, scope, depth);
        Scope matched = scope.inner();
        String test = "# instanceof "
                + (patterns.ofRecords() && dice.chance(40)
                        ? patterns.ofRecord(matched)
                        : patterns.ofType(dice.pick(Patterns.TESTED), matched));
        if (dice.chance(50)) {
            return expression(type, "(" + test + " ? # : #)", object, of(type, matched, depth), of(type, scope, depth));
        }
        return expression(
                type,
                "(!(" + test + ") || # ? # : #)",
                object,
                of(Type.BOOLEAN, matched, depth),
                of(type, scope, depth),
                of(type, scope, depth));
    }
}
