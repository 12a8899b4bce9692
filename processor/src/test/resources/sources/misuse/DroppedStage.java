package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** Stages that nobody looks at, and some that somebody does. */
final class DroppedStage {
    @interface CanIgnoreReturnValue {}

    static CompletionStage<Void> store(String name) {
        return CompletableFuture.completedFuture(null);
    }

    @CanIgnoreReturnValue
    static CompletableFuture<Void> log(String name) {
        return CompletableFuture.completedFuture(null);
    }

    @AsyncFn
    static void load(CompletableFuture<String> name) {
        store(await(name));
        CompletableFuture.runAsync(() -> store("in a lambda"));
        if (await(name).isEmpty()) store("empty");
        Runnable later = () -> {
            store("later");
        };
        later.run();
    }

    @AsyncFn
    static CompletionStage<Void> fine(CompletableFuture<String> name) {
        await(store("awaited"));
        store("looked at").exceptionally(failure -> null);
        name.thenAccept(value -> {});
        name.complete("x");
        name.orTimeout(1, java.util.concurrent.TimeUnit.DAYS);
        log("ignored");
        Map<String, CompletionStage<Void>> all = new HashMap<>();
        all.put("a", store("kept"));
        all.remove("a");
        new AtomicReference<CompletionStage<Void>>().getAndSet(store("b"));
        CompletionStage<Void> kept = store("kept");
        @SuppressWarnings("asyncfn:unused_stage")
        Runnable silenced = () -> {
            store("silenced");
        };
        silenced.run();
        return kept;
    }

    /** Where a lambda gives nothing, its value is dropped; so is that of a step of a loop. */
    @AsyncFn
    static void fromEffects(CompletableFuture<String> name) {
        Runnable effect = () -> store("effect");
        java.util.function.Supplier<Object> given = () -> store("given");
        java.util.Optional.of(await(name)).ifPresent(value -> store(value));
        for (int i = 0; i < 2; i++, store("step")) {
            effect.run();
        }
        java.util.Optional.of(given).map(value -> store("mapped"));
    }
}
