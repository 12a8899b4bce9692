package bodies.switches;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Guard;
import dev.asyncfn.processor.differential.Trace;

/** Switch expressions wherever an expression may stand. */
final class Expressions {
    private Expressions() {}

    enum Size {
        SMALL,
        LARGE
    }

    private static String join(Object... parts) {
        return java.util.Arrays.toString(parts);
    }

    @Case
    @AsyncFn
    static int initialiser(Trace t) {
        int n = switch (await(t.leaf("i", 2))) {
            case 1 -> 10;
            case 2 -> await(t.leaf("two", 20));
            default -> throw t.boom("never");
        };
        return n;
    }

    @Case
    @AsyncFn
    static int operand(Trace t) {
        int a = 1;
        return a++ + switch (a) {
            case 2 -> {
                a = 100;
                yield await(t.leaf("two", 20));
            }
            default -> await(t.leaf("default", 5));
        } + a;
    }

    @Case
    @AsyncFn
    static String argument(Trace t) {
        return join(t.v("first", 1), switch (t.v("selector", "s")) {
            case "s" -> await(t.leaf("s", "S"));
            default -> "never";
        }, t.v("last", 3));
    }

    @Case
    @AsyncFn
    static String condition(Trace t) {
        String s = "";
        int i = 0;
        while (switch (i) {
            case 0 -> await(t.leaf("zero", true));
            case 1 -> true;
            default -> await(t.leaf("default", false));
        }) {
            s += i++;
        }
        if (switch (i) { default -> await(t.leaf("c", i == 2)); }) s += "!";
        return s;
    }

    @Case
    @AsyncFn
    static String selectorOnly(Trace t) {
        return switch (await(t.leaf("s", "b"))) {
            case "a" -> "A";
            case "b" -> "B";
            default -> "never";
        };
    }

    @Case
    @AsyncFn
    static String oldGroupsWithYield(Trace t) {
        String r = "";
        for (int i = 0; i < 4; i++) {
            r += switch (i) {
                case 0:
                    await(t.tick("zero"));
                case 1:
                    yield await(t.leaf("low", "low "));
                case 2: {
                    for (int k = 0; ; k++) {
                        if (k == 2) yield "k" + k + " ";
                        if (k == 1) continue;
                        await(t.tick("k"));
                    }
                }
                default:
                    yield "default ";
            };
        }
        return r;
    }

    @Case
    @AsyncFn
    static String exhaustiveEnumWithoutDefault(Trace t) {
        String r = "";
        for (Size size : Size.values()) {
            r += switch (size) {
                case SMALL -> await(t.leaf("small", "s"));
                case LARGE -> await(t.leaf("large", "l"));
            };
            r += switch (await(t.leaf("size", size))) {
                case SMALL -> 1;
                case LARGE -> 2;
            };
        }
        return r;
    }

    @Case
    @AsyncFn
    static String nullEnumThrows(Trace t) {
        Size size = null;
        return switch (size) {
            case SMALL -> await(t.leaf("never", "s"));
            case LARGE -> await(t.leaf("never", "l"));
        };
    }

    @Case
    @AsyncFn
    static String nested(Trace t) {
        String r = "";
        for (int i = 0; i < 3; i++) {
            r += switch (i) {
                case 0 -> switch (await(t.leaf("inner", i))) {
                    case 0 -> await(t.leaf("zero", "zero "));
                    default -> "never ";
                };
                case 1 -> {
                    int n = switch (i) {
                        case 1: yield await(t.leaf("n", 5));
                        default: yield 0;
                    };
                    yield n + " ";
                }
                default -> "default ";
            };
        }
        return r;
    }

    @Case
    @AsyncFn
    static Object numericPromotion(Trace t) {
        int i = await(t.leaf("i", 1));
        Object promoted = switch (i) {
            case 0 -> 1;
            case 1 -> await(t.leaf("c", 'c'));
            default -> 2.0;
        };
        long l = switch (i) {
            case 1 -> await(t.leaf("n", 3));
            default -> 4L;
        };
        return promoted + " " + l;
    }

