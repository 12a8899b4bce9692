package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.Leaf;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SelectTest {
    private final TaskProbe task = new TaskProbe();
    private final Leaf<String> left = Leaf.pending();
    private final Leaf<Integer> right = Leaf.pending();
    private final Future<Either<String, Integer>> select = Futures.select(left, right);

    @Test
    void leftIsPolledFirstAndRightNotAtAllIfLeftIsReady() throws Exception {
        left.complete("at once");
        assertThat(task.poll(select)).isEqualTo(Poll.ready(new Either.Left<>("at once")));
        assertThat(right.polls).hasValue(0);
    }

    @Test
    void theFirstToCompleteWins() throws Exception {
        assertThat(task.poll(select)).isSameAs(Poll.pending());
        right.completeAndWake(7);
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(select)).isEqualTo(Poll.ready(new Either.Right<>(7)));
        assertThat(left.polls).hasValue(1);
        assertThat(task.held()).isZero();
    }

    @Test
    void ofTwoThatWereWokenTheFirstWokenWins() throws Exception {
        task.poll(select);
        right.completeAndWake(7);
        left.completeAndWake("later");
        assertThat(task.poll(select)).isEqualTo(Poll.ready(new Either.Right<>(7)));
    }

    @Test
    void theLoserIsNotDroppedAndCanBeAwaitedByItself() throws Exception {
        task.poll(select);
        right.completeAndWake(7);
        task.poll(select);
        select.drop();
        assertThat(left.drops).hasValue(0);
        TaskProbe next = new TaskProbe();
        assertThat(next.poll(left)).isSameAs(Poll.pending());
        left.completeAndWake("resumed");
        assertThat(next.takeWoken()).isTrue();
        assertThat(next.poll(left)).isEqualTo(Poll.ready("resumed"));
    }

    @Test
    void theLoserCanBeSelectedAgain() {
        left.complete("second round");
        Future<Either<Integer, String>> first = Futures.select(Future.ready(1), left);
        assertThat(Async.blockOn(first).isLeft()).isTrue();
        Future<Either<String, Object>> second = Futures.select(left, Future.pending());
        assertThat(Async.blockOn(second)).isEqualTo(new Either.Left<>("second round"));
    }

    @Test
    void aWakeOfTheLoserDoesNotReachTheFinishedSelectsTask() throws Exception {
        task.poll(select);
        right.completeAndWake(7);
        task.poll(select);
        task.takeWoken();
        left.waker.wakeByRef();
        assertThat(task.takeWoken()).isFalse();
    }

    @Test
    void aThrowEndsTheSelectAndLeavesTheOther() throws Exception {
        IOException failure = new IOException("left fails");
        Leaf<String> failing = Leaf.doing(cx -> {
            throw failure;
        });
        Future<Either<String, Integer>> failed = Futures.select(failing, right);
        assertThatThrownBy(() -> task.poll(failed)).isSameAs(failure);
        failed.drop();
        assertThat(right.drops).hasValue(0);
        assertThat(task.held()).isZero();
        assertThatThrownBy(() -> task.poll(failed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void droppingItBeforeItHasCompletedDropsBothOnce() throws Exception {
        task.poll(select);
        select.drop();
        select.drop();
        assertThat(left.drops).hasValue(1);
        assertThat(right.drops).hasValue(1);
        assertThat(task.held()).isZero();
    }

    @Test
    void aNullValueCanWin() throws Exception {
        right.complete(null);
        assertThat(task.poll(select)).isEqualTo(Poll.ready(new Either.Right<>(null)));
    }
}
