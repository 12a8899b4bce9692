package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.expression;

/** Makes values of other types with the class library's generic ones. */
final class LibraryValues {
    private final Expressions all;
    private final Library library;
    private final Dice dice;

    LibraryValues(Expressions all, Library library) {
        this.all = all;
        this.library = library;
        this.dice = all.dice;
    }

    /** Null if nothing of the type is made of them. */
    Tree of(Type type, Scope scope, int depth) {
        return switch (type) {
            case INTEGER -> integer(scope, depth);
            case INT -> number(scope, depth);
            case STRING -> text(scope, depth);
            case BOOLEAN -> truth(scope, depth);
            case OBJECT -> object(scope, depth);
            case CELL -> expression(type, "#.get(#)", all.of(Type.ROW, scope, depth), all.index(scope, depth));
            default -> null;
        };
    }

    private Tree integer(Scope scope, int depth) {
        String parameter = library.parameter();
        return dice.<Tree>choice()
                .or(2, () -> of("#.orElse(#)", Type.MAYBE, Type.INTEGER, scope, depth))
                .or(
                        2,
                        () -> expression(
                                Type.INTEGER,
                                "#.orElseGet(() -> #)",
                                all.of(Type.MAYBE, scope, depth),
                                all.of(Type.INT, scope.capturing(false), 1)))
                .or(
                        3,
                        () -> expression(
                                Type.INTEGER, "#.get(#)", all.of(Type.NUMBERS, scope, depth), all.index(scope, depth)))
                .or(
                        2,
                        () -> all.made(
                                Type.INTEGER, "#.getOrDefault(#, #)", scope, depth, Type.COUNTS, Type.STRING, Type.INT))
                .or(
                        2,
                        () -> all.made(
                                Type.INTEGER,
                                "#.merge(#, #, Integer::sum)",
                                scope,
                                depth,
                                Type.COUNTS,
                                Type.STRING,
                                Type.INT))
                .or(
                        2,
                        () -> expression(
                                Type.INTEGER,
                                "#.computeIfAbsent(#, " + parameter + " -> #)",
                                all.of(Type.COUNTS, scope, depth),
                                all.of(Type.STRING, scope, depth),
                                library.body(parameter, Type.STRING, Type.INT, scope, depth)))
                .or(3, () -> of("#.apply(#)", Type.STEP, Type.INTEGER, scope, depth))
                .or(
                        2,
                        () -> expression(
                                Type.INTEGER,
                                "Gather.firstOr(#, () -> #)",
                                all.of(Type.NUMBERS, scope, depth),
                                all.of(Type.INT, scope.capturing(false), 1)))
                .or(
                        2,
                        () -> expression(
                                Type.INTEGER,
                                "Gather.with(#, " + parameter + " -> #)",
                                all.of(Type.STRING, scope, depth),
                                library.body(parameter, Type.STRING, Type.INT, scope, depth)))
                .or(1, () -> of("Objects.requireNonNullElse(#, #)", Type.INTEGER, Type.INT, scope, depth))
                .or(
                        2,
                        () -> all.made(
                                Type.INTEGER,
                                "#.stream().reduce(#, (one, other) -> one * 31 + other)",
                                scope,
                                depth,
                                Type.NUMBERS,
                                Type.INT))
                .or(1, () -> all.made(Type.INTEGER, "Collections.max(#)", scope, depth, Type.NUMBERS))
                .make();
    }

