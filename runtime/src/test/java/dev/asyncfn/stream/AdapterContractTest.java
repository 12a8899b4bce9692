package dev.asyncfn.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every combinator does at the end, on a throw, when dropped; each is run over the same sources. */
class AdapterContractTest {
    /** Each combinator over an upstream, with a function of the user's that it calls for each item. */
    private static final Map<String, Function<Case, Stream<?>>> ADAPTERS = new TreeMap<>();

    static {
        ADAPTERS.put("map", c -> c.upstream.map(c.seen(item -> item)));
        ADAPTERS.put(
                "filter",
                c -> c.upstream.filter(item -> c.seen(Function.identity()).apply(item) != null));
        ADAPTERS.put("filterMap", c -> c.upstream.filterMap(c.seen(item -> item)));
        ADAPTERS.put("inspect", c -> c.upstream.inspect(c.user::accept));
        ADAPTERS.put(
                "scan",
                c -> c.upstream.scan(
                        "", (state, item) -> state + c.seen(Function.identity()).apply(item)));
        ADAPTERS.put("then", c -> c.upstream.then(c.seen(Future::ready)));
        ADAPTERS.put(
                "takeWhile",
                c -> c.upstream.takeWhile(item -> c.seen(Function.identity()).apply(item) != null));
        ADAPTERS.put(
                "skipWhile",
                c -> c.upstream.skipWhile(item -> c.seen(Function.identity()).apply(item) == null));
        ADAPTERS.put("flatMap", c -> c.upstream.flatMap(c.seen(Streams::of)));
        ADAPTERS.put("buffered", c -> c.upstream.buffered(2, c.seen(Future::ready)));
        ADAPTERS.put("bufferUnordered", c -> c.upstream.bufferUnordered(2, c.seen(Future::ready)));
        ADAPTERS.put("take", c -> c.upstream.take(99));
        ADAPTERS.put("takeUntil", c -> c.upstream.takeUntil(Future.pending()));
        ADAPTERS.put("skip", c -> c.upstream.skip(0));
        ADAPTERS.put("enumerate", c -> c.upstream.enumerate());
        ADAPTERS.put("chain, first", c -> c.upstream.chain(Streams.empty()));
        ADAPTERS.put("chain, second", c -> Streams.<String>empty().chain(c.upstream));
        ADAPTERS.put("zip, first", c -> c.upstream.zip(Streams.repeatWith(() -> "x")));
        ADAPTERS.put("zip, second", c -> Streams.repeatWith(() -> "x").zip(c.upstream));
        ADAPTERS.put("merge", c -> c.upstream.merge(Streams.empty()));
        ADAPTERS.put("flatten, inner", c -> Streams.flatten(Streams.of(c.upstream)));
        ADAPTERS.put("chunks", c -> c.upstream.chunks(1));
        ADAPTERS.put("readyChunks", c -> c.upstream.readyChunks(1));
        ADAPTERS.put("timeout", c -> TimedStreams.timeout(Duration.ofHours(1), c.upstream));
        ADAPTERS.put("debounce", c -> TimedStreams.debounce(Duration.ZERO, c.upstream));
        ADAPTERS.put("fuse", c -> c.upstream.fuse());
        ADAPTERS.put("pollFn", c -> Streams.pollFn(c.upstream));
    }

    private static final class Case {
        final Source<String> upstream = new Source<>();
        Consumer<String> user = item -> {};

        <R> Function<String, R> seen(Function<String, R> mapping) {
            return item -> {
                user.accept(item);
                return mapping.apply(item);
            };
        }
    }

    private final TaskProbe task = new TaskProbe();
    private final Case c = new Case();

    static Set<String> adapters() {
        return ADAPTERS.keySet();
    }

    static Set<String> adaptersWithFunction() {
        return Set.of(
                "map",
                "filter",
                "filterMap",
                "inspect",
                "scan",
                "then",
                "takeWhile",
                "skipWhile",
                "flatMap",
                "buffered",
                "bufferUnordered");
    }

    static Set<String> adaptersThatHaveTheirUpstream() {
        Set<String> names = new TreeSet<>(ADAPTERS.keySet());
        names.remove("flatten, inner"); // gets it by a poll
        return names;
    }

    static Set<String> adaptersThatPassWhatComesBeforeAFailure() {
        Set<String> names = new TreeSet<>(ADAPTERS.keySet());
        names.remove("debounce"); // holds an item until it knows that none follows at once
        return names;
    }

    @SuppressWarnings("unchecked") // whatever it gives is an Object
    private Stream<Object> make(String adapter) {
        return (Stream<Object>) ADAPTERS.get(adapter).apply(c);
    }

