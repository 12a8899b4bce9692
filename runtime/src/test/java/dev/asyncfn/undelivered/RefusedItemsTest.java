package dev.asyncfn.undelivered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.Futures;
import dev.asyncfn.stream.Sink;
import dev.asyncfn.stream.Sinks;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An item that a sink refuses, by an IllegalStateException, is nobody's, and released once; one that makes it fail is the sink's. */
@Tag("one-jdk")
class RefusedItemsTest {
    private static final IllegalStateException REFUSAL = new IllegalStateException("refused");

    private final TaskProbe task = new TaskProbe();
    private final Resource item = new Resource();

    /** Written by hand: ready, but throws when it gets an item. */
    private record Refusing(Exception thrown) implements Sink<Resource> {
        @Override
        public Poll<Void> pollReady(Context cx) {
            return Poll.ready(null);
        }

        @Override
        public void startSend(Resource item) throws Exception {
            throw thrown;
        }

        @Override
        public Poll<Void> pollFlush(Context cx) {
            return Poll.ready(null);
        }

        @Override
        public Poll<Void> pollClose(Context cx) {
            return Poll.ready(null);
        }
    }

    private enum Passing {
        SEND(Sink::send),
        FEED(Sink::feed),
        SEND_ALL((sink, item) -> sink.sendAll(Streams.of(item))),
        FORWARD((sink, item) -> Streams.of(item).forward(sink)),
        BUFFER((sink, item) -> sink.buffer(1).send(item)),
        WITH((sink, item) -> sink.<Resource>with(passed -> passed).send(item)),
        BUFFER_WITH((sink, item) ->
                Streams.of(item).forward(sink.<Resource>with(passed -> passed).buffer(1)));

        private final Way way;

        private interface Way {
            Future<Void> pass(Sink<Resource> sink, Resource item);
        }

        Passing(Way way) {
            this.way = way;
        }
    }

    private Throwable thrownBy(Future<?> future) {
        Throwable thrown = catchThrowable(() -> task.poll(future));
        future.drop();
        return thrown;
    }

    @ParameterizedTest
    @EnumSource
    void anItemThatIsRefusedIsClosedOnce(Passing passing) {
        assertThat(thrownBy(passing.way.pass(new Refusing(REFUSAL), item))).isSameAs(REFUSAL);
        assertThat(item.closes()).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void anItemThatMakesASinkFailBelongsToThat(Passing passing) {
        IOException failure = new IOException("of the sink");
        assertThat(thrownBy(passing.way.pass(new Refusing(failure), item))).isSameAs(failure);
        assertThat(item.closes()).isZero();
    }

    /** What the function throws is no refusal: it had the item. */
    @ParameterizedTest
    @EnumSource
    void anItemBelongsToTheFunctionThatItMakesFail(Passing passing) {
        Sink<Resource> failing = Sinks.forEach(taken -> {
            throw REFUSAL;
        });
        assertThat(thrownBy(passing.way.pass(failing, item))).isSameAs(REFUSAL);
        assertThat(item.closes()).isZero();
    }

    @Test
    void anItemOfAStreamIsReleasedAsThatSays() {
        Resource[] released = {null};
        Future<Void> forward = Streams.once(Futures.onUndelivered(Future.ready(item), left -> released[0] = left))
                .forward(new Refusing(REFUSAL));
        assertThat(thrownBy(forward)).isSameAs(REFUSAL);
        assertThat(released[0]).isSameAs(item);
        assertThat(item.closes()).isZero();
    }

    @Test
    void aFailureOfTheCloseIsSuppressed() {
        IOException ofClose = new IOException("of the close");
        IllegalStateException refusal = new IllegalStateException("refused");
        assertThat(thrownBy(new Refusing(refusal).send(new Resource(ofClose)))).isSameAs(refusal);
        assertThat(refusal).hasSuppressedException(ofClose);
    }

    @Test
    void anItemThatComesTooLateIsClosed() throws Exception {
        Sink<Resource> sink = Sinks.forEach(taken -> {});
        task.poll(sink.close());
        assertThat(thrownBy(sink.send(item))).isInstanceOf(IllegalStateException.class);
        assertThat(item.closes()).isOne();
    }
}
