package bodies.names.lang;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;

/** In a package with classes of its own that are called as those of {@code java.lang}, and as those of asyncfn. */
final class LangNames {
    private LangNames() {}

    private static int hidden(int n) {
        return n + 1;
    }

    static final class Res implements java.lang.AutoCloseable {
        private final Trace t;

        Res(Trace t) {
            this.t = t;
        }

        @java.lang.Override
        public void close() {
            t.log("close");
        }
    }

    @Case
    @AsyncFn
    static java.lang.String asIfThereWereNone(Trace t) throws java.lang.Exception {
        int n = hidden(await(t.leaf("n", 1)));
        char[] chars = {'c'};
        java.lang.String s = chars.length + "s" + await(t.leaf("s", "s"));
        s += await(t.leaf("more", 1));
        assert n > 0 : await(t.leaf("message", "m"));
        for (java.lang.Object o : List.of(1, 2)) {
            s += await(t.leaf("o", o));
        }
        try (Res res = await(t.leaf("res", new Res(t)))) {
            final float nan = java.lang.Float.NaN;
            s += await(t.leaf("nan", nan)) + res.getClass().getSimpleName();
            throw new java.lang.IllegalStateException(s);
        } catch (java.lang.IllegalStateException e) {
            s += e.getMessage() + await(t.leaf("caught", 1));
        } finally {
            await(t.tick("finally"));
        }
        return s;
    }

    @Case
    @AsyncFn
    static java.lang.String withBoth(Trace t) {
        Object mine = await(t.leaf("mine", new Object()));
        java.lang.Object theirs = await(t.leaf("theirs", (java.lang.Object) "theirs"));
        String text = new String("text");
        java.lang.String s = text.value + await(t.leaf("s", "s"));
        Integer i = new Integer();
        await(t.leaf("i", i));
        return s + theirs + mine.value + i.value + text.value;
    }

    @Case
    @AsyncFn
    static void thrown(Trace t) {
        try {
            await(t.tick("t"));
            throw t.tag("mine", new Exception());
        } finally {
            await(t.tick("finally"));
        }
    }

    @AsyncFn
    static <T extends java.lang.Comparable<T>> java.util.Map<java.lang.String, Object> signature(
            Trace t, java.lang.Object a, Object b, T c, java.lang.String... d) {
        java.lang.String s = await(t.leaf("d", d[0])) + a;
        return java.util.Map.of(s, b);
    }

    @Case
    @AsyncFn
    static int inSignatures(Trace t) {
        java.util.Map<java.lang.String, Object> map = await(signature(t, 1, new Object(), 2L, "a", "b"));
        return map.get("a1").value + await(t.leaf("n", 3));
    }

    @Case
    @AsyncFn
    static java.lang.String asAsyncfnsOwn(Trace t) {
        State state = await(t.leaf("state", new State(4)));
        Poll poll = new Poll();
        try {
            await(t.leaf("poll", poll));
        } finally {
            await(t.leaf("objects", Objects.n));
        }
        return state + "" + State.SIZE + poll.n;
    }
}
