package dev.asyncfn.undelivered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Signal;
import dev.asyncfn.stream.Sink;
import dev.asyncfn.stream.Sinks;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where only the end of a future counts, or that an item came, the value is undelivered, and is released. */
@Tag("one-jdk")
class IgnoredValuesTest {
    /** A future that completes once the other has, and does not pass on its value. */
    private enum Ignoring {
        TAKE_UNTIL(value -> Streams.pending().takeUntil(value).count()),
        GENERATE(value -> Streams.generate(out -> value).count()),
        FOR_EACH_ASYNC(value -> Streams.of(1).forEachAsync(one -> value)),
        FOR_EACH_CONCURRENT(value -> Streams.of(1).forEachConcurrent(1, one -> value)),
        SINK(value -> Streams.of(1).forward(Sinks.forEachAsync(one -> value))),
        BUFFERED_SINK(
                value -> Streams.of(1).forward(Sinks.forEachAsync(one -> value).buffer(2))),
        SINK_FLUSHED(value -> Sinks.forEachAsync(one -> value).sendAll(Streams.of(1))),
        SKIP(value -> Streams.once(value).skip(1).toList()),
        COUNT(value -> Streams.once(value).count());

        private final Function<Future<Resource>, Future<?>> of;

        Ignoring(Function<Future<Resource>, Future<?>> of) {
            this.of = of;
        }
    }

    private final TaskProbe task = new TaskProbe();
    private final Signal<Resource> signal = new Signal<>();
    private final Resource resource = new Resource();

    @ParameterizedTest
    @EnumSource
    void isClosedAtTheEnd(Ignoring ignoring) throws Exception {
        Future<?> future = ignoring.of.apply(signal);
        assertThat(task.poll(future)).isSameAs(Poll.pending());
        signal.complete(resource);
        assertThat(task.poll(future).isReady()).isTrue();
        future.drop();
        assertThat(resource.closes()).isOne();
        assertThat(task.held()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void goesToTheHookInsteadIfThereIsOne(Ignoring ignoring) throws Exception {
        List<Resource> heard = new ArrayList<>();
        Future<?> future = ignoring.of.apply(Futures.onUndelivered(signal, heard::add));
        signal.complete(resource);
        assertThat(task.poll(future).isReady()).isTrue();
        assertThat(heard).containsExactly(resource);
        assertThat(resource.closes()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void failureOfTheCloseIsThatOfTheFuture(Ignoring ignoring) {
        IOException ofClose = new IOException("of the close");
        signal.complete(new Resource(ofClose));
        Future<?> future = ignoring.of.apply(signal);
        assertThat(catchThrowable(() -> task.poll(future))).isSameAs(ofClose);
        assertThat(task.held()).isZero();
    }

    /** Of the items of a sink, only it knows, so there is no hook. */
    @Test
    void drainReleasesEachItemThatItTakesAndNoOther() throws Exception {
        Signal<String> dropped = new Signal<>();
        Sink<Object> drain = Sinks.drain();
        assertThat(task.poll(drain.sendAll(Streams.of(resource, dropped, "a text")))
                        .isReady())
                .isTrue();
        assertThat(resource.closes()).isOne();
        assertThat(dropped.drops).hasValue(1);
        Resource unsent = new Resource();
        drain.send(unsent).drop();
        assertThat(unsent.closes()).isOne();
        drain.drop();
        assertThat(resource.closes()).isOne();
    }

    @Test
    void failureOfACloseBreaksTheDrain() {
        IOException ofClose = new IOException("of the close");
        Sink<Object> drain = Sinks.drain();
        assertThat(catchThrowable(() -> task.poll(drain.send(new Resource(ofClose)))))
                .isSameAs(ofClose);
        assertThat(catchThrowable(() -> task.poll(drain.send("another")))).hasMessage("the sink has failed");
    }

    @Test
    void numberedItemIsReleasedAsTheItem() throws Exception {
        Signal<Integer> never = new Signal<>();
        signal.complete(resource);
        Future<?> future = Futures.join(Streams.once(signal).enumerate().next(), never);
        assertThat(task.poll(future)).isSameAs(Poll.pending());
        future.drop();
        assertThat(resource.closes()).isOne();
    }

    @Test
    void valueOfAnAttemptIsReleasedAsItSays() throws Exception {
        List<Resource> heard = new ArrayList<>();
        Future<?> future =
                Futures.join(Futures.retry(2, () -> Futures.onUndelivered(signal, heard::add)), Future.pending());
        signal.complete(resource);
        assertThat(task.poll(future)).isSameAs(Poll.pending());
        future.drop();
        assertThat(heard).containsExactly(resource);
        assertThat(resource.closes()).isZero();
    }

    @Test
    void itemThatAGeneratorSendsInItsCleanupIsReleased() throws Exception {
        Stream<Resource> stream = Streams.generate(out -> new Future<Void>() {
            private Future<Void> sending;

            @Override
            public Poll<Void> poll(dev.asyncfn.Context cx) {
                return Poll.pending();
            }

            @Override
            public Poll<Void> pollDrop(dev.asyncfn.Context cx) throws Exception {
                sending = sending == null ? out.send(resource) : sending;
                return sending.poll(cx);
            }
        });
        assertThat(stream.pollNext(task.context())).isSameAs(Poll.pending());
        assertThat(stream.pollDrop(task.context()).isReady()).isTrue();
        assertThat(resource.closes()).isOne();
        assertThat(task.held()).isZero();
    }
}
