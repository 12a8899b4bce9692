package dev.asyncfn.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TestExecutor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream of what a future sends. */
class GeneratedStreamTest {
    private final List<String> log = new ArrayList<>();
    private int wakes;
    private final Waker waker = Waker.of(() -> wakes++);

    private <T> Poll<T> poll(Stream<T> stream) throws Exception {
        return stream.pollNext(Context.fromWaker(waker));
    }

    /** Sends the numbers from one to another, and notes when each has been taken. */
    private Future<Void> count(Sink<Integer> out, int from, int to) {
        return from > to
                ? Future.ready(null)
                : Futures.andThen(out.send(from), nothing -> {
                    log.add("taken " + from);
                    return count(out, from + 1, to);
                });
    }

    @Test
    void itemsComeInTheOrderInWhichTheyAreSent() throws Exception {
        Stream<Integer> stream = Streams.generate(out -> count(out, 1, 3));
        assertThat(poll(stream)).isEqualTo(Poll.ready(1));
        assertThat(poll(stream)).isEqualTo(Poll.ready(2));
        assertThat(poll(stream)).isEqualTo(Poll.ready(3));
        assertThat(poll(stream)).isEqualTo(Stream.end());
        assertThat(poll(stream)).isEqualTo(Stream.end());
    }

    @Test
    void sendCompletesWhenTheNextItemIsRequested() throws Exception {
        Stream<Integer> stream = Streams.generate(out -> count(out, 1, 2));
        poll(stream);
        assertThat(log).isEmpty();
        poll(stream);
        assertThat(log).containsExactly("taken 1");
        poll(stream);
        assertThat(log).containsExactly("taken 1", "taken 2");
    }

