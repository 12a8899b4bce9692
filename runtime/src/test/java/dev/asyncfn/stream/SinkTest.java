package dev.asyncfn.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Signal;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SinkTest {
    private final TaskProbe task = new TaskProbe();
    private final List<Object> seen = new ArrayList<>();
    private final List<Signal<Void>> children = List.of(new Signal<>(), new Signal<>(), new Signal<>());
    /** Takes the next item when the child of the last is ready. */
    private final Sink<Integer> slow = Sinks.forEachAsync(n -> {
        seen.add(n);
        return children.get(n);
    });

    @Test
    void sendGivesTheItemAndFlushes() throws Exception {
        Future<Void> send = slow.send(0);
        assertThat(seen).isEmpty();
        assertThat(task.poll(send)).isSameAs(Poll.pending());
        assertThat(seen).containsExactly(0);
        children.get(0).complete(null);
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(send)).isEqualTo(Poll.ready(null));
        assertThatThrownBy(() -> task.poll(send)).isInstanceOf(IllegalStateException.class);
        assertThat(task.held()).isZero();
    }

    @Test
    void feedWaitsUntilTheSinkIsReady() throws Exception {
        assertThat(task.poll(slow.feed(0))).isEqualTo(Poll.ready(null));
        Future<Void> second = slow.feed(1);
        assertThat(task.poll(second)).isSameAs(Poll.pending());
        assertThat(seen).containsExactly(0);
        children.get(0).complete(null);
        assertThat(task.poll(second)).isEqualTo(Poll.ready(null));
        assertThat(seen).containsExactly(0, 1);
    }

    @Test
    void aSendThatIsDroppedBeforeTheSinkWasReadyHasNotGivenItsItem() throws Exception {
        task.poll(slow.feed(0));
        Future<Void> second = slow.send(1);
        task.poll(second);
        second.drop();
        children.get(0).complete(null);
        assertThat(task.poll(slow.feed(2))).isEqualTo(Poll.ready(null));
        assertThat(seen).containsExactly(0, 2);
    }

    @Test
    void anItemWithoutPollReadyIsRefused() throws Exception {
        assertThatThrownBy(() -> slow.startSend(0)).hasMessage("the sink is not ready");
        assertThat(slow.pollReady(task.context()).isReady()).isTrue();
        slow.startSend(0);
        assertThatThrownBy(() -> slow.startSend(1)).hasMessage("the sink is not ready");
        assertThatNullPointerException().isThrownBy(() -> slow.startSend(null));
        assertThatNullPointerException().isThrownBy(() -> slow.send(null));
        assertThat(seen).containsExactly(0);
    }

    @Test
    void closeFlushesAndThenNothingMoreIsTaken() throws Exception {
        task.poll(slow.feed(0));
        Future<Void> close = slow.close();
        assertThat(task.poll(close)).isSameAs(Poll.pending());
        children.get(0).complete(null);
        assertThat(task.poll(close)).isEqualTo(Poll.ready(null));
        assertThat(task.poll(slow.close())).isEqualTo(Poll.ready(null));
        assertThatThrownBy(() -> task.poll(slow.send(1))).hasMessage("the sink is closed");
        assertThatThrownBy(() -> task.poll(slow.flush())).hasMessage("the sink is closed");
        slow.drop();
        assertThat(children.get(0).drops).hasValue(0);
        assertThat(task.held()).isZero();
    }

    @Test
    void whatTheChildThrowsBreaksTheSink() throws Exception {
        IOException failure = new IOException("of the child");
        task.poll(slow.feed(0));
        children.get(0).fail(failure);
        assertThatThrownBy(() -> task.poll(slow.feed(1))).isSameAs(failure);
        assertThatThrownBy(() -> task.poll(slow.feed(1))).hasMessage("the sink has failed");
        slow.drop();
        assertThat(children.get(0).drops).hasValue(0);
    }

    @Test
    void whatTheActionThrowsBreaksTheSink() {
        IllegalStateException failure = new IllegalStateException("of the action");
        Sink<Integer> sink = Sinks.forEach(n -> {
            throw failure;
        });
        assertThatThrownBy(() -> task.poll(sink.send(1))).isSameAs(failure);
        assertThatThrownBy(() -> task.poll(sink.send(1))).hasMessage("the sink has failed");
    }

    @Test
    void droppingASinkDropsItsChildOnce() throws Exception {
        task.poll(slow.send(0));
        slow.drop();
        slow.drop();
        assertThat(children.get(0).drops).hasValue(1);
        assertThat(task.held()).isZero();
    }

    @Test
    void sendAllSendsAndLeavesTheSinkOpen() {
        Sink<Object> sink = Sinks.forEach(seen::add);
        assertThat(Async.blockOn(sink.sendAll(Streams.of(1, 2)))).isNull();
        Async.blockOn(sink.send("more"));
        assertThat(seen).containsExactly(1, 2, "more");
    }

    @Test
    void forwardClosesTheSink() {
        Sink<Object> sink = Sinks.forEach(seen::add);
        Async.blockOn(Streams.of(1, 2).forward(sink));
        assertThat(seen).containsExactly(1, 2);
        assertThatThrownBy(() -> Async.blockOn(sink.send(3))).hasMessage("the sink is closed");
    }

    @Test
    void forwardAsksForAnItemOnlyWhenTheLastWasTaken() throws Exception {
        Source<Integer> source = new Source<>();
        Future<Void> forward = source.forward(slow);
        source.give(0).give(1).give(2);
        assertThat(task.poll(forward)).isSameAs(Poll.pending());
        assertThat(seen).containsExactly(0);
        assertThat(source.polls).isEqualTo(2);
        children.get(0).complete(null);
        task.poll(forward);
        assertThat(seen).containsExactly(0, 1);
        children.get(1).complete(null);
        children.get(2).complete(null);
        source.end();
        assertThat(task.poll(forward)).isEqualTo(Poll.ready(null));
        assertThat(task.held()).isZero();
    }

    @Test
    void forwardThatIsDroppedDropsTheStreamAndTheSink() throws Exception {
        Source<Integer> source = new Source<>();
        Future<Void> forward = source.give(0).give(1).forward(slow);
        task.poll(forward);
        forward.drop();
        forward.drop();
        assertThat(source.drops).isOne();
        assertThat(children.get(0).drops).hasValue(1);
        assertThat(task.held()).isZero();
    }

    @Test
    void sendAllThatIsDroppedLeavesTheSinkAsItIs() throws Exception {
        Source<Integer> source = new Source<>();
        Future<Void> all = slow.sendAll(source.give(0).give(1));
        task.poll(all);
        all.drop();
        assertThat(source.drops).isOne();
        assertThat(children.get(0).drops).hasValue(0);
        children.get(0).complete(null);
        assertThat(task.poll(slow.flush())).isEqualTo(Poll.ready(null));
    }

    @Test
    void forwardPassesOnWhatEitherThrowsAndDropsTheOther() throws Exception {
        IOException ofTheStream = new IOException("of the stream");
        Source<Integer> failing = new Source<>();
        Future<Void> first = failing.give(0).fail(ofTheStream).forward(slow);
        children.get(0).complete(null);
        assertThatThrownBy(() -> task.poll(first)).isSameAs(ofTheStream);
        assertThatThrownBy(() -> task.poll(slow.flush())).hasMessage("the sink was dropped");

        IllegalStateException ofTheSink = new IllegalStateException("of the sink");
        Source<Integer> source = new Source<>();
        Future<Void> second = source.give(0).forward(Sinks.forEach(n -> {
            throw ofTheSink;
        }));
        assertThatThrownBy(() -> task.poll(second)).isSameAs(ofTheSink);
        assertThat(source.drops).isOne();
        assertThat(task.held()).isZero();
    }

    @Test
    void withMapsTheItemsForTheSink() {
        Sink<Object> sink = Sinks.forEach(seen::add);
        Async.blockOn(Streams.of(1, 2).forward(sink.<Integer>with(n -> "item " + n)));
        assertThat(seen).containsExactly("item 1", "item 2");
        assertThatThrownBy(() -> Async.blockOn(sink.flush())).hasMessage("the sink is closed");
    }

    @Test
    void aMappingThatThrowsBreaksBothSinks() {
        IllegalStateException failure = new IllegalStateException("of the mapping");
        Sink<Object> sink = Sinks.forEach(seen::add);
        Sink<Integer> mapped = sink.with(n -> {
            throw failure;
        });
        assertThatThrownBy(() -> task.poll(mapped.send(1))).isSameAs(failure);
        assertThatThrownBy(() -> task.poll(sink.flush())).hasMessage("the sink was dropped");
    }

    @Test
    void aBufferTakesSoManyItemsBeforeTheSinkDoes() throws Exception {
        Sink<Integer> buffered = slow.buffer(1);
        assertThat(task.poll(buffered.feed(0))).isEqualTo(Poll.ready(null));
        assertThat(seen).isEmpty();
        assertThat(task.poll(buffered.feed(1))).isEqualTo(Poll.ready(null));
        assertThat(seen).containsExactly(0);
        assertThat(task.poll(buffered.feed(2))).isSameAs(Poll.pending());
        children.get(0).complete(null);
        assertThat(task.poll(buffered.feed(2))).isEqualTo(Poll.ready(null));
        children.get(1).complete(null);
        children.get(2).complete(null);
        assertThat(task.poll(buffered.close())).isEqualTo(Poll.ready(null));
        assertThat(seen).containsExactly(0, 1, 2);
        assertThat(task.held()).isZero();
    }

    @Test
    void aBufferThatIsDroppedDropsTheSinkAndForgetsItsItems() throws Exception {
        Sink<Integer> buffered = slow.buffer(2);
        task.poll(buffered.feed(0));
        task.poll(buffered.feed(1));
        buffered.drop();
        assertThat(children.get(0).drops).hasValue(1);
        assertThat(seen).containsExactly(0);
        assertThatThrownBy(() -> task.poll(buffered.feed(2))).hasMessage("the sink was dropped");
    }

    private static void refusesAll(Sink<Integer> sink, String why) {
        TaskProbe task = new TaskProbe();
        assertThatThrownBy(() -> task.poll(sink.send(9))).hasMessage(why);
        assertThatThrownBy(() -> task.poll(sink.flush())).hasMessage(why);
        assertThatThrownBy(() -> task.poll(sink.close()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(why);
        sink.drop();
    }

    private static List<Sink<Integer>> sinksOver(Consumer<Integer> action) {
        return List.of(
                Sinks.forEach(action),
                Sinks.forEach(action).buffer(2),
                Sinks.forEach(action).with(n -> n),
                Sinks.forEachAsync(n -> Futures.lazy(() -> {
                    action.accept(n);
                    return n;
                })));
    }

    @Test
    void aSinkThatHasFailedCannotBeClosed() {
        IllegalStateException failure = new IllegalStateException("of the action");
        for (Sink<Integer> sink : sinksOver(n -> {
            throw failure;
        })) {
            assertThatThrownBy(() -> task.poll(sink.send(1))).isSameAs(failure);
            refusesAll(sink, "the sink has failed");
        }
    }

    @Test
    void aSinkThatFailsAsItIsClosedCannotBeClosed() throws Exception {
        IllegalStateException failure = new IllegalStateException("of the action");
        Sink<Integer> sink = Sinks.<Integer>forEach(n -> {
                    throw failure;
                })
                .buffer(2);
        task.poll(sink.feed(1));
        assertThatThrownBy(() -> task.poll(sink.close())).isSameAs(failure);
        refusesAll(sink, "the sink has failed");
    }

    @Test
    void aSinkThatWasDroppedCannotBeClosed() throws Exception {
        for (boolean inTime : new boolean[] {false, true}) {
            for (Sink<Integer> sink : sinksOver(seen::add)) {
                task.poll(sink.feed(1));
                if (inTime) {
                    assertThat(sink.pollDrop(task.context()).isReady()).isTrue();
                }
                sink.drop();
                refusesAll(sink, "the sink was dropped");
            }
        }
    }

    @Test
    void aSinkThatIsClosedMayBeClosedAgain() throws Exception {
        for (Sink<Integer> sink : sinksOver(seen::add)) {
            task.poll(sink.feed(1));
            for (int i = 0; i < 3; i++) {
                assertThat(task.poll(sink.close())).isEqualTo(Poll.ready(null));
                sink.drop();
            }
        }
    }

    @Test
    void drainForgets() {
        assertThat(Async.blockOn(Streams.of(1, 2).forward(Sinks.drain()))).isNull();
    }

    @Test
    void tellsOnWhatItWaits() throws Exception {
        Future<Void> send = slow.send(0);
        assertThat(((Traced) send).state()).isEqualTo("Sink.send");
        task.poll(send);
        assertThat(((Traced) send).state()).isEqualTo("Sink.flush");
        assertThat(((Traced) send).awaited()).isSameAs(children.get(0));
        send.drop();
        assertThat(((Traced) send).state()).isEqualTo("DONE");
    }

    @Test
    void flushAndCloseAreFuturesThatArePolledOnce() throws Exception {
        Future<Void> flush = slow.flush();
        Future<Void> close = slow.close();
        assertThat(task.poll(flush)).isEqualTo(Poll.ready(null));
        assertThatThrownBy(() -> task.poll(flush)).hasMessage("polled after completion");
        assertThat(task.poll(close)).isEqualTo(Poll.ready(null));
        assertThatThrownBy(() -> task.poll(close)).hasMessage("polled after completion");
    }

    @Test
    void aCloseThatIsDroppedLeavesTheSinkOpen() throws Exception {
        task.poll(slow.feed(0));
        Future<Void> close = slow.close();
        assertThat(task.poll(close)).isSameAs(Poll.pending());
        close.drop();
        assertThatThrownBy(() -> task.poll(close)).hasMessage("polled after completion");
        children.get(0).complete(null);
        assertThat(task.poll(slow.send(1))).isSameAs(Poll.pending());
        assertThat(seen).containsExactly(0, 1);
        slow.drop();
    }

    @Test
    void tellsThroughOtherSinksOnWhatItWaits() throws Exception {
        Sink<Integer> sink = slow.<Integer>with(n -> n).buffer(2);
        task.poll(sink.feed(0));
        Future<Void> close = sink.close();
        assertThat(((Traced) sink).state()).isEqualTo("1 of 2 buffered");
        assertThat(task.poll(close)).isSameAs(Poll.pending());
        assertThat(((Traced) close).state()).isEqualTo("Sink.close");
        assertThat(((Traced) close).awaited()).isSameAs(children.get(0));
        close.drop();
        assertThat(((Traced) close).state()).isEqualTo("DONE");
        assertThat(((Traced) close).awaited()).isNull();
        sink.drop();
    }
}
