package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceTest {
    private final TaskProbe task = new TaskProbe();
    private final Signal<String> first = new Signal<>();
    private final Signal<String> second = new Signal<>();
    private final Signal<String> third = new Signal<>();
    private final IOException failure = new IOException("second");

    @Test
    void losersAreDroppedBeforeTheOutcomeIsSeen() throws Exception {
        Future<String> race = Futures.race(List.of(first, second, third));
        assertThat(task.poll(race)).isSameAs(Poll.pending());
        second.complete("b");
        assertThat(task.poll(race)).isEqualTo(Poll.ready("b"));
        assertThat(List.of(first.drops.get(), second.drops.get(), third.drops.get()))
                .containsExactly(1, 0, 1);
        race.drop();
        assertThat(first.drops).hasValue(1);
        assertThat(task.held()).isZero();
    }

    @Test
    void aLockThatALoserHoldsIsFreeForWhoeverDealsWithTheOutcome() {
        boolean[] locked = {true};
        first.onDrop(() -> locked[0] = false);
        Future<Boolean> handled = Futures.map(Futures.race(first, Future.ready("won")), value -> locked[0]);
        assertThat(Async.blockOn(handled)).isFalse();
    }

    @Test
    void laterOnesAreNotPolledIfAnEarlierIsReadyAtOnce() throws Exception {
        first.complete(null);
        assertThat(task.poll(Futures.race(first, second))).isEqualTo(Poll.ready(null));
        assertThat(second.polls).hasValue(0);
        assertThat(second.drops).hasValue(1);
    }

    @Test
    void aFailureWinsToo() throws Exception {
        Future<String> race = Futures.race(first, second);
        task.poll(race);
        second.fail(failure);
        assertThatThrownBy(() -> task.poll(race)).isSameAs(failure);
        assertThat(first.drops).hasValue(1);
    }

    @Test
    void whatADropThrowsIsSuppressedInTheFailure() {
        IllegalStateException thrown = new IllegalStateException("from drop");
        first.onDrop(() -> {
            throw thrown;
        });
        second.fail(failure);
        assertThatThrownBy(() -> task.poll(Futures.race(first, second))).isSameAs(failure);
        assertThat(failure.getSuppressed()).containsExactly(thrown);
    }

    @Test
    void whatADropThrowsIsThrownIfThereIsNoFailure() {
        IllegalStateException thrown = new IllegalStateException("from drop");
        first.onDrop(() -> {
            throw thrown;
        });
        second.complete("b");
        assertThatThrownBy(() -> task.poll(Futures.race(List.of(first, second, third))))
                .isSameAs(thrown);
        assertThat(third.drops).hasValue(1);
        assertThat(task.held()).isZero();
    }

    @Test
    void raceOkPassesOverFailures() throws Exception {
        Future<String> race = Futures.raceOk(List.of(first, second, third));
        task.poll(race);
        second.fail(failure);
        assertThat(task.poll(race)).isSameAs(Poll.pending());
        third.complete("c");
        assertThat(task.poll(race)).isEqualTo(Poll.ready("c"));
        assertThat(first.drops).hasValue(1);
        assertThat(task.held()).isZero();
    }

    @Test
    void raceOkThrowsTheFirstFailureInOrderIfAllFail() {
        IOException one = new IOException("one");
        first.fail(one);
        second.fail(failure);
        Future<String> later = Futures.andThen(Futures.yieldNow(), nothing -> first);
        Future<String> race = Futures.raceOk(List.of(later, second));
        assertThatThrownBy(() -> Async.blockOn(race)).isSameAs(one);
        assertThat(one.getSuppressed()).containsExactly(failure);
    }

    @Test
    void selectAllTellsWhichHasCompletedAndLeavesTheOthers() throws Exception {
        Future<Selected<String>> select = Futures.selectAll(List.of(first, second, third));
        assertThat(task.poll(select)).isSameAs(Poll.pending());
        third.complete("c");
        assertThat(task.poll(select)).isEqualTo(Poll.ready(new Selected<>(2, "c")));
        select.drop();
        assertThat(first.drops).hasValue(0);
        assertThat(task.poll(first)).isSameAs(Poll.pending());
        first.complete("resumed");
        assertThat(task.poll(first)).isEqualTo(Poll.ready("resumed"));
        assertThat(task.held()).isZero();
    }

    @Test
    void amongNoneThereIsNoFirst() {
        assertThatIllegalArgumentException().isThrownBy(() -> Futures.race(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Futures.raceOk(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Futures.selectAll(List.of()));
    }

    @Test
    void amongOneItIsTheFirst() throws Exception {
        assertThat(task.poll(Futures.race(List.of(Future.ready(1))))).isEqualTo(Poll.ready(1));
        assertThat(task.poll(Futures.raceOk(List.of(Future.ready(1))))).isEqualTo(Poll.ready(1));
        assertThat(task.poll(Futures.selectAll(List.of(Future.ready(1))))).isEqualTo(Poll.ready(new Selected<>(0, 1)));
    }
}
