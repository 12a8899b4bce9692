package dev.asyncfn.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.executor.TaskScope;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Signal;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BufferedTest {
    private final TaskProbe task = new TaskProbe();
    private final Source<Signal<String>> source = new Source<>();
    private final List<Signal<String>> children = List.of(new Signal<>(), new Signal<>(), new Signal<>());
    private final LocalPool pool = new LocalPool();

    private <T> Poll<T> poll(Stream<T> stream) throws Exception {
        return stream.pollNext(task.context());
    }

    private List<Integer> polls() {
        return children.stream().map(child -> child.polls.get()).toList();
    }

    private List<Integer> drops() {
        return children.stream().map(child -> child.drops.get()).toList();
    }

    private void giveAll() {
        children.forEach(source::give);
    }

    @Test
    void orderedGivesTheValuesInTheOrderOfTheFutures() throws Exception {
        giveAll();
        source.end();
        Stream<String> stream = Streams.buffered(source, 3);
        assertThat(poll(stream)).isSameAs(Poll.pending());
        children.get(2).complete("c");
        children.get(1).complete("b");
        assertThat(poll(stream)).isSameAs(Poll.pending());
        children.get(0).complete("a");
        assertThat(poll(stream)).isEqualTo(Poll.ready("a"));
        assertThat(poll(stream)).isEqualTo(Poll.ready("b"));
        assertThat(poll(stream)).isEqualTo(Poll.ready("c"));
        assertThat(poll(stream)).isEqualTo(Stream.end());
        assertThat(task.held()).isZero();
    }

    @Test
    void unorderedGivesTheValuesAsTheyCome() throws Exception {
        giveAll();
        source.end();
        Stream<String> stream = Streams.bufferUnordered(source, 3);
        assertThat(poll(stream)).isSameAs(Poll.pending());
        children.get(2).complete("c");
        assertThat(task.takeWoken()).isTrue();
        assertThat(poll(stream)).isEqualTo(Poll.ready("c"));
        children.get(0).complete("a");
        children.get(1).complete("b");
        assertThat(poll(stream)).isEqualTo(Poll.ready("a"));
        assertThat(poll(stream)).isEqualTo(Poll.ready("b"));
        assertThat(poll(stream)).isEqualTo(Stream.end());
        assertThat(task.held()).isZero();
    }

    @Test
    void noMoreFuturesAreUnderWayThanTheLimit() throws Exception {
        giveAll();
        Stream<String> ordered = Streams.buffered(source, 2);
        poll(ordered);
        children.get(1).complete("b");
        poll(ordered);
        assertThat(polls()).as("the second waits for the first").containsExactly(1, 2, 0);
        children.get(0).complete("a");
        poll(ordered);
        poll(ordered);
        assertThat(polls()).containsExactly(2, 2, 1);
    }

    @Test
    void onlyTheFuturesThatWereWokenArePolled() throws Exception {
        giveAll();
        Stream<String> stream = Streams.bufferUnordered(source, 9);
        poll(stream);
        children.get(1).wake();
        poll(stream);
        assertThat(polls()).containsExactly(1, 2, 1);
    }

    @Test
    void eachPollMovesAllFuturesAlsoIfTheFirstIsDone() throws Exception {
        giveAll();
        Stream<String> stream = Streams.buffered(source, 3);
        poll(stream);
        children.get(0).complete("a");
        children.get(2).wake();
        assertThat(poll(stream)).isEqualTo(Poll.ready("a"));
        assertThat(polls()).containsExactly(2, 1, 2);
    }

    @Test
    void aFailureComesInItsPlaceInTheOrderAndDropsTheRest() throws Exception {
        IOException failure = new IOException("of the second");
        giveAll();
        Stream<String> stream = Streams.buffered(source, 3);
        poll(stream);
        children.get(1).fail(failure);
        assertThat(poll(stream)).isSameAs(Poll.pending());
        children.get(0).complete("a");
        assertThat(poll(stream)).isEqualTo(Poll.ready("a"));
        assertThatThrownBy(() -> poll(stream)).isSameAs(failure);
        assertThatThrownBy(() -> poll(stream)).hasMessage("stream polled after it has thrown");
        stream.drop();
        assertThat(drops()).containsExactly(0, 0, 1);
        assertThat(source.drops).isOne();
        assertThat(task.held()).isZero();
    }

    @Test
    void aFailureAfterTheStreamHasEndedStaysAFailure() throws Exception {
        IOException failure = new IOException("of the only one");
        source.give(children.get(0)).end();
        Stream<String> stream = Streams.bufferUnordered(source, 3);
        poll(stream);
        children.get(0).fail(failure);
        assertThatThrownBy(() -> poll(stream)).isSameAs(failure);
        assertThatThrownBy(() -> poll(stream)).hasMessage("stream polled after it has thrown");
        assertThat(source.drops).isZero();
    }

    @Test
    void aFailureUnorderedDropsTheRestAtOnce() throws Exception {
        IOException failure = new IOException("of the last");
        giveAll();
        Stream<String> stream = Streams.bufferUnordered(source, 3);
        poll(stream);
        children.get(2).fail(failure);
        assertThatThrownBy(() -> poll(stream)).isSameAs(failure);
        stream.drop();
        assertThat(drops()).containsExactly(1, 1, 0);
        assertThat(task.held()).isZero();
    }

    @Test
    void whatTheStreamThrowsComesAfterTheValuesOfItsFutures() throws Exception {
        IOException failure = new IOException("of the stream");
        source.give(children.get(0)).fail(failure);
        Stream<String> stream = Streams.bufferUnordered(source, 3);
        assertThat(poll(stream)).isSameAs(Poll.pending());
        children.get(0).complete("a");
        assertThat(poll(stream)).isEqualTo(Poll.ready("a"));
        assertThatThrownBy(() -> poll(stream)).isSameAs(failure);
    }

    @Test
    void whatTheStreamThrowsIsNotThrownAfterTheFailureOfAFuture() throws Exception {
        IOException failure = new IOException("of the future");
        for (boolean ordered : new boolean[] {false, true}) {
            Source<Signal<String>> failing = new Source<>();
            Signal<String> child = new Signal<>();
            failing.give(child).fail(new IOException("of the stream"));
            Stream<String> stream = ordered ? Streams.buffered(failing, 3) : Streams.bufferUnordered(failing, 3);
            assertThat(poll(stream)).isSameAs(Poll.pending());
            child.fail(failure);
            assertThatThrownBy(() -> poll(stream)).isSameAs(failure);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> poll(stream)).hasMessage("stream polled after it has thrown");
            }
        }
    }

    @Test
    void aMapperThatThrowsEndsItAfterTheValuesBefore() throws Exception {
        IllegalStateException failure = new IllegalStateException("of the mapper");
        Stream<Integer> stream = Streams.of(1, 2).buffered(2, n -> {
            if (n == 2) {
                throw failure;
            }
            return Future.ready(n);
        });
        assertThat(poll(stream)).isEqualTo(Poll.ready(1));
        assertThatThrownBy(() -> poll(stream)).isSameAs(failure);
    }

    @Test
    void droppedInTheMiddleDropsEachFutureAndTheStreamOnce() throws Exception {
        for (boolean ordered : List.of(true, false)) {
            Source<Signal<String>> upstream = new Source<>();
            List<Signal<String>> running = List.of(new Signal<>(), new Signal<>());
            running.forEach(upstream::give);
            Stream<String> stream = ordered ? Streams.buffered(upstream, 9) : Streams.bufferUnordered(upstream, 9);
            poll(stream);
            stream.drop();
            stream.drop();
            assertThat(running).extracting(child -> child.drops.get()).containsExactly(1, 1);
            assertThat(upstream.drops).isOne();
            assertThat(task.held()).isZero();
        }
    }

    @Test
    void childrenOfAStreamStandStillUnlessItIsPolled() throws Exception {
        giveAll();
        Stream<String> stream = Streams.buffered(source, 3);
        poll(stream);
        children.get(1).wake();
        pool.runUntilStalled();
        assertThat(polls()).containsExactly(1, 1, 1);
    }

    @Test
    void spawnedChildrenGoOnWhileTheConsumerIsBusy() throws Exception {
        giveAll();
        Stream<String> stream = Streams.buffered(source, 2, pool);
        assertThat(poll(stream)).isSameAs(Poll.pending());
        pool.runUntilStalled();
        children.get(1).complete("b");
        children.get(0).complete("a");
        pool.runUntilStalled();
        assertThat(polls()).as("without a poll of the stream").containsExactly(2, 2, 0);
        assertThat(poll(stream)).isEqualTo(Poll.ready("a"));
        assertThat(poll(stream)).isEqualTo(Poll.ready("b"));
        stream.drop();
        pool.run();
        assertThat(task.held()).isZero();
    }

    @Test
    void noMoreAreSpawnedThanTheLimitUntilTheirValuesAreTaken() throws Exception {
        giveAll();
        Stream<String> stream = Streams.bufferUnordered(source, 2, pool);
        poll(stream);
        pool.runUntilStalled();
        children.get(0).complete("a");
        children.get(1).complete("b");
        pool.runUntilStalled();
        assertThat(polls()).containsExactly(2, 2, 0);
        poll(stream);
        poll(stream);
        pool.runUntilStalled();
        assertThat(polls()).containsExactly(2, 2, 1);
    }

    @Test
    void droppingAStreamAbortsItsTasks() throws Exception {
        giveAll();
        Stream<String> stream = Streams.bufferUnordered(source, 3, pool);
        poll(stream);
        pool.runUntilStalled();
        stream.drop();
        stream.drop();
        pool.runUntilStalled();
        assertThat(drops()).containsExactly(1, 1, 1);
        assertThat(pool.size()).isZero();
        assertThat(task.held()).isZero();
    }

    @Test
    void aTaskThatFailsThrowsItsFailureAsItIsAndAbortsTheOthers() throws Exception {
        IOException failure = new IOException("of a task");
        giveAll();
        Stream<String> stream = Streams.bufferUnordered(source, 3, pool);
        poll(stream);
        pool.runUntilStalled();
        children.get(1).fail(failure);
        pool.runUntilStalled();
        assertThat(poll(stream)).isSameAs(Poll.pending());
        pool.runUntilStalled();
        assertThat(pool.size()).isZero();
        assertThat(drops()).containsExactly(1, 1, 1);
        assertThatThrownBy(() -> poll(stream)).isSameAs(failure);
    }

    @Test
    void aTaskThatIsAbortedByOthersIsAJoinException() throws Exception {
        List<JoinHandle<?>> handles = new ArrayList<>();
        Spawner spying = new Spawner() {
            @Override
            public <T> JoinHandle<T> spawn(Future<T> future) {
                JoinHandle<T> handle = pool.spawn(future);
                handles.add(handle);
                return handle;
            }
        };
        Stream<Integer> stream = Streams.of(1).buffered(1, spying, n -> Future.pending());
        poll(stream);
        handles.get(0).abort();
        pool.run();
        assertThatThrownBy(() -> poll(stream))
                .isInstanceOfSatisfying(
                        JoinException.class, e -> assertThat(e.isCancelled()).isTrue());
    }

    @Test
    void anExecutorThatRefusesEndsItAndTheFutureIsDropped() {
        pool.close();
        giveAll();
        Stream<String> stream = Streams.buffered(source, 3, pool);
        assertThatThrownBy(() -> poll(stream)).isInstanceOf(RejectedExecutionException.class);
        assertThat(drops()).containsExactly(1, 0, 0);
        assertThat(source.drops).isOne();
    }

    @Test
    void aScopeKeepsTheChildrenOfAStream() {
        Future<List<String>> two = TaskScope.run(
                pool, scope -> Streams.buffered(source, 3, scope).take(2).toList());
        giveAll();
        JoinHandle<List<String>> handle = pool.spawn(two);
        pool.runUntilStalled();
        children.get(1).complete("b");
        children.get(0).complete("a");
        pool.runUntilStalled();
        assertThat(Async.blockOn(handle)).containsExactly("a", "b");
        assertThat(drops())
                .as("a task drops its future when that is ready, too")
                .containsExactly(1, 1, 1);
        assertThat(pool.size()).isZero();
    }

    @Test
    void tellsAllFuturesThatAreUnderWayInTheirOrder() throws Exception {
        giveAll();
        Stream<String> stream = Streams.buffered(source, 3);
        Future<String> next = stream.next();
        task.poll(next);
        children.get(1).complete("b");
        task.poll(next);
        assertThat(((Traced) next).awaitedAll())
                .<Object>extracting(slot -> ((Traced) slot).awaited())
                .containsExactly(children.get(0), children.get(2));
        stream.drop();
        assertThat(((Traced) next).awaitedAll()).isEmpty();
    }

    @Test
    void tellsTheFuturesThatAreUnderWayAndOnWhatTheStreamWaitsUnlessItIsFull() throws Exception {
        Future<Signal<String>> later = Future.pending();
        Stream<Signal<String>> upstream = Streams.of(children.get(0)).chain(Streams.once(later));
        Stream<String> stream = Streams.bufferUnordered(upstream, 2);
        poll(stream);
        assertThat(((Traced) stream).awaitedAll()).isEqualTo(List.of(children.get(0), later));
        stream = Streams.bufferUnordered(Streams.of(children.get(1)).chain(Streams.once(later)), 1);
        poll(stream);
        assertThat(((Traced) stream).awaitedAll()).isEqualTo(List.of(children.get(1)));
    }

    @Test
    void manySpawnedChildrenOnManyThreads() {
        try (ThreadPool threads = ThreadPool.of(4)) {
            Stream<Integer> numbers =
                    Streams.fromIterable(() -> IntStream.range(0, 2_000).iterator());
            List<Integer> values =
                    Async.blockOn(numbers.buffered(16, threads, n -> Futures.map(Futures.yieldNow(), nothing -> n))
                            .toList());
            assertThat(values).isEqualTo(IntStream.range(0, 2_000).boxed().toList());
        }
    }
}