    private Poll<Object> poll(Stream<Object> stream) throws Exception {
        return stream.pollNext(task.context());
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void nothingRunsBeforeTheFirstPoll(String adapter) {
        make(adapter);
        assertThat(c.upstream.polls).isZero();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void isPendingUntilWokenByTheUpstream(String adapter) throws Exception {
        Stream<Object> stream = make(adapter);
        assertThat(poll(stream)).isSameAs(Poll.pending());
        assertThat(task.takeWoken()).isFalse();
        c.upstream.give("a");
        assertThat(task.takeWoken()).isTrue();
        assertThat(poll(stream).isReady()).isTrue();
        stream.drop();
        assertThat(task.held()).isZero();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void afterTheEndGivesTheEndAgain(String adapter) throws Exception {
        Stream<Object> stream = make(adapter);
        c.upstream.give("a").end();
        assertThat(poll(stream)).isNotEqualTo(Stream.end()).isNotSameAs(Poll.pending());
        for (int i = 0; i < 3; i++) {
            assertThat(poll(stream)).isEqualTo(Stream.end());
        }
        stream.drop();
        assertThat(c.upstream.drops).isZero();
        assertThat(task.held()).isZero();
    }

    @ParameterizedTest
    @MethodSource("adaptersThatPassWhatComesBeforeAFailure")
    void whatTheUpstreamThrowsIsThrownAsItIsAndEndsIt(String adapter) throws Exception {
        IOException failure = new IOException("of the upstream");
        Stream<Object> stream = make(adapter);
        c.upstream.give("a").fail(failure);
        assertThat(poll(stream).isReady()).isTrue();
        assertThatThrownBy(() -> poll(stream)).isSameAs(failure);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> poll(stream))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("stream polled after it has thrown");
        }
        stream.drop();
        assertThat(c.upstream.drops).isZero();
        assertThat(task.held()).isZero();
    }

    @ParameterizedTest
    @MethodSource("adaptersThatPassWhatComesBeforeAFailure")
    void whatTheUpstreamThrowsIsNotThrownAfterADrop(String adapter) throws Exception {
        Stream<Object> stream = make(adapter);
        c.upstream.give("a").fail(new IOException("of the upstream"));
        assertThat(poll(stream).isReady()).isTrue();
        stream.drop();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> poll(stream))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("stream polled after it ");
        }
    }

    @ParameterizedTest
    @MethodSource("adaptersWithFunction")
    void aFunctionThatThrowsEndsItAndDropsTheUpstreamOnce(String adapter) {
        IllegalStateException failure = new IllegalStateException("of the user");
        c.user = item -> {
            throw failure;
        };
        Stream<Object> stream = make(adapter);
        c.upstream.give("a");
        assertThatThrownBy(() -> poll(stream)).isSameAs(failure);
        assertThatThrownBy(() -> poll(stream)).hasMessage("stream polled after it has thrown");
        stream.drop();
        assertThat(c.upstream.drops).isOne();
        assertThat(task.held()).isZero();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void droppingItDropsTheUpstreamOnce(String adapter) throws Exception {
        Stream<Object> stream = make(adapter);
        c.upstream.give("a");
        poll(stream);
        poll(stream);
        stream.drop();
        stream.close();
        assertThat(c.upstream.drops).isOne();
        assertThat(task.held()).isZero();
        assertThatThrownBy(() -> poll(stream))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stream polled after it was dropped");
        assertThat(c.upstream.drops).isOne();
    }

    @ParameterizedTest
    @MethodSource("adaptersThatHaveTheirUpstream")
    void droppedBeforeTheFirstPollItDropsTheUpstreamToo(String adapter) {
        make(adapter).drop();
        assertThat(c.upstream.drops).isOne();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void anItemThatTheBudgetHoldsBackIsNotLost(String adapter) throws Exception {
        Stream<Object> stream = make(adapter);
        c.upstream.give("a");
        Context tight = Context.withBudget(task.waker(), 1);
        tight.proceed();
        assertThat(stream.pollNext(tight)).isSameAs(Poll.pending());
        assertThat(task.takeWoken()).isTrue();
        assertThat(poll(stream).isReady()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void thePollsThatFollowAreOfTheNewestTask(String adapter) throws Exception {
        TaskProbe newer = new TaskProbe();
        Stream<Object> stream = make(adapter);
        poll(stream);
        stream.pollNext(newer.context());
        task.takeWoken();
        c.upstream.give("a");
        assertThat(task.takeWoken()).isFalse();
        assertThat(newer.takeWoken()).isTrue();
        stream.drop();
        assertThat(task.held()).isZero();
        assertThat(newer.held()).isZero();
    }
}
