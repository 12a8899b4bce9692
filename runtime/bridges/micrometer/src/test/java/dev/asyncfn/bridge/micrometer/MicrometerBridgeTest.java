package dev.asyncfn.bridge.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import io.micrometer.context.ContextRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MicrometerBridgeTest {
    @BeforeEach
    void register() {
        ContextRegistry.getInstance().registerThreadLocalAccessor("asyncfn.trace", Bodies.TRACE);
    }

    @AfterEach
    void remove() {
        ContextRegistry.getInstance().removeThreadLocalAccessor("asyncfn.trace");
        Bodies.TRACE.remove();
    }

    @Test
    void aTaskHasTheRegisteredValuesOfTheThreadThatSpawnedIt() {
        try (ThreadPool pool = ThreadPool.builder()
                .threads(1)
                .aroundPoll(MicrometerBridge::captured)
                .build()) {
            Bodies.TRACE.set("t1");
            JoinHandle<String> with = pool.spawn(BodiesAsync.seen());
            Bodies.TRACE.remove();
            JoinHandle<String> without = pool.spawn(BodiesAsync.seen());

            assertThat(Async.blockOn(with)).isEqualTo("t1, t1");
            assertThat(Async.blockOn(without)).isEqualTo("null, null");
        }
    }
}