    private Tree number(Scope scope, int depth) {
        String parameter = library.parameter();
        return dice.<Tree>choice()
                .or(
                        2,
                        () -> all.made(
                                Type.INT,
                                "#.size()",
                                scope,
                                depth,
                                dice.pick(Type.NUMBERS, Type.TEXTS, Type.ANY_NUMBERS, Type.COUNTS, Type.GROUPS)))
                .or(
                        2,
                        () -> expression(
                                Type.INT,
                                "#.stream().mapToInt(" + parameter + " -> #).sum()",
                                all.of(Type.NUMBERS, scope, depth),
                                library.body(parameter, Type.INTEGER, Type.INT, scope, depth)))
                .or(1, () -> of("#.indexOf(#)", Type.TEXTS, Type.STRING, Type.INT, scope, depth))
                .or(1, () -> all.made(Type.INT, "#.compare(#, #)", scope, depth, Type.ORDER, Type.STRING, Type.STRING))
                .or(
                        2,
                        () -> expression(
                                Type.INT,
                                "#.map(" + parameter + " -> #).map(String::length).orElse(0)",
                                all.of(Type.MAYBE, scope, depth),
                                library.body(parameter, Type.INTEGER, Type.STRING, scope, depth)))
                .or(
                        2,
                        () -> all.made(
                                Type.INT,
                                "Gather.with(#, #, (one, other) -> one.size() + other)",
                                scope,
                                depth,
                                Type.TEXTS,
                                Type.INT))
                .or(1, () -> all.made(Type.INT, "#.get(0).intValue()", scope, depth, Type.ANY_NUMBERS))
                .make();
    }

    private Tree text(Scope scope, int depth) {
        return dice.<Tree>choice()
                .or(2, () -> all.made(Type.STRING, "r.cut(String.join(\",\", #))", scope, depth, Type.TEXTS))
                .or(
                        2,
                        () -> all.made(
                                Type.STRING,
                                "r.cut(#.stream().map(String::valueOf).collect(Collectors.joining(\"-\")))",
                                scope,
                                depth,
                                Type.NUMBERS))
                .or(
                        2,
                        () -> all.made(
                                Type.STRING,
                                "r.cut(String.format(\"%s:%d\", #, #))",
                                scope,
                                depth,
                                Type.STRING,
                                Type.INT))
                .or(
                        2,
                        () -> expression(
                                Type.STRING, "#.get(#)", all.of(Type.TEXTS, scope, depth), all.index(scope, depth)))
                .or(2, () -> all.made(Type.STRING, "Collections.min(#, #)", scope, depth, Type.TEXTS, Type.ORDER))
                .or(1, () -> all.made(Type.STRING, "r.cut(#.toString())", scope, depth, Type.GROUPS))
                .make();
    }

    private Tree truth(Scope scope, int depth) {
        String parameter = library.parameter();
        return dice.<Tree>choice()
                .or(2, () -> of("#.contains(#)", Type.NUMBERS, Type.INTEGER, Type.BOOLEAN, scope, depth))
                .or(1, () -> all.made(Type.BOOLEAN, "#.isPresent()", scope, depth, Type.MAYBE))
                .or(
                        2,
                        () -> expression(
                                Type.BOOLEAN,
                                "#.stream().anyMatch(" + parameter + " -> #)",
                                all.of(Type.TEXTS, scope, depth),
                                library.body(parameter, Type.STRING, Type.BOOLEAN, scope, depth)))
                .or(1, () -> of("#.equals(#)", Type.NUMBERS, Type.NUMBERS, Type.BOOLEAN, scope, depth))
                .or(1, () -> of("Objects.equals(#, #)", Type.STRING, Type.OBJECT, Type.BOOLEAN, scope, depth))
                .or(1, () -> all.made(Type.BOOLEAN, "#.isEmpty()", scope, depth, Type.COUNTS))
                .make();
    }

    private Tree object(Scope scope, int depth) {
        return dice.<Tree>choice()
                .or(2, () -> all.made(Type.OBJECT, "((Object) #)", scope, depth, library.anyType(scope)))
                .or(1, () -> all.made(Type.OBJECT, "((Object) #.get(0))", scope, depth, Type.ANY_NUMBERS))
                .or(
                        1,
                        () -> all.made(
                                Type.OBJECT, "((Object) Gather.firstOr(#, () -> 0))", scope, depth, Type.ANY_NUMBERS))
                .make();
    }

    private Tree of(String template, Type one, Type other, Scope scope, int depth) {
        return of(template, one, other, Type.INTEGER, scope, depth);
    }

    private Tree of(String template, Type one, Type other, Type result, Scope scope, int depth) {
        return all.made(result, template, scope, depth, one, other);
    }
}
