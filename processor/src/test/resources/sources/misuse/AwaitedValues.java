package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/** Values that are awaited though they are no futures of ours. */
final class AwaitedValues {
    @AsyncFn
    static String get(int n) {
        return "v" + n;
    }

    @AsyncFn
    static Object already() {
        var a = get(1);
        String b = (get(2)), c = "c";
        return await(a) + await((b)) + await(c);
    }

    @AsyncFn
    static Object others(java.util.concurrent.Future<String> future, Mono<String> mono) {
        await(future);
        return await(mono);
    }

    @AsyncFn
    static CompletableFuture<String> wraps(CompletableFuture<String> name) {
        if (name.isDone()) {
            return name;
        }
        return CompletableFuture.completedFuture(await(name));
    }

    @AsyncFn
    static Future<String> wrapsReady(CompletableFuture<String> name) {
        return Future.ready(await(name));
    }
}
