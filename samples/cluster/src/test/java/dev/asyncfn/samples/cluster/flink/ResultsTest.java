package dev.asyncfn.samples.cluster.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.samples.cluster.flink.AsyncFnFunction.Fn;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.streaming.api.functions.async.CollectionSupplier;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.junit.jupiter.api.Test;

/** What the function passes to Flink. The failure of a job shows only the one of several that Flink has met first. */
class ResultsTest {
    private record Result(CompletableFuture<Collection<String>> outcome) implements ResultFuture<String> {
        Result() {
            this(new CompletableFuture<>());
        }

        @Override
        public void complete(Collection<String> values) {
            outcome.complete(values);
        }

        @Override
        public void completeExceptionally(Throwable failure) {
            outcome.completeExceptionally(failure);
        }

        @Override
        public void complete(CollectionSupplier<String> values) {
            throw new AssertionError("not used");
        }
    }

    private final Result result = new Result();

    private static AsyncFnFunction<Integer, String> opened(Fn<Integer, String> fn) {
        AsyncFnFunction<Integer, String> function = new AsyncFnFunction<>(fn);
        function.open(DefaultOpenContext.INSTANCE);
        return function;
    }

    @Test
    void aValueIsTheOnlyElement() {
        AsyncFnFunction<Integer, String> function = opened(EnrichAsync::name);
        function.asyncInvoke(7, result);

        assertThat(result.outcome().join()).containsExactly("user 7");
        function.close();
    }

    @Test
    void aFailureIsPassedOnUnchanged() {
        AsyncFnFunction<Integer, String> function = opened(EnrichAsync::fail);
        function.asyncInvoke(7, result);

        assertThatThrownBy(() -> result.outcome().join())
                .hasCauseInstanceOf(IllegalArgumentException.class)
                .hasRootCauseMessage("no user 7");
        function.close();
    }

    @Test
    void aTimeoutIsAFailureAndDropsTheFutureThoughTheJobGoesOn() throws Exception {
        Enrich.Watched watched = new Enrich.Watched();
        AsyncFnFunction<Integer, String> function = opened(id -> EnrichAsync.never(watched));
        function.asyncInvoke(7, result);
        watched.waiting().await();

        function.timeout(7, result);

        assertThatThrownBy(() -> result.outcome().join())
                .hasCauseInstanceOf(TimeoutException.class)
                .hasRootCauseMessage("no result for 7");
        watched.dropped().await();
        function.close();
    }

    @Test
    void aTimeoutAfterTheResultHasNoEffect() {
        AsyncFnFunction<Integer, String> function = opened(EnrichAsync::name);
        function.asyncInvoke(7, result);
        result.outcome().join();

        function.timeout(7, result);

        assertThat(result.outcome().join()).containsExactly("user 7");
        function.close();
    }

    @Test
    void theEndDropsWhatIsLeft() throws Exception {
        Enrich.Watched watched = new Enrich.Watched();
        AsyncFnFunction<Integer, String> function = opened(id -> EnrichAsync.never(watched));
        function.asyncInvoke(7, result);
        watched.waiting().await();

        function.close();

        assertThat(watched.dropped().getCount()).isZero();
    }
}
