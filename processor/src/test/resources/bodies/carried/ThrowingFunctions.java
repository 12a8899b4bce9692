package bodies.carried;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Functions that throw private exceptions. */
final class ThrowingFunctions {
    private ThrowingFunctions() {}

    private static class Failure extends Exception {
        private static final long serialVersionUID = 1;
        final int code;

        Failure(int code) {
            super("failure " + code);
            this.code = code;
        }
    }

    private static final class Worse extends Failure {
        private static final long serialVersionUID = 1;

        Worse() {
            super(99);
        }
    }

    private interface Loader {
        String load(int n) throws Failure;
    }

    interface Checker<T> {
        T check(T value, Worse worse) throws Failure, java.io.IOException;
    }

    private static String text(int n) throws Failure {
        if (n > 1) {
            throw n > 2 ? new Worse() : new Failure(n);
        }
        return "text" + n;
    }

    private static String retried(Loader loader, int n) throws Failure {
        try {
            return loader.load(n);
        } catch (Worse e) {
            return "worse" + loader.load(0);
        }
    }

    @Case
    @AsyncFn
    static String lambdas(Trace t) {
        String prefix = await(t.leaf("p", "p"));
        Loader thrower = n -> {
            if (n == 1) {
                throw new Failure(7);
            }
            return prefix + text(n);
        };
        Loader reference = ThrowingFunctions::text;
        String s = "";
        for (int n = 0; n < 4; n++) {
            for (Loader loader : new Loader[] {thrower, reference, any -> "any"}) {
                try {
                    s += retried(loader, await(t.leaf("n", n)));
                    s += loader.load(n);
                } catch (Worse e) {
                    s += "worse" + await(t.leaf("w", e.code));
                } catch (Failure e) {
                    s += e.code + e.getMessage();
                }
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String unhandled(Trace t) throws Exception {
        Loader loader = n -> {
            throw new Failure(n);
        };
        await(t.tick("t"));
        return loader.load(4);
    }

    @Case
    @AsyncFn
    static String ofNamedInterfaces(Trace t) {
        Checker<String> checker = (word, worse) -> {
            if (word.isEmpty()) {
                throw worse;
            }
            if (word.length() > 3) {
                throw new java.io.IOException(word);
            }
            return text(word.length());
        };
        String s = "";
        for (String word : new String[] {"", "a", "ab", "abcd"}) {
            try {
                s += checker.check(await(t.leaf("word", word)), new Worse());
            } catch (Failure e) {
                s += e.code + await(t.leaf("f", "f"));
            } catch (java.io.IOException e) {
                s += e.getMessage();
            }
        }
        return s;
    }
}
