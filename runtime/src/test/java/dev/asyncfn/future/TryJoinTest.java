package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.failure.Sneaky;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TryJoinTest {
    private final TaskProbe task = new TaskProbe();
    private final Signal<String> first = new Signal<>();
    private final Signal<String> second = new Signal<>();
    private final Signal<String> third = new Signal<>();
    private final IOException failure = new IOException("second");

    @Test
    void joinsOfUpToFourKeepTheirTypes() {
        Pair<Integer, String> two = Async.blockOn(Futures.tryJoin(Future.ready(1), Future.ready("2")));
        assertThat(two).isEqualTo(new Pair<>(1, "2"));
        Triple<Integer, String, Long> three =
                Async.blockOn(Futures.tryJoin(Future.ready(1), Future.ready("2"), Future.ready(3L)));
        assertThat(three).isEqualTo(new Triple<>(1, "2", 3L));
        Quadruple<Integer, String, Long, Character> four =
                Async.blockOn(Futures.tryJoin(Future.ready(1), Future.ready("2"), Future.ready(3L), Future.ready('4')));
        assertThat(four).isEqualTo(new Quadruple<>(1, "2", 3L, '4'));
    }

    @Test
    void theFirstFailureInTimeDropsTheOthersAndIsThenThrown() throws Exception {
        Future<List<String>> join = Futures.tryJoinAll(List.of(first, second, third));
        task.poll(join);
        third.complete("c");
        task.poll(join);
        second.fail(failure);
        assertThatThrownBy(() -> task.poll(join)).isSameAs(failure);
        assertThat(List.of(first.drops.get(), second.drops.get(), third.drops.get()))
                .containsExactly(1, 0, 0);
        join.drop();
        assertThat(first.drops).hasValue(1);
        assertThat(task.held()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> task.poll(join));
    }

    @Test
    void aFailureInTheFirstPollLeavesTheLaterOnesUnpolled() {
        second.fail(failure);
        Future<List<String>> join = Futures.tryJoinAll(List.of(first, second, third));
        assertThatThrownBy(() -> task.poll(join)).isSameAs(failure);
        assertThat(third.polls).hasValue(0);
        assertThat(third.drops).hasValue(1);
    }

    @Test
    void whatTheDropsThrowIsSuppressedInTheFailure() {
        IllegalStateException one = new IllegalStateException("one");
        IllegalStateException three = new IllegalStateException("three");
        first.onDrop(() -> {
            throw one;
        });
        third.onDrop(() -> {
            throw three;
        });
        second.fail(failure);
        assertThatThrownBy(() -> task.poll(Futures.tryJoinAll(List.of(first, second, third))))
                .isSameAs(failure);
        assertThat(failure.getSuppressed()).containsExactly(one, three);
        assertThat(List.of(first.drops.get(), third.drops.get())).containsExactly(1, 1);
    }

    @Test
    void theFailureOfADropThatIsTheFailureItselfIsNotSuppressedInIt() {
        first.onDrop(() -> {
            throw Sneaky.asIs(failure);
        });
        second.fail(failure);
        assertThatThrownBy(() -> task.poll(Futures.tryJoinAll(List.of(first, second))))
                .isSameAs(failure)
                .hasNoSuppressedExceptions();
    }

    @Test
    void errorsAreFailuresToo() {
        StackOverflowError error = new StackOverflowError();
        Future<List<String>> join = Futures.tryJoinAll(List.of(first, Future.failed(error)));
        assertThatThrownBy(() -> task.poll(join)).isSameAs(error);
        assertThat(first.drops).hasValue(1);
    }

    @Test
    void aChildThatDropsTheJoinIsDroppedAfterItsPollWhichThrows() {
        Future<?>[] join = new Future<?>[1];
        second.onPoll(() -> join[0].drop());
        join[0] = Futures.tryJoinAll(List.of(first, second, third));
        assertThatIllegalStateException().isThrownBy(() -> task.poll(join[0]));
        assertThat(List.of(first.drops.get(), second.drops.get(), third.drops.get()))
                .containsExactly(1, 1, 1);
        assertThat(task.held()).isZero();
    }

    @Test
    void aChildThatDropsTheJoinAndFailsHasItsFailureSuppressed() {
        Future<?>[] join = new Future<?>[1];
        Future<String> failing = Futures.pollFn(cx -> {
            join[0].drop();
            throw failure;
        });
        join[0] = Futures.tryJoinAll(List.of(first, failing));
        assertThatIllegalStateException()
                .isThrownBy(() -> task.poll(join[0]))
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).containsExactly(failure));
        assertThat(first.drops).hasValue(1);
    }

    @Test
    void aChildThatPollsTheJoinIsRefused() {
        Future<?>[] join = new Future<?>[1];
        join[0] = Futures.tryJoinAll(List.of(first, Futures.<String>pollFn(cx -> {
            join[0].poll(cx);
            return Poll.pending();
        })));
        assertThatIllegalStateException().isThrownBy(() -> task.poll(join[0]));
        assertThat(first.drops).hasValue(1);
    }

    @Test
    void aPollThatGivesNullIsAFailure() {
        Future<List<String>> join = Futures.tryJoinAll(List.of(first, Futures.<String>pollFn(cx -> null)));
        assertThatThrownBy(() -> task.poll(join)).isInstanceOf(NullPointerException.class);
        assertThat(first.drops).hasValue(1);
    }

    @Test
    void tryJoinAllOfNothingIsReadyAndOfOneIsThatOne() {
        assertThat(Async.<List<String>>blockOn(Futures.tryJoinAll(List.of()))).isEmpty();
        assertThat(Async.blockOn(Futures.tryJoinAll(List.of(Future.ready(null)))))
                .isEqualTo(Arrays.asList((Object) null));
    }

    @Test
    void checkedExceptionsCanBeCaught() {
        TryFuture<String, IOException> failing = cx -> {
            throw failure;
        };
        try {
            Async.blockOn(Futures.tryJoin(failing, failing));
            throw new AssertionError("no failure");
        } catch (IOException e) {
            assertThat(e).isSameAs(failure);
        }
        try {
            Async.blockOn(Futures.tryJoin(failing, failing, failing));
            throw new AssertionError("no failure");
        } catch (IOException e) {
            assertThat(e).isSameAs(failure);
        }
        try {
            Async.blockOn(Futures.tryJoin(failing, failing, failing, failing));
            throw new AssertionError("no failure");
        } catch (IOException e) {
            assertThat(e).isSameAs(failure);
        }
    }
}
