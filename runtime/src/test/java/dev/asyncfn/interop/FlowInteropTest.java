package dev.asyncfn.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlowInteropTest {
    private final ThreadPool pool = ThreadPool.of(2);

    @AfterEach
    void close() {
        pool.close();
    }

    private static Stream<Integer> numbers(int count) {
        return Streams.fromIterable(() -> IntStream.range(0, count).iterator());
    }

    @Test
    void thereAndBackAgainGivesTheSameItems() {
        for (int prefetch : new int[] {1, 2, 3, 16, Integer.MAX_VALUE}) {
            Flow.Publisher<Integer> there = Interop.toPublisher(numbers(1_000), pool);
            assertThat(Async.blockOn(Interop.fromPublisher(there, prefetch).toList()))
                    .isEqualTo(IntStream.range(0, 1_000).boxed().toList());
        }
    }

    @Test
    void thereAndBackAgainKeepsTheFailuresIdentity() {
        IOException failure = new IOException("round trip");
        Flow.Publisher<Integer> there =
                Interop.toPublisher(numbers(3).then(n -> n == 2 ? Future.failed(failure) : Future.ready(n)), pool);
        List<Integer> seen = new ArrayList<>();
        assertThatThrownBy(() -> Async.blockOn(Interop.fromPublisher(there).forEach(seen::add)))
                .isSameAs(failure);
        assertThat(seen).containsExactly(0, 1);
    }

    @Test
    void backpressureReachesTheSource() {
        AtomicInteger made = new AtomicInteger();
        Flow.Publisher<Integer> there = Interop.toPublisher(Streams.repeatWith(made::incrementAndGet), pool);
        try (Stream<Integer> back = Interop.fromPublisher(there, 4)) {
            assertThat(Async.blockOn(back.next())).isOne();
            assertThat(Async.blockOn(back.next())).isEqualTo(2);
            assertThat(made.get()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void aSupplierServesEachSubscriber() {
        Flow.Publisher<Integer> publisher = Interop.toPublisher(() -> numbers(2), pool);
        for (int i = 0; i < 3; i++) {
            assertThat(Async.blockOn(Interop.fromPublisher(publisher).toList())).containsExactly(0, 1);
        }
    }

    @Test
    void aPrefetchOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interop.fromPublisher(Interop.toPublisher(numbers(1), pool), 0));
    }

    @Test
    void aProcessorOfTheJdkStandsBetweenTwoStreams() {
        CompletableFuture<Void> consumed;
        List<Integer> seen = new ArrayList<>();
        try (SubmissionPublisher<Integer> between = new SubmissionPublisher<>()) {
            consumed = between.consume(seen::add);
            Async.blockOn(numbers(100).forEach(between::submit));
        }
        assertThat(Async.blockOn(Interop.<Void>fromStage(consumed))).isNull();
        assertThat(seen).hasSize(100);
    }
}
