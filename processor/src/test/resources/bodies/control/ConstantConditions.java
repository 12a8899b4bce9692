package bodies.control;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Loops whose conditions are constant expressions that do not look like it: what follows cannot be reached. */
@SuppressWarnings({"cast", "divzero"})
final class ConstantConditions {
    private static final int FIVE = 5;
    private static final long WIDE = 1L << 40;
    private static final String S = "s";
    private static final boolean YES = FIVE > 3;
    private final int own = 5;
    private final Trace t;

    ConstantConditions(Trace t) {
        this.t = t;
    }

    @Case
    @AsyncFn
    static int comparisons(Trace t) {
        int n = await(t.leaf("n", 1));
        while (1 < 2) {
            if (n++ > 5) return n;
        }
    }

    @Case
    @AsyncFn
    static int namedConstants(Trace t) {
        int n = await(t.leaf("n", 1));
        for (; FIVE == 5 && ConstantConditions.YES; ) {
            if (n++ > 5) return n;
        }
    }

    @Case
    @AsyncFn
    static int strings(Trace t) {
        int n = await(t.leaf("n", 1));
        if (n > 0) {
            do {
                if (n++ > 5) return n;
            } while (S + 1 + 'c' + true == "s1ctrue" | false);
        } else {
            while ("""
                x""" != "y") {
                if (n++ > 5) return n;
            }
        }
    }

    @Case
    @AsyncFn
    static int literals(Trace t) {
        int n = await(t.leaf("n", 1));
        if (n > 5) {
            while ('a' + 1 == 'b' && 0x10 == 16 && 0_17 == 15 && 0b11 == 3L && 1e1 == 10f && "a\\t" != "a\\n") {
                if (n++ > 5) return n;
            }
        } else {
            while (-2147483648 < 0 && -9223372036854775808L < 0 && 0x1p3 == 8 && 0xFFFF_FFFF == -1 && .1f != .1) {
                if (n++ > 5) return n;
            }
        }
    }

    @Case
    @AsyncFn
    static int escapes(Trace t) {
        int n = await(t.leaf("n", 1));
        if (n > 5) {
            while ('\s' == ' ' && '\0' == 0 && '\u0041' == '\101') {
                if (n++ > 5) return n;
            }
        } else if (n > 3) {
            while ("\s\60" == " 0") {
                if (n++ > 5) return n;
            }
        } else {
            while ("""
                a\s\
                b
                  c""" == "a b\n  c") {
                if (n++ > 5) return n;
            }
        }
    }

    @Case
    @AsyncFn
    static int arithmetic(Trace t) {
        int n = await(t.leaf("n", 1));
        if (n > 5) {
            while ((2 + 3) * 4 - 7 % 4 / 2 == 19 && ~5 == -6 && (byte) 300 == 44 && (char) 97 == 'a') {
                if (n++ > 5) return n;
            }
        } else if (n > 3) {
            while (7 / 2 == 3 && 7 / 2. == 3.5 && -7 >> 1 == -4 && -1 >>> 28 == 15 && WIDE >>> 40 == 1 && 1 << 33 == 2) {
                if (n++ > 5) return n;
            }
        } else {
            while (2147483647 + 1 < 0 && (6 & 3 | 8 ^ 1) == 11 && +0. == -0. && 1 / -0. < 0 && (int) 3.9 == 3) {
                if (n++ > 5) return n;
            }
        }
    }

    @Case
    @AsyncFn
    static int logic(Trace t) {
        final boolean local = true;
        int n = await(t.leaf("n", 1));
        synchronized (ConstantConditions.class) {
            while (local & YES ^ false && !(2 > 3) || false ? 1 + 1 == 2 : false) {
                if (n++ > 5) return n;
            }
        }
    }

    @Case
    @AsyncFn
    static int conditionalsAndCasts(Trace t) {
        int n = await(t.leaf("n", 1));
        try {
            while ((boolean) (YES ? (String) "a" == "a" : false)) {
                if (n++ > 5) return n;
            }
        } finally {
            n++;
        }
    }

    @Case
    @AsyncFn
    int fieldsOfObjectsAreNoConstants() {
        int n = await(t.leaf("n", 1));
        while (this.own == 5) {
            if (n++ > 10) break;
        }
        while (own == 5) {
            if (n++ > 20) return n;
        }
    }

    @Case
    @AsyncFn
    static int whatThrowsIsNoConstant(Trace t) {
        int n = await(t.leaf("n", 1));
        while (n < 9 || 1 / 0 == 1) {
            if (n++ > 5) return n;
        }
        return n;
    }

    @Case
    @AsyncFn
    static int assignedInEndlessLoops(Trace t) {
        int y;
        while (1 < 2) {
            await(t.tick("loop"));
            y = 3;
            if (t.v("leave", true)) break;
        }
        int z;
        for (; FIVE < 6; ) {
            z = await(t.leaf("z", 4));
            break;
        }
        return y + z;
    }
}
