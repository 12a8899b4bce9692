package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.expression;
import static dev.asyncfn.processor.fuzz.Tree.item;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes and uses values of the class library's generic types. Nearly all type arguments are inferred, from arguments, lambdas and targets, and
 * what is awaited stands in the midst of that.
 */
final class Library {
    /** For programs that have them, in one of two ways. */
    static final List<List<String>> IMPORTS = List.of(
            List.of("java.util.*", "java.util.stream.*", "java.util.function.UnaryOperator"),
            List.of(
                    "java.util.ArrayList",
                    "java.util.Arrays",
                    "java.util.Collections",
                    "java.util.Comparator",
                    "java.util.LinkedHashMap",
                    "java.util.List",
                    "java.util.Map",
                    "java.util.Objects",
                    "java.util.Optional",
                    "java.util.TreeMap",
                    "java.util.function.UnaryOperator",
                    "java.util.stream.Collectors",
                    "java.util.stream.IntStream",
                    "java.util.stream.Stream"));

    private static final List<Type> TYPES = List.of(
            Type.NUMBERS,
            Type.NUMBERS,
            Type.TEXTS,
            Type.TEXTS,
            Type.ANY_NUMBERS,
            Type.COUNTS,
            Type.COUNTS,
            Type.GROUPS,
            Type.MAYBE,
            Type.STEP,
            Type.ORDER);

    private final Expressions all;
    private final Dice dice;
    private final LibraryValues values;

    Library(Expressions all) {
        this.all = all;
        this.dice = all.dice;
        this.values = new LibraryValues(all, this);
    }

    static Type anyType(Dice dice) {
        return dice.pick(TYPES);
    }

    boolean isUsable() {
        return all.generation.features().library();
    }

    /** One that the program has. */
    Type anyType(Scope scope) {
        return all.privateGenerics.areUsable(scope) && dice.chance(15) ? Type.ROW : anyType(dice);
    }

    String literal(Type type) {
        return switch (type) {
            case NUMBERS ->
                dice.pick(
                        "List.of(1, 2)",
                        "new ArrayList<>(List.of(3))",
                        "Arrays.asList(1, 2, 3)",
                        "new ArrayList<Integer>()");
            case TEXTS ->
                dice.pick("List.of(\"a\", \"bc\")", "new ArrayList<>(List.of(\"d\"))", "Arrays.asList(\"e\", null)");
            case ANY_NUMBERS ->
                "((List<? extends Number>) " + dice.pick("List.of(1, 2.5)", "List.of(3L)", "List.of(4)") + ")";
            case COUNTS ->
                dice.pick(
                        "Map.of(\"a\", 1)",
                        "new TreeMap<>(Map.of(\"b\", 2, \"c\", 3))",
                        "new LinkedHashMap<String, Integer>()");
            case GROUPS ->
                dice.pick(
                        "Map.of(1, List.of(\"a\"))",
                        "new TreeMap<Integer, List<String>>(Map.of(2, List.of(\"bc\", \"de\")))");
            case MAYBE -> dice.pick("Optional.of(1)", "Optional.<Integer>empty()");
            case STEP -> dice.pick("UnaryOperator.<Integer>identity()", "((UnaryOperator<Integer>) Math::abs)");
            case ORDER -> dice.pick("Comparator.<String>naturalOrder()", "Comparator.comparing(String::length)");
            default -> "List.of(" + all.privateGenerics.literal(Type.CELL) + ")";
        };
    }

    /** Null if nothing of the type is made of them. */
    Tree of(Type type, Scope scope, int depth) {
        return switch (type) {
            case NUMBERS -> numbers(scope, depth);
            case TEXTS -> texts(scope, depth);
            case ANY_NUMBERS -> anyNumbers(scope, depth);
            case COUNTS -> counts(scope, depth);
            case GROUPS -> groups(scope, depth);
            case MAYBE -> maybe(scope, depth);
            case STEP -> step(scope, depth);
            case ORDER -> order(scope, depth);
            case ROW -> row(scope, depth);
            default -> values.of(type, scope, depth);
        };
    }

