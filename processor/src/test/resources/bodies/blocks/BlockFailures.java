package bodies.blocks;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import dev.asyncfn.processor.differential.Boom;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Guard;
import dev.asyncfn.processor.differential.Trace;
import java.io.FileNotFoundException;
import java.io.IOException;

/** How async blocks fail, and clean up. */
@SuppressWarnings({"finally", "try"})
final class BlockFailures {
    private BlockFailures() {}

    @AsyncFn
    private static int failing(Trace t, String name) throws IOException {
        await(t.tick("before " + name));
        throw t.tag(name, new FileNotFoundException(name));
    }

    @Case
    @AsyncFn
    static int checked(Trace t) {
        TryFuture<Integer, IOException> block = async(() -> failing(t, "checked") + 1);
        try {
            return await(block);
        } catch (FileNotFoundException e) {
            return 1;
        } catch (IOException e) {
            return 2;
        }
    }

    @Case
    @AsyncFn
    static int uncaught(Trace t) throws IOException {
        var block = async(() -> {
            await(t.tick("x"));
            return failing(t, "uncaught");
        });
        await(t.tick("between"));
        return await(block);
    }

    @Case
    @AsyncFn
    static int throwsAtOnce(Trace t) {
        var block = async(() -> {
            throw t.boom("at once");
        });
        t.log("made");
        await(block);
        return 1;
    }

    @Case
    @AsyncFn
    static int throwsInALambdaInside(Trace t) {
        return await(async(() -> {
            Boom boom = t.boom("inside");
            java.util.function.Supplier<Integer> f = () -> {
                throw boom;
            };
            await(t.tick("x"));
            return f.get();
        }));
    }

    @Case
    @AsyncFn
    static int throwsInANestedBlock(Trace t) {
        return await(async(() -> {
            await(t.tick("x"));
            var inner = async(() -> {
                await(t.tick("y"));
                if (t.v("c", true)) throw t.boom("nested");
                return 1;
            });
            return await(inner);
        }));
    }

    @Case
    @AsyncFn
    static int ofALambdaOfAnotherMethod(Trace t) {
        return await(twice(() -> async(() -> {
            await(t.tick("x"));
            throw t.boom("supplied");
        })));
    }

    private static Future<Integer> twice(java.util.function.Supplier<Future<Integer>> f) {
        return f.get();
    }

    @Case
    @AsyncFn
    static int failsInAnExpression(Trace t) throws Exception {
        return 1
                + await(
                        async(
                                () ->
                                        await(t.leaf("x", 1))
                                                + await(t.tryFail("y", new IOException("y")).hashCode() == 0
                                                        ? t.leaf("z", 1)
                                                        : t.<Integer>fail("w"))));
    }

    @Case
    @AsyncFn
    static int cleansUp(Trace t) {
        try {
            return await(async(() -> {
                try (Guard a = t.guard("a");
                        Guard b = t.guard("b")) {
                    return await(t.leaf("body", 1));
                } finally {
                    t.log("before inner");
                    await(t.tick("inner"));
                    t.log("after inner");
                }
            }));
        } finally {
            t.log("before outer");
            await(async(() -> {
                try {
                    await(t.tick("outer"));
                } finally {
                    t.log("in outer");
                }
            }));
            t.log("after outer");
        }
    }

    @Case
    @AsyncFn
    static String catches(Trace t) {
        String text = await(async(() -> {
            try {
                return await(t.<String>fail("x"));
            } catch (Boom e) {
                await(t.tick("caught " + e.getMessage()));
                return "caught";
            } finally {
                await(t.tick("finally"));
            }
        }));
        try {
            await(async(() -> {
                try {
                    await(t.fail("first"));
                } finally {
                    await(t.fail("second"));
                }
            }));
        } catch (Boom e) {
            text += e.getMessage();
        }
        return text;
    }

    @Case
    @AsyncFn
    static void failsInCleanup(Trace t) {
        await(async(() -> {
            try (Guard bad = t.badGuard("bad")) {
                await(t.tick("body"));
                throw t.boom("body");
            }
        }));
    }

    @Case
    @AsyncFn
    static <E extends Exception> int genericFailure(Trace t) throws Exception {
        return await(thrown(t, new IOException("generic")));
    }

    @AsyncFn
    private static <E extends Exception> int thrown(Trace t, E failure) throws E {
        TryFuture<Integer, E> block = async(() -> {
            await(t.tick("x"));
            if (t.v("c", true)) throw t.tag("failure", failure);
            return 1;
        });
        return await(block);
    }

    @Case
    @AsyncFn
    static int severalChecked(Trace t) {
        try {
            return await(async(() -> {
                if (await(t.leaf("x", 1)) == 2) throw new IOException();
                if (await(t.leaf("y", 1)) == 2) throw new InterruptedException();
                return failing(t, "several");
            }));
        } catch (Exception e) {
            return e instanceof FileNotFoundException ? 1 : 2;
        }
    }
}
