package dev.asyncfn.processor.fuzz;

import static dev.asyncfn.processor.fuzz.Tree.expression;

import java.util.ArrayList;
import java.util.List;

/** Makes generic types with virtual async fns, whose overrides have type arguments, and so bridges; and calls of them. */
final class GenericTypes {
    private static final String GEN = """
            interface Gen<T> extends Rooted {
                @AsyncFn
                T g(Run r, T arg);

                @AsyncFn
                default T twice(Run r, T arg) {
                    T first = await(g(r, arg));#
                    r.<T>v("first", first);
                    return g(r, first);
                }

                @AsyncFn
                default <R> R other(Run r, T arg, R value) {
                    r.<T>v("other", g(r, arg));
                    return await(r.leaf("value", value));
                }
            }""";

    private static final String MID = """
            static abstract class Mid<U, T> implements Gen<T> {
                @AsyncFn
                @Override
                public T twice(Run r, T arg) {
                    r.log("twice of Mid");#
                    return await(Gen.super.twice(r, arg));
                }

                @AsyncFn
                abstract U number(Run r, T arg) throws Checked;
            }""";

    private static final String STRINGS = """
            static class Strings extends Mid<Integer, String> {
                @AsyncFn
                @Override
                public String g(Run r, String arg) {#}

                @AsyncFn
                @Override
                Integer number(Run r, String arg) {#}
            }""";

    private static final String BELOW = """
            static class Below extends Strings {
                @Override
                public String g(Run r, String arg) {
                    r.log("plain g");
                    return #;
                }

                @AsyncFn
                @Override
                final Integer number(Run r, String arg) {
                    r.v("number of Strings", super.number(r, arg));#
                    return arg.length();
                }

                @AsyncFn
                @Override
                public <R> R other(Run r, String arg, R value) {
                    R first = super.other(r, arg, value);
                    r.<R>v("other of Below", await(super.<R>other(r, arg, first)));
                    return value;
                }
            }""";

    private static final String THROUGH = """
            @AsyncFn
            static <T> T through(Run r, Gen<T> gen, T arg) {
                r.<T>v("through", await(gen.g(r, arg)));
                return gen.twice(r, gen.other(r, arg, arg));
            }""";

    private final Expressions all;
    private final Dice dice;

    GenericTypes(Expressions all) {
        this.all = all;
        this.dice = all.dice;
    }

    /** The types, with bodies of their own. */
    static List<Tree> members(Generation generation) {
        Bodies bodies = new Bodies(generation);
        List<Tree> members = new ArrayList<>();
        members.add(Tree.item(GEN, Tree.block(bodies.some(scope(Type.OBJECT, true), 2))));
        members.add(Tree.item(MID, Tree.block(bodies.some(scope(Type.OBJECT, true), 2))));
        members.add(Tree.item(
                STRINGS,
                bodies.small(withText(Type.STRING, true), List.of()),
                bodies.small(withText(Type.INTEGER, true), List.of())));
        members.add(Tree.item(
                BELOW,
                bodies.expressions().of(Type.STRING, withText(Type.STRING, false), 2),
                Tree.block(bodies.some(scope(Type.INTEGER, true), 2))));
        members.add(Tree.item(THROUGH));
        return members;
    }

    /** Statements that do not jump. */
    private static Scope scope(Type returns, boolean awaits) {
        Scope scope = new Scope(returns);
        scope.isStatic = true;
        scope.awaits = awaits;
        scope.jumps = false;
        return scope;
    }

    private static Scope withText(Type returns, boolean awaits) {
        Scope scope = scope(returns, awaits);
        scope.jumps = true;
        scope.declare("arg", Type.STRING, true);
        return scope;
    }

    /** Of a string or an integer. */
    Tree of(Type type, Scope scope, int depth) {
        Tree text = all.of(Type.STRING, scope, depth);
        String event = all.generation.event("x");
        if (type == Type.INTEGER) {
            String call = dice.pick("new Strings().number(r, #)", "new Below().number(r, #)");
            return expression(type, awaited(call), text);
        }
        String call = dice.pick(
                "new Strings().g(r, #)",
                "((Gen<String>) " + receiver(event) + ").g(r, #)",
                receiver(event) + ".twice(r, #)",
                "((Gen<String>) " + receiver(event) + ").twice(r, #)",
                "((Gen<String>) " + receiver(event) + ").<String>other(r, \"x\", #)",
                "$P.<String>through(r, " + receiver(event) + ", #)");
        return expression(type, awaited(call), text);
    }

    private String awaited(String call) {
        return dice.chance(60) ? "await(" + call + ")" : call;
    }

    private String receiver(String event) {
        String run = "run" + all.generation.number();
        return dice.pick(
                "new Strings()",
                "new Below()",
                "((Gen<String>) (" + run + ", q" + run + ") -> " + run + ".v(" + event + ", q" + run + " + \"!\"))");
    }
}
