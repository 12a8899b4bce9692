package dev.asyncfn.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Pair;
import dev.asyncfn.future.Signal;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each combinator makes of the items. */
class StreamTest {
    private final TaskProbe task = new TaskProbe();
    private final Source<Integer> source = new Source<>();

    private static <T> List<T> all(Stream<T> stream) {
        return Async.blockOn(stream.toList());
    }

    private static Stream<Integer> numbers(int count) {
        return Streams.fromIterable(() -> IntStream.rangeClosed(1, count).iterator());
    }

    /** A future that is pending once. */
    private static <T> Future<T> later(T value) {
        return Futures.map(Futures.yieldNow(), nothing -> value);
    }

    @Test
    void sourcesGiveTheirItems() {
        assertThat(all(Streams.of("a", "b"))).containsExactly("a", "b");
        assertThat(all(Streams.fromIterator(List.of(1, 2).iterator()))).containsExactly(1, 2);
        assertThat(all(Streams.empty())).isEmpty();
        assertThat(all(Streams.once(later(7)))).containsExactly(7);
        assertThat(all(Streams.repeatWith(() -> "x").take(3))).containsExactly("x", "x", "x");
        assertThat(all(Streams.unfold(1, n -> later(n > 3 ? null : new Pair<>("item " + n, n + 1)))))
                .containsExactly("item 1", "item 2", "item 3");
    }

    @Test
    void generateAsksUntilItGetsNothing() {
        Iterator<Optional<String>> received = List.of(Optional.of("a"), Optional.of("b"), Optional.<String>empty())
                .iterator();
        Stream<String> stream = Streams.generate(() -> later(received.next()));
        assertThat(all(stream)).containsExactly("a", "b");
    }

    @Test
    void pendingNeverGivesAnything() throws Exception {
        assertThat(Streams.pending().pollNext(task.context())).isSameAs(Poll.pending());
        assertThat(task.clones()).isZero();
    }

    @Test
    void theIterableIsAskedAtTheFirstPoll() throws Exception {
        List<Integer> items = new ArrayList<>();
        Stream<Integer> stream = Streams.fromIterable(items);
        items.add(1);
        assertThat(stream.pollNext(task.context())).isEqualTo(Poll.ready(1));
    }

    @Test
    void theEndIsAlwaysTheSameInstance() throws Exception {
        assertThat(Streams.empty().pollNext(task.context())).isSameAs(Stream.end());
        assertThat(Stream.<String>end()).isSameAs(Stream.<Integer>end()).isEqualTo(Poll.ready(null));
    }

    @Test
    void aLoopOverNextReadsToTheEnd() {
        Stream<Integer> stream = numbers(3).map(n -> n * n);
        List<Integer> seen = new ArrayList<>();
        for (Integer item; (item = Async.await(stream.next())) != null; ) {
            seen.add(item);
        }
        assertThat(seen).containsExactly(1, 4, 9);
    }

    @Test
    void nextBorrowsTheStreamAndLosesNothingWhenItIsDropped() throws Exception {
        Future<Integer> given = source.next();
        assertThat(task.poll(given)).isSameAs(Poll.pending());
        given.drop();
        assertThat(source.drops).isZero();
        source.give(1);
        assertThat(task.poll(source.next())).isEqualTo(Poll.ready(1));
        source.drop();
        assertThat(task.held()).isZero();
    }

    @Test
    void nextIsAFutureThatIsPolledOnce() throws Exception {
        source.give(1).give(2);
        Future<Integer> next = source.next();
        assertThat(task.poll(next)).isEqualTo(Poll.ready(1));
        assertThatThrownBy(() -> task.poll(next)).isInstanceOf(IllegalStateException.class);
        assertThat(task.poll(source.next())).isEqualTo(Poll.ready(2));
    }

    @Test
    void filtersMapAndLeaveOut() {
        assertThat(all(numbers(9).filter(n -> n % 3 == 0))).containsExactly(3, 6, 9);
        assertThat(all(numbers(4).filterMap(n -> n % 2 == 0 ? "even " + n : null)))
                .containsExactly("even 2", "even 4");
        assertThat(all(numbers(5).skip(3))).containsExactly(4, 5);
        assertThat(all(numbers(2).skip(3))).isEmpty();
        assertThat(all(numbers(5).skipWhile(n -> n != 3))).containsExactly(3, 4, 5);
        assertThat(all(numbers(9).takeWhile(n -> n < 4))).containsExactly(1, 2, 3);
        assertThat(all(numbers(4).scan(0, Integer::sum))).containsExactly(1, 3, 6, 10);
        assertThat(all(Streams.of("a", "b").enumerate())).containsExactly(new Pair<>(0L, "a"), new Pair<>(1L, "b"));
    }