    @Test
    void nothingRunsBeforeTheFirstPoll() {
        Stream<Integer> stream = Streams.generate(out -> {
            log.add("made");
            return count(out, 1, 2);
        });
        assertThat(log).isEmpty();
        stream.drop();
        assertThat(log).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> poll(stream));
    }

    @Test
    void bodyThatWaitsForSomethingElseIsPending() throws Exception {
        boolean[] open = {false};
        Future<Void> gate = cx -> open[0] ? Poll.ready(null) : Poll.pending();
        Stream<Integer> stream = Streams.generate(out -> Futures.andThen(gate, nothing -> out.send(1)));
        assertThat(poll(stream).isReady()).isFalse();
        open[0] = true;
        assertThat(poll(stream)).isEqualTo(Poll.ready(1));
        assertThat(poll(stream)).isEqualTo(Stream.end());
    }

    @Test
    void itemThatWasFedComesThoughTheBodyIsOver() throws Exception {
        Stream<Integer> stream = Streams.generate(out -> out.feed(1));
        assertThat(poll(stream)).isEqualTo(Poll.ready(1));
        assertThat(poll(stream)).isEqualTo(Stream.end());
    }

    @Test
    void failureIsThatOfTheStream() throws Exception {
        IOException failure = new IOException("failed");
        Stream<Integer> stream =
                Streams.generate(out -> Futures.andThen(out.send(1), nothing -> Future.<Void>failed(failure)));
        assertThat(poll(stream)).isEqualTo(Poll.ready(1));
        assertThatThrownBy(() -> poll(stream)).isSameAs(failure);
        assertThatIllegalStateException().isThrownBy(() -> poll(stream));
    }

    @Test
    void failureComesAfterTheItemThatWasSentBefore() throws Exception {
        IOException failure = new IOException("failed");
        Stream<Integer> stream =
                Streams.generate(out -> Futures.andThen(out.feed(1), nothing -> Future.<Void>failed(failure)));
        assertThat(poll(stream)).isEqualTo(Poll.ready(1));
        assertThatThrownBy(() -> poll(stream)).isSameAs(failure);
    }

    /** The failure drops the sink, which has the item already. */
    @Test
    void failureOfAStreamThatIsForwardedComesAfterItsLastItem() throws Exception {
        IOException failure = new IOException("failed");
        List<Function<Sink<Integer>, Sink<Integer>>> sinks = List.of(out -> out, out -> out.with(n -> n));
        for (Function<Sink<Integer>, Sink<Integer>> sink : sinks) {
            Stream<Integer> stream = Streams.generate((Sink<Integer> out) ->
                    Streams.of(1, 2).chain(Streams.once(Future.failed(failure))).forward(sink.apply(out)));
            assertThat(poll(stream)).isEqualTo(Poll.ready(1));
            assertThat(poll(stream)).isEqualTo(Poll.ready(2));
            assertThatThrownBy(() -> poll(stream)).isSameAs(failure);
        }
    }

    @Test
    void itemThatWasSentComesThoughItsSinkIsDropped() throws Exception {
        Stream<Integer> stream = Streams.generate((Sink<Integer> out) -> Futures.andThen(out.feed(1), nothing -> {
            out.drop();
            return Future.pending();
        }));
        assertThat(poll(stream)).isEqualTo(Poll.ready(1));
        assertThat(poll(stream)).isSameAs(Poll.pending());
        stream.drop();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itemThatTheStreamHasNotGotIsReleasedOnceThoughItsSinkIsDropped(boolean inTime) throws Exception {
        AtomicReference<Sink<AutoCloseable>> escaped = new AtomicReference<>();
        Stream<AutoCloseable> stream = Streams.generate(out -> {
            escaped.set(out);
            return Future.pending();
        });
        poll(stream);
        escaped.get().pollReady(Context.fromWaker(waker));
        escaped.get().startSend(() -> log.add("closed"));
        escaped.get().drop();
        assertThat(log).isEmpty();
        if (inTime) {
            assertThat(stream.pollDrop(Context.fromWaker(waker)).isReady()).isTrue();
        }
        stream.drop();
        assertThat(log).containsExactly("closed");
    }

    @Test
    void failureOfTheFunctionIsThatOfTheStream() {
        IllegalArgumentException failure = new IllegalArgumentException();
        Stream<Integer> stream = Streams.generate(out -> {
            throw failure;
        });
        assertThatThrownBy(() -> poll(stream)).isSameAs(failure);
        assertThatIllegalStateException().isThrownBy(() -> poll(stream));
    }

    @Test
    void droppingTheStreamDropsTheBody() throws Exception {
        Stream<Integer> stream = Streams.generate(out -> new Future<Void>() {
            private final Future<Void> sending = out.send(1);

            @Override
            public Poll<Void> poll(Context cx) throws Exception {
                return sending.poll(cx);
            }

            @Override
            public void drop() {
                log.add("dropped");
                sending.drop();
            }
        });
        poll(stream);
        stream.drop();
        stream.drop();
        assertThat(log).containsExactly("dropped");
        assertThatIllegalStateException().isThrownBy(() -> poll(stream));
    }

    @Test
    void sinkIsClosedOnceTheStreamIsDropped() throws Exception {
        List<Sink<Integer>> sinks = new ArrayList<>();
        Stream<Integer> stream = Streams.generate(out -> {
            sinks.add(out);
            return out.send(1);
        });
        poll(stream);
        stream.drop();
        assertThatIllegalStateException().isThrownBy(() -> sinks.get(0).pollReady(Context.fromWaker(waker)));
    }

    /** A join polls only what was woken: whoever waits for the next request must be. */
    @Test
    void sendersThatArePolledBySubExecutorsGoOn() throws Exception {
        Stream<Integer> stream = Streams.generate(out -> Futures.join(
                count(out, 1, 2),
                Futures.andThen(
                        Futures.yieldNow(), nothing -> Futures.andThen(Futures.yieldNow(), n -> count(out, 11, 12)))));
        List<Integer> items = new ArrayList<>();
        for (int polls = 0; polls < 50; polls++) {
            Poll<Integer> poll = poll(stream);
            if (poll instanceof Poll.Ready<Integer> ready && ready.value() == null) {
                break;
            }
            if (poll instanceof Poll.Ready<Integer> ready) {
                items.add(ready.value());
            }
        }
        assertThat(items).containsExactlyInAnyOrder(1, 2, 11, 12);
    }

    @Test
    void aBodyThatIsPolledDirectlyWakesNobodyForAnItem() throws Exception {
        Stream<Integer> stream = Streams.generate(out -> count(out, 1, 3));
        while (poll(stream) instanceof Poll.Ready<Integer> ready && ready.value() != null) {
            assertThat(wakes).isZero();
        }
        assertThat(wakes).isZero();
    }

    @Test
    void tellsOnWhatItWaits() throws Exception {
        Future<Void> never = Future.pending();
        Stream<Integer> stream = Streams.generate(out -> never);
        poll(stream);
        assertThat(((Traced) stream).awaitedAll()).containsExactly(never);
    }

    @Test
    void aSinkThatHasLeftItsGeneratorIsClosedWhenThatHasEnded() {
        AtomicReference<Sink<Integer>> escaped = new AtomicReference<>();
        try (TestExecutor executor = new TestExecutor(1)) {
            Stream<Integer> stream = Streams.generate(out -> {
                escaped.set(out);
                return out.send(1);
            });
            assertThat(executor.run(stream.toList())).containsExactly(1);
            assertThatIllegalStateException()
                    .isThrownBy(() -> executor.run(escaped.get().send(2)))
                    .withMessage("the sink is closed");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSinkMayBeClosedOnceItsGeneratorHasEndedThoughNotOnceThatWasDropped(boolean ended) throws Exception {
        AtomicReference<Sink<Integer>> escaped = new AtomicReference<>();
        Stream<Integer> stream = Streams.generate(out -> {
            escaped.set(out);
            return ended ? Future.ready(null) : Future.pending();
        });
        poll(stream);
        stream.drop();
        Future<Void> close = escaped.get().close();
        if (ended) {
            assertThat(close.poll(Context.fromWaker(waker)).isReady()).isTrue();
        } else {
            assertThatIllegalStateException()
                    .isThrownBy(() -> close.poll(Context.fromWaker(waker)))
                    .withMessage("the sink was dropped");
        }
    }

    @Test
    void aTaskThatSendsFromOutsideLearnsOfTheEnd() {
        AtomicReference<Sink<Integer>> escaped = new AtomicReference<>();
        try (TestExecutor executor = new TestExecutor(1)) {
            Stream<Integer> stream = Streams.generate(out -> {
                escaped.set(out);
                return Future.pending();
            });
            assertThat(executor.run(Futures.select(stream.next(), Futures.yieldNow()))
                            .isLeft())
                    .isFalse();
            JoinHandle<?> outside = executor.spawn("outside", escaped.get().send(2));
            executor.runUntilStalled();
            stream.drop();
            executor.runUntilStalled();
            assertThat(outside.isFinished()).isTrue();
            assertThatThrownBy(() -> executor.run(outside)).hasRootCauseMessage("the sink was dropped");
        }
    }
}
