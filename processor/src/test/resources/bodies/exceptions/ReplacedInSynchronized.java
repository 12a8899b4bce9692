package bodies.exceptions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.IntUnaryOperator;

/** The same inside of a synchronized block, which stays whole: its finallys keep the jump that led to them. */
@SuppressWarnings("finally")
final class ReplacedInSynchronized {
    private ReplacedInSynchronized() {}

    @AsyncFn
    static String returns(Trace t, int bits) {
        await(t.tick("before"));
        synchronized (t) {
            try {
                if ((bits & 8) == 0) return t.v("first", "first");
            } finally {
                outer:
                try {
                    if ((bits & 1) != 0) return t.v("second", "second");
                } finally {
                    inner:
                    try {
                        if ((bits & 2) != 0) return t.v("third", "third");
                    } finally {
                        if ((bits & 4) != 0) break inner;
                    }
                    t.v("four", 4);
                    if ((bits & 16) != 0) break outer;
                }
                t.v("five", 5);
            }
            t.v("six", 6);
        }
        return await(t.leaf("last", "last"));
    }

    @Case
    @AsyncFn
    static String returnsThreeDeep(Trace t) {
        String all = "";
        for (int i = 0; i < 32; i++) {
            all += returns(t, i) + ";";
        }
        return all;
    }

    @Case
    @AsyncFn
    static String breaksAndContinues(Trace t) {
        String all = "";
        rounds:
        for (int i = 0; i < 16; i++) {
            await(t.tick("round"));
            synchronized (t) {
                try {
                    if (i % 2 == 0) continue rounds;
                    all += i;
                    if (i == 13) break rounds;
                } finally {
                    leave:
                    try {
                        if (i % 3 == 0) break rounds;
                        if (i % 5 == 0) continue rounds;
                    } finally {
                        if (i < 12) break leave;
                    }
                    all += "f";
                }
            }
            all += await(t.leaf("end", ","));
        }
        return all;
    }

    /** A finally that never lets the first jump go on has nothing to keep. */
    @Case
    @AsyncFn
    static int returnReplacedForGood(Trace t) {
        await(t.tick("before"));
        synchronized (t) {
            try {
                return t.v("one", 1);
            } finally {
                leave:
                try {
                    return t.v("two", 2);
                } finally {
                    if (t.v("leaves", true)) break leave;
                }
                return t.v("three", 3);
            }
        }
    }

    /** The lambda's returns are its own. */
    @Case
    @AsyncFn
    static int returnsOfALambda(Trace t) {
        await(t.tick("before"));
        IntUnaryOperator replaced;
        synchronized (t) {
            replaced = n -> {
                try {
                    return t.v("one", n);
                } finally {
                    leave:
                    try {
                        return t.v("two", 2 * n);
                    } finally {
                        if (n > 2) break leave;
                    }
                    t.v("after", n);
                }
            };
        }
        return replaced.applyAsInt(await(t.leaf("two", 2))) + replaced.applyAsInt(3);
    }

    /** A variable has the name that the kept jump would have. */
    @Case
    @AsyncFn
    static int nameIsTaken(Trace t) {
        int leaving = await(t.leaf("leaving", 4));
        synchronized (t) {
            try {
                return t.v("one", leaving);
            } finally {
                leave:
                try {
                    return t.v("two", leaving + 1);
                } finally {
                    if (leaving == 4) break leave;
                }
                t.v("after", leaving);
            }
        }
    }
}
