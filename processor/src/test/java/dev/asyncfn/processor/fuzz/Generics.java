package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.expression;

/** Makes random expressions of types with wildcards, which are captured where a member is used, and of self-typed ones. */
final class Generics {
    private final Expressions all;
    private final Dice dice;

    Generics(Expressions all) {
        this.all = all;
        this.dice = all.dice;
    }

    String literal(Type type) {
        return switch (type) {
            case CLASS -> "((Class<?>) " + dice.pick("String", "Integer", "Box", "Boom", "int") + ".class)";
            case SINK -> "((Sink<? super Integer>) new Sink<" + dice.pick("Integer", "Number", "Object") + ">())";
            default -> dice.pick("new Chain.Link(r)", "((Chain<?>) new Chain<>(r))");
        };
    }

    /** Of one of these types. */
    Tree of(Type type, Scope scope, int depth) {
        return switch (type) {
            case CLASS -> ofClass(scope, depth);
            case SINK -> sink(scope, depth);
            default -> chain(scope, depth);
        };
    }

    /** Of another type, from one of these. */
    Tree text(Scope scope, int depth) {
        return dice.<Tree>choice()
                .or(2, () -> expression(Type.STRING, "#.text()", all.of(Type.CHAIN, scope, depth)))
                .or(1, () -> expression(Type.STRING, "#.getSimpleName()", all.of(Type.CLASS, scope, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.STRING,
                                "Sink.kind(#, #)",
                                all.of(dice.pick(Type.CLASS, Type.CLASS, Type.OBJECT), scope, depth),
                                all.choosing(dice.pick(Type.INT, Type.INTEGER), scope, depth)))
                .make();
    }

    Tree object(Scope scope, int depth) {
        Tree sink = captured(scope, depth);
        return dice.chance(50)
                ? expression(Type.OBJECT, "((Object) #.first())", sink)
                : expression(
                        Type.OBJECT, "((Object) Sink.firstOf(#, #))", sink, all.of(all.valueType(scope), scope, depth));
    }

    private Tree ofClass(Scope scope, int depth) {
        Tree type = all.of(Type.CLASS, scope, depth);
        return dice.<Tree>choice()
                .or(2, () -> expression(Type.CLASS, "#.getSuperclass()", type))
                .or(1, () -> expression(Type.CLASS, "#.arrayType()", type))
                .or(1, () -> expression(Type.CLASS, "#.getClass()", all.of(Type.OBJECT, scope, depth)))
                .or(
                        1,
                        () -> expression(
                                Type.CLASS,
                                "java.util.Objects.requireNonNullElse(#.getSuperclass(), #)",
                                type,
                                expression(Type.CLASS, "Object.class")))
                .make();
    }

    private Tree sink(Scope scope, int depth) {
        Tree sink = captured(scope, depth);
        return dice.<Tree>choice()
                .or(3, () -> expression(Type.SINK, "#.put(#)", sink, all.of(Type.INTEGER, scope, depth)))
                .or(3, () -> expression(Type.SINK, "Sink.keep(#, #)", sink, all.of(Type.INT, scope, depth)))
                .or(1, () -> expression(Type.SINK, "Sink.keep(#.put(1), #)", sink, all.of(Type.INT, scope, depth)))
                .make();
    }

    /** One wildcard to capture: each arm of a conditional has its own, and no type argument fits both. */
    private Tree captured(Scope scope, int depth) {
        Tree sink = all.of(Type.SINK, scope, depth);
        return sink.template().startsWith("(") ? expression(Type.SINK, "((Sink<? super Integer>) #)", sink) : sink;
    }

    private Tree chain(Scope scope, int depth) {
        Type type = dice.pick(Type.INT, Type.INTEGER, Type.OBJECT, Type.STRING);
        return dice.<Tree>choice()
                .or(2, () -> expression(Type.CHAIN, "new Chain<>(r).with(#)", all.choosing(type, scope, depth)))
                .or(
                        4,
                        () -> expression(
                                Type.CHAIN,
                                "new Chain<>(r).both(#, #).with(#)",
                                all.choosing(Type.INT, scope, depth),
                                all.choosing(type, scope, depth),
                                all.choosing(type, scope, depth)))
                .or(
                        3,
                        () -> expression(
                                Type.CHAIN,
                                "#.with(#)",
                                all.of(Type.CHAIN, scope, depth),
                                all.choosing(type, scope, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.CHAIN,
                                "#.after(#)",
                                all.of(Type.CHAIN, scope, depth),
                                all.of(Type.CHAIN, scope, depth)))
                .or(
                        1,
                        () -> expression(
                                Type.CHAIN,
                                "new Chain.Link(r).after(new Chain.Link(r).with(#))",
                                all.choosing(type, scope, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.CHAIN,
                                "new Chain.Link(r).with(#).linked(#)",
                                all.choosing(type, scope, depth),
                                all.of(all.valueType(scope), scope, depth)))
                .make();
    }
}
