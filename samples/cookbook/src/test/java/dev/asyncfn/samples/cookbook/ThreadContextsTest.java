package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.TaskContext;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import io.micrometer.context.ContextRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The context of the thread that spawns a task is there in each of its polls, on any thread, and in no other task. */
class ThreadContextsTest {
    /** What each poll sees, before and after a suspension. */
    private static Future<String> seen(Supplier<String> current) {
        return Futures.andThen(
                Futures.lazy(current::get),
                first -> Futures.andThen(Futures.yieldNow(), now -> Futures.lazy(() -> first + ", " + current.get())));
    }

    private static void check(Supplier<TaskContext> contexts, Supplier<AutoCloseable> bind, Supplier<String> current)
            throws Exception {
        try (ThreadPool pool =
                ThreadPool.builder().threads(1).aroundPoll(contexts).build()) {
            JoinHandle<String> bound;
            try (AutoCloseable binding = bind.get()) {
                assertThat(binding).isNotNull();
                bound = pool.spawn(seen(current));
            }
            JoinHandle<String> other = pool.spawn(seen(current));
            assertThat(Async.blockOn(bound)).isEqualTo("value, value");
            assertThat(Async.blockOn(other)).isEqualTo("null, null");
        }
    }

    @Test
    void mdc() throws Exception {
        check(ThreadContexts::mdc, () -> MDC.putCloseable("key", "value"), () -> String.valueOf(MDC.get("key")));
    }

    @Test
    void whatATaskPutsIntoTheMdcStays() {
        try (ThreadPool pool =
                ThreadPool.builder().threads(1).aroundPoll(ThreadContexts::mdc).build()) {
            Future<String> putting = Futures.andThen(
                    Futures.lazy(() -> {
                        MDC.put("key", "put");
                        return null;
                    }),
                    nothing -> Futures.andThen(Futures.yieldNow(), now -> Futures.lazy(() -> MDC.get("key"))));
            assertThat(Async.blockOn(pool.spawn(putting))).isEqualTo("put");
            assertThat(Async.blockOn(pool.spawn(Futures.lazy(() -> MDC.get("key")))))
                    .isNull();
        }
    }

    @Test
    void openTelemetry() throws Exception {
        ContextKey<String> key = ContextKey.named("key");
        Supplier<AutoCloseable> bind = () -> {
            Scope scope = Context.current().with(key, "value").makeCurrent();
            return scope;
        };
        check(
                ThreadContexts::openTelemetry,
                bind,
                () -> String.valueOf(Context.current().get(key)));
    }

    @Test
    void micrometer() throws Exception {
        ThreadLocal<String> local = new ThreadLocal<>();
        ContextRegistry.getInstance().registerThreadLocalAccessor("asyncfn.cookbook", local);
        try {
            Supplier<AutoCloseable> bind = () -> {
                local.set("value");
                return local::remove;
            };
            check(ThreadContexts::micrometer, bind, () -> String.valueOf(local.get()));
        } finally {
            ContextRegistry.getInstance().removeThreadLocalAccessor("asyncfn.cookbook");
        }
    }
}
