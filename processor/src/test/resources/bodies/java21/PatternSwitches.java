package bodies.java21;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Guard;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Switches over patterns: guards, records, sealed types, null. */
final class PatternSwitches {
    private PatternSwitches() {}

    sealed interface Shape permits Circle, Square, Group {}

    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {}

    record Group(Shape first, Object second) implements Shape {}

    enum Size {
        SMALL,
        LARGE
    }

    private static final List<Object> VALUES =
            Arrays.asList(1, -1, "text", "", 'c', 2L, new Circle(3), new Group(new Square(4), "s"), Size.LARGE);

    @Case
    @AsyncFn
    static String typePatterns(Trace t) {
        String r = "";
        for (Object o : VALUES) {
            r += switch (o) {
                case Integer i -> "int " + await(t.leaf("i", i + 1));
                case String s -> await(t.leaf("s", "string ")) + s;
                case Character c -> c;
                case Shape shape -> {
                    await(t.tick("shape"));
                    yield shape;
                }
                default -> await(t.leaf("default", "default "));
            };
            r += ";";
        }
        return r;
    }

    @Case
    @AsyncFn
    static String guardsWithoutAwait(Trace t) {
        String r = "";
        for (Object o : VALUES) {
            r += switch (o) {
                case Integer i when t.v("positive?", i > 0) -> await(t.leaf("positive", "positive "));
                case Integer i -> await(t.leaf("other", "other ")) + i;
                case String s when s.isEmpty() -> "empty";
                case String s -> await(t.leaf("length", s.length()));
                case Object x when x instanceof Circle c && c.radius() > 2 -> await(t.leaf("circle", "circle"));
                default -> ".";
            };
            r += ";";
        }
        return r;
    }

    @Case
    @AsyncFn
    static String awaitingGuardFallsOnToTheNextCase(Trace t) {
        String r = "";
        for (Object o : VALUES) {
            switch (o) {
                case Integer i when await(t.leaf("g1", i > 5)) -> r += "never";
                case Integer i when await(t.leaf("g2", i > 0)) -> r += "positive " + i;
                case Integer i -> r += "rest " + await(t.leaf("i", i));
                case String s when s.length() > 2 && await(t.leaf("g3", true)) -> r += s;
                case CharSequence s when await(t.leaf("g4", false)) -> r += "never";
                case Circle(int radius) when await(t.leaf("g5", radius)) == 3 -> r += "circle " + radius;
                case Size size when await(t.leaf("g6", size == Size.SMALL)) -> r += "never";
                case Size size -> r += size;
                default -> r += "default";
            }
            r += ";";
        }
        return r;
    }

    @Case
    @AsyncFn
    static String guardThatThrows(Trace t) {
        Object o = 1;
        try {
            return switch (o) {
                case Integer i when await(t.<Boolean>fail("guard")) -> "never";
                case Integer i -> "never either";
                default -> "nor this";
            };
        } catch (Boom e) {
            return await(t.leaf("caught", e.getMessage()));
        }
    }

    @Case
    @AsyncFn
    static String guardsReadTheVariablesOfTheBody(Trace t) {
        int limit = await(t.leaf("limit", 10));
        String r = "";
        for (Object o : List.of(5, 15, 25)) {
            r += switch (o) {
                case Integer i when i + await(t.leaf("g", 0)) > limit * 2 -> "large " + i;
                case Integer i when i > limit -> await(t.leaf("middle", "middle ")) + i;
                default -> "small";
            } + ";";
        }
        return r;
    }

    @Case
    @AsyncFn
    static String recordPatterns(Trace t) {
        String r = "";
        List<Shape> shapes = List.of(
                new Circle(1), new Square(2), new Group(new Circle(3), "x"), new Group(new Square(4), 5), new Group(null, null));
        for (Shape shape : shapes) {
            r += switch (shape) {
                case Circle(var radius) -> await(t.leaf("circle", radius));
                case Square(int side) when await(t.leaf("even", side % 2 == 0)) -> "even " + side;
                case Square(int side) -> "odd " + side;
                case Group(Circle(int radius), String s) -> await(t.leaf("group", s)) + radius;
                case Group(Square(int side), Integer i) when await(t.leaf("i", i)) > side -> i + ">" + side;
                case Group(var first, var second) -> await(t.leaf("any", "any ")) + first + second;
            } + ";";
        }
        return r;
    }

