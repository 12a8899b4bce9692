package dev.asyncfn.bridge.reactor;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.reactor.ReactorBridge.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Async fns that await what Reactor has. */
final class Bodies {
    private Bodies() {}

    @AsyncFn
    static String name(Mono<String> first, Mono<Integer> second) {
        return "name " + await(first) + await(second);
    }

    @AsyncFn
    static List<Integer> all(Flux<Integer> numbers) {
        return await(numbers.collectList());
    }

    @AsyncFn
    static <T> T cleanedUp(Future<T> future, Mono<?> cleanup) {
        try {
            return await(future);
        } finally {
            await(cleanup);
        }
    }

    @AsyncFn
    static String traced() {
        String before = ReactorBridge.CONTEXT.get().get("trace");
        return before + " " + await(Mono.deferContextual(context -> Mono.just("in " + context.get("trace"))));
    }
}
