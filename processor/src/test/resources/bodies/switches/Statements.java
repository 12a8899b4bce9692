package bodies.switches;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Guard;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

/** Switch statements of old and new form. */
final class Statements {
    private Statements() {}

    @Case
    @AsyncFn
    static String awaitedSelectorFallsThrough(Trace t) {
        String s = "";
        for (int i = 0; i < 5; i++) {
            switch (await(t.leaf("i", i))) {
                case 0:
                    s += "zero ";
                case 1:
                case 2:
                    s += "low ";
                    break;
                case 3:
                    s += "three ";
                default:
                    s += "rest ";
            }
            s += i + ";";
        }
        return s;
    }

    @Case
    @AsyncFn
    static String awaitingBodiesFallThrough(Trace t) {
        String s = "";
        for (int i = 0; i < 5; i++) {
            switch (i) {
                case 0:
                    s += await(t.leaf("zero", "zero "));
                case 1:
                case 2:
                    s += await(t.leaf("low", "low "));
                    if (i == 1) break;
                    s += "on ";
                    break;
                case 3:
                    s += "three ";
                default:
                    s += await(t.leaf("rest", "rest "));
            }
            s += i + ";";
        }
        return s;
    }

    @Case
    @AsyncFn
    static String defaultInTheMiddle(Trace t) {
        String s = "";
        for (int i = 0; i < 4; i++) {
            switch (await(t.leaf("i", i))) {
                case 1:
                    s += await(t.leaf("one", "one "));
                    break;
                default:
                    s += await(t.leaf("default", "default "));
                case 2:
                    s += await(t.leaf("two", "two "));
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String defaultFirst(Trace t) {
        String s = "";
        for (int i = 0; i < 3; i++) {
            switch (i) {
                default:
                    s += await(t.leaf("default", "default "));
                case 1:
                    s += "one ";
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String noDefault(Trace t) {
        String s = "";
        for (int i = 0; i < 3; i++) {
            switch (i) {
                case 1:
                    s += await(t.leaf("one", "one "));
            }
            switch (await(t.leaf("i", i))) {
                case 2 -> s += await(t.leaf("two", "two "));
            }
            s += ";";
        }
        return s;
    }

    @Case
    @AsyncFn
    static String emptySwitch(Trace t) {
        switch (await(t.leaf("i", 1))) {
        }
        switch (await(t.leaf("k", 1))) {
            case 1:
        }
        return "done";
    }

    @Case
    @AsyncFn
    static String variableOfOneGroupIsUsedInTheNext(Trace t) {
        String s = "";
        for (int i = 0; i < 3; i++) {
            switch (i) {
                case 0:
                    int x = await(t.leaf("x", 10));
                    String y = "y";
                    s += x + y;
                case 1:
                    x = i;
                    y = await(t.leaf("y", "z"));
                    s += x + y;
                    break;
                default:
                    x = 5;
                    await(t.tick("t"));
                    s += x;
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String strings(Trace t) {
        String r = "";
        for (String s : List.of("Aa", "BB", "C", "other")) {
            switch (s) {
                case "Aa":
                    r += await(t.leaf("Aa", "1"));
                    break;
                case "BB":
                    r += await(t.leaf("BB", "2"));
                case "C":
                    r += "3";
                    break;
                default:
                    r += await(t.leaf("default", "4"));
            }
        }
        return r;
    }

    enum Colour {
        RED,
        GREEN,
        BLUE
    }

    @Case
    @AsyncFn
    static String enums(Trace t) {
        String r = "";
        for (Colour c : Colour.values()) {
            switch (await(t.leaf("c", c))) {
                case RED:
                    r += await(t.leaf("red", "r"));
                    break;
                case GREEN:
                    r += "g";
                    continue;
                default:
            }
            switch (c) {
                case RED, BLUE -> r += await(t.leaf("red or blue", "p"));
                case GREEN -> r += "never";
            }
        }
        return r;
    }

    @Case
    @AsyncFn
    static String boxedAndCharsAndConstants(Trace t) {
        final int one = 1;
        String r = "";
        for (Integer i : List.of(0, 1, 2)) {
            switch (i) {
                case 0 -> r += await(t.leaf("zero", "0"));
                case one -> r += await(t.leaf("one", "1"));
                case one + 1 -> r += await(t.leaf("two", "2"));
                default -> r += "never";
            }
        }
        for (Character c : List.of('a', 'b')) {
            switch (await(t.leaf("c", c))) {
                case 'a' -> r += await(t.leaf("a", "a"));
                default -> r += c;
            }
        }
        Byte b = 3;
        switch (b) {
            case 3 -> r += await(t.leaf("b", "b"));
            default -> r += "never";
        }
        return r;
    }

    @Case
    @AsyncFn
    static String arrows(Trace t) {
        String s = "";
        for (int i = 0; i < 5; i++) {
            switch (await(t.leaf("i", i))) {
                case 0 -> s += await(t.leaf("zero", "zero "));
                case 1, 2 -> {
                    s += "low ";
                    if (i == 2) break;
                    s += await(t.leaf("one", "one "));
                }
                case 3 -> throw t.boom(s);
                default -> s += "never";
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String nested(Trace t) {
        String s = "";
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < 2; k++) {
                switch (i) {
                    case 0:
                        switch (k) {
                            case 0:
                                s += await(t.leaf("00", "00 "));
                                break;
                            default:
                                s += "01 ";
                        }
                        s += "after ";
                    default:
                        switch (await(t.leaf("k", k))) {
                            case 0 -> s += "x0 ";
                            default -> {
                                s += await(t.leaf("x1", "x1 "));
                                break;
                            }
                        }
                }
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String jumpsToLabels(Trace t) {
        String s = "";
        outer:
        for (int i = 0; ; i++) {
            choice:
            switch (await(t.leaf("i", i))) {
                case 0:
                    for (int k = 0; ; k++) {
                        if (k == 1) break choice;
                        s += await(t.leaf("k", "k "));
                    }
                case 1:
                    s += await(t.leaf("one", "one "));
                    continue outer;
                case 2:
                    block:
                    {
                        if (await(t.leaf("c", true))) break block;
                        s += "never ";
                    }
                    s += "block ";
                    break;
                default:
                    break outer;
            }
            s += i + ";";
        }
        return s;
    }

    @Case
    @AsyncFn
    static String returnsFromEveryCase(Trace t) {
        switch (await(t.leaf("i", 2))) {
            case 1:
                return await(t.leaf("one", "one"));
            case 2:
                return await(t.leaf("two", "two"));
            default:
                throw t.boom("default");
        }
    }

    @Case
    @AsyncFn
    static void nullSelectorThrowsBeforeAnyCase(Trace t) {
        String s = await(t.<String>leaf("s", null));
        switch (s) {
            case "a" -> await(t.tick("a"));
            default -> await(t.tick("never"));
        }
    }

    @Case
    @AsyncFn
    static String nullBoxAndNullEnumAreCaught(Trace t) {
        String r = "";
        Integer i = null;
        Colour c = null;
        try {
            switch (i) {
                case 1 -> await(t.tick("never"));
                default -> await(t.tick("never"));
            }
        } catch (NullPointerException e) {
            r += await(t.leaf("box", "box "));
        }
        try {
            switch (await(t.leaf("c", c))) {
                case RED:
                    await(t.tick("never"));
            }
        } catch (NullPointerException e) {
            r += await(t.leaf("enum", "enum "));
        }
        return r;
    }

    @Case
    @AsyncFn
    static String selectorIsEvaluatedOnce(Trace t) {
        int[] n = {0};
        switch (n[0]++ + t.v("selector", 1)) {
            case 0 -> await(t.tick("zero"));
            case 1 -> await(t.tick("one"));
            default -> await(t.tick("default"));
        }
        return "" + n[0];
    }

    @Case
    @AsyncFn
    static String selectorVariableChangesInTheCase(Trace t) {
        String s = "";
        int i = 0;
        switch (i) {
            case 0:
                i = 1;
                s += await(t.leaf("zero", "zero "));
            case 1:
                i = 7;
                s += await(t.leaf("one", "one "));
                break;
            case 7:
                s += "never";
        }
        return s + i;
    }

    @Case
    @AsyncFn
    static String breakThroughAFinallyInASwitch(Trace t) {
        String s = "";
        for (int i = 0; i < 3; i++) {
            switch (i) {
                case 0:
                    try {
                        s += await(t.leaf("zero", "0"));
                        break;
                    } finally {
                        s += await(t.leaf("f0", "f"));
                    }
                case 1:
                    try (Guard g = t.guard("g")) {
                        if (await(t.leaf("one", true))) continue;
                    }
                    s += "never";
                    break;
                default:
                    try {
                        await(t.fail("boom"));
                    } catch (Boom e) {
                        s += await(t.leaf("caught", "c"));
                        break;
                    } finally {
                        s += "g";
                    }
                    s += "never";
            }
            s += i;
        }
        return s;
    }

    @Case
    @AsyncFn
    static String switchInAFinally(Trace t) {
        String s = "";
        for (int i = 0; i < 3; i++) {
            try {
                s += await(t.leaf("try", "t"));
                if (i == 1) continue;
            } finally {
                switch (i) {
                    case 0:
                        s += await(t.leaf("f0", "f0"));
                        break;
                    case 1:
                        s += "f1";
                    default:
                        s += await(t.leaf("f", "f"));
                }
            }
            s += ";";
        }
        return s;
    }

    @Case
    @AsyncFn
    static int oldGroupsWithLocalClassesAndLambdas(Trace t) {
        int r = 0;
        for (int i = 0; i < 2; i++) {
            switch (i) {
                case 0:
                    int captured = await(t.leaf("c", 20));
                    java.util.function.IntSupplier supplier = () -> captured + 1;
                    await(t.tick("t"));
                    r += supplier.getAsInt();
                    break;
                case 1:
                    record Pair(int a, int b) {}
                    Pair p = new Pair(i, await(t.leaf("b", 2)));
                    await(t.tick("t"));
                    r += p.a() + p.b();
            }
        }
        return r;
    }
}
