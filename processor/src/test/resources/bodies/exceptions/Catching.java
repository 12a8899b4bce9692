package bodies.exceptions;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Which clause catches what, and what it throws on. */
final class Catching {
    private Catching() {}

    @Case
    @AsyncFn
    static String firstFittingClauseCatches(Trace t) {
        String s = "";
        for (int i = 0; i < 4; i++) {
            try {
                IOException e = i == 0 ? new EOFException("eof") : i == 1 ? new FileNotFoundException("fnf") : new IOException("io");
                if (i == 3) await(t.fail("boom"));
                await(t.tryFail("fails", e));
            } catch (EOFException e) {
                s += "EOF " + await(t.leaf("c1", e.getMessage())) + ";";
            } catch (FileNotFoundException e) {
                s += "FNF " + e.getMessage() + ";";
            } catch (IOException e) {
                s += "IO " + await(t.leaf("c3", e.getMessage())) + ";";
            } catch (RuntimeException e) {
                s += "RT " + e.getMessage() + ";";
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static String multiCatch(Trace t) {
        String s = "";
        for (int i = 0; i < 3; i++) {
            try {
                if (i == 0) await(t.tryFail("io", new EOFException("io")));
                if (i == 1) await(t.tryFail("timeout", new TimeoutException("timeout")));
                await(t.fail("boom"));
            } catch (IOException | TimeoutException e) {
                Exception both = e;
                s += await(t.leaf("checked", both.getMessage())) + e.getClass().getSimpleName() + ";";
            } catch (IllegalStateException | Boom e) {
                s += await(t.leaf("unchecked", e.getMessage())) + e.getStackTrace().length / 1000 + ";";
            }
        }
        return s;
    }

    @Case
    @AsyncFn
    static void multiCatchRethrowsPrecisely(Trace t) throws IOException, TimeoutException {
        try {
            await(t.tryFail("timeout", new TimeoutException("timeout")));
            await(t.tryFail("io", new IOException("io")));
        } catch (IOException | TimeoutException e) {
            await(t.tick("caught"));
            throw e;
        }
    }

    @Case
    @AsyncFn
    static void exceptionParameterRethrowsPrecisely(Trace t) throws IOException {
        try {
            await(t.tryFail("io", new IOException("io")));
        } catch (Exception e) {
            await(t.tick("caught"));
            throw e;
        }
    }

    @Case
    @AsyncFn
    static void throwableParameterRethrowsPrecisely(Trace t) throws IOException {
        try {
            await(t.tryLeaf("io", "fine", IOException.class));
            await(t.fail("boom"));
        } catch (Throwable e) {
            t.log("caught " + e.getMessage());
            await(t.tick("caught"));
            throw e;
        } finally {
            await(t.tick("finally"));
        }
    }

    @Case
    @AsyncFn
    static void rethrowWithoutAnAwaitInTheCatch(Trace t) throws IOException {
        try {
            await(t.tryFail("io", new IOException("io")));
        } catch (final Throwable e) {
            throw e;
        }
    }

    @Case
    @AsyncFn
    static boolean caughtExceptionIsTheOneThatWasThrown(Trace t) {
        Boom boom = t.boom("boom");
        try {
            await(t.effect("fails", () -> {
                throw boom;
            }));
            return false;
        } catch (Boom e) {
            await(t.tick("t"));
            return e == boom;
        }
    }

    @Case
    @AsyncFn
    static String parameterIsReassigned(Trace t) {
        try {
            await(t.fail("old"));
            return "never";
        } catch (RuntimeException e) {
            String old = e.getMessage();
            e = new IllegalStateException("new");
            await(t.tick("t"));
            return old + e.getMessage();
        }
    }

    @Case
    @AsyncFn
    static String parameterIsCaptured(Trace t) {
        java.util.function.Supplier<String> message;
        try {
            await(t.fail("boom"));
            return "never";
        } catch (Boom e) {
            message = () -> e.getMessage();
            await(t.tick("t"));
        }
        await(t.tick("u"));
        return message.get();
    }

    @Case
    @AsyncFn
    static String errorIsCaught(Trace t) {
        try {
            await(t.effect("fails", () -> {
                throw t.tag("error", new StackOverflowError("error"));
            }));
        } catch (RuntimeException e) {
            return "never";
        } catch (VirtualMachineError e) {
            return await(t.leaf("caught", e.getMessage()));
        }
        return "never";
    }

    @Case
    @AsyncFn
    static String allErrorsAreCaught(Trace t) {
        String s = "";
        try {
            await(t.tick("t"));
            throw t.tag("assertion", new AssertionError("assertion"));
        } catch (Error e) {
            s += await(t.leaf("caught", e.getMessage()));
        }
        try {
            s += await(t.<String>fail("boom"));
        } catch (Throwable e) {
            s += await(t.leaf("caught", e.getMessage()));
        }
        return s;
    }

    @Case
    @AsyncFn
    static void exceptionIsNoError(Trace t) {
        try {
            await(t.fail("boom"));
        } catch (Error e) {
            await(t.tick("never"));
        }
    }

    @Case
    @AsyncFn
    static String clauseOverAPartThatNoLongerThrows(Trace t) {
        String s = "";
        try {
            s += await(t.tryLeaf("first", "1", IOException.class));
            s += await(t.leaf("second", "2"));
            s += t.v("third", "3");
        } catch (IOException e) {
            s += "never";
        }
        try {
            s += await(t.leaf("fourth", "4"));
            s += await(t.tryFail("fifth", new IOException("5")));
        } catch (IOException e) {
            s += e.getMessage();
        }
        return s;
    }

    private static void declares(Trace t, boolean fails) throws IOException {
        if (fails) throw t.tag("declared", new IOException("declared"));
    }

    @Case
    @AsyncFn
    static String checkedExceptionOfVerbatimCodeOnly(Trace t) {
        String s = "";
        for (int i = 0; i < 2; i++) {
            try {
                s += await(t.leaf("a", "a"));
                declares(t, i == 1);
                s += await(t.leaf("b", "b"));
            } catch (IOException e) {
                s += e.getMessage();
            }
        }
        return s;
    }

    @AsyncFn
    static String inner(Trace t) throws IOException {
        try {
            return await(t.tryFail("inner", new IOException("inner")));
        } finally {
            await(t.tick("inner finally"));
        }
    }

    @Case
    @AsyncFn
    static String checkedExceptionOfAnotherAsyncFn(Trace t) {
        try {
            return await(inner(t));
        } catch (IOException e) {
            return await(t.leaf("caught", e.getMessage()));
        }
    }

    @Case
    @AsyncFn
    static String failureOfAStageIsUnwrapped(Trace t) {
        try {
            return await(t.stageFail("stage", new IOException("io")), IOException.class);
        } catch (IOException e) {
            return await(t.leaf("caught", e.getMessage()));
        }
    }

    @Case
    @AsyncFn
    static void throwInACatchSkipsTheOtherClauses(Trace t) {
        try {
            await(t.fail("first"));
        } catch (Boom e) {
            await(t.tick("caught"));
            throw t.tag("second", new IllegalStateException("second", e));
        } catch (IllegalStateException e) {
            await(t.tick("never"));
        }
    }

    @Case
    @AsyncFn
    static void nestedCatchParametersOfOneNameInSiblings(Trace t) {
        try {
            await(t.fail("1"));
        } catch (Boom e) {
            t.log(e.getMessage());
        }
        try {
            await(t.fail("2"));
        } catch (Boom e) {
            await(t.tick("t"));
            t.log(e.getMessage());
        }
        try {
            await(t.tryFail("3", new IOException("3")));
        } catch (IOException e) {
            await(t.tick("t"));
            t.log(e.getMessage());
        }
        String e = await(t.leaf("e", "a local"));
        t.log(e);
    }

    @Case
    @AsyncFn
    static void interruptedExceptionThroughTheLanguage(Trace t) throws InterruptedException {
        try {
            await(t.tryFail("interrupted", new InterruptedException("i")));
        } catch (RuntimeException e) {
            await(t.tick("never"));
        } finally {
            t.log("finally");
        }
    }
}
