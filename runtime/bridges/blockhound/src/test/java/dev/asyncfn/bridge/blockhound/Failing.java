package dev.asyncfn.bridge.blockhound;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** An async fn that fails. */
final class Failing {
    private Failing() {}

    @AsyncFn
    static String fail() {
        String message = await(Future.ready("failed"));
        throw new IllegalStateException(message);
    }
}
