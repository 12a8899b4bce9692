package bodies.control;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

final class Labels {
    private Labels() {}

    @Case
    @AsyncFn
    static String continueOuter(Trace t) {
        String s = "";
        outer:
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (j == i) continue outer;
                s += await(t.leaf("s" + i + j, "" + i + j + " "));
            }
            t.log("never");
        }
        return s;
    }

    @Case
    @AsyncFn
    static String breakOuter(Trace t) {
        String s = "";
        outer:
        while (true) {
            for (String x : List.of("a", "b", "c")) {
                do {
                    s += await(t.leaf(x, x));
                    if (x.equals("b")) break outer;
                } while (await(t.leaf("again", false)));
            }
        }
        return s + await(t.leaf("after", "."));
    }

    @Case
    @AsyncFn
    static String middleOfThreeLoops(Trace t) {
        String s = "";
        a:
        for (int i = 0; i < 2; i++) {
            b:
            for (int j = 0; ; j += await(t.leaf("j", 1))) {
                c:
                for (int k = 0; k < 4; k++) {
                    if (k == 1) continue c;
                    if (k == 2 && j == 0) continue b;
                    if (j == 1 && k == 2) break b;
                    s += await(t.leaf("s", i * 100 + j * 10 + k)) + " ";
                    if (i == 1 && j == 1) continue a;
                }
            }
            s += "end" + i + " ";
        }
        return s;
    }

    @Case
    @AsyncFn
    static String labelledBlock(Trace t) {
        String s = "";
        block:
        {
            s += await(t.leaf("a", "a"));
            if (s.length() == 1) break block;
            s += await(t.leaf("never", "b"));
        }
        return s + "c";
    }

    @Case
    @AsyncFn
    static String labelledIf(Trace t) {
        String s = "";
        choice:
        if (await(t.leaf("c", true))) {
            s += "then";
            if (await(t.leaf("d", true))) break choice;
            s += "never";
        } else {
            s += "else";
        }
        return s;
    }

    @Case
    @AsyncFn
    static String nestedBlocks(Trace t) {
        String s = "";
        a:
        {
            b:
            {
                c:
                {
                    if (await(t.leaf("x", 1)) == 1) break b;
                    s += "c";
                }
                s += "b";
            }
            s += await(t.leaf("a", "a"));
            if (!s.isEmpty()) break a;
            s += "never";
        }
        return s;
    }

    @Case
    @AsyncFn
    static int breakOutOfALoopWithoutAwaitToAnAwaitingOne(Trace t) {
        int n = 0;
        outer:
        for (int i = 0; i < 3; i++) {
            n += await(t.leaf("i" + i, 1));
            for (int j = 0; j < 3; j++) {
                if (i == 1 && j == 1) continue outer;
                if (i == 2) break outer;
                n += 10;
            }
            n += 100;
        }
        return n;
    }

    @Case
    @AsyncFn
    static int oneLabelUsedTwiceInSequence(Trace t) {
        int n = 0;
        l:
        for (int i = 0; i < 2; i++) {
            if (await(t.leaf("a" + i, i)) == 0) continue l;
            n++;
        }
        l:
        {
            n += await(t.leaf("b", 10));
            if (n > 0) break l;
            n = -1;
        }
        return n;
    }

    @Case
    @AsyncFn
    static int labelNamedLikeAVariable(Trace t) {
        int n = 0;
        n:
        while (n < 5) {
            n += await(t.leaf("n", 1));
            if (n == 2) continue n;
            if (n == 4) break n;
        }
        return n;
    }

    @Case
    @AsyncFn
    static int twoLabelsOnOneLoop(Trace t) {
        int n = 0;
        a:
        b:
        for (int i = 0; i < 4; i++) {
            n += await(t.leaf("i" + i, i));
            if (i == 1) continue b;
            if (i == 2) break a;
            n += 100;
        }
        return n;
    }

    @Case
    @AsyncFn
    static int breakInsideALabelledBlockInsideALoop(Trace t) {
        int n = 0;
        for (int i = 0; i < 5; i++) {
            skip:
            {
                if (i == 1) break skip;
                if (i == 2) continue;
                if (i == 4) break;
                n += await(t.leaf("i" + i, i + 1));
            }
            n += 100;
        }
        return n;
    }

    @Case
    @AsyncFn
    static int unusedLabels(Trace t) {
        int n = 0;
        unused:
        n += await(t.leaf("n", 1));
        loop:
        for (int i = 0; i < 2; i++) n += await(t.leaf("i", 1));
        empty:
        ;
        return n;
    }

    @Case
    @AsyncFn
    static String labelledDoWhileContinue(Trace t) {
        StringBuilder s = new StringBuilder();
        int n = 0;
        again:
        do {
            n++;
            for (; ; ) {
                s.append(n);
                if (n < 3) continue again;
                break again;
            }
        } while (await(t.leaf("c" + n, true)));
        return s.append(await(t.leaf("end", "."))).toString();
    }
}
