package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.asyncfn.Poll;
import dev.asyncfn.test.TaskProbe;
import org.junit.jupiter.api.Test;

class NotifyTest {
    private final Notify notify = new Notify();
    private final TaskProbe first = new TaskProbe();
    private final TaskProbe second = new TaskProbe();
    private final TaskProbe third = new TaskProbe();

    @Test
    void aNotificationBeforeTheAwaitIsKeptOnce() throws Exception {
        notify.notifyOne();
        notify.notifyOne();
        assertThat(first.poll(notify.notified()).isReady()).isTrue();
        assertThat(first.poll(notify.notified())).isSameAs(Poll.pending());
    }

    @Test
    void notifyOneChoosesWhoHasWaitedLongest() throws Exception {
        Notify.Notified madeFirst = notify.notified();
        Notify.Notified polledFirst = notify.notified();
        first.poll(polledFirst);
        second.poll(madeFirst);
        notify.notifyOne();
        assertThat(first.wakes()).isOne();
        assertThat(second.wakes()).isZero();
        assertThat(second.poll(madeFirst)).isSameAs(Poll.pending());
        assertThat(first.poll(polledFirst).isReady()).isTrue();
    }

    @Test
    void notifyLastChoosesWhoCameLast() throws Exception {
        Notify.Notified one = notify.notified();
        Notify.Notified two = notify.notified();
        first.poll(one);
        second.poll(two);
        notify.notifyLast();
        assertThat(first.wakes()).isZero();
        assertThat(second.poll(two).isReady()).isTrue();
        notify.notifyLast();
        assertThat(first.poll(one).isReady()).isTrue();
        notify.notifyLast();
        assertThat(third.poll(notify.notified()).isReady()).isTrue();
    }

    @Test
    void notifyWaitersIsForThoseWhoWaitAndForNobodyWhoComesLater() throws Exception {
        Notify.Notified waiting = notify.notified();
        Notify.Notified alsoWaiting = notify.notified();
        first.poll(waiting);
        second.poll(alsoWaiting);
        notify.notifyWaiters();
        assertThat(third.poll(notify.notified())).isSameAs(Poll.pending());
        assertThat(first.poll(waiting).isReady()).isTrue();
        assertThat(second.poll(alsoWaiting).isReady()).isTrue();
        assertThat(third.wakes()).isZero();
    }

    @Test
    void notifyWaitersReachesWhoWasMadeButNotPolledYet() throws Exception {
        Notify.Notified before = notify.notified();
        notify.notifyWaiters();
        assertThat(first.poll(before).isReady()).isTrue();
        assertThat(first.poll(notify.notified())).isSameAs(Poll.pending());
    }

    @Test
    void theChosenOneThatIsDroppedUnpolledPassesTheNotificationOn() throws Exception {
        Notify.Notified chosen = notify.notified();
        Notify.Notified next = notify.notified();
        first.poll(chosen);
        second.poll(next);
        notify.notifyOne();
        chosen.drop();
        assertThat(second.wakes()).isOne();
        next.drop();
        assertThat(third.poll(notify.notified()).isReady()).isTrue();
        assertThat(first.held() + second.held() + third.held()).isZero();
    }

    @Test
    void theChosenLastOneThatIsDroppedPassesItOnToTheLast() throws Exception {
        Notify.Notified one = notify.notified();
        Notify.Notified two = notify.notified();
        Notify.Notified three = notify.notified();
        first.poll(one);
        second.poll(two);
        third.poll(three);
        notify.notifyLast();
        three.drop();
        assertThat(first.wakes()).isZero();
        assertThat(second.wakes()).isOne();
        two.drop();
        assertThat(first.wakes()).isOne();
    }

    @Test
    void whoIsDroppedAfterNotifyWaitersPassesNothingOn() throws Exception {
        Notify.Notified notified = notify.notified();
        first.poll(notified);
        notify.notifyWaiters();
        notified.drop();
        assertThat(second.poll(notify.notified())).isSameAs(Poll.pending());
    }

    @Test
    void whoIsDroppedInLinePassesNothingOn() throws Exception {
        Notify.Notified dropped = notify.notified();
        Notify.Notified next = notify.notified();
        first.poll(dropped);
        second.poll(next);
        dropped.drop();
        assertThat(second.wakes()).isZero();
        notify.notifyOne();
        assertThat(second.poll(next).isReady()).isTrue();
    }

    @Test
    void theChosenOneThatWasAlsoNotifiedWithAllStillPassesItsOwnOn() throws Exception {
        Notify.Notified both = notify.notified();
        first.poll(both);
        notify.notifyOne();
        notify.notifyWaiters();
        both.drop();
        assertThat(second.poll(notify.notified()).isReady()).isTrue();
    }

    @Test
    void anEnabledOneStandsInLineUnpolled() throws Exception {
        Notify.Notified enabled = notify.notified();
        assertThat(enabled.enable()).isFalse();
        assertThat(enabled.enable()).isFalse();
        Notify.Notified later = notify.notified();
        second.poll(later);
        notify.notifyOne();
        assertThat(second.wakes()).isZero();
        assertThat(enabled.enable()).isTrue();
        assertThat(first.poll(enabled).isReady()).isTrue();
    }

    @Test
    void enableTakesAStoredNotification() throws Exception {
        notify.notifyOne();
        Notify.Notified enabled = notify.notified();
        assertThat(enabled.enable()).isTrue();
        assertThat(first.poll(notify.notified())).isSameAs(Poll.pending());
        assertThat(second.poll(enabled).isReady()).isTrue();
        assertThatIllegalStateException().isThrownBy(enabled::enable);
    }

    @Test
    void whoWasNotifiedWithAllLeavesAStoredNotificationToTheNext() throws Exception {
        Notify.Notified polled = notify.notified();
        Notify.Notified made = notify.notified();
        first.poll(polled);
        notify.notifyWaiters();
        notify.notifyOne();
        assertThat(first.poll(polled).isReady()).isTrue();
        assertThat(second.poll(made).isReady()).isTrue();
        assertThat(third.poll(notify.notified()).isReady()).isTrue();
        assertThat(third.poll(notify.notified())).isSameAs(Poll.pending());
    }

    @Test
    void aStoredNotificationThatWasTakenBeforeAllAreNotifiedIsPassedOnByADrop() throws Exception {
        notify.notifyOne();
        Notify.Notified enabled = notify.notified();
        assertThat(enabled.enable()).isTrue();
        notify.notifyWaiters();
        enabled.drop();
        assertThat(second.poll(notify.notified()).isReady()).isTrue();
    }
}
