package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Waker;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CancellationTokenTest {
    private final CancellationToken token = new CancellationToken();
    private final TaskProbe probe = new TaskProbe();

    @Test
    void cancelWakesWhoWaitsAndStays() throws Exception {
        Future<Void> cancelled = token.cancelled();
        assertThat(token.isCancelled()).isFalse();
        assertThat(probe.poll(cancelled)).isSameAs(Poll.pending());
        token.cancel();
        token.cancel();
        assertThat(token.isCancelled()).isTrue();
        assertThat(probe.wakes()).isOne();
        assertThat(probe.poll(cancelled)).isEqualTo(Poll.ready(null));
        assertThat(probe.poll(cancelled)).isEqualTo(Poll.ready(null));
        assertThat(probe.poll(token.cancelled())).isEqualTo(Poll.ready(null));
        assertThat(probe.held()).isZero();
    }

    @Test
    void onlyTheWakerOfTheNewestPollIsWoken() throws Exception {
        TaskProbe newer = new TaskProbe();
        Future<Void> cancelled = token.cancelled();
        probe.poll(cancelled);
        newer.poll(cancelled);
        token.cancel();
        assertThat(probe.wakes()).isZero();
        assertThat(newer.wakes()).isOne();
        assertThat(probe.held()).isZero();
        assertThat(newer.held()).isZero();
    }

    @Test
    void aTokenThatIsCancelledWhileTheWaiterRegistersIsReadyInTheSamePoll() {
        Waker cancelsWhenCloned = Waker.fromRaw(new RawWaker(
                null,
                RawWakerVTable.of(
                        data -> {
                            token.cancel();
                            return new RawWaker(null, Waker.noop().vtable());
                        },
                        data -> {},
                        data -> {},
                        data -> {})));
        assertThat(((Cancelled) token.cancelled()).poll(Context.fromWaker(cancelsWhenCloned)))
                .isEqualTo(Poll.ready(null));
        assertThat(token.known()).isZero();
    }

    @Test
    void aSpentBudgetHoldsBack() throws Exception {
        token.cancel();
        Context cx = Context.withBudget(probe.waker(), 1);
        assertThat(token.cancelled().poll(cx).isReady()).isTrue();
        assertThat(token.cancelled().poll(cx).isReady()).isFalse();
        assertThat(probe.wakes()).isOne();
    }

    @Test
    void cancellingAParentCancelsTheTokensBelowInOrder() throws Exception {
        List<String> order = new ArrayList<>();
        CancellationToken child = token.child();
        CancellationToken grandchild = child.child();
        CancellationToken other = token.child();
        waiting(grandchild, () -> order.add("grandchild"));
        waiting(other, () -> order.add("other"));
        waiting(token, () -> order.add("token 1"));
        waiting(token, () -> order.add("token 2"));
        waiting(child, () -> order.add("child"));
        token.cancel();
        assertThat(order).containsExactly("token 1", "token 2", "child", "other", "grandchild");
        assertThat(grandchild.isCancelled()).isTrue();
        assertThat(token.child().isCancelled()).isTrue();
    }

    private static void waiting(CancellationToken token, Runnable woken) throws Exception {
        assertThat(token.cancelled().poll(Context.fromWaker(Waker.of(woken))).isPending())
                .isTrue();
    }

    @Test
    void cancellingAChildLeavesItsParentAndSiblings() throws Exception {
        CancellationToken child = token.child();
        CancellationToken sibling = token.child();
        Future<Void> ofSibling = sibling.cancelled();
        probe.poll(ofSibling);
        child.cancel();
        assertThat(child.isCancelled()).isTrue();
        assertThat(token.isCancelled()).isFalse();
        assertThat(sibling.isCancelled()).isFalse();
        assertThat(probe.wakes()).isZero();
        token.cancel();
        assertThat(probe.wakes()).isOne();
    }

    @Test
    void droppedWaitersAndForgottenChildrenLeaveNothingBehind() throws Exception {
        CancellationToken child = token.child().child();
        token.child();
        assertThat(token.known()).isZero();
        Future<Void> first = child.cancelled();
        Future<Void> second = child.cancelled();
        probe.poll(first);
        probe.poll(second);
        assertThat(token.known()).isOne();
        assertThat(child.known()).isEqualTo(2);
        first.drop();
        first.drop();
        assertThat(token.known()).isOne();
        second.drop();
        assertThat(token.known()).isZero();
        assertThat(child.known()).isZero();
        assertThat(probe.held()).isZero();
    }

    @Test
    void aCancelledChildIsForgotten() throws Exception {
        CancellationToken child = token.child();
        probe.poll(child.cancelled());
        child.cancel();
        assertThat(token.known()).isZero();
        assertThat(probe.held()).isZero();
    }

    @Test
    void aWaiterMayBePolledAgainAfterItWasDropped() throws Exception {
        Future<Void> cancelled = token.cancelled();
        probe.poll(cancelled);
        cancelled.drop();
        probe.poll(cancelled);
        token.cancel();
        assertThat(probe.wakes()).isOne();
        assertThat(probe.held()).isZero();
    }

    @Test
    void aWakerThatThrowsDoesNotKeepTheOthersAsleep() throws Exception {
        IllegalStateException thrown = new IllegalStateException("a bad waker");
        waiting(token, () -> {
            throw thrown;
        });
        probe.poll(token.cancelled());
        assertThatThrownBy(token::cancel).isSameAs(thrown);
        assertThat(probe.wakes()).isOne();
        assertThat(token.isCancelled()).isTrue();
    }

    @Test
    void aWakerThatCancelsAndWaitsAgainDoesNotDisturb() throws Exception {
        CancellationToken child = token.child();
        waiting(token, () -> {
            child.cancel();
            token.cancelled().drop();
        });
        probe.poll(child.cancelled());
        token.cancel();
        assertThat(probe.wakes()).isOne();
        assertThat(probe.held()).isZero();
    }

    @Test
    void runUntilCancelledGivesTheValueAndLetsGoOfTheToken() throws Exception {
        Leaf<String> leaf = Leaf.pending();
        Future<String> future = token.runUntilCancelled(leaf);
        assertThat(probe.poll(future).isPending()).isTrue();
        leaf.complete("value");
        assertThat(probe.poll(future)).isEqualTo(Poll.ready("value"));
        assertThat(token.known()).isZero();
        assertThat(probe.held()).as("those of the leaf").isEqualTo(leaf.polls.get());
        assertThatIllegalStateException().isThrownBy(() -> probe.poll(future));
    }

    @Test
    void runUntilCancelledDropsTheFutureWhenTheTokenIsCancelled() throws Exception {
        Leaf<String> leaf = Leaf.pending();
        Future<String> future = token.child().runUntilCancelled(leaf);
        probe.poll(future);
        token.cancel();
        assertThat(probe.takeWoken()).isTrue();
        assertThatThrownBy(() -> probe.poll(future)).isInstanceOf(CancellationException.class);
        assertThat(leaf.drops).hasValue(1);
        future.drop();
        assertThat(leaf.drops).hasValue(1);
        assertThatIllegalStateException().isThrownBy(() -> probe.poll(future));
    }

    @Test
    void aValueThatIsReadyWinsOverTheCancellation() throws Exception {
        Leaf<String> leaf = Leaf.pending();
        Future<String> future = token.runUntilCancelled(leaf);
        probe.poll(future);
        leaf.complete("value");
        token.cancel();
        assertThat(probe.poll(future)).isEqualTo(Poll.ready("value"));
    }

    @Test
    void aTokenThatIsCancelledAlreadyLetsNothingRun() {
        token.cancel();
        Leaf<String> leaf = Leaf.pending();
        leaf.complete("value");
        Future<String> future = token.runUntilCancelled(leaf);
        assertThatThrownBy(() -> probe.poll(future)).isInstanceOf(CancellationException.class);
        assertThat(leaf.polls).hasValue(0);
        assertThat(leaf.drops).hasValue(1);
    }

    @Test
    void runUntilCancelledThrowsWhatTheFutureThrowsAndDeclaresIt() {
        TryFuture<String, IOException> failing = cx -> {
            throw new IOException("declared");
        };
        String caught = null;
        try {
            Async.blockOn(token.runUntilCancelled(failing));
        } catch (IOException e) {
            caught = e.getMessage();
        }
        assertThat(caught).isEqualTo("declared");
        assertThat(token.known()).isZero();
    }

    @Test
    void aThrowFromTheDropIsSuppressedInTheCancellation() throws Exception {
        IllegalStateException thrown = new IllegalStateException("from drop");
        Future<String> future = token.runUntilCancelled(Leaf.<String>pending().onDrop(() -> {
            throw thrown;
        }));
        probe.poll(future);
        token.cancel();
        assertThatThrownBy(() -> probe.poll(future))
                .isInstanceOf(CancellationException.class)
                .hasSuppressedException(thrown);
    }

    @Test
    void droppingRunUntilCancelledDropsTheFutureAndLetsGoOfTheToken() throws Exception {
        Leaf<String> leaf = Leaf.pending();
        Future<String> future = token.runUntilCancelled(leaf);
        probe.poll(future);
        assertThat(((Traced) future).awaited()).isSameAs(leaf);
        future.drop();
        future.drop();
        assertThat(leaf.drops).hasValue(1);
        assertThat(token.known()).isZero();
        leaf.waker.drop();
        assertThat(probe.held()).isZero();
    }

    @Test
    void tasksOnSeveralThreadsStopAtOneCancel() {
        try (ThreadPool pool = ThreadPool.of(2)) {
            List<JoinHandle<Void>> handles = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                handles.add(pool.spawn(token.child().cancelled()));
            }
            token.cancel();
            handles.forEach(Async::blockOn);
        }
        assertThat(token.known()).isZero();
    }

    @Test
    void aWakerWhoseDropThrowsDoesNotKeepTheFutureFromBeingDropped() throws Exception {
        Leaf<String> abandoned = Leaf.pending();
        Future<String> first = token.runUntilCancelled(abandoned);
        first.poll(BadWaker.context());
        assertThatThrownBy(first::drop).hasMessage("from the drop of a waker");
        assertThat(abandoned.drops).hasValue(1);
        Leaf<String> cancelled = Leaf.<String>doing(cx -> {
            token.cancel();
            return Poll.pending();
        });
        Future<String> second = token.runUntilCancelled(cancelled);
        assertThatThrownBy(() -> second.poll(BadWaker.context())).isInstanceOf(CancellationException.class);
        assertThat(cancelled.drops).hasValue(1);
        assertThat(token.known()).isZero();
    }

    @Test
    void nullsAreRefused() {
        assertThatNullPointerException().isThrownBy(() -> token.runUntilCancelled((Future<String>) null));
    }

    /** Against the rules of a drop; the token must not keep the task. */
    @Test
    void aFutureThatDropsTheOneAroundItIsTold() {
        TaskProbe probe = new TaskProbe();
        Future<?>[] around = new Future<?>[1];
        around[0] = new CancellationToken().runUntilCancelled(Futures.<String>pollFn(cx -> {
            around[0].drop();
            return Poll.pending();
        }));
        assertThatThrownBy(() -> probe.poll(around[0])).hasMessage("dropped during its own poll");
        assertThat(probe.held()).isZero();
    }
}
