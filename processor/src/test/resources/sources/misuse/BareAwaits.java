package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What is to be written instead of an ambiguous await. */
final class BareAwaits {
    abstract static class Both<T> extends CompletableFuture<T> implements dev.asyncfn.Future<T> {}

    @AsyncFn
    @SuppressWarnings("unchecked")
    static <T> T get(CompletableFuture<Object> f) {
        return (T) await(f);
    }

    @AsyncFn
    static <T> T apply(Function<String, T> f) {
        return f.apply("x");
    }

    @AsyncFn
    static String load(CompletableFuture<Object> f, Both<String> both) {
        String s = get(f);
        String t = apply(x -> x + "y");
        return s + t + await(BareAwaits.<String>get(f)) + await((CompletionStage<String>) both)
                + await((dev.asyncfn.Future<String>) both);
    }
}
