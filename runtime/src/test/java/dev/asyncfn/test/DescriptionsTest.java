package dev.asyncfn.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.FuturesUnordered;
import dev.asyncfn.future.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each combinator says in a trace which one it is, how far it is, and what it waits for. */
class DescriptionsTest {
    record Combinator(String description, String children, BiFunction<Future<String>, Future<String>, Future<?>> of) {
        @Override
        public String toString() {
            return description;
        }
    }

    static Stream<Combinator> all() {
        return Stream.of(
                new Combinator("join, 2 of 2 left", "a b", Futures::join),
                new Combinator("join, 2 of 2 left", "a b", (a, b) -> Futures.joinAll(List.of(a, b))),
                new Combinator("tryJoin, 2 of 2 left", "a b", Futures::tryJoin),
                new Combinator("tryJoin, 2 of 2 left", "a b", (a, b) -> Futures.tryJoinAll(List.of(a, b))),
                new Combinator("select, 2 of 2 left", "a b", Futures::select),
                new Combinator("selectAll, 2 of 2 left", "a b", (a, b) -> Futures.selectAll(List.of(a, b))),
                new Combinator("race, 2 of 2 left", "a b", Futures::<String>race),
                new Combinator("raceOk, 2 of 2 left", "a b", (a, b) -> Futures.raceOk(List.of(a, b))),
                new Combinator("alongside", "a", (a, b) -> Futures.alongside(a)),
                new Combinator("map", "a", (a, b) -> Futures.map(a, value -> value)),
                new Combinator("andThen, first", "a", (a, b) -> Futures.andThen(a, Future::ready)),
                new Combinator("orElse, first", "a", (a, b) -> Futures.<String>orElse(a, Future::failed)),
                new Combinator("failingWith", "a", (a, b) -> Futures.failingWith(a, IOException.class)),
                new Combinator("fuse", "a", (a, b) -> Futures.fuse(a)),
                new Combinator("shielded", "a", (a, b) -> Futures.shielded(a)),
                new Combinator("shared", "a", (a, b) -> Futures.shared(a)),
                new Combinator("onUndelivered", "a", (a, b) -> Futures.onUndelivered(a, value -> {})),
                new Combinator("retry, 1 left", "a", (a, b) -> Futures.retry(2, () -> a)),
                new Combinator(
                        "retry, 1 attempts begun",
                        "a",
                        (a, b) -> RetryPolicy.immediate().retry(() -> a)),
                new Combinator("timeout", "a", (a, b) -> Futures.timeout(Duration.ofHours(1), a)),
                new Combinator(
                        "FuturesUnordered, 2 left",
                        "a b",
                        (a, b) -> FuturesUnordered.of(List.of(a, b)).next()),
                new Combinator("yieldNow, yielded", "", (a, b) -> Futures.yieldNow()),
                new Combinator("lazy", "", (a, b) -> Futures.lazy(() -> "value")));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aCombinatorNamesItselfAndThoseItWaitsFor(Combinator combinator) throws Exception {
        Future<?> future = combinator.of().apply(ManualFuture.named("a"), ManualFuture.named("b"));
        if (!combinator.description().equals("lazy")) { // which is ready when it is polled
            assertThat(new TaskProbe().poll(future).isPending()).isTrue();
        }
        assertThat(future).isInstanceOf(Traced.class);
        Traced traced = (Traced) future;
        assertThat(traced.state()).startsWith(combinator.description());
        assertThat(traced.awaitedAll().stream()
                        .filter(ManualFuture.class::isInstance)
                        .map(child -> ((ManualFuture<?>) child).name()))
                .containsExactly(
                        combinator.children().isEmpty()
                                ? new String[0]
                                : combinator.children().split(" "));
        future.drop();
    }
}
