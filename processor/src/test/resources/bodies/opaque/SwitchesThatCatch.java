package bodies.opaque;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Guard;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.Supplier;

/**
 * Switch expressions that hold a try or a synchronized block, and do not await. javac 17 writes wrong code for them if
 * something lies on the operand stack: nothing does in the bodies, but a value that lives across an await goes to a field.
 */
@SuppressWarnings("try")
final class SwitchesThatCatch {
    private SwitchesThatCatch() {}

    @Case
    @AsyncFn
    static int synchronizedInAnEntry(Trace t) {
        var f = switch (t.v("zero", 0)) {
            case 2:
                synchronized (t) {
                    t.log("two");
                }
            default:
                synchronized (t) {
                    t.log("default");
                }
                yield t.v("y3", (Integer) 2);
        };
        byte self = 1;
        await(t.tick("tick"));
        return f + self;
    }

    @Case
    @AsyncFn
    static String tryInAnEntry(Trace t) {
        var x = switch (t.v("zero", 0)) {
            default -> {
                try {
                    if (t.v("c", true)) throw t.boom("boom");
                    yield "no";
                } catch (Boom e) {
                    yield e.getMessage();
                } finally {
                    t.log("finally");
                }
            }
        };
        await(t.tick("tick"));
        return x;
    }

    @Case
    @AsyncFn
    static long resourceInAnEntry(Trace t) {
        long before = await(t.leaf("before", 3L));
        double d = 0.5;
        d = switch (t.v("one", 1)) {
            case 1 -> {
                try (Guard a = t.guard("a")) {
                    yield t.v("y", 2.5) + before;
                }
            }
            default -> 0;
        };
        await(t.tick("tick"));
        return (long) (d * 10) + before;
    }

    @Case
    @AsyncFn
    static String returned(Trace t) {
        await(t.tick("tick"));
        return switch (t.v("one", 1)) {
            case 1 -> {
                try {
                    yield t.v("y", "y");
                } finally {
                    t.log("finally");
                }
            }
            default -> throw t.boom("default");
        };
    }

    @Case
    @AsyncFn
    static int insideStatementsThatStayWhole(Trace t) {
        int n = 0;
        for (int i = 0; i < 3; i++) {
            if (i > 0) {
                n = switch (i) {
                    case 1 -> {
                        synchronized (t) {
                            yield 10 + i;
                        }
                    }
                    default -> {
                        try {
                            yield t.v("y", n) + 100;
                        } finally {
                            t.log("finally " + i);
                        }
                    }
                };
            }
        }
        await(t.tick("tick"));
        return n;
    }

    @Case
    @AsyncFn
    static String captured(Trace t) {
        int i = await(t.leaf("i", 1));
        Supplier<String> s = switch (i) {
            case 1 -> {
                try {
                    yield () -> "captured " + i;
                } finally {
                    t.log("finally");
                }
            }
            default -> () -> "default";
        };
        Supplier<Integer> deferred = () -> switch (i) {
            default -> {
                try {
                    yield 5;
                } finally {
                    t.log("deferred");
                }
            }
        };
        await(t.tick("tick"));
        return s.get() + deferred.get();
    }

    @Case
    @AsyncFn
    static int awaitedArgument(Trace t) {
        int n = await(t.leaf("n", 2));
        int sum = await(t.leaf("argument", 1)) + n;
        String name = switch (n) {
            default -> {
                try {
                    yield "name";
                } finally {
                    t.log("finally");
                }
            }
        };
        return sum + await(t.leaf(name, 5)) + name.length();
    }
}
