package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

final class AmbiguousAwait {
    abstract static class Both<T> extends CompletableFuture<T> implements Future<T> {}

    @AsyncFn
    @SuppressWarnings("unchecked")
    static <T> T get(CompletableFuture<Object> f) {
        return (T) await(f);
    }

    @AsyncFn
    static <T> T apply(Function<String, T> f) {
        return f.apply("x");
    }

    static <T> T plain() {
        return null;
    }

    @AsyncFn
    static String load(CompletableFuture<Object> f, Both<String> both) {
        String s = await(get(f));
        Object o = Async.await(get(f));
        String t = s == null ? (await((get(f)))) : s;
        String u = await(s == null ? get(f) : AmbiguousAwait.get(f));
        String v = await(both);
        String w = await(plain());
        return s + o + t + u + v + w;
    }

    @AsyncFn
    static String bare(CompletableFuture<Object> f) {
        String s = get(f);
        String t = apply(x -> x + "y");
        return s + t + await(AmbiguousAwait.<String>get(f)) + await(apply(String::length));
    }
}