    @Test
    void inspectShowsEachItemAsItComesBy() throws Exception {
        List<Integer> seen = new ArrayList<>();
        Stream<Integer> stream = numbers(3).inspect(seen::add);
        assertThat(seen).isEmpty();
        assertThat(stream.pollNext(task.context())).isEqualTo(Poll.ready(1));
        assertThat(seen).containsExactly(1);
    }

    @Test
    void takeDropsTheStreamWithTheLastItemAndPollsItNoMore() throws Exception {
        source.give(1).give(2).give(3);
        Stream<Integer> two = source.take(2);
        assertThat(two.pollNext(task.context())).isEqualTo(Poll.ready(1));
        assertThat(source.drops).isZero();
        assertThat(two.pollNext(task.context())).isEqualTo(Poll.ready(2));
        assertThat(source.drops).isOne();
        assertThat(two.pollNext(task.context())).isEqualTo(Stream.end());
        assertThat(source.polls).isEqualTo(2);
        two.drop();
        assertThat(source.drops).isOne();
    }

    @Test
    void takeOfNothingPollsNothing() throws Exception {
        assertThat(source.take(0).pollNext(task.context())).isEqualTo(Stream.end());
        assertThat(source.polls).isZero();
        assertThat(source.drops).isOne();
    }

    @Test
    void takeWhileDropsTheStreamAtTheFirstThatFails() throws Exception {
        source.give(1).give(2);
        Stream<Integer> ones = source.takeWhile(n -> n == 1);
        ones.pollNext(task.context());
        assertThat(ones.pollNext(task.context())).isEqualTo(Stream.end());
        assertThat(ones.pollNext(task.context())).isEqualTo(Stream.end());
        assertThat(source.drops).isOne();
    }

    @Test
    void takeUntilEndsWhenItsFutureIsReadyAndDropsTheStream() throws Exception {
        Signal<String> stop = new Signal<>();
        Stream<Integer> stream = source.takeUntil(stop);
        source.give(1);
        assertThat(stream.pollNext(task.context())).isEqualTo(Poll.ready(1));
        assertThat(stream.pollNext(task.context())).isSameAs(Poll.pending());
        task.takeWoken();
        stop.complete("now");
        assertThat(task.takeWoken()).isTrue();
        source.give(2);
        assertThat(stream.pollNext(task.context())).isEqualTo(Stream.end());
        assertThat(source.drops).isOne();
        assertThat(stop.drops).hasValue(0);
        assertThat(task.held()).isZero();
    }

    @Test
    void takeUntilDropsItsFutureWhenTheStreamEndsFirst() throws Exception {
        Signal<String> stop = new Signal<>();
        Stream<Integer> stream = source.takeUntil(stop);
        stream.pollNext(task.context());
        source.end();
        assertThat(stream.pollNext(task.context())).isEqualTo(Stream.end());
        stream.drop();
        assertThat(stop.drops).hasValue(1);
        assertThat(task.held()).isZero();
    }

    @Test
    void thenAsksForTheNextItemOnlyWhenTheFutureIsReady() throws Exception {
        Signal<String> first = new Signal<>();
        Stream<String> stream = source.then(n -> n == 1 ? first : Future.ready("second"));
        source.give(1).give(2);
        assertThat(stream.pollNext(task.context())).isSameAs(Poll.pending());
        assertThat(stream.pollNext(task.context())).isSameAs(Poll.pending());
        assertThat(source.polls).isOne();
        first.complete("first");
        assertThat(stream.pollNext(task.context())).isEqualTo(Poll.ready("first"));
        assertThat(stream.pollNext(task.context())).isEqualTo(Poll.ready("second"));
    }

    @Test
    void thenThatIsDroppedDropsTheFutureThenTheStream() throws Exception {
        List<String> order = new ArrayList<>();
        Signal<String> child = new Signal<String>().onDrop(() -> order.add("child, after " + source.drops));
        Stream<String> stream = source.then(n -> child);
        source.give(1);
        stream.pollNext(task.context());
        stream.drop();
        stream.drop();
        assertThat(order).containsExactly("child, after 0");
        assertThat(source.drops).isOne();
        assertThat(task.held()).isZero();
    }