    @Case
    @AsyncFn
    static String sealedWithoutDefaultAsAStatement(Trace t) {
        String r = "";
        for (Shape shape : List.<Shape>of(new Circle(1), new Square(2), new Group(null, 1))) {
            switch (shape) {
                case Circle c:
                    r += await(t.leaf("circle", "circle " + c.radius()));
                    break;
                case Square s:
                    r += s.side();
                    break;
                case Group g:
                    r += await(t.leaf("group", g));
            }
        }
        return r;
    }

    @Case
    @AsyncFn
    static String caseNull(Trace t) {
        String r = "";
        for (String s : Arrays.asList("a", null, "b")) {
            switch (s) {
                case null -> r += await(t.leaf("null", "null "));
                case "a" -> r += await(t.leaf("a", "a "));
                default -> r += s;
            }
        }
        return r;
    }

    @Case
    @AsyncFn
    static String caseNullDefault(Trace t) {
        String r = "";
        for (Object o : Arrays.asList(1, null, "b")) {
            r += switch (o) {
                case Integer i when await(t.leaf("g", false)) -> "never";
                case String s -> await(t.leaf("s", s));
                case null, default -> await(t.leaf("null or default", "n")) + o;
            } + ";";
        }
        return r;
    }

    @Case
    @AsyncFn
    static String noCaseNullThrows(Trace t) {
        Object o = await(t.leaf("o", null));
        try {
            return switch (o) {
                case String s when await(t.leaf("never", true)) -> s;
                default -> await(t.leaf("never", "never"));
            };
        } catch (NullPointerException e) {
            return "caught" + await(t.leaf("after", "!"));
        }
    }

    @Case
    @AsyncFn
    static String nullComesToNoUnconditionalPattern(Trace t) {
        CharSequence c = null;
        try {
            return switch (c) {
                case String s -> await(t.leaf("never", s));
                case CharSequence any -> await(t.leaf("never", "any"));
            };
        } catch (NullPointerException e) {
            return "caught";
        }
    }

    @Case
    @AsyncFn
    static String patternVariablesAreReassigned(Trace t) {
        String r = "";
        for (Object o : List.of(1, "s", new Circle(5))) {
            switch (o) {
                case Integer i -> {
                    i += await(t.leaf("i", 10));
                    r += i;
                    i++;
                    await(t.tick("t"));
                    r += " " + i;
                }
                case String s -> {
                    s += await(t.leaf("s", "!"));
                    r += s;
                }
                case Circle(int radius) -> {
                    radius *= await(t.leaf("radius", 2));
                    await(t.tick("t"));
                    r += radius;
                }
                default -> r += "never";
            }
            r += ";";
        }
        return r;
    }

    @Case
    @AsyncFn
    static String patternVariablesAreCaptured(Trace t) {
        List<java.util.function.Supplier<Object>> suppliers = new ArrayList<>();
        for (Object o : List.of(1, "s", new Circle(5))) {
            switch (o) {
                case Integer i when await(t.leaf("g", true)) -> suppliers.add(() -> "i" + i);
                case Circle(int radius) -> {
                    suppliers.add(() -> "r" + radius);
                    await(t.tick("t"));
                }
                case Object x -> {
                    await(t.tick("u"));
                    suppliers.add(() -> x);
                }
            }
        }
        await(t.tick("v"));
        String r = "";
        for (var supplier : suppliers) r += supplier.get();
        return r;
    }

    @Case
    @AsyncFn
    static String selectorAndGuardAndBodyAwait(Trace t) {
        return switch (await(t.leaf("selector", (Object) "abc"))) {
            case String s when s.startsWith(await(t.leaf("prefix", "b"))) -> "never";
            case String s when s.startsWith(await(t.leaf("prefix", "a"))) -> s + await(t.leaf("body", "!"));
            default -> "never";
        };
    }

