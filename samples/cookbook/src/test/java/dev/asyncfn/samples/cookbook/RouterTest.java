package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouterTest {
    private final List<String> log = new ArrayList<>();

    /** Data that takes a while, and notes for which request it was read. */
    private Future<String> data(String key) {
        return Futures.map(Sleep.of(Duration.ofMillis(10)), slept -> {
            log.add(Router.TRACE.orElse("-") + " reads " + key);
            return key.toUpperCase(java.util.Locale.ROOT);
        });
    }

    @Test
    void handlerIsAnAsyncLambda() {
        try (TestExecutor executor = new TestExecutor(1)) {
            Router router = new Router(executor, log::add);
            executor.run(RouterAsync.addExamples(router, this::data));
            assertThat(executor.run(RouterAsync.handle(router, "t1", "/hello", "ann")))
                    .isEqualTo("hello ANN");
            assertThat(executor.run(RouterAsync.handle(router, "t2", "/nowhere", "")))
                    .isEqualTo("404");
        }
        assertThat(log).containsExactly("t1 begins /hello", "t1 reads ann", "t1 ends /hello");
    }

    @Test
    void traceIdGoesThroughEverythingInWhateverOrderTheTasksRun() {
        TestExecutor.explore(200, executor -> {
            log.clear();
            Router router = new Router(executor, log::add);
            executor.run(RouterAsync.addExamples(router, this::data));
            List<JoinHandle<String>> requests = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                requests.add(executor.spawn(RouterAsync.handle(router, "t" + i, "/both", "")));
            }
            assertThat(executor.run(Futures.joinAll(requests))).containsOnly("LEFT and RIGHT");
            for (int i = 0; i < 3; i++) {
                String trace = "t" + i + " ";
                assertThat(log.stream().filter(line -> line.startsWith(trace)))
                        .containsExactlyInAnyOrder(
                                trace + "begins /both",
                                trace + "waits for both",
                                trace + "reads left",
                                trace + "reads right",
                                trace + "ends /both");
            }
            assertThat(log).hasSize(15);
        });
    }
}
