package dev.asyncfn.undelivered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Pair;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The state that a step of an unfolding stream has left for the next belongs to the stream. */
class UnfoldStateTest {
    private final TaskProbe task = new TaskProbe();
    private final Resource initial = new Resource();
    private final Resource item = new Resource();
    private final Resource state = new Resource();

    private Stream<Resource> oneItem(Function<Future<Pair<Resource, Resource>>, Future<Pair<Resource, Resource>>> as) {
        return Streams.unfold(
                initial,
                before -> before == initial ? as.apply(Future.ready(new Pair<>(item, state))) : Future.ready(null));
    }

    private void give(Stream<?> up, boolean inTime) throws Exception {
        if (inTime) {
            assertThat(up.pollDrop(task.context()).isReady()).isTrue();
        } else {
            up.drop();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStateThatNoStepGetsIsClosed(boolean inTime) throws Exception {
        Stream<Resource> stream = oneItem(pair -> pair);
        assertThat(task.poll(stream.next())).isEqualTo(Poll.ready(item));
        give(stream, inTime);
        give(stream, inTime);
        assertThat(state.closes()).isOne();
        assertThat(item.closes()).isZero(); // it was delivered
        assertThat(initial.closes()).isZero(); // so was this, to the first step
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theInitialStateIsTheCallersBeforeTheFirstPoll(boolean inTime) throws Exception {
        give(oneItem(pair -> pair), inTime);
        assertThat(initial.closes()).isZero();
    }

    @Test
    void aStateThatTheLastStepHasGotIsItsOwn() throws Exception {
        Stream<Resource> stream = oneItem(pair -> pair);
        task.poll(stream.next());
        assertThat(task.poll(stream.next())).isEqualTo(Poll.ready(null));
        stream.drop();
        assertThat(state.closes()).isZero();
    }

    @Test
    void aHookOfTheStepGetsItWithoutAnItem() throws Exception {
        List<Pair<Resource, Resource>> released = new ArrayList<>();
        Consumer<Pair<Resource, Resource>> hook = released::add;
        Stream<Resource> stream = oneItem(pair -> Futures.onUndelivered(pair, hook));
        task.poll(stream.next());
        stream.drop();
        assertThat(released).containsExactly(new Pair<>(null, state));
        assertThat(state.closes()).isZero();
    }

    @Test
    void whereTheItemsAreReleasedSoIsTheState() throws Exception {
        Stream<Resource> stream = Streams.unfold(
                initial, before -> before == initial ? Future.ready(new Pair<>(item, state)) : Future.pending());
        Future<List<Resource>> list =
                stream.take(5).zip(Streams.<Resource>pending()).map(Pair::first).toList();
        task.poll(list);
        list.drop();
        assertThat(item.closes()).isOne();
        assertThat(state.closes()).isOne();
    }

    @Test
    void aStateWithoutAnItemIsReleasedWithTheFailure() {
        Stream<Resource> stream = Streams.unfold(initial, before -> Future.ready(new Pair<>(null, state)));
        assertThatThrownBy(() -> task.poll(stream.next())).isInstanceOf(NullPointerException.class);
        assertThat(state.closes()).isOne();
    }

    @Test
    void aFailureOfTheReleaseIsThatOfTheDrop() throws Exception {
        IOException ofClose = new IOException("of the close");
        Resource bad = new Resource(ofClose);
        Stream<Resource> stream = Streams.unfold(initial, before -> Future.ready(new Pair<>(item, bad)));
        task.poll(stream.next());
        assertThatThrownBy(stream::drop).isSameAs(ofClose);
        stream.drop();
        assertThat(bad.closes()).isOne();
    }
}
