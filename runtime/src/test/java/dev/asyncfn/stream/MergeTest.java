package dev.asyncfn.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergeTest {
    private final TaskProbe task = new TaskProbe();
    private final Source<String> left = new Source<>();
    private final Source<String> right = new Source<>();
    private final Stream<String> merged = left.merge(right);

    private Poll<String> poll() throws Exception {
        return merged.pollNext(task.context());
    }

    @Test
    void givesTheItemsAsTheyCome() throws Exception {
        assertThat(poll()).isSameAs(Poll.pending());
        right.give("r");
        assertThat(task.takeWoken()).isTrue();
        assertThat(poll()).isEqualTo(Poll.ready("r"));
        left.give("l");
        assertThat(poll()).isEqualTo(Poll.ready("l"));
        assertThat(poll()).isSameAs(Poll.pending());
    }

    @Test
    void pollsOnlyWhatWasWoken() throws Exception {
        poll();
        left.wake();
        poll();
        poll();
        assertThat(left.polls).isEqualTo(2);
        assertThat(right.polls).isOne();
    }

    @Test
    void endsWithTheLast() throws Exception {
        left.end();
        assertThat(poll()).isSameAs(Poll.pending());
        right.give("r").end();
        assertThat(poll()).isEqualTo(Poll.ready("r"));
        assertThat(poll()).isEqualTo(Stream.end());
        assertThat(poll()).isEqualTo(Stream.end());
        merged.drop();
        assertThat(left.drops + right.drops).isZero();
        assertThat(task.held()).isZero();
    }

    @Test
    void aStreamThatIsAlwaysReadyDoesNotStarveTheOthers() throws Exception {
        for (int i = 0; i < 3; i++) {
            left.give("l");
            right.give("r");
        }
        List<String> order = new ArrayList<>();
        while (poll() instanceof Poll.Ready<String> next) {
            order.add(next.value());
        }
        assertThat(order).containsExactly("l", "r", "l", "r", "l", "r");
    }

    @Test
    void aThrowOfOneDropsTheOthers() throws Exception {
        IOException failure = new IOException("of the left");
        poll();
        left.fail(failure);
        assertThatThrownBy(this::poll).isSameAs(failure);
        assertThatThrownBy(this::poll).isInstanceOf(IllegalStateException.class);
        merged.drop();
        assertThat(left.drops).isZero();
        assertThat(right.drops).isOne();
        assertThat(task.held()).isZero();
    }

    @Test
    void droppedInTheMiddleDropsThoseThatHaveNotEnded() throws Exception {
        left.end();
        poll();
        merged.drop();
        merged.drop();
        assertThat(left.drops).isZero();
        assertThat(right.drops).isOne();
        assertThat(task.held()).isZero();
        right.give("late");
        assertThat(task.takeWoken()).isFalse();
    }

    @Test
    void ofNothingIsEmpty() throws Exception {
        assertThat(Streams.merge(List.of()).pollNext(task.context())).isEqualTo(Stream.end());
    }

    @Test
    void itsListIsCopied() {
        List<Stream<Integer>> streams = new ArrayList<>(List.of(Streams.of(1)));
        Stream<Integer> one = Streams.merge(streams);
        streams.clear();
        assertThat(Async.blockOn(one.toList())).containsExactly(1);
    }

    @Test
    void noWakeIsLostThatComesFromOtherThreads() {
        try (ThreadPool pool = ThreadPool.of(4)) {
            List<Stream<Integer>> streams = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                streams.add(Streams.<Integer>fromIterable(
                                () -> IntStream.range(0, 100).iterator())
                        .then(n -> pool.spawn(Futures.map(Futures.yieldNow(), nothing -> n))));
            }
            Future<Integer> sum = Streams.merge(streams).fold(0, Integer::sum);
            assertThat(Async.blockOn(sum)).isEqualTo(50 * 4950);
        }
    }

    @Test
    void tellsAllStreamsOnWhichItWaits() throws Exception {
        Future<String> first = Future.pending();
        Future<String> second = Future.pending();
        Future<String> next =
                Streams.merge(Streams.once(first), Streams.once(second)).next();
        task.poll(next);
        assertThat(((Traced) next).awaitedAll())
                .<Object>extracting(turn -> ((Traced) turn).awaited())
                .containsExactly(first, second);
    }
}
