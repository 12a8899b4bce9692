package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.expression;

/** Makes calls of overloads, which are chosen by the types of their arguments alone. */
final class Overloads {
    /** An instance method beside static ones, varargs beside fixed, boxed beside primitive. */
    private static final String PLAIN = """
            private String over(Run r, int x) {
                return r.v("own int", text + x);
            }

            static String over(Run r, Integer x) {
                return r.v("own Integer", "I" + x);
            }

            String over(Run r, Object x) {
                return r.v("own Object", text + "O");
            }

            private static String over(Run r, int... xs) {
                return r.v("own ints", "i" + xs.length);
            }

            static <T extends Comparable<T>> String over(Run r, T x, T y) {
                return r.v("own T T", "T");
            }

            private String over(Run r, Object x, Object y) {
                return r.v("own Object Object", text);
            }""";

    /** The factory of an instance method takes its receiver first, and so looks like that of a static method. */
    private static final String ASYNC = """
            @AsyncFn
            private String twin(Run r, Object x) {
                return await(r.leaf("twin of an instance", text + "O"));
            }

            @AsyncFn
            static String twin($P p, Run r, String x) {
                return await(r.leaf("twin", p.text + x.length()));
            }

            @AsyncFn
            static String twin($P p, Run r, int x) {
                return await(r.leaf("twin of int", p.text + x));
            }

            @AsyncFn
            private static String twin($P p, Run r, Integer x) {
                return await(r.leaf("twin of Integer", p.text + "I"));
            }""";

    /** A lambda beside any value. */
    private static final String GENERIC = """
            static final class Own<T> {
                @AsyncFn
                T or(Run r, java.util.function.Supplier<T> other) {
                    r.log("or Supplier");
                    return await(r.leaf("or", other.get()));
                }

                @AsyncFn
                private T or(Run r, T other) {
                    r.log("or T");
                    return or(r, () -> other);
                }
            }""";

    private final Expressions all;
    private final Dice dice;

    Overloads(Expressions all) {
        this.all = all;
        this.dice = all.dice;
    }

    private Type chosenBy() {
        return dice.pick(Type.INT, Type.INTEGER, Type.CHAR, Type.LONG, Type.STRING, Type.OBJECT, Type.BYTE);
    }

    Tree text(Scope scope, int depth) {
        boolean own = Expressions.hasReceiver(scope);
        return dice.<Tree>choice()
                .or(3, () -> expression(Type.STRING, "Choices.of(r, #)", all.choosing(chosenBy(), scope, depth)))
                .or(3, () -> two("Choices.of(r, #, #)", scope, depth))
                .orIf(own, 3, () -> plain(scope, depth))
                .orIf(own && scope.awaits, 5, () -> async(scope, depth))
                .make();
    }

    private Tree two(String call, Scope scope, int depth) {
        Type one = dice.pick(Type.INT, Type.INTEGER, Type.STRING);
        Type other = dice.chance(60) ? one : dice.pick(Type.OBJECT, Type.BOX);
        return expression(Type.STRING, call, all.choosing(one, scope, depth), all.choosing(other, scope, depth));
    }

    private Tree plain(Scope scope, int depth) {
        all.generation.declarations.need(PLAIN);
        String call = dice.pick("", "this.") + "over(r, #";
        return dice.chance(60)
                ? expression(Type.STRING, call + ")", all.choosing(chosenBy(), scope, depth))
                : two(call + ", #)", scope, depth);
    }

    private Tree async(Scope scope, int depth) {
        all.generation.declarations.need(ASYNC);
        boolean awaited = dice.chance(60);
        String call = dice.chance(50)
                ? dice.pick("", "this.") + "twin(r, #)"
                : "twin(r.<$P>v(" + all.generation.event("twin") + ", new $P()), r, #)";
        return expression(
                Type.STRING,
                awaited ? "await(" + call + ")" : call,
                all.choosing(dice.pick(Type.STRING, Type.INT, Type.INTEGER), scope, depth));
    }

    /** Of a lambda. */
    Tree integer(Scope scope, int depth) {
        Scope body = scope.capturing(false);
        String parameter = "q" + all.generation.number();
        Scope withParameter = scope.capturing(false);
        withParameter.declare(parameter, Type.INT, false);
        return dice.<Tree>choice()
                .or(3, () -> expression(Type.INT, "Choices.call(r, () -> #)", all.of(Type.INT, body, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.INT,
                                "Choices.call(r, () -> { #; })",
                                all.assignments().effect(body, depth)))
                .or(
                        3,
                        () -> expression(
                                Type.INT,
                                "Choices.call(r, () -> #)",
                                all.assignments().effect(body, depth)))
                .or(
                        2,
                        () -> expression(
                                Type.INT,
                                "Choices.call(r, " + parameter + " -> #)",
                                all.of(Type.INT, withParameter, depth)))
                .or(
                        3,
                        () -> expression(
                                Type.INT,
                                "Choices.map(r, (int " + parameter + ") -> #)",
                                all.of(dice.pick(Type.INT, Type.INTEGER), withParameter, depth)))
                .make();
    }

    /** The result has the given type. */
    Tree generic(Type type, Scope scope, int depth) {
        all.generation.declarations.need(GENERIC);
        String own = "new Own<" + type.boxed() + ">().or(r, ";
        Tree argument = dice.chance(50)
                ? expression(type, "() -> #", all.of(type, scope.capturing(false), depth))
                : all.of(type, scope, depth);
        // A future that is given would be awaited as well.
        boolean awaited = type != Type.FUTURE && dice.chance(60);
        return expression(type, awaited ? "await(" + own + "#))" : own + "#)", argument);
    }
}