    /** What runs a function for each of several values. */
    Tree statement(Scope scope) {
        String parameter = parameter();
        String shown = "r.<Integer>v(" + all.generation.event("each") + ", #)";
        return dice.<Tree>choice()
                .or(
                        3,
                        () -> item(
                                "#.forEach(" + parameter + " -> " + shown + ");",
                                all.of(Type.NUMBERS, scope, 2),
                                body(parameter, Type.INTEGER, Type.INT, scope, 2)))
                .or(
                        2,
                        () -> item(
                                "#.forEach((" + parameter + ", n" + parameter + ") -> " + shown + ");",
                                all.of(Type.COUNTS, scope, 2),
                                body(parameter, Type.STRING, Type.INT, scope, 2)))
                .or(
                        2,
                        () -> item(
                                "#.removeIf(" + parameter + " -> #);",
                                all.of(Type.TEXTS, scope, 2),
                                body(parameter, Type.STRING, Type.BOOLEAN, scope, 2)))
                .or(1, () -> item("#.sort(#);", all.of(Type.TEXTS, scope, 2), all.of(Type.ORDER, scope, 2)))
                .make();
    }

    String parameter() {
        return "q" + all.generation.number();
    }

    /** An expression that is the body of a lambda, which often uses the parameter. */
    Tree body(String parameter, Type parameterType, Type result, Scope scope, int depth) {
        Scope body = scope.capturing(false);
        body.declare(parameter, parameterType, dice.chance(60));
        Tree value = all.of(result, body, Math.min(depth, 2));
        return dice.chance(40)
                ? expression(result, "r.<" + result.boxed() + ">second(" + parameter + ", #)", value)
                : value;
    }

    /** A lambda with one parameter, whose body is an expression or has statements. */
    private Tree lambda(Type parameterType, Type result, Scope scope, int depth) {
        String parameter = parameter();
        if (dice.chance(75)) {
            return Tree.target(null, parameter + " -> #", body(parameter, parameterType, result, scope, depth));
        }
        Scope body = scope.capturing(false);
        body.yields = null;
        body.declare(parameter, parameterType, dice.chance(60));
        List<Tree> items = new ArrayList<>(all.statements().completing(body, 2));
        items.add(item("return #;", all.of(result, body, 1)));
        return Tree.target(null, parameter + " -> {#}", Tree.block(items));
    }

