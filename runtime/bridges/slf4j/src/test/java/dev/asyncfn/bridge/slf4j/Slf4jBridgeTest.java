package dev.asyncfn.bridge.slf4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class Slf4jBridgeTest {
    @AsyncFn
    static String seen() {
        String before = MDC.get("trace");
        Async.await(Futures.yieldNow());
        return before + ", " + MDC.get("trace");
    }

    @AsyncFn
    static String putting(String value) {
        MDC.put("trace", value);
        Async.await(Futures.yieldNow());
        return MDC.get("trace");
    }

    private static ThreadPool pool() {
        return ThreadPool.builder().threads(1).aroundPoll(Slf4jBridge::mdc).build();
    }

    @Test
    void aTaskHasTheMdcOfTheThreadThatSpawnedIt() {
        try (ThreadPool pool = pool()) {
            JoinHandle<String> with;
            try (MDC.MDCCloseable entry = MDC.putCloseable("trace", "t1")) {
                assertThat(entry).isNotNull();
                with = pool.spawn(Slf4jBridgeTestAsync.seen());
            }
            JoinHandle<String> without = pool.spawn(Slf4jBridgeTestAsync.seen());

            assertThat(Async.blockOn(with)).isEqualTo("t1, t1");
            assertThat(Async.blockOn(without)).isEqualTo("null, null");
        }
    }

    @Test
    void whatATaskPutsStaysWithIt() {
        try (ThreadPool pool = pool()) {
            JoinHandle<String> one = pool.spawn(Slf4jBridgeTestAsync.putting("1"));
            JoinHandle<String> two = pool.spawn(Slf4jBridgeTestAsync.putting("2"));

            assertThat(Async.blockOn(one)).isEqualTo("1");
            assertThat(Async.blockOn(two)).isEqualTo("2");
            assertThat(Async.blockOn(pool.spawn(Slf4jBridgeTestAsync.seen()))).isEqualTo("null, null");
        }
    }
}
