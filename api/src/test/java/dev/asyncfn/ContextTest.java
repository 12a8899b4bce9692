package dev.asyncfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

/** Line 8 of the runtime's contract: the budget. */
class ContextTest {
    private final CountingWaker task = new CountingWaker();

    @Test
    void fromWakerIsUnconstrained() {
        Context cx = Context.fromWaker(task.waker());
        for (int i = 0; i < 100_000; i++) {
            assertThat(cx.proceed()).isTrue();
        }
        assertThat(task.wakes()).isZero();
    }

    @Test
    void aSpentBudgetWakesTheTaskAndHoldsBack() {
        Context cx = Context.withBudget(task.waker(), 2);
        assertThat(cx.proceed()).isTrue();
        assertThat(cx.proceed()).isTrue();
        assertThat(task.wakes()).isZero();
        assertThat(cx.proceed()).isFalse();
        assertThat(task.wakes()).isOne();
        assertThat(task.held()).isZero();
    }

    @Test
    void aDerivedContextSpendsFromTheSameBudgetAndWakesItsOwnWaker() {
        CountingWaker child = new CountingWaker();
        Context cx = Context.withBudget(task.waker(), 2);
        Context derived = cx.withWaker(child.waker());
        assertThat(derived.waker().willWake(child.waker())).isTrue();
        assertThat(derived.proceed()).isTrue();
        assertThat(derived.withWaker(task.waker()).proceed()).isTrue();
        assertThat(derived.proceed()).isFalse();
        assertThat(child.wakes()).isOne();
        assertThat(cx.proceed()).isFalse();
    }

    @Test
    void tellsWhetherBudgetRemainsWithoutSpendingIt() {
        Context cx = Context.withBudget(task.waker(), 1);
        Context derived = cx.withWaker(task.waker());
        assertThat(cx.hasBudgetRemaining()).isTrue();
        assertThat(derived.hasBudgetRemaining()).isTrue();
        assertThat(cx.proceed()).isTrue();
        assertThat(cx.hasBudgetRemaining()).isFalse();
        assertThat(derived.hasBudgetRemaining()).isFalse();
        assertThat(task.wakes()).isZero();
        assertThat(Context.fromWaker(task.waker()).hasBudgetRemaining()).isTrue();
    }

    @Test
    void aBudgetThatNeverLetsProceedIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Context.withBudget(task.waker(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Context.withBudget(task.waker(), -1));
    }

    @Test
    void aNullWakerIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> Context.fromWaker(null));
        assertThatNullPointerException()
                .isThrownBy(() -> Context.fromWaker(task.waker()).withWaker(null));
    }

    @Test
    void aReadyFutureYieldsWhenTheBudgetIsSpent() throws Exception {
        Context cx = Context.withBudget(task.waker(), 1);
        Future<String> ready = Future.ready("value");
        assertThat(ready.poll(cx)).isEqualTo(Poll.ready("value"));
        assertThat(ready.poll(cx)).isSameAs(Poll.pending());
        assertThat(task.wakes()).isOne();
    }
}