    @Test
    void aFutureThatFailsEndsThenAndIsNotDropped() throws Exception {
        IOException failure = new IOException("of the future");
        Signal<String> child = new Signal<>();
        Stream<String> stream = source.then(n -> child);
        source.give(1);
        child.fail(failure);
        assertThatThrownBy(() -> stream.pollNext(task.context())).isSameAs(failure);
        assertThat(child.drops).hasValue(0);
        assertThat(source.drops).isOne();
    }

    @Test
    void chainGoesOnWithTheSecond() {
        assertThat(all(numbers(2).chain(Streams.of(8, 9)))).containsExactly(1, 2, 8, 9);
    }

    @Test
    void chainDropsTheSecondWhenTheFirstThrows() {
        IOException failure = new IOException("of the first");
        Source<Integer> second = new Source<>();
        Stream<Integer> both = source.fail(failure).chain(second);
        assertThatThrownBy(() -> both.pollNext(task.context())).isSameAs(failure);
        both.drop();
        assertThat(second.drops).isOne();
        assertThat(source.drops).isZero();
    }

    @Test
    void zipPairsTheItemsAndEndsWithTheShorter() throws Exception {
        assertThat(all(numbers(3).zip(Streams.of("a", "b")))).containsExactly(new Pair<>(1, "a"), new Pair<>(2, "b"));
        Source<String> other = new Source<>();
        Stream<Pair<Integer, String>> pairs = source.zip(other);
        other.give("early");
        assertThat(pairs.pollNext(task.context())).isSameAs(Poll.pending());
        source.give(1);
        assertThat(pairs.pollNext(task.context())).isEqualTo(Poll.ready(new Pair<>(1, "early")));
        source.end();
        assertThat(pairs.pollNext(task.context())).isEqualTo(Stream.end());
        assertThat(other.drops).isOne();
        assertThat(source.drops).isZero();
        assertThat(task.held()).isZero();
    }

    @Test
    void flatMapGivesTheItemsOfEachStreamInTurn() {
        assertThat(all(numbers(3).flatMap(StreamTest::numbers))).containsExactly(1, 1, 2, 1, 2, 3);
        assertThat(all(Streams.flatten(Streams.of(Streams.of(1), Streams.<Integer>empty(), Streams.of(2)))))
                .containsExactly(1, 2);
    }

    @Test
    void flatMapThatIsDroppedDropsTheInnerStreamToo() throws Exception {
        Source<Integer> inner = new Source<>();
        Stream<Integer> flat = source.flatMap(n -> inner);
        source.give(1);
        flat.pollNext(task.context());
        flat.drop();
        assertThat(inner.drops).isOne();
        assertThat(source.drops).isOne();
        assertThat(task.held()).isZero();
    }

    @Test
    void chunksAreFullButForTheLast() throws Exception {
        assertThat(all(numbers(5).chunks(2))).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
        assertThat(all(Streams.empty().chunks(2))).isEmpty();
        Stream<List<Integer>> pairs = source.chunks(2);
        source.give(1);
        assertThat(pairs.pollNext(task.context())).isSameAs(Poll.pending());
        source.give(2);
        assertThat(pairs.pollNext(task.context())).isEqualTo(Poll.ready(List.of(1, 2)));
    }

    @Test
    void readyChunksDoNotWaitButForTheFirst() throws Exception {
        Stream<List<Integer>> chunks = source.readyChunks(3);
        assertThat(chunks.pollNext(task.context())).isSameAs(Poll.pending());
        source.give(1).give(2);
        assertThat(chunks.pollNext(task.context())).isEqualTo(Poll.ready(List.of(1, 2)));
        source.give(3).give(4).give(5).give(6);
        assertThat(chunks.pollNext(task.context())).isEqualTo(Poll.ready(List.of(3, 4, 5)));
        assertThat(chunks.pollNext(task.context())).isEqualTo(Poll.ready(List.of(6)));
    }

    @Test
    void aThrowComesAfterTheChunkOfWhatCameBefore() throws Exception {
        IOException failure = new IOException("late");
        source.give(1).fail(failure);
        Stream<List<Integer>> chunks = source.chunks(2);
        assertThat(chunks.pollNext(task.context())).isEqualTo(Poll.ready(List.of(1)));
        assertThatThrownBy(() -> chunks.pollNext(task.context())).isSameAs(failure);
        assertThatThrownBy(() -> chunks.pollNext(task.context())).hasMessage("stream polled after it has thrown");
    }

