package dev.asyncfn.bridge.rxjava;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.rxjava.RxJavaBridge.await;

import dev.asyncfn.AsyncFn;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;

/** Async fns that await what RxJava has. */
final class Bodies {
    private Bodies() {}

    @AsyncFn
    static String name(Single<String> first, Maybe<Integer> second, Completable done) {
        String name = "name " + await(first) + await(second);
        await(done);
        return name;
    }

    @AsyncFn
    static <T> T cleanedUp(Single<T> value, Completable cleanup) {
        try {
            return await(value);
        } finally {
            await(cleanup);
        }
    }
}
