package dev.asyncfn.bridge.kotlin;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.kotlin.KotlinBridge.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import dev.asyncfn.stream.Sink;
import dev.asyncfn.stream.Stream;
import java.util.List;
import kotlinx.coroutines.Deferred;

/** Async fns that await what Kotlin has. */
final class Bodies {
    private Bodies() {}

    @AsyncFn
    static String name(String first, Deferred<Integer> second) {
        String upper = await(KotlinBridge.call(continuation -> Suspending.upper(first, continuation)));
        return "name " + upper + await(second);
    }

    @AsyncFn
    static String cleanedUp(List<String> log, Future<String> value, Future<String> cleanup) {
        try {
            return await(value);
        } finally {
            log.add(await(cleanup));
        }
    }

    @AsyncFn
    static String caught(Exception failure) {
        try {
            return await(KotlinBridge.call(continuation -> Suspending.throwing(failure, continuation)));
        } catch (RuntimeException e) {
            return await(KotlinBridge.call(continuation -> Suspending.upper(e.getMessage(), continuation)));
        }
    }

    @AsyncFn
    static String coroutineName() {
        return await(KotlinBridge.call(Suspending::coroutineName));
    }

    @AsyncFn
    static String failing(Future<String> message) {
        throw new IllegalStateException(await(message));
    }

    @AsyncFn
    static void endless() {
        while (true) {
            await(Futures.yieldNow());
        }
    }

    /** Not an await of the body: it blocks. */
    static Future<String> blocking() {
        return Futures.lazy(() -> Async.blockOn(Future.ready("x")));
    }

    @AsyncFn
    static String joined(Stream<String> items) {
        StringBuilder joined = new StringBuilder();
        for (String item; (item = await(items.next())) != null; ) {
            joined.append(item);
        }
        return joined.toString();
    }

    /** Sends two items, and waits in its cleanup. */
    @AsyncFn
    static void sending(Sink<String> out, List<String> log, Future<String> cleanup) {
        try {
            await(out.send("a"));
            log.add("sent a");
            await(out.send("b"));
        } finally {
            log.add(await(cleanup));
        }
    }
}
