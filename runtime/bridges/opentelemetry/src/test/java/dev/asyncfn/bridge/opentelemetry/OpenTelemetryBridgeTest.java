package dev.asyncfn.bridge.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;

class OpenTelemetryBridgeTest {
    static final ContextKey<String> TRACE = ContextKey.named("trace");

    @AsyncFn
    static String seen() {
        String before = Context.current().get(TRACE);
        Async.await(Futures.yieldNow());
        return before + ", " + Context.current().get(TRACE);
    }

    @Test
    void aTaskHasTheContextThatWasCurrentWhereItWasSpawned() {
        try (ThreadPool pool = ThreadPool.builder()
                .threads(1)
                .aroundPoll(OpenTelemetryBridge::current)
                .build()) {
            JoinHandle<String> with;
            try (Scope scope = Context.current().with(TRACE, "t1").makeCurrent()) {
                assertThat(scope).isNotNull();
                with = pool.spawn(OpenTelemetryBridgeTestAsync.seen());
            }
            JoinHandle<String> without = pool.spawn(OpenTelemetryBridgeTestAsync.seen());

            assertThat(Async.blockOn(with)).isEqualTo("t1, t1");
            assertThat(Async.blockOn(without)).isEqualTo("null, null");
        }
    }
}
