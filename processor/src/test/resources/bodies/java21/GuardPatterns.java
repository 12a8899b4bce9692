package bodies.java21;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Patterns inside guards: what they bind is in scope in the body of the case. */
final class GuardPatterns {
    private GuardPatterns() {}

    record Circle(int radius) {}

    record Pair(Object left, Object right) {}

    private static final List<Object> VALUES = List.of(
            1, "a", "text", new Circle(1), new Circle(3), new Pair("l", 1), new Pair(new Circle(5), "r"), List.of(1));

    @Case
    @AsyncFn
    static String boundByAGuardThatDoesNotAwait(Trace t) {
        String r = "";
        for (Object o : VALUES) {
            r += switch (o) {
                case Object x when x instanceof Circle(int radius) && radius > 2 -> "circle " + await(t.leaf("c", radius));
                case Object x when x instanceof String s && !s.equals("a") -> {
                    await(t.tick("s"));
                    yield x + " is " + s.length();
                }
                case Pair(Object left, Object right) when left instanceof String l && right instanceof Integer i ->
                    await(t.leaf("pair", l)) + i;
                default -> await(t.leaf("default", "default"));
            };
            r += ";";
        }
        return r;
    }

    @Case
    @AsyncFn
    static String lambdaInAGuardCapturesWhatTheLabelBinds(Trace t) {
        String r = "";
        for (Object o : VALUES) {
            r += switch (o) {
                case Pair(var left, Circle(var radius)) when ask(() -> radius) == 5 -> "none" + await(t.leaf("n", left));
                case Pair(var left, var right) when ask(() -> left) instanceof String ->
                    await(t.leaf("left", left)) + "" + right;
                case Circle(var radius) when radius > t.v("limit", 2) && ask(() -> radius) == 3 -> {
                    await(t.tick("circle"));
                    Supplier<Integer> later = () -> radius + 1;
                    await(t.tick("later"));
                    yield later.get() + " of " + radius;
                }
                default -> await(t.leaf("default", "default"));
            };
            r += ";";
        }
        return r;
    }

    private static <T> T ask(Supplier<T> supplier) {
        return supplier.get();
    }

    @Case
    @AsyncFn
    static String boundByAGuardInAStatement(Trace t) {
        String r = "";
        for (Object o : VALUES) {
            switch (o) {
                case Object x when x instanceof String s:
                    r += await(t.leaf("s", s));
                    r += s + x;
                    break;
                case Object x when !(x instanceof Circle(var radius)):
                    r += await(t.leaf("other", "other"));
                    break;
                case Object x when x instanceof Circle c && c.radius() > t.v("limit", 2):
                    r += await(t.leaf("large", "large ")) + c;
                    break;
                default:
                    r += "small";
            }
            r += ";";
        }
        return r;
    }

    @Case
    @AsyncFn
    static String negatedInAGuard(Trace t) {
        String r = "";
        for (Object o : VALUES) {
            r += switch (o) {
                case Object x when !(!(x instanceof Pair(Object left, Circle c)) && !(x instanceof Circle)) -> "circle";
                case Object x when !(!(x instanceof Pair(Object left, var right))) ->
                    await(t.leaf("left", left)) + ":" + right;
                default -> await(t.leaf("default", "default"));
            };
            r += ";";
        }
        return r;
    }

    @Case
    @AsyncFn
    static String capturedAndAssigned(Trace t) {
        List<Supplier<Object>> all = new ArrayList<>();
        String r = "";
        for (Object o : VALUES) {
            switch (o) {
                case Object x when x instanceof Circle(int radius) -> {
                    all.add(() -> radius + " of " + x);
                    await(t.tick("circle"));
                    all.add(() -> radius);
                }
                case Object x when x instanceof String s -> {
                    r += s;
                    s = await(t.leaf("s", "changed"));
                    r += s;
                }
                default -> await(t.tick("default"));
            }
        }
        for (Supplier<Object> one : all) {
            r += one.get() + ";";
        }
        return r;
    }

    @Case
    @AsyncFn
    static String awaitingGuardsBeforeAndAfter(Trace t) {
        String r = "";
        for (Object o : VALUES) {
            r += switch (o) {
                case Object x when x instanceof Circle(int radius) && await(t.leaf("large", radius > 2)) ->
                    "large " + radius;
                case Object x when x instanceof Circle(int radius) && radius == 1 -> await(t.leaf("one", radius));
                case Object x when x instanceof String s && await(t.leaf("a", s.equals("a"))) -> s + s;
                case Object x when x instanceof String s -> await(t.leaf("text", s)) + s;
                default -> "default";
            };
            r += ";";
        }
        return r;
    }

    @Case
    @AsyncFn
    static String usedOnlyInTheGuard(Trace t) {
        String r = "";
        for (Object o : VALUES) {
            String s = "outer";
            r += switch (o) {
                case Object x when x instanceof Circle(int radius) && radius > 1 -> await(t.leaf("large", "large"));
                case Object radius -> await(t.leaf("other", radius)) + s;
            };
        }
        return r;
    }

    /** What the statements of a switch expression in a guard read is read by the guard. */
    @Case
    @AsyncFn
    static String statementsInAGuard(Trace t) {
        String name = await(t.leaf("name", "five"));
        Object o = await(t.leaf("o", (Object) 5));
        switch (o) {
            case Integer i when switch (t.v("length", name.length())) {
                case 4 -> {
                    String read = name + i;
                    yield read.equals("five5");
                }
                default -> false;
            } -> o = await(t.leaf("matched", "!"));
            default -> o = await(t.leaf("not matched", "?"));
        }
        return name + o;
    }
}
