package dev.asyncfn.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Waker;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ManualFutureTest {
    private final ManualFuture<String> user = ManualFuture.named("user");
    private final TaskProbe task = new TaskProbe();

    @Test
    void isPendingUntilItIsMadeReadyAndThenWakesItsTaskOnce() throws Exception {
        assertThat(task.poll(user)).isSameAs(Poll.pending());
        assertThat(task.takeWoken()).isFalse();
        assertThat(user.ready("Ada")).isTrue();
        assertThat(task.wakes()).isOne();
        assertThat(task.held()).isZero();
        assertThat(task.poll(user)).isEqualTo(Poll.ready("Ada"));
    }

    @Test
    void mayBeReadyBeforeItIsPolled() throws Exception {
        user.ready(null);
        assertThat(task.poll(user)).isEqualTo(Poll.ready(null));
        assertThat(task.clones()).isZero();
    }

    @Test
    void throwsTheFailureAsItIs() throws Exception {
        IOException failure = new IOException("closed");
        task.poll(user);
        assertThat(user.fail(failure)).isTrue();
        assertThat(task.takeWoken()).isTrue();
        assertThatThrownBy(() -> task.poll(user)).isSameAs(failure);
    }

    @Test
    void showsWhetherItHoldsAWaker() throws Exception {
        assertThat(user.holdsWaker()).isFalse();
        task.poll(user);
        assertThat(user.holdsWaker()).isTrue();
        user.ready("Ada");
        assertThat(user.holdsWaker()).isFalse();
        task.poll(user);
        assertThat(user.holdsWaker()).isFalse();
    }

    @Test
    void keepsTheWakerOfTheNewestPollOnly() throws Exception {
        TaskProbe earlier = new TaskProbe();
        earlier.poll(user);
        task.poll(user);
        task.poll(user);
        assertThat(earlier.held()).isZero();
        assertThat(task.clones()).isOne(); // the second poll has the same waker
        user.ready("Ada");
        assertThat(earlier.wakes()).isZero();
        assertThat(task.wakes()).isOne();
    }

    @Test
    void aWakerThatIsClonedWhileTheOutcomeIsDecidedIsNotLost() throws Exception {
        Waker deciding = Waker.fromRaw(new RawWaker(null, new RawWakerVTable() {
            @Override
            public RawWaker clone(Object data) {
                user.ready("Ada");
                return new RawWaker(task, this);
            }

            @Override
            public void wake(Object data) {
                throw new AssertionError("the poll was ready");
            }

            @Override
            public void wakeByRef(Object data) {
                throw new AssertionError("the poll was ready");
            }

            @Override
            public void drop(Object data) {
                assertThat(data).isSameAs(task);
                task.waker().wakeByRef();
            }
        }));
        assertThat(user.poll(Context.fromWaker(deciding))).isEqualTo(Poll.ready("Ada"));
        assertThat(task.wakes()).as("the clone was dropped").isOne();
    }

    @Test
    void isDecidedOnce() {
        user.ready("Ada");
        assertThatIllegalStateException()
                .isThrownBy(() -> user.ready("Bob"))
                .withMessage("the outcome of `user` was decided before");
        assertThatIllegalStateException().isThrownBy(() -> user.fail(new IOException()));
    }

    @Test
    void isNotPolledAfterItsEnd() throws Exception {
        user.ready("Ada");
        task.poll(user);
        assertThatIllegalStateException()
                .isThrownBy(() -> task.poll(user))
                .withMessage("`user` was polled after completion");
        assertThatIllegalStateException().isThrownBy(() -> user.ready("Bob"));
        ManualFuture<String> dropped = ManualFuture.named("cart");
        dropped.drop();
        assertThatIllegalStateException()
                .isThrownBy(() -> task.poll(dropped))
                .withMessage("`cart` was polled after being dropped");
    }

    @Test
    void onceDroppedItKeepsNoWakerAndTakesNoOutcome() throws Exception {
        task.poll(user);
        user.drop();
        user.drop();
        assertThat(task.held()).isZero();
        assertThat(user.ready("Ada")).isFalse();
        assertThat(user.fail(new IOException())).isFalse();
        assertThat(task.wakes()).isZero();
    }

    @Test
    void aValueThatNoPollHasTakenIsReleasedWhenItIsDropped() throws Exception {
        int[] closed = {0};
        ManualFuture<AutoCloseable> socket = ManualFuture.named("socket");
        socket.ready(() -> closed[0]++);
        socket.drop();
        socket.drop();
        assertThat(closed[0]).isOne();
        ManualFuture<AutoCloseable> taken = ManualFuture.named("socket");
        taken.ready(() -> closed[0]++);
        task.poll(taken);
        taken.drop();
        assertThat(closed[0]).isOne();
    }

    @Test
    void spendsTheBudgetWhenItIsReady() throws Exception {
        user.ready("Ada");
        Context spent = Context.withBudget(task.waker(), 1);
        assertThat(spent.proceed()).isTrue();
        assertThat(user.poll(spent)).isSameAs(Poll.pending());
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(user)).isEqualTo(Poll.ready("Ada"));
    }

    @Test
    void namesItselfInEachState() throws Exception {
        assertThat(user).hasToString("user, unpolled");
        task.poll(user);
        assertThat(user.state()).isEqualTo("user, pending");
        user.ready("Ada");
        assertThat(user.state()).isEqualTo("user, ready");
        task.poll(user);
        assertThat(user.state()).isEqualTo("user, done");
        ManualFuture<String> cart = ManualFuture.named("cart");
        cart.fail(new IOException());
        assertThat(cart.state()).isEqualTo("cart, failed");
        cart.drop();
        assertThat(cart.state()).isEqualTo("cart, dropped");
        assertThat(cart.name()).isEqualTo("cart");
    }

    @Test
    void isMadeReadyByAnotherThread() throws Exception {
        Thread other = new Thread(() -> {
            while (!user.holdsWaker()) {
                Thread.yield();
            }
            user.ready("Ada");
        });
        other.start();
        assertThat(Async.blockOn(user)).isEqualTo("Ada");
        other.join();
    }

    @Test
    void nullsAreRefused() {
        assertThatNullPointerException().isThrownBy(() -> ManualFuture.named(null));
        assertThatNullPointerException().isThrownBy(() -> user.fail(null));
    }
}
