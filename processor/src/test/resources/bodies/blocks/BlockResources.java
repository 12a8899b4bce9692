package bodies.blocks;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Guard;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.Supplier;

/**
 * Async blocks that close what they capture. The first mention of the variable is the resource, with or without a semicolon behind it; its
 * name is one that the generated class has, too.
 */
@SuppressWarnings("try")
final class BlockResources {
    private BlockResources() {}

    @Case
    @AsyncFn
    static String closedAfterAwait(Trace t) {
        Guard state = t.guard("state");
        await(t.tick("opened"));
        return await(async(() -> {
            try (state; ) {
                await(t.tick("body"));
            }
            return "closed";
        }));
    }

    @Case
    @AsyncFn
    static String closedWithoutAwait(Trace t) {
        Guard cx = t.guard("cx");
        await(t.tick("opened"));
        return await(async(() -> {
            try (cx; ) {
                t.log("body");
            }
            return await(t.leaf("after", "closed"));
        }));
    }

    @Case
    @AsyncFn
    static String amongOthers(Trace t) {
        Guard next = t.guard("next");
        Guard awaited = await(t.effect("awaited", () -> t.guard("awaited")));
        return await(async(() -> {
            try (next;
                    Guard handler = t.guard("handler");
                    awaited; ) {
                return await(t.leaf("body", "body of ")) + handler;
            }
        }));
    }

    @Case
    @AsyncFn
    static String inBlockInBlock(Trace t) {
        Guard self = t.guard("self");
        Future<String> outer = async(() -> {
            await(t.tick("outer"));
            return await(async(() -> {
                try (self; ) {
                    return await(t.leaf("inner", "inner"));
                }
            }));
        });
        await(t.tick("made"));
        return await(outer);
    }

    @Case
    @AsyncFn
    static String parameterAndPattern(Trace t) {
        Object opened = t.guard("pattern");
        return await(closing(t, t.guard("ready"), opened));
    }

    @AsyncFn
    private static String closing(Trace t, Guard ready, Object opened) {
        if (!(opened instanceof Guard value)) {
            return "none";
        }
        await(t.tick("begins"));
        return await(async(() -> {
            try (ready; ) {
                await(t.tick("first"));
            }
            try (value; ) {
                return await(t.leaf("second", "second"));
            }
        }));
    }

    @Case
    @AsyncFn
    static String inLambdaOfBlock(Trace t) {
        Guard thrown = t.guard("thrown");
        await(t.tick("opened"));
        return await(async(() -> {
            Supplier<String> closing = () -> {
                try (thrown; ) {
                    return "in the lambda";
                }
            };
            await(t.tick("made"));
            return closing.get();
        }));
    }
}
