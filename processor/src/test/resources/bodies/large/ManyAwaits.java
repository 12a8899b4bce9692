package bodies.large;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** More states than one method of bytecode that the JIT compiles can hold. */
final class ManyAwaits {
    private ManyAwaits() {}

    @Case
    @AsyncFn
    static int straight(Trace t) {
        int n = 1;
        n = n * 3 + await(t.leaf("a", 0)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 1)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 2)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 3)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 4)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 5)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 6)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 7)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 8)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 9)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 10)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 11)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 12)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 13)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 14)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 15)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 16)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 17)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 18)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 19)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 20)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 21)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 22)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 23)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 24)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 25)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 26)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 27)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 28)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 29)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 30)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 31)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 32)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 33)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 34)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 35)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 36)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 37)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 38)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 39)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 40)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 41)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 42)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 43)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 44)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 45)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 46)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 47)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 48)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 49)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 50)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 51)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 52)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 53)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 54)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 55)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 56)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 57)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 58)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 59)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 60)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 61)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 62)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 63)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 64)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 65)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 66)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 67)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 68)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 69)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 70)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 71)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 72)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 73)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 74)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 75)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 76)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 77)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 78)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        n = n * 3 + await(t.leaf("a", 79)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
        return n;
    }

    @Case
    @AsyncFn
    static int loopWithBranchesAndLocals(Trace t) {
        int n = 1;
        outer:
        for (int i = 0; i < 3; i++) {
            int a = n;
            if (await(t.leaf("even", i % 2 == 0))) {
                n = n * 3 + await(t.leaf("a", 0)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 1)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 2)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 3)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 4)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 5)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 6)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 7)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 8)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 9)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 10)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 11)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 12)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 13)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 14)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 15)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 16)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 17)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 18)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 19)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 20)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 21)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 22)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 23)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 24)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                if (n == a) continue outer;
            } else {
                String s = await(t.leaf("s", "s" + a));
                n = n * 3 + await(t.leaf("a", 0)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 1)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 2)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 3)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 4)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 5)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 6)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 7)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 8)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 9)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 10)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 11)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 12)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 13)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 14)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 15)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 16)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 17)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 18)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 19)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 20)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 21)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 22)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 23)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n = n * 3 + await(t.leaf("a", 24)) + await(t.leaf("b", n)) - await(t.leaf("c", n & 7));
                n += s.length();
                if (i > 5) break outer;
            }
            n ^= a;
        }
        return n;
    }

    @Case
    @AsyncFn
    static int oneExpression(Trace t) {
        return await(t.leaf("x0", 0)) * await(t.leaf("y0", 0)) + await(t.leaf("x0", 0)) * await(t.leaf("y1", 1))
                + await(t.leaf("x1", 1)) * await(t.leaf("y0", 0)) + await(t.leaf("x1", 1)) * await(t.leaf("y1", 1))
                + await(t.leaf("x2", 2)) * await(t.leaf("y0", 0)) + await(t.leaf("x2", 2)) * await(t.leaf("y1", 1))
                + await(t.leaf("x3", 3)) * await(t.leaf("y0", 0)) + await(t.leaf("x3", 3)) * await(t.leaf("y1", 1))
                + await(t.leaf("x4", 4)) * await(t.leaf("y0", 0)) + await(t.leaf("x4", 4)) * await(t.leaf("y1", 1))
                + await(t.leaf("x5", 5)) * await(t.leaf("y0", 0)) + await(t.leaf("x5", 5)) * await(t.leaf("y1", 1))
                + await(t.leaf("x6", 6)) * await(t.leaf("y0", 0)) + await(t.leaf("x6", 6)) * await(t.leaf("y1", 1))
                + await(t.leaf("x7", 7)) * await(t.leaf("y0", 0)) + await(t.leaf("x7", 7)) * await(t.leaf("y1", 1))
                + await(t.leaf("x8", 8)) * await(t.leaf("y0", 0)) + await(t.leaf("x8", 8)) * await(t.leaf("y1", 1))
                + await(t.leaf("x9", 9)) * await(t.leaf("y0", 0)) + await(t.leaf("x9", 9)) * await(t.leaf("y1", 1))
                + await(t.leaf("x10", 10)) * await(t.leaf("y0", 0)) + await(t.leaf("x10", 10)) * await(t.leaf("y1", 1))
                + await(t.leaf("x11", 11)) * await(t.leaf("y0", 0)) + await(t.leaf("x11", 11)) * await(t.leaf("y1", 1))
                + await(t.leaf("x12", 12)) * await(t.leaf("y0", 0)) + await(t.leaf("x12", 12)) * await(t.leaf("y1", 1))
                + await(t.leaf("x13", 13)) * await(t.leaf("y0", 0)) + await(t.leaf("x13", 13)) * await(t.leaf("y1", 1))
                + await(t.leaf("x14", 14)) * await(t.leaf("y0", 0)) + await(t.leaf("x14", 14)) * await(t.leaf("y1", 1))
                + await(t.leaf("x15", 15)) * await(t.leaf("y0", 0)) + await(t.leaf("x15", 15)) * await(t.leaf("y1", 1))
                + await(t.leaf("x16", 16)) * await(t.leaf("y0", 0)) + await(t.leaf("x16", 16)) * await(t.leaf("y1", 1))
                + await(t.leaf("x17", 17)) * await(t.leaf("y0", 0)) + await(t.leaf("x17", 17)) * await(t.leaf("y1", 1))
                + await(t.leaf("x18", 18)) * await(t.leaf("y0", 0)) + await(t.leaf("x18", 18)) * await(t.leaf("y1", 1))
                + await(t.leaf("x19", 19)) * await(t.leaf("y0", 0)) + await(t.leaf("x19", 19)) * await(t.leaf("y1", 1))
                + await(t.leaf("x20", 20)) * await(t.leaf("y0", 0)) + await(t.leaf("x20", 20)) * await(t.leaf("y1", 1))
                + await(t.leaf("x21", 21)) * await(t.leaf("y0", 0)) + await(t.leaf("x21", 21)) * await(t.leaf("y1", 1))
                + await(t.leaf("x22", 22)) * await(t.leaf("y0", 0)) + await(t.leaf("x22", 22)) * await(t.leaf("y1", 1))
                + await(t.leaf("x23", 23)) * await(t.leaf("y0", 0)) + await(t.leaf("x23", 23)) * await(t.leaf("y1", 1))
                + await(t.leaf("x24", 24)) * await(t.leaf("y0", 0)) + await(t.leaf("x24", 24)) * await(t.leaf("y1", 1))
                + await(t.leaf("x25", 25)) * await(t.leaf("y0", 0)) + await(t.leaf("x25", 25)) * await(t.leaf("y1", 1))
                + await(t.leaf("x26", 26)) * await(t.leaf("y0", 0)) + await(t.leaf("x26", 26)) * await(t.leaf("y1", 1))
                + await(t.leaf("x27", 27)) * await(t.leaf("y0", 0)) + await(t.leaf("x27", 27)) * await(t.leaf("y1", 1))
                + await(t.leaf("x28", 28)) * await(t.leaf("y0", 0)) + await(t.leaf("x28", 28)) * await(t.leaf("y1", 1))
                + await(t.leaf("x29", 29)) * await(t.leaf("y0", 0)) + await(t.leaf("x29", 29)) * await(t.leaf("y1", 1))
                + await(t.leaf("x30", 30)) * await(t.leaf("y0", 0)) + await(t.leaf("x30", 30)) * await(t.leaf("y1", 1))
                + await(t.leaf("x31", 31)) * await(t.leaf("y0", 0)) + await(t.leaf("x31", 31)) * await(t.leaf("y1", 1))
                + await(t.leaf("x32", 32)) * await(t.leaf("y0", 0)) + await(t.leaf("x32", 32)) * await(t.leaf("y1", 1))
                + await(t.leaf("x33", 33)) * await(t.leaf("y0", 0)) + await(t.leaf("x33", 33)) * await(t.leaf("y1", 1))
                + await(t.leaf("x34", 34)) * await(t.leaf("y0", 0)) + await(t.leaf("x34", 34)) * await(t.leaf("y1", 1))
                + await(t.leaf("x35", 35)) * await(t.leaf("y0", 0)) + await(t.leaf("x35", 35)) * await(t.leaf("y1", 1))
                + await(t.leaf("x36", 36)) * await(t.leaf("y0", 0)) + await(t.leaf("x36", 36)) * await(t.leaf("y1", 1))
                + await(t.leaf("x37", 37)) * await(t.leaf("y0", 0)) + await(t.leaf("x37", 37)) * await(t.leaf("y1", 1))
                + await(t.leaf("x38", 38)) * await(t.leaf("y0", 0)) + await(t.leaf("x38", 38)) * await(t.leaf("y1", 1))
                + await(t.leaf("x39", 39)) * await(t.leaf("y0", 0)) + await(t.leaf("x39", 39)) * await(t.leaf("y1", 1));
    }
}
