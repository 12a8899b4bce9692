package dev.asyncfn.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TimedStreamsTest {
    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    /** One item after each of these delays. */
    private static Stream<Long> after(TestExecutor executor, long... millis) {
        return Streams.fromIterable(
                        java.util.stream.LongStream.of(millis).boxed().toList())
                .then(delay -> Futures.map(Sleep.of(ms(delay), executor.clock()), slept -> delay));
    }

    private static List<Long> items(UnaryOperator<Stream<Long>> timed, long... millis) {
        try (TestExecutor executor = new TestExecutor(1)) {
            return executor.run(Futures.andThen(
                    Futures.yieldNow(),
                    b -> timed.apply(after(executor, millis)).toList()));
        }
    }

    @Test
    void itemsInTimePassTheTimeout() {
        assertThat(items(stream -> TimedStreams.timeout(ms(100), stream), 0, 99, 50, 99))
                .containsExactly(0L, 99L, 50L, 99L);
    }

    @Test
    void anItemThatTakesTooLongIsAFailure() {
        assertThatThrownBy(() -> items(stream -> TimedStreams.timeout(ms(100), stream), 50, 101))
                .isInstanceOf(ElapsedException.class)
                .hasMessage("no item within PT0.1S");
    }

    @Test
    void debounceKeepsTheNewestOfEachBurstAndTheLast() {
        assertThat(items(stream -> TimedStreams.debounce(ms(100), stream), 1, 2, 3, 200, 4, 500, 6))
                .containsExactly(3L, 4L, 6L);
        assertThat(items(stream -> TimedStreams.debounce(ms(100), stream))).isEmpty();
    }

    @Test
    void whatIsLeftOutOrHeldAtTheEndIsReleased() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        try (TestExecutor executor = new TestExecutor(1)) {
            List<AutoCloseable> got = new ArrayList<>();
            Future<Void> all = Futures.andThen(
                    Futures.yieldNow(),
                    begun -> TimedStreams.debounce(
                                    ms(100),
                                    after(executor, 1, 2, 200, 500)
                                            .<AutoCloseable>map(delay -> closed::incrementAndGet))
                            .forEach(got::add));
            assertThatThrownBy(() -> executor.run(Futures.andThen(
                            Futures.yieldNow(), begun -> dev.asyncfn.time.Timeouts.timeout(ms(250), all))))
                    .isInstanceOf(ElapsedException.class);
            assertThat(got).hasSize(1);
            assertThat(closed).hasValue(2); // the first, and the one that was held
            assertThat(executor.clock().untilNextTimer()).isEmpty();
        }
    }

    @Test
    void debounceThatHasThrownIsNotPolledAgain() {
        TaskProbe task = new TaskProbe();
        IOException failure = new IOException("of the upstream");
        Source<String> upstream = new Source<String>().give("held").fail(failure);
        Stream<String> stream = TimedStreams.debounce(ms(100), upstream);
        assertThatThrownBy(() -> stream.pollNext(task.context())).isSameAs(failure);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> stream.pollNext(task.context()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("stream polled after it has thrown");
        }
    }

    @Test
    void debounceThatWasDroppedIsNotPolledAgain() {
        TaskProbe task = new TaskProbe();
        Stream<String> stream = TimedStreams.debounce(ms(100), Streams.of("held"));
        stream.drop();
        assertThatThrownBy(() -> stream.pollNext(task.context()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stream polled after it was dropped");
    }
}