    @Case
    @AsyncFn
    static String enumConstantsAmongPatterns(Trace t) {
        String r = "";
        for (Object o : List.of(Size.SMALL, Size.LARGE, "x")) {
            r += switch (o) {
                case Size size when size == Size.SMALL -> await(t.leaf("small", "small"));
                case Size size -> await(t.leaf("size", size));
                default -> o;
            };
        }
        for (Size size : Size.values()) {
            r += switch (size) {
                case SMALL -> await(t.leaf("s", "s"));
                case Size other when await(t.leaf("g", true)) -> other;
                case LARGE -> "never";
            };
        }
        return r;
    }

    @Case
    @AsyncFn
    static String stringConstantsAndGuards(Trace t) {
        String r = "";
        for (String s : List.of("a", "b", "cc", "d")) {
            r += switch (s) {
                case "a" -> await(t.leaf("a", "A"));
                case String x when await(t.leaf("long", x.length() > 1)) -> x;
                case "d" -> "D";
                default -> "?";
            };
        }
        return r;
    }

    @Case
    @AsyncFn
    static String jumpsAndTriesInPatternCases(Trace t) {
        String r = "";
        outer:
        for (Object o : VALUES) {
            switch (o) {
                case Integer i when i < 0:
                    continue outer;
                case Integer i:
                    try {
                        r += await(t.leaf("i", i));
                        break;
                    } finally {
                        r += await(t.leaf("f", "f"));
                    }
                case String s when await(t.leaf("empty", s.isEmpty())):
                    break outer;
                case String s:
                    try (Guard g = t.guard(s)) {
                        r += await(t.leaf("s", s));
                    }
                    break;
                default:
                    r += "never";
            }
            r += ";";
        }
        return r;
    }

    record Failing(int x) {
        @Override
        public int x() {
            throw new IllegalStateException("accessor");
        }
    }

    @Case
    @AsyncFn
    static String failingAccessorIsAMatchException(Trace t) {
        Object o = new Failing(1);
        try {
            return switch (o) {
                case Failing(int x) when await(t.leaf("never", true)) -> "never" + x;
                default -> await(t.leaf("never", "never"));
            };
        } catch (MatchException e) {
            return e.getCause().getMessage() + await(t.leaf("caught", "!"));
        }
    }

    record Box<T>(T content) {}

    @Case
    @AsyncFn
    static String genericRecords(Trace t) {
        String r = "";
        for (Box<?> box : List.of(new Box<>("s"), new Box<>(3), new Box<>(new Box<>(4)))) {
            r += switch (box) {
                case Box<?>(String s) -> await(t.leaf("s", s));
                case Box<?>(Box<?>(var inner)) when await(t.leaf("g", true)) -> "inner " + inner;
                case Box<?>(var any) -> await(t.leaf("any", "any ")) + any;
            };
        }
        return r;
    }

    @Case
    @AsyncFn
    static <T extends Comparable<T>> String unconditionalPatternOfATypeVariable(Trace t) {
        List<String> list = List.of("b", "a");
        return switch (list.get(await(t.leaf("index", 1)))) {
            case String s when await(t.leaf("g", false)) -> "never";
            case CharSequence c -> await(t.leaf("c", "c")) + c;
        };
    }

    /** What a guard reads must be a local that nothing assigns, wherever the machine keeps it. */
    @Case
    @AsyncFn
    static String guardReadsWhatWasBeforeAnAwait(Trace t) {
        int limit = 2;
        String text;
        if (await(t.leaf("c", true))) {
            text = "kept";
        } else {
            text = "other";
        }
        Object o = 3;
        String s =
                switch (o) {
                    case Integer i when i > limit && text.length() > limit -> "big " + text;
                    case Integer i -> "small " + i;
                    default -> "none";
                };
        return s + await(t.leaf("after", limit));
    }
}