    @Test
    void anItemIsNeverNull() {
        assertThatNullPointerException().isThrownBy(() -> Streams.of("a", null));
        List<Stream<?>> streams = List.of(
                Streams.fromIterable(Arrays.asList("a", null)).skip(1),
                Streams.repeatWith(() -> null),
                Streams.once(Future.ready(null)),
                Streams.unfold(1, n -> Future.ready(new Pair<>(null, n))),
                numbers(1).map(n -> null),
                numbers(1).scan("", (state, n) -> null),
                numbers(1).then(n -> null),
                numbers(1).then(n -> Future.ready(null)),
                numbers(1).buffered(1, n -> Future.ready(null)),
                numbers(1).bufferUnordered(1, n -> Future.ready(null)));
        for (Stream<?> stream : streams) {
            assertThatNullPointerException().isThrownBy(() -> stream.pollNext(task.context()));
            assertThatThrownBy(() -> stream.pollNext(task.context())).hasMessage("stream polled after it has thrown");
        }
    }

    @Test
    void aPollThatGivesNullIsAnError() {
        Stream<Integer> wrong = cx -> null;
        assertThatNullPointerException().isThrownBy(() -> wrong.fuse().pollNext(task.context()));
        assertThatNullPointerException().isThrownBy(() -> task.poll(wrong.next()));
        assertThatNullPointerException().isThrownBy(() -> task.poll(wrong.count()));
        assertThatNullPointerException()
                .isThrownBy(() -> wrong.merge(Streams.pending()).pollNext(task.context()));
        assertThatNullPointerException()
                .isThrownBy(() -> Streams.flatten(Streams.of(wrong)).pollNext(task.context()));
    }

