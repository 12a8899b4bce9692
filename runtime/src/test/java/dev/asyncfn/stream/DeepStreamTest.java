package dev.asyncfn.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.ChildJvm;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.future.Pair;
import dev.asyncfn.test.TaskProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Streams that are always ready: no stack grows with their length, and their task still yields. */
class DeepStreamTest {
    /** More than any stack holds frames of. */
    private static final int DEEP = 100_000;

    private static Stream<Integer> numbers(int count) {
        return Streams.fromIterable(() -> IntStream.range(0, count).iterator());
    }

    @Test
    void manyItemsThroughAHundredAdaptersThatDropAllButOne() {
        Stream<Integer> stream = numbers(DEEP);
        for (int i = 0; i < 50; i++) {
            stream = stream.map(n -> n).filter(n -> n >= 0);
        }
        assertThat(Async.blockOn(stream.filter(n -> n == DEEP - 1).toList())).containsExactly(DEEP - 1);
    }

    @Test
    void manyStreamsThatAreEmpty() {
        assertThat(Async.blockOn(numbers(DEEP).flatMap(n -> Streams.empty()).count()))
                .isZero();
    }

    @Test
    void manyFuturesThatAreReady() {
        assertThat(Async.blockOn(numbers(DEEP).then(Future::ready).count())).isEqualTo(DEEP);
        assertThat(Async.blockOn(numbers(DEEP).bufferUnordered(4, Future::ready).count()))
                .isEqualTo(DEEP);
        assertThat(Async.blockOn(numbers(DEEP).buffered(4, Future::ready).count()))
                .isEqualTo(DEEP);
    }

    @Test
    void manyStreamsMerged() {
        List<Stream<Integer>> streams = new ArrayList<>();
        for (int i = 0; i < DEEP; i++) {
            streams.add(i % 2 == 0 ? Streams.empty() : Streams.of(i));
        }
        assertThat(Async.blockOn(Streams.merge(streams).count())).isEqualTo(DEEP / 2);
    }

    @Test
    void theBudgetEndsThePollOfAStreamThatIsAlwaysReady() throws Exception {
        TaskProbe task = new TaskProbe();
        List<Future<?>> endless = List.of(
                Streams.repeatWith(() -> 1).filter(n -> n > 1).toList(),
                Streams.repeatWith(() -> 1).filterMap(n -> null).toList(),
                Streams.repeatWith(() -> 1).flatMap(n -> Streams.empty()).count(),
                Streams.repeatWith(() -> 1).merge(Streams.repeatWith(() -> 2)).count(),
                Streams.repeatWith(() -> 1).bufferUnordered(3, Future::ready).count(),
                Streams.repeatWith(() -> 1).buffered(3, Future::ready).count(),
                Streams.repeatWith(() -> 1).readyChunks(3).count(),
                Streams.repeatWith(() -> 1).forward(Sinks.drain()),
                Streams.unfold(0, n -> Future.ready(new Pair<>(n, n))).count());
        for (Future<?> future : endless) {
            assertThat(future.poll(Context.withBudget(task.waker(), 128))).isSameAs(Poll.pending());
            assertThat(task.takeWoken()).isTrue();
            future.drop();
            assertThat(task.held()).isZero();
        }
    }

    @Test
    void othersGetTheirTurnWhileATaskReadsAStreamThatIsAlwaysReady() {
        try (LocalPool pool = new LocalPool()) {
            List<String> order = new ArrayList<>();
            pool.spawn(numbers(1_000).forEach(n -> order.add("reader")));
            pool.spawn(Streams.of("other").forEach(order::add));
            pool.run();
            assertThat(order.indexOf("other")).isBetween(1, 999);
        }
    }

    /** A class that is used for the first time where the stack has overflowed is broken for good. So in a JVM of its own. */
    @Test
    void moreAdaptersThanTheStackHasRoomForFailAndBreakNoOtherStream() throws Exception {
        String output = ChildJvm.run(DeepStreams.class, List.of("-Xss512k"));
        assertThat(output.lines()).containsExactly("java.lang.StackOverflowError", "[2, 3]", "exit 0");
    }
}
