package bodies.java21;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Each operand of a concatenation is converted to a string as it is evaluated; javac does so since 19. */
final class StringConversion {
    private StringConversion() {}

    @Case
    @AsyncFn
    static String mutatedMeanwhile(Trace t) {
        StringBuilder sb = new StringBuilder("old");
        return sb + await(t.effect("f", () -> sb.append("er").toString())) + sb
                + await(t.run("g", () -> sb.append("x")));
    }

    @Case
    @AsyncFn
    static String compoundTarget(Trace t) {
        StringBuilder sb = new StringBuilder("old");
        String s = "s";
        s += sb + await(t.effect("f", () -> sb.append("er").toString()));
        Object[] a = {sb};
        a[0] += await(t.effect("g", () -> sb.append("!").toString()));
        return s + a[0];
    }

    @Case
    @AsyncFn
    static String reversedBetween(Trace t) {
        StringBuilder sb = new StringBuilder("ab");
        return "" + sb + sb.append("c") + await(t.leaf("x", "-")) + sb.reverse() + await(t.leaf("y", "-")) + sb;
    }

    static final class Fails {
        @Override
        public String toString() {
            throw new IllegalStateException("toString");
        }
    }

    @Case
    @AsyncFn
    static String conversionFailsBeforeTheAwait(Trace t) {
        return "a" + new Fails() + await(t.leaf("never", "x"));
    }
}