    @Case
    @AsyncFn
    static int unboxingOfNullInAResultThrows(Trace t) {
        int n = switch (await(t.leaf("i", 1))) {
            case 1 -> await(t.<Integer>leaf("null", null));
            default -> 2;
        };
        return n;
    }

    @Case
    @AsyncFn
    static String yieldThroughAFinally(Trace t) {
        String r = "";
        for (int i = 0; i < 3; i++) {
            String log = "";
            r += switch (i) {
                case 0 -> {
                    try {
                        yield await(t.leaf("try", "t"));
                    } finally {
                        await(t.tick("f"));
                    }
                }
                case 1 -> {
                    try (Guard g = t.guard("g")) {
                        yield "r" + await(t.leaf("res", g));
                    }
                }
                default -> {
                    try {
                        await(t.fail("boom"));
                    } catch (Boom e) {
                        yield await(t.leaf("caught", "c"));
                    } finally {
                        t.log("finally");
                    }
                    yield "never";
                }
            };
        }
        return r;
    }

    @Case
    @AsyncFn
    static String exceptionInACaseIsCaughtAroundTheSwitch(Trace t) {
        try {
            return "x" + switch (t.v("i", 1)) {
                case 1 -> await(t.<String>fail("boom"));
                default -> "never";
            };
        } catch (Boom e) {
            return e.getMessage();
        }
    }

    @Case
    @AsyncFn
    static String targetTyping(Trace t) {
        java.util.function.Supplier<String> supplier = switch (await(t.leaf("i", 1))) {
            case 1 -> {
                String captured = await(t.leaf("c", "captured"));
                yield () -> captured;
            }
            default -> () -> "never";
        };
        java.util.List<Object> list = switch (t.v("k", 2)) {
            case 2 -> await(t.leaf("list", java.util.List.<Object>of("a", 1)));
            default -> java.util.List.of();
        };
        return supplier.get() + list;
    }

    @Case
    @AsyncFn
    static int compoundAssignmentAndArrayIndex(Trace t) {
        int[] a = {1, 2, 3};
        int n = 5;
        n += switch (n) {
            case 5 -> {
                n = 1000;
                yield await(t.leaf("five", 7));
            }
            default -> 0;
        };
        a[switch (n) { case 12 -> await(t.leaf("index", 1)); default -> 0; }] *= n;
        return a[1];
    }

    @Case
    @AsyncFn
    static String inAShortCircuitAndAConditional(Trace t) {
        int i = await(t.leaf("i", 3));
        boolean b = i > 2 && switch (i) {
            case 3 -> await(t.leaf("three", true));
            default -> false;
        };
        return b ? switch (i) {
            case 3 -> await(t.leaf("yes", "yes"));
            default -> "never";
        } : "no";
    }

    @Case
    @AsyncFn
    static String selectorIsASwitch(Trace t) {
        return switch (switch (await(t.leaf("i", 1))) {
            case 1 -> await(t.leaf("inner", "one"));
            default -> "other";
        }) {
            case "one" -> await(t.leaf("outer", "ONE"));
            default -> "never";
        };
    }

    @Case
    @AsyncFn
    static String returnedAndThrown(Trace t) {
        try {
            throw switch (await(t.leaf("i", 1))) {
                case 1 -> t.boom(await(t.leaf("message", "message")));
                default -> new IllegalStateException();
            };
        } catch (RuntimeException e) {
            return switch (e.getMessage()) {
                case "message" -> await(t.leaf("m", "caught"));
                default -> "never";
            };
        }
    }

    @Case
    @AsyncFn
    static int statementLikeArrowCalls(Trace t) {
        int[] n = {0};
        switch (await(t.leaf("i", 1))) {
            case 1 -> n[0]++;
            default -> n[0]--;
        }
        switch (n[0]) {
            case 1 -> await(t.tick("one"));
            default -> t.log("never");
        }
        return n[0];
    }
}
