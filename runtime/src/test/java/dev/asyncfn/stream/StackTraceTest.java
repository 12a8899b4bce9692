package dev.asyncfn.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Pair;
import dev.asyncfn.future.Signal;
import dev.asyncfn.stream.FetcherAsync.FetchFuture;
import dev.asyncfn.test.TaskProbe;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An async fn that fails in a stream or a sink, which let go of it, tells the line of its await all the same. */
class StackTraceTest {
    private static final Map<String, Function<Future<Integer>, Future<?>>> USERS = new TreeMap<>();

    static {
        USERS.put("once", child -> Streams.once(child).next());
        USERS.put(
                "unfold",
                child -> Streams.unfold(0, n -> Futures.map(child, value -> new Pair<>(value, n)))
                        .next());
        USERS.put(
                "generate",
                child ->
                        Streams.generate(() -> Futures.map(child, Optional::of)).next());
        USERS.put("then", child -> Streams.of(1).then(n -> child).next());
        USERS.put("takeUntil", child -> Streams.pending().takeUntil(child).next());
        USERS.put("buffered", child -> Streams.of(1).buffered(2, n -> child).next());
        USERS.put(
                "bufferUnordered",
                child -> Streams.of(1).bufferUnordered(2, n -> child).next());
        USERS.put("merge", child -> Streams.once(child).merge(Streams.pending()).next());
        USERS.put(
                "flatMap",
                child -> Streams.of(1).flatMap(n -> Streams.once(child)).next());
        USERS.put(
                "chain",
                child -> Streams.<Integer>empty().chain(Streams.once(child)).next());
        USERS.put("zip", child -> Streams.pending().zip(Streams.once(child)).next());
        USERS.put("chunks", child -> Streams.once(child).chunks(2).next());
        USERS.put("toList", child -> Streams.once(child).map(n -> n).toList());
        USERS.put("forEachAsync", child -> Streams.of(1).forEachAsync(n -> child));
        USERS.put("forEachConcurrent", child -> Streams.of(1).forEachConcurrent(2, n -> child));
        USERS.put("forward", child -> Streams.of(1).forward(Sinks.forEachAsync(n -> child)));
        USERS.put("send", child -> Sinks.forEachAsync(n -> child).buffer(2).send(1));
    }

    static Set<String> users() {
        return USERS.keySet();
    }

    @ParameterizedTest
    @MethodSource("users")
    void theLineOfTheAwaitIsTold(String user) throws Exception {
        TaskProbe task = new TaskProbe();
        Signal<Integer> leaf = new Signal<>();
        Future<?> future = USERS.get(user).apply(new FetchFuture<>(leaf));
        assertThat(task.poll(future).isPending()).isTrue();
        // Thrown in the poll, as by the body of an async fn.
        leaf.onPoll(() -> {
            throw new IllegalStateException("failed");
        });
        leaf.wake();
        Throwable failure = catchThrowable(() -> task.poll(future));
        assertThat(failure).hasMessage("failed");
        assertThat(Arrays.stream(failure.getStackTrace()).map(StackTraceElement::toString))
                .anyMatch(frame -> frame.endsWith("app.Fetcher.fetch(Fetcher.java:12)"))
                .noneMatch(frame -> frame.contains("FetcherAsync"));
    }
}