    @Test
    void countsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> source.take(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> source.skip(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> source.chunks(0));
        assertThatIllegalArgumentException().isThrownBy(() -> source.readyChunks(0));
        assertThatIllegalArgumentException().isThrownBy(() -> source.buffered(0, Future::ready));
        assertThatIllegalArgumentException().isThrownBy(() -> source.bufferUnordered(0, Future::ready));
        assertThatIllegalArgumentException().isThrownBy(() -> source.forEachConcurrent(0, Future::ready));
        assertThatIllegalArgumentException().isThrownBy(() -> Streams.fromPublisher(subscriber -> {}, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Sinks.drain().buffer(0));
    }

    @Test
    void nullsAreRefusedAtOnce() {
        assertThatNullPointerException().isThrownBy(() -> source.map(null));
        assertThatNullPointerException().isThrownBy(() -> source.filter(null));
        assertThatNullPointerException().isThrownBy(() -> source.filterMap(null));
        assertThatNullPointerException().isThrownBy(() -> source.inspect(null));
        assertThatNullPointerException().isThrownBy(() -> source.scan(1, null));
        assertThatNullPointerException().isThrownBy(() -> source.then(null));
        assertThatNullPointerException().isThrownBy(() -> source.takeWhile(null));
        assertThatNullPointerException().isThrownBy(() -> source.takeUntil(null));
        assertThatNullPointerException().isThrownBy(() -> source.skipWhile(null));
        assertThatNullPointerException().isThrownBy(() -> source.chain(null));
        assertThatNullPointerException().isThrownBy(() -> source.zip(null));
        assertThatNullPointerException().isThrownBy(() -> source.merge(null));
        assertThatNullPointerException().isThrownBy(() -> source.flatMap(null));
        assertThatNullPointerException().isThrownBy(() -> source.fold(1, null));
        assertThatNullPointerException().isThrownBy(() -> source.collect(null));
        assertThatNullPointerException().isThrownBy(() -> source.forEach(null));
        assertThatNullPointerException().isThrownBy(() -> source.forEachAsync(null));
        assertThatNullPointerException().isThrownBy(() -> source.buffered(1, null, Future::ready));
        assertThatNullPointerException().isThrownBy(() -> source.forward(null));
        assertThatNullPointerException().isThrownBy(() -> source.toPublisher(null));
        assertThatNullPointerException().isThrownBy(() -> Streams.fromIterable(null));
        assertThatNullPointerException().isThrownBy(() -> Streams.fromIterator((Iterator<Integer>) null));
        assertThatNullPointerException().isThrownBy(() -> Streams.once(null));
        assertThatNullPointerException().isThrownBy(() -> Streams.unfold(1, null));
        assertThatNullPointerException().isThrownBy(() -> Streams.pollFn(null));
        assertThatNullPointerException().isThrownBy(() -> Streams.generate((Supplier<Future<Optional<Object>>>) null));
        assertThatNullPointerException().isThrownBy(() -> Streams.generate((Function<Sink<Object>, Future<?>>) null));
        assertThatNullPointerException().isThrownBy(() -> Streams.fromPublisher(null));
    }

    @Test
    void tellsOnWhatItWaits() throws Exception {
        Signal<Integer> child = new Signal<>();
        Stream<Integer> stream = source.map(n -> n).then(n -> child).filter(n -> true);
        Future<Integer> next = stream.next();
        task.poll(next);
        assertThat(((Traced) next).state()).isEqualTo("next of FilterStream of ThenStream of MapStream of Source");
        assertThat(((Traced) next).awaited()).isNull();
        source.give(1);
        task.poll(next);
        assertThat(((Traced) next).awaited()).isSameAs(child);
        stream.drop();
        next.drop();
        assertThat(((Traced) next).state()).isEqualTo("DONE");
        assertThat(((Traced) next).awaited()).isNull();
    }

    @Test
    void theNamesItTellsAreTheSameInEachRun() {
        Future<Integer> next =
                Streams.pollFn((Stream<Integer>) cx -> Poll.ready(1)).skip(1).next();
        assertThat(((Traced) next).state()).isEqualTo("next of FilterStream of a function");
        Stream<Integer> anonymous = new Stream<>() {
            @Override
            public Poll<Integer> pollNext(Context cx) {
                return Stream.end();
            }
        };
        assertThat(((Traced) anonymous.next()).state()).startsWith("next of StreamTest$");
        Future<Integer> spent = Streams.<Integer>empty().take(1).next();
        assertThat(((Traced) spent).state()).isEqualTo("next of TakeStream of ended");
    }

    @Test
    void aDropThatThrowsDoesNotKeepTheRestFromBeingDropped() throws Exception {
        IllegalStateException thrown = new IllegalStateException("from drop");
        Signal<String> child = new Signal<String>().onDrop(() -> {
            throw thrown;
        });
        Stream<String> stream = source.then(n -> child);
        source.give(1);
        stream.pollNext(task.context());
        assertThatThrownBy(stream::drop).isSameAs(thrown);
        assertThat(source.drops).isOne();
    }

    @Test
    void whatADropThrowsAfterAFailureIsSuppressedInIt() throws Exception {
        IllegalStateException failure = new IllegalStateException("of the user");
        IllegalStateException fromDrop = new IllegalStateException("from drop");
        Stream<Integer> upstream = new Stream<>() {
            @Override
            public Poll<Integer> pollNext(Context cx) {
                return Poll.ready(1);
            }

            @Override
            public void drop() {
                throw fromDrop;
            }
        };
        assertThatThrownBy(() -> upstream.map(n -> {
                            throw failure;
                        })
                        .pollNext(task.context()))
                .isSameAs(failure)
                .hasSuppressedException(fromDrop);
    }

    @Test
    void thoseThatWaitForTwoThingsTellBoth() throws Exception {
        Future<Integer> first = Future.pending();
        Future<Integer> second = Future.pending();
        Stream<?> zip = Streams.once(first).zip(Streams.once(second));
        Stream<?> takeUntil = Streams.once(second).takeUntil(first);
        for (Stream<?> stream : List.of(zip, takeUntil)) {
            stream.pollNext(task.context());
            assertThat(((Traced) stream.next()).awaitedAll()).isEqualTo(List.of(first, second));
            assertThat(((Traced) stream.count()).awaited()).isSameAs(first);
        }
    }

    @Test
    void zipDoesNotWaitForWhatHasComeAlready() throws Exception {
        Future<Integer> second = Future.pending();
        Stream<?> zip = Streams.of(1).zip(Streams.once(second));
        zip.pollNext(task.context());
        assertThat(((Traced) zip).awaitedAll()).isEqualTo(List.of(second));
    }

    @Test
    void theMostUsualCombinatorsAreAmongTheFactoriesToo() {
        assertThat(all(Streams.map(numbers(2), n -> -n))).containsExactly(-1, -2);
        assertThat(all(Streams.filter(numbers(4), n -> n % 2 == 0))).containsExactly(2, 4);
        assertThat(all(Streams.chunks(numbers(3), 2))).containsExactly(List.of(1, 2), List.of(3));
        assertThat(all(Streams.<Number>merge(numbers(1), Streams.of(2.0)))).containsExactly(1, 2.0);
        assertThatIllegalArgumentException().isThrownBy(() -> Streams.chunks(source, 0));
    }
}
