package bodies.numbers;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Conditionals on what a pattern binds: each operand is converted to the type that is returned, and not both to one. */
final class ReturnedConditionals {
    private ReturnedConditionals() {}

    @Case
    @AsyncFn
    static long widened(Trace t) {
        Object x = await(t.leaf("x", (Object) "abc"));
        return x instanceof String s ? s.length() : 'c';
    }

    @Case
    @AsyncFn
    static int otherOperand(Trace t) {
        Object x = await(t.leaf("x", (Object) 3L));
        return x instanceof String s ? s.length() : 'c';
    }

    @Case
    @AsyncFn
    static char narrowedConstant(Trace t) {
        Object x = await(t.leaf("x", (Object) 3L));
        return x instanceof String s ? s.charAt(0) : 99;
    }

    @Case
    @AsyncFn
    static double bothConverted(Trace t) {
        Object x = await(t.leaf("x", (Object) "abc"));
        return !(x instanceof String s) ? 3L : (s.isEmpty() ? s.length() : s.hashCode());
    }

    @Case
    @AsyncFn
    static int boxed(Trace t) {
        Object x = await(t.leaf("x", (Object) 3));
        return x instanceof Integer i ? i : Integer.valueOf(7);
    }

    @Case
    @AsyncFn
    static Object toAnObject(Trace t) {
        Object x = await(t.leaf("x", (Object) "abc"));
        return "" + (x instanceof String s ? s.length() : 3L) + (x instanceof String s ? s.length() : 'c');
    }

    @Case
    @AsyncFn
    static int switchOfTheSameType(Trace t) {
        int n = await(t.leaf("n", 3));
        return switch (n) {
            case 1 -> n;
            default -> -n;
        };
    }

    @Case
    @AsyncFn
    static long beforeAFinally(Trace t) {
        Object x = await(t.leaf("x", (Object) "abc"));
        try {
            return x instanceof String s && s.length() > 2 ? s.length() : 'c';
        } finally {
            await(t.tick("end"));
        }
    }

    @Case
    @AsyncFn
    static long split(Trace t) {
        Object x = await(t.leaf("x", (Object) "abc"));
        return x instanceof String s ? s.length() + await(t.leaf("n", 2)) : 'c';
    }
}
