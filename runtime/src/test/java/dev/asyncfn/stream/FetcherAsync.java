package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;

/** What the processor would make of an async fn that awaits twice; the text about its lines is among the resources. */
final class FetcherAsync {
    private FetcherAsync() {}

    /** Suspended on the second. */
    record FetchFuture<T>(Future<T> awaited) implements Future<T>, Traced {
        @Override
        public Poll<T> poll(Context cx) throws Exception {
            return awaited.poll(cx);
        }

        @Override
        public String state() {
            return "AWAIT_SECOND";
        }
    }
}
