package bodies.syntax;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Chars that javac drops from names and keywords: each escape stands for one. */
final class Ignorables {
    private static int na\u200bme = 7;

    private Ignorables() {}

    @Case
    @Async\u200bFn
    static int keywords(Trace t) {
        in\u00adt n = aw\u0000ait(t.leaf("n", 1));
        fo\ufeffr (int i = 0; i < 2; i++) {
            i\u200df (i > await(t.leaf("i", 0))) con\u007ftinue;
            n += 10;
        }
        sw\u0008itch (await(t.leaf("s", 1))) {
            ca\uu2060se 1:
                n += 100;
                bre\u001bak;
            defa\u202eult:
                n = 0;
        }
        retu\u200brn n;
    }

    @Case
    @AsyncFn
    static String names(Trace t) {
        int a\u00adb = await(t.leaf("ab", 1));
        ab\u0000 += await(t.leaf("more", 2));
        cl\ufeffass Lo\u200dcal {
            int get() {
                return a\u007fb_2 + name;
            }

            final int ab_2 = 3;
        }
        Local l = new Loc\u0008al();
        Object o = await(t.leaf("o", "a\uu2060b"));
        return l.g\u001bet() + ab + (o instanceof Str\u202eing s\u200bs && await(t.leaf("and", 4)) == 4 ? ss : "") + nam\u00ade;
    }

    @Case
    @AsyncFn
    static String declarations(Trace t) {
        e\u0000num Kind {
            A\ufeffB,
            C
        }
        rec\u200dord Pair(int a\u007f, Kind k) {
            Pa\u0008ir {
                a += 1;
            }
        }
        v\uu2060ar p = new Pair(await(t.leaf("a", 1)), Kind.AB);
        tr\u001by {
            await(t.leaf("try", 2));
            thr\u202eow new IllegalStateException("x\u200b");
        } cat\u00adch (IllegalStateException e) {
            return p + await(t.leaf("e", e.getMess\u0000age()));
        } fin\ufeffally {
            await(t.tick("f"));
        }
    }

    /** Each use is written in another way than the declaration. */
    @Case
    @AsyncFn
    static String patterns(Trace t) {
        Object o = await(t.leaf("o", "text"));
        String s = "" + (o instanceof String s\u200bs && await(t.leaf("and", 4)) == 4 ? s\u00ads + ss : "");
        if (o instanceof String a\u200bb && await(t.leaf("if", 1)) == 1) {
            s += await(t.leaf("in", ab\u200b)) + a\u00adb;
        }
        Object other = await(t.leaf("other", 5));
        if (!(other instanceof Integer i\u200bi)) {
            return s;
        }
        await(t.tick("t"));
        return s + i\ufeffi + ii;
    }

    /** Each use is written in another way than the declaration. */
    @Case
    @AsyncFn
    static String variables(Trace t) {
        int a\u200bb = await(t.leaf("ab", 4));
        java.util.function.IntUnaryOperator plus = x\u00ady -> xy\u200b + a\u00adb;
        Object o = new Object() {
            int q\u200b = ab\u0000;

            @Override
            public String to\u00adString() {
                return "q" + q\u00ad + Igno\u00adrables.na\u00adme;
            }
        };
        String s = "";
        out\u200ber:
        for (int k\u200b = await(t.leaf("k", 0)); k < 3; k\u00ad++) {
            for (Str\u00ading e\u200bach : new String[] {"x", "y"}) {
                await(t.tick("each"));
                s += ea\u00adch + k;
                if (k\u007f == 1) {
                    continue o\u200buter;
                }
            }
        }
        try (java.io.StringReader rea\u200bder = new java.io.StringReader("r")) {
            await(t.tick("try"));
            s += read\u00ader.read();
            throw new IllegalStateException();
        } catch (IllegalStateException | java.io.IOException fail\u200bed) {
            s += await(t.leaf("catch", "c")) + f\u00adailed.getMessage();
        }
        return s + o + plus.applyAsInt(a\u0008b) + aw\u200bait(t.leaf("end", 1));
    }

    /** No char of two chars is dropped. */
    @Case
    @AsyncFn
    static int twoChars(Trace t) {
        int x\udb40\udc01 = await(t.leaf("1", 1));
        int x = await(t.leaf("2", 2));
        await(t.tick("t"));
        return x * 10 + x\udb40\udc01;
    }
}