    private Tree numbers(Scope scope, int depth) {
        String parameter = parameter();
        Tree number = all.of(Type.INT, scope, depth);
        return dice.<Tree>choice()
                .or(3, () -> expression(Type.NUMBERS, "Arrays.asList(#, #)", integer(scope, depth), number))
                .or(2, () -> expression(Type.NUMBERS, "List.of(#, #)", number, integer(scope, depth)))
                .or(2, () -> all.made(Type.NUMBERS, "new ArrayList<>(#)", scope, depth, Type.NUMBERS))
                .or(2, () -> expression(Type.NUMBERS, "Gather.all(#, #)", number, integer(scope, depth)))
                .or(
                        3,
                        () -> expression(
                                Type.NUMBERS,
                                "Gather.plus(#, #)",
                                all.of(Type.NUMBERS, scope, depth),
                                integer(scope, depth)))
                .or(
                        4,
                        () -> expression(
                                Type.NUMBERS,
                                "#.stream().map(#)." + dice.pick("toList()", "collect(Collectors.toList())"),
                                all.of(Type.NUMBERS, scope, depth),
                                lambda(Type.INTEGER, Type.INT, scope, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.NUMBERS,
                                "Stream.of(#, #).filter(Objects::nonNull).sorted(Comparator.reverseOrder())"
                                        + ".collect(Collectors.toCollection(ArrayList::new))",
                                integer(scope, depth),
                                number))
                .or(
                        2,
                        () -> all.made(
                                Type.NUMBERS, "#.stream().map(String::length).toList()", scope, depth, Type.TEXTS))
                .or(1, () -> all.made(Type.NUMBERS, "new ArrayList<>(#.values())", scope, depth, Type.COUNTS))
                .or(1, () -> all.made(Type.NUMBERS, "List.copyOf(#.keySet())", scope, depth, Type.GROUPS))
                .or(
                        2,
                        () -> expression(
                                Type.NUMBERS,
                                "IntStream.range(0, (# & 3)).mapToObj(" + parameter + " -> #).toList()",
                                number,
                                body(parameter, Type.INT, Type.INT, scope, depth)))
                .make();
    }

    private Tree integer(Scope scope, int depth) {
        return all.of(dice.pick(Type.INTEGER, Type.INT), scope, depth);
    }

    private Tree texts(Scope scope, int depth) {
        Tree text = all.of(Type.STRING, scope, depth);
        return dice.<Tree>choice()
                .or(3, () -> expression(Type.TEXTS, "List.of(#, #)", text, all.of(Type.STRING, scope, depth)))
                .or(
                        3,
                        () -> expression(
                                Type.TEXTS,
                                "#.stream().map(#).toList()",
                                all.of(Type.NUMBERS, scope, depth),
                                lambda(Type.INTEGER, Type.STRING, scope, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.TEXTS,
                                "#.stream().filter(#).collect(Collectors.toList())",
                                all.of(Type.TEXTS, scope, depth),
                                lambda(Type.STRING, Type.BOOLEAN, scope, depth)))
                .or(1, () -> all.made(Type.TEXTS, "Arrays.asList(#)", scope, depth, Type.STRINGS))
                .or(
                        2,
                        () -> all.made(
                                Type.TEXTS,
                                "#.keySet().stream().sorted(#).toList()",
                                scope,
                                depth,
                                Type.COUNTS,
                                Type.ORDER))
                .or(1, () -> all.made(Type.TEXTS, "Gather.byValue(#)", scope, depth, Type.COUNTS))
                .or(
                        2,
                        () -> all.made(
                                Type.TEXTS,
                                "#.entrySet().stream().map(entry -> r.cut(entry.getKey() + entry.getValue())).toList()",
                                scope,
                                depth,
                                Type.COUNTS))
                .or(
                        2,
                        () -> expression(
                                Type.TEXTS,
                                "Stream.concat(#.stream(), Stream.of(#)).distinct().limit(6).toList()",
                                all.of(Type.TEXTS, scope, depth),
                                text))
                .or(
                        2,
                        () -> expression(
                                Type.TEXTS,
                                "#.getOrDefault(#, List.of(#))",
                                all.of(Type.GROUPS, scope, depth),
                                integer(scope, depth),
                                text))
                .or(
                        2,
                        () -> expression(
                                Type.TEXTS,
                                "Gather.plus(new ArrayList<>(#), #)",
                                all.of(Type.TEXTS, scope, depth),
                                text))
                .make();
    }

    private Tree anyNumbers(Scope scope, int depth) {
        return dice.<Tree>choice()
                .or(3, () -> all.made(Type.ANY_NUMBERS, "((List<? extends Number>) #)", scope, depth, Type.NUMBERS))
                .or(
                        2,
                        () -> expression(
                                Type.ANY_NUMBERS,
                                "((List<? extends Number>) Arrays.asList(#, #))",
                                all.of(Type.DOUBLE, scope, depth),
                                integer(scope, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.ANY_NUMBERS, "Gather.copy(#)", wildcard(all.of(Type.ANY_NUMBERS, scope, depth))))
                .or(1, () -> all.made(Type.ANY_NUMBERS, "#.subList(0, 0)", scope, depth, Type.ANY_NUMBERS))
                .make();
    }

    /** One wildcard to capture: each arm of a conditional has its own. */
    static Tree wildcard(Tree numbers) {
        return numbers.template().startsWith("(")
                ? expression(Type.ANY_NUMBERS, "((List<? extends Number>) #)", numbers)
                : numbers;
    }

    private Tree counts(Scope scope, int depth) {
        String parameter = parameter();
        Tree text = all.of(Type.STRING, scope, depth);
        return dice.<Tree>choice()
                .or(2, () -> expression(Type.COUNTS, "Map.of(#, #)", text, all.of(Type.INT, scope, depth)))
                .or(
                        3,
                        () -> expression(
                                Type.COUNTS,
                                "Gather.put(#, #, #)",
                                all.of(Type.COUNTS, scope, depth),
                                text,
                                integer(scope, depth)))
                .or(2, () -> all.made(Type.COUNTS, "new TreeMap<>(#)", scope, depth, Type.COUNTS))
                .or(
                        4,
                        () -> expression(
                                Type.COUNTS,
                                "#.stream().collect(Collectors.toMap(k -> k, " + parameter
                                        + " -> #, (one, other) -> other, LinkedHashMap::new))",
                                all.of(Type.TEXTS, scope, depth),
                                body(parameter, Type.STRING, Type.INT, scope, depth)))
                .make();
    }

    private Tree groups(Scope scope, int depth) {
        String parameter = parameter();
        Tree texts = all.of(Type.TEXTS, scope, depth);
        return dice.<Tree>choice()
                .or(
                        2,
                        () -> expression(
                                Type.GROUPS, "#.stream().collect(Collectors.groupingBy(String::length))", texts))
                .or(
                        3,
                        () -> expression(
                                Type.GROUPS,
                                "#.stream().collect(Collectors.groupingBy(" + parameter
                                        + " -> (# & 1), TreeMap::new, Collectors.mapping(t -> r.cut(t + \"!\"),"
                                        + " Collectors.toList())))",
                                texts,
                                body(parameter, Type.STRING, Type.INT, scope, depth)))
                .or(2, () -> expression(Type.GROUPS, "Map.of(#, #)", all.of(Type.INT, scope, depth), texts))
                .or(
                        2,
                        () -> expression(
                                Type.GROUPS,
                                "Gather.put(#, #, #)",
                                all.of(Type.GROUPS, scope, depth),
                                integer(scope, depth),
                                texts))
                .make();
    }

    private Tree maybe(Scope scope, int depth) {
        Tree maybe = all.of(Type.MAYBE, scope, depth);
        return dice.<Tree>choice()
                .or(3, () -> expression(Type.MAYBE, "Optional.ofNullable(#)", integer(scope, depth)))
                .or(1, () -> all.made(Type.MAYBE, "Optional.of(#)", scope, depth, Type.INT))
                .or(4, () -> expression(Type.MAYBE, "#.map(#)", maybe, lambda(Type.INTEGER, Type.INT, scope, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.MAYBE, "#.filter(#)", maybe, lambda(Type.INTEGER, Type.BOOLEAN, scope, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.MAYBE, "#.flatMap(#)", maybe, lambda(Type.INTEGER, Type.MAYBE, scope, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.MAYBE, "#.or(() -> #)", maybe, all.of(Type.MAYBE, scope.capturing(false), 1)))
                .or(2, () -> all.made(Type.MAYBE, "#.stream().findFirst()", scope, depth, Type.NUMBERS))
                .or(
                        2,
                        () -> all.made(
                                Type.MAYBE, "#.stream().max(Comparator.naturalOrder())", scope, depth, Type.NUMBERS))
                .make();
    }

    private Tree step(Scope scope, int depth) {
        return dice.<Tree>choice()
                .or(
                        4,
                        () -> expression(
                                Type.STEP,
                                "((UnaryOperator<Integer>) #)",
                                lambda(Type.INTEGER, Type.INT, scope, depth)))
                .or(1, () -> all.made(Type.STEP, "((UnaryOperator<Integer>) #::get)", scope, depth, Type.NUMBERS))
                .or(2, () -> all.made(Type.STEP, "Gather.twice(#)", scope, depth, Type.STEP))
                .or(
                        1,
                        () -> expression(
                                Type.STEP, "Gather.<Integer>twice(#)", lambda(Type.INTEGER, Type.INT, scope, depth)))
                .make();
    }

    private Tree order(Scope scope, int depth) {
        return dice.<Tree>choice()
                .or(2, () -> all.made(Type.ORDER, "#.reversed()", scope, depth, Type.ORDER))
                .or(
                        2,
                        () -> all.made(
                                Type.ORDER,
                                "Comparator.comparingInt(String::length).thenComparing(#)",
                                scope,
                                depth,
                                Type.ORDER))
                .or(
                        2,
                        () -> expression(
                                Type.ORDER, "Gather.<String>by(#)", lambda(Type.STRING, Type.INT, scope, depth)))
                .or(1, () -> all.made(Type.ORDER, "Comparator.nullsFirst(#)", scope, depth, Type.ORDER))
                .make();
    }

    /** Of objects of private classes. */
    private Tree row(Scope scope, int depth) {
        Tree cell = all.of(Type.CELL, scope, depth);
        boolean ofCells = dice.chance(60);
        return dice.<Tree>choice()
                .or(3, () -> expression(Type.ROW, "List.of(#, #)", cell, all.of(Type.CELL, scope, depth)))
                .or(2, () -> expression(Type.ROW, "Gather.all(#, #)", cell, all.of(Type.CELL, scope, depth)))
                .or(
                        3,
                        () -> expression(
                                Type.ROW,
                                "#.stream().map(#).collect(Collectors.toList())",
                                all.of(ofCells ? Type.ROW : Type.NUMBERS, scope, depth),
                                lambda(ofCells ? Type.CELL : Type.INTEGER, Type.CELL, scope, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.ROW, "Gather.plus(new ArrayList<>(#), #)", all.of(Type.ROW, scope, depth), cell))
                .make();
    }
}
