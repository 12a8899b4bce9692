package bodies.syntax.java21;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.function.IntSupplier;

/** A guard may hold a switch expression, and so declarations: only what comes from outside must not change in it. */
final class DeclaredInGuards {
    record Pair(int a, Object b) {}

    @Case
    @AsyncFn
    static String assigned(Trace t) {
        Object o = await(t.leaf("o", new Pair(1, "x")));
        return switch (o) {
            case Pair(var a, var b) when switch (await(t.leaf("s", "one"))) {
                case "one" -> {
                    String d;
                    if (await(t.leaf("if", true))) {
                        d = b + "-";
                    } else {
                        d = await(t.leaf("else", "e"));
                    }
                    await(t.leaf("between", d));
                    d = d;
                    d += a;
                    yield await(t.leaf("d", d)).equals("x-1");
                }
                default -> false;
            } -> "guarded " + a;
            default -> "other";
        };
    }

    /** The choice begins with an assignment of the variable to itself, which is all that happens in that state. */
    @Case
    @AsyncFn
    static String toItself(Trace t) {
        Object o = await(t.leaf("o", 1));
        switch (o) {
            case Integer i when switch (i) {
                case 1: {
                    List<String> d;
                    d = await(t.leaf("d", List.of("a")));
                    int n = switch (await(t.leaf("n", "b"))) {
                        case "a":
                            await(t.leaf("in a", d));
                            yield 1;
                        case "b": {
                            List<String> same = d;
                        }
                        default: {
                            d = d;
                        }
                        yield 2;
                    };
                    yield await(t.leaf("size", d.size())) + n == 3;
                }
                default:
                    yield false;
            }:
                return "guarded " + i;
            default:
                return "other";
        }
    }

    @Case
    @AsyncFn
    static String loops(Trace t) {
        Object o = await(t.leaf("o", "text"));
        int bound = await(t.leaf("bound", 3));
        return switch (o) {
            case String s when switch (bound) {
                case 3 -> {
                    int sum = 0;
                    for (int i = 0; i < bound; i++) {
                        sum += await(t.leaf("i", i)) + s.length();
                    }
                    for (String part : List.of("a", "b")) {
                        sum = sum * 2 + await(t.leaf("part", part)).length();
                    }
                    int all = sum;
                    IntSupplier later = () -> all + bound;
                    try {
                        sum -= await(t.<Integer>fail("fails"));
                    } catch (Boom e) {
                        sum++;
                        await(t.leaf("caught", e.getMessage()));
                    } finally {
                        sum--;
                        await(t.leaf("sum", sum));
                    }
                    yield later.getAsInt() - sum == bound;
                }
                default -> false;
            } -> "guarded";
            default -> "other";
        };
    }

    /** The inner guard must find a variable of the outer one as it is then. */
    @Case
    @AsyncFn
    static String inAnInnerGuard(Trace t) {
        Object o = await(t.leaf("o", 4));
        return switch (o) {
            case Integer i when switch (await(t.leaf("first", i + 1))) {
                case 5 -> {
                    int changed = await(t.leaf("changed", 1));
                    changed++;
                    int kept = changed;
                    Object inner = await(t.leaf("inner", "y"));
                    yield switch (inner) {
                        case String y when kept == 2 && await(t.leaf("y", y)).length() < kept -> {
                            int count = kept;
                            count += await(t.leaf("count", count));
                            yield count == 4;
                        }
                        default -> false;
                    };
                }
                default -> false;
            } -> "guarded " + i;
            default -> "other";
        };
    }
}
