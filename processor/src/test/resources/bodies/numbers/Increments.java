package bodies.numbers;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.Arrays;

final class Increments {
    private int field;
    private static long statics = 1;
    private Integer boxed = 1;
    private final int[] cells = {1, 2, 3};

    Increments(Trace t) {}

    @Case
    @AsyncFn
    String ofAnAwaitedIndex(Trace t) {
        int a = cells[await(t.leaf("i", 1))]++;
        int b = --cells[await(t.leaf("j", 2))];
        cells[await(t.leaf("k", 0))]++;
        return a + " " + b + Arrays.toString(cells);
    }

    @Case
    @AsyncFn
    int ofAnAwaitedReceiver(Trace t) {
        int a = await(t.leaf("this", this)).field++ + await(t.leaf("again", this)).field--;
        ++await(t.leaf("once more", this)).field;
        return a * 10 + field;
    }

    @Case
    @AsyncFn
    int fieldIncrementedLeftOfAnAwait(Trace t) {
        return field++ + await(t.effect("sets", () -> field = 10)) + field++ + ++field;
    }

    @Case
    @AsyncFn
    long staticIncrementedLeftOfAnAwait(Trace t) {
        return statics++ + await(t.leaf("a", 10)) + statics-- + Increments.statics;
    }

    @Case
    @AsyncFn
    String boxedIncrement(Trace t) {
        Integer n = 127;
        Integer old = n++;
        await(t.tick("t"));
        boxed++;
        int sum = boxed++ + await(t.leaf("b", 100)) + ++boxed;
        return n + " " + old + " " + sum;
    }

    @Case
    @AsyncFn
    static String narrowIncrements(Trace t) {
        byte b = 127;
        char c = 'z';
        short s = Short.MIN_VALUE;
        float f = 0.5f;
        int sum = b++ + await(t.leaf("a", 0)) + b + c-- + --s;
        await(t.tick("t"));
        f++;
        return sum + " " + b + " " + c + " " + s + " " + f;
    }

    @Case
    @AsyncFn
    static int localIncrementedInArguments(Trace t) {
        int i = 1;
        int r = Math.max(i++, await(t.leaf("m", i++))) * 100 + i;
        return r + (i-- - await(t.leaf("n", --i)));
    }

    @Case
    @AsyncFn
    static int signs(Trace t) {
        int a = -await(t.leaf("a", 1));
        int b = +await(t.leaf("b", 2));
        int c = ~await(t.leaf("c", 3));
        int d = - -await(t.leaf("d", 4));
        int e = -(-a - -await(t.leaf("e", 5)));
        return a + b * 10 + c * 100 + d * 1000 + e * 10000;
    }
}
