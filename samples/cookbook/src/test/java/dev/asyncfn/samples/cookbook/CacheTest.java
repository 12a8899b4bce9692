package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CacheTest {
    private int loads;

    private Future<String> load(String key) {
        loads++;
        return Futures.map(Sleep.of(Duration.ofSeconds(1)), slept -> {
            if (key.isEmpty()) {
                throw new IllegalArgumentException("nothing");
            }
            return key + "!";
        });
    }

    @Test
    void manyWhoAskAtOnceCauseOneLoad() {
        TestExecutor.explore(200, executor -> {
            loads = 0;
            Cache<String, String> cache = new Cache<>(this::load);
            List<JoinHandle<String>> askers = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                askers.add(executor.spawn(CacheAsync.get(cache, "a")));
            }
            assertThat(executor.run(Futures.joinAll(askers))).hasSize(5).containsOnly("a!");
            assertThat(executor.run(CacheAsync.get(cache, "a"))).isEqualTo("a!");
            assertThat(loads).isEqualTo(1);
            assertThat(executor.elapsed()).isEqualTo(Duration.ofSeconds(1));
        });
    }

    @Test
    void theLoadGoesOnIfTheOneWhoAskedFirstIsAborted() {
        TestExecutor.explore(200, executor -> {
            loads = 0;
            Cache<String, String> cache = new Cache<>(this::load);
            JoinHandle<String> first = executor.spawn(CacheAsync.get(cache, "a"));
            executor.run(Futures.yieldNow());
            JoinHandle<String> second = executor.spawn(CacheAsync.get(cache, "a"));
            executor.run(Futures.yieldNow());
            first.abort();
            assertThat(executor.run(second)).isEqualTo("a!");
            assertThat(loads).isEqualTo(1);
        });
    }

    @Test
    void aFailureIsEveryonesButIsNotKept() {
        try (TestExecutor executor = new TestExecutor(0)) {
            Cache<String, String> cache = new Cache<>(this::load);
            for (int i = 1; i <= 2; i++) {
                assertThatThrownBy(
                                () -> executor.run(Futures.join(CacheAsync.get(cache, ""), CacheAsync.get(cache, ""))))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("nothing");
                assertThat(loads).isEqualTo(i);
            }
        }
    }
}
