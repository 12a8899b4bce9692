package bodies.exceptions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** What an async fn may not throw, but may catch: a Throwable that is no Exception. */
final class CaughtThrowables {
    private CaughtThrowables() {}

    static final class Oops extends Throwable {
        private static final long serialVersionUID = 1;

        Oops(String message) {
            super(message);
        }
    }

    private static String mayThrow(Trace t, String name) throws Throwable {
        if (t.v(name, name).startsWith("bad")) {
            throw new Oops(name);
        }
        return name;
    }

    @Case
    @AsyncFn
    static String callThatThrowsAThrowable(Trace t) {
        try {
            return mayThrow(t, "good") + await(t.leaf("a", "a")) + mayThrow(t, "bad");
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            return e.getMessage() + await(t.leaf("caught", "!"));
        }
    }

    @Case
    @AsyncFn
    static String thrownAsItIs(Trace t) {
        try {
            await(t.tick("a"));
            throw new Oops("thrown");
        } catch (Oops e) {
            return e.getMessage() + await(t.leaf("caught", "!"));
        }
    }

    @Case
    @AsyncFn
    static String anotherExceptionLeaves(Trace t) {
        try {
            mayThrow(t, "good");
            await(t.fail("boom"));
            return mayThrow(t, "bad");
        } catch (RuntimeException e) {
            t.log("first clause");
            throw e;
        } catch (Throwable e) {
            return e.getMessage() + await(t.leaf("caught", "!"));
        } finally {
            await(t.tick("finally"));
        }
    }

    @Case
    @AsyncFn
    static String constructorThatThrowsAThrowable(Trace t) {
        final class Made {
            Made(String name) throws Throwable {
                mayThrow(t, name);
            }
        }
        try {
            new Made("good");
            await(t.tick("a"));
            return new Made("bad") + "";
        } catch (Throwable e) {
            return e.getMessage() + await(t.leaf("caught", "!"));
        }
    }

    @Case
    @AsyncFn
    static String typeParameterIsThrown(Trace t) {
        try {
            await(t.tick("a"));
            CaughtThrowables.<Oops>raise(new Oops("raised"));
            return "not reached";
        } catch (Throwable e) {
            return e.getMessage() + await(t.leaf("caught", "!"));
        }
    }

    private static <E extends Throwable> void raise(E exception) throws E {
        throw exception;
    }

    /** Neither clause needs a test. */
    @Case
    @AsyncFn
    static String everythingTwice(Trace t) {
        String s = "";
        try {
            try {
                s += await(t.leaf("s", "s"));
                throw t.boom("inner");
            } catch (IllegalStateException e) {
                s += await(t.leaf("never", "n"));
            } catch (Throwable e) {
                s += await(t.leaf("inner", "i")) + e.getMessage();
                throw e;
            } finally {
                t.log("finally");
            }
        } catch (Throwable e) {
            s += await(t.leaf("outer", "o")) + e.getMessage();
        }
        return s;
    }

    /** What both have above them is Throwable, but they do not catch all of it. */
    @Case
    @AsyncFn
    static String exceptionsAndErrorsOnly(Trace t) {
        try {
            try {
                await(t.tick("a"));
                throw new Oops("neither");
            } catch (Exception | Error e) {
                t.log("caught " + e.getMessage());
                return "wrong" + await(t.leaf("never", "n"));
            }
        } catch (Oops e) {
            return e.getMessage() + await(t.leaf("caught", "!"));
        }
    }

    @Case
    @AsyncFn
    static String exceptionsAndErrorsBeforeAFinally(Trace t) {
        try {
            await(t.tick("a"));
            throw t.boom("b");
        } catch (Exception | Error e) {
            return e.getMessage() + await(t.leaf("caught", "!"));
        } finally {
            await(t.tick("finally"));
        }
    }
}
