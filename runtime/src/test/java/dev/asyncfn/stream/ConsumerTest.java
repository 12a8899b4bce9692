package dev.asyncfn.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.future.Signal;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The futures that read a stream to its end. */
class ConsumerTest {
    private final TaskProbe task = new TaskProbe();
    private final Source<Integer> source = new Source<>();
    private final List<Object> seen = new ArrayList<>();

    @Test
    void resultsAreThoseOfTheItems() {
        assertThat(Async.blockOn(Streams.of(1, 2, 3).fold("", (all, n) -> all + n)))
                .isEqualTo("123");
        assertThat(Async.blockOn(Streams.of("a", "b").collect(Collectors.joining("+"))))
                .isEqualTo("a+b");
        assertThat(Async.blockOn(Streams.of("a", "b").count())).isEqualTo(2);
        assertThat(Async.blockOn(Streams.empty().toList())).isEmpty();
        assertThat(Async.blockOn(Streams.of(1, 2).forEach(seen::add))).isNull();
        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void theListIsUnmodifiable() {
        List<Integer> list = Async.blockOn(Streams.of(1).toList());
        assertThatThrownBy(() -> list.add(2)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void waitsForEachItem() throws Exception {
        Future<List<Integer>> list = source.toList();
        assertThat(source.polls).isZero();
        assertThat(task.poll(list)).isSameAs(Poll.pending());
        source.give(1);
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(list)).isSameAs(Poll.pending());
        source.give(2).end();
        assertThat(task.poll(list)).isEqualTo(Poll.ready(List.of(1, 2)));
        assertThat(source.drops).isZero();
        assertThat(task.held()).isZero();
    }

    @Test
    void polledAfterCompletionThrows() throws Exception {
        Future<Long> count = source.end().count();
        task.poll(count);
        assertThatThrownBy(() -> task.poll(count)).isInstanceOf(IllegalStateException.class);
        Future<Void> forward = Streams.of(1).forward(Sinks.drain());
        task.poll(forward);
        assertThatThrownBy(() -> task.poll(forward)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void droppingItDropsTheStreamOnce() throws Exception {
        Future<Long> count = source.count();
        task.poll(count);
        count.drop();
        count.drop();
        assertThat(source.drops).isOne();
        assertThat(task.held()).isZero();
        assertThatThrownBy(() -> task.poll(count)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatTheStreamThrowsIsThrownAsItIs() {
        IOException failure = new IOException("of the stream");
        Future<Long> count = source.fail(failure).count();
        assertThatThrownBy(() -> task.poll(count)).isSameAs(failure);
        count.drop();
        assertThat(source.drops).isZero();
        assertThat(task.held()).isZero();
    }

    @Test
    void whatAFunctionThrowsDropsTheStreamOnce() {
        IllegalStateException failure = new IllegalStateException("of the action");
        Future<Void> each = source.give(1).forEach(n -> {
            throw failure;
        });
        assertThatThrownBy(() -> task.poll(each)).isSameAs(failure);
        each.drop();
        assertThat(source.drops).isOne();
        assertThat(task.held()).isZero();
    }

    @Test
    void whatAFinisherThrowsLeavesNothingBehind() {
        IllegalStateException failure = new IllegalStateException("of the finisher");
        Future<Object> collected = source.end().collect(Collector.of(ArrayList::new, List::add, (a, b) -> a, list -> {
            throw failure;
        }));
        assertThatThrownBy(() -> task.poll(collected)).isSameAs(failure);
        assertThat(source.drops).isZero();
    }

    @Test
    void theCollectorIsNotUsedBeforeTheFirstPoll() throws Exception {
        Future<List<Integer>> list = source.collect(Collector.of(
                () -> {
                    seen.add("made");
                    return new ArrayList<>();
                },
                List::add,
                (a, b) -> a));
        assertThat(seen).isEmpty();
        task.poll(list);
        task.poll(list);
        assertThat(seen).containsExactly("made");
    }

    @Test
    void forEachAsyncAwaitsOneFutureAfterTheOther() throws Exception {
        Signal<Void> first = new Signal<>();
        Signal<Void> second = new Signal<>();
        Future<Void> each = source.forEachAsync(n -> n == 1 ? first : second);
        source.give(1).give(2).end();
        task.poll(each);
        assertThat(second.polls).hasValue(0);
        first.complete(null);
        assertThat(task.poll(each)).isSameAs(Poll.pending());
        assertThat(second.polls).hasValue(1);
        second.complete(null);
        assertThat(task.poll(each)).isEqualTo(Poll.ready(null));
        assertThat(task.held()).isZero();
    }

    @Test
    void forEachConcurrentAwaitsNoMoreThanTheLimit() throws Exception {
        List<Signal<Void>> children = List.of(new Signal<>(), new Signal<>(), new Signal<>());
        Future<Void> each = source.forEachConcurrent(2, children::get);
        source.give(0).give(1).give(2).end();
        task.poll(each);
        assertThat(children).extracting(child -> child.polls.get()).containsExactly(1, 1, 0);
        children.get(1).complete(null);
        task.poll(each);
        assertThat(children).extracting(child -> child.polls.get()).containsExactly(1, 2, 1);
        children.get(0).complete(null);
        children.get(2).complete(null);
        assertThat(task.poll(each)).isEqualTo(Poll.ready(null));
        assertThat(task.held()).isZero();
    }

    @Test
    void forEachConcurrentEndsWithTheFirstFailureAndDropsTheRest() throws Exception {
        IOException failure = new IOException("of one");
        List<Signal<Void>> children = List.of(new Signal<>(), new Signal<>());
        Future<Void> each = source.forEachConcurrent(9, children::get);
        source.give(0).give(1);
        task.poll(each);
        children.get(1).fail(failure);
        assertThatThrownBy(() -> task.poll(each)).isSameAs(failure);
        each.drop();
        assertThat(children).extracting(child -> child.drops.get()).containsExactly(1, 0);
        assertThat(source.drops).isOne();
        assertThat(task.held()).isZero();
    }

    @Test
    void tellsOnWhatItWaits() throws Exception {
        Future<Long> count = source.map(n -> n).count();
        task.poll(count);
        assertThat(((Traced) count).state()).isEqualTo("end of MapStream of Source");
        count.drop();
        assertThat(((Traced) count).state()).isEqualTo("DONE");
    }
}
