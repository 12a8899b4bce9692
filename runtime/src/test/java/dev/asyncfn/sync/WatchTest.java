package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.test.TaskProbe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final Channel<Watch.Sender<Integer>, Watch.Receiver<Integer>> channel = Watch.channel(0);
    private final Watch.Sender<Integer> sender = channel.sender();
    private final Watch.Receiver<Integer> one = channel.receiver();
    private final TaskProbe first = new TaskProbe();
    private final TaskProbe second = new TaskProbe();

    @Test
    void theFirstValueCountsAsSeen() throws Exception {
        assertThat(one.borrow()).isZero();
        assertThat(one.hasChanged()).isFalse();
        assertThat(first.poll(one.changed())).isSameAs(Poll.pending());
    }

    @Test
    void borrowDoesNotCountAsSeenAndBorrowAndUpdateDoes() throws Exception {
        sender.send(1);
        assertThat(one.borrow()).isOne();
        assertThat(one.hasChanged()).isTrue();
        assertThat(one.borrowAndUpdate()).isOne();
        assertThat(one.hasChanged()).isFalse();
        assertThat(first.poll(one.changed())).isSameAs(Poll.pending());
    }

    @Test
    void manyChangesAreOneToWhoDidNotLook() throws Exception {
        Future<Void> changed = one.changed();
        first.poll(changed);
        sender.send(1);
        sender.send(2);
        assertThat(first.wakes()).isOne();
        assertThat(first.poll(changed).isReady()).isTrue();
        assertThat(one.borrow()).isEqualTo(2);
        assertThat(first.poll(one.changed())).isSameAs(Poll.pending());
    }

    @Test
    void everyReceiverIsToldAndHasItsOwnView() throws Exception {
        Watch.Receiver<Integer> two = one.clone();
        Future<Void> ofOne = one.changed();
        Future<Void> ofTwo = two.changed();
        first.poll(ofOne);
        second.poll(ofTwo);
        sender.send(1);
        assertThat(first.poll(ofOne).isReady()).isTrue();
        assertThat(two.hasChanged()).isTrue();
        assertThat(second.poll(ofTwo).isReady()).isTrue();
        assertThat(first.held() + second.held()).isZero();
    }

    @Test
    void aCloneHasSeenWhatItsOriginHadAndASubscriberThePresentValue() {
        sender.send(1);
        assertThat(one.clone().hasChanged()).isTrue();
        assertThat(sender.subscribe().hasChanged()).isFalse();
    }

    @Test
    void aChangedThatIsDroppedHasSeenNothing() throws Exception {
        Future<Void> dropped = one.changed();
        first.poll(dropped);
        sender.send(1);
        dropped.drop();
        assertThat(one.hasChanged()).isTrue();
        assertThat(first.held()).isZero();
    }

    @Test
    void anUnseenValueComesBeforeTheEnd() throws Exception {
        Future<Void> changed = one.changed();
        first.poll(changed);
        sender.send(1);
        sender.close();
        sender.close();
        assertThat(one.hasChanged()).isTrue();
        assertThat(first.poll(changed).isReady()).isTrue();
        assertThatThrownBy(() -> first.poll(one.changed())).isExactlyInstanceOf(ClosedException.class);
        assertThatThrownBy(one::hasChanged).isExactlyInstanceOf(ClosedException.class);
        assertThat(one.borrow()).isOne();
    }

    @Test
    void theLastSenderToBeClosedEndsTheWait() throws Exception {
        Watch.Sender<Integer> clone = sender.clone();
        Future<Void> changed = one.changed();
        first.poll(changed);
        sender.close();
        assertThat(first.wakes()).isZero();
        clone.close();
        assertThat(first.wakes()).isOne();
        assertThatThrownBy(() -> first.poll(changed)).isExactlyInstanceOf(ClosedException.class);
        assertThat(first.held()).isZero();
    }

    @Test
    void withoutReceiversSendGivesTheValueBackAndSendReplaceStoresIt() {
        one.close();
        assertThat(sender.isClosed()).isTrue();
        assertThatThrownBy(() -> sender.send(1))
                .isInstanceOfSatisfying(
                        SendException.class, e -> assertThat(e.value()).isEqualTo(1));
        assertThat(sender.borrow()).isZero();
        assertThat(sender.sendReplace(2)).isZero();
        sender.sendModify(n -> n + 1);
        assertThat(sender.subscribe().borrow()).isEqualTo(3);
    }

    @Test
    void sendModifyTellsEvenIfTheResultIsEqual() {
        sender.sendModify(n -> n);
        assertThat(one.hasChanged()).isTrue();
    }

    @Test
    void sendIfModifiedTellsOnlyIfTheResultIsAnother() throws Exception {
        Future<Void> changed = one.changed();
        first.poll(changed);
        assertThat(sender.sendIfModified(n -> Math.max(n, -1))).isFalse();
        assertThat(first.wakes()).isZero();
        assertThat(sender.sendIfModified(n -> Math.max(n, 1))).isTrue();
        assertThat(first.wakes()).isOne();
        assertThat(one.borrow()).isOne();
    }

    @Test
    void aModificationDuringWhichAnotherValueIsStoredIsMadeAgain() {
        List<Integer> seen = new ArrayList<>();
        sender.sendModify(n -> {
            seen.add(n);
            if (seen.size() == 1) {
                sender.send(10);
            }
            return n + 1;
        });
        assertThat(seen).containsExactly(0, 10);
        assertThat(sender.borrow()).isEqualTo(11);
    }

    @Test
    void whatAModificationThrowsIsThrownAndChangesNothing() {
        IllegalArgumentException thrown = new IllegalArgumentException("no");
        assertThatThrownBy(() -> sender.sendModify(n -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(one.hasChanged()).isFalse();
    }

    @Test
    void marksChangeWhatCountsAsSeen() throws Exception {
        Future<Void> changed = one.changed();
        first.poll(changed);
        one.markChanged();
        assertThat(first.wakes()).isOne();
        assertThat(first.poll(changed).isReady()).isTrue();
        sender.send(1);
        one.markUnchanged();
        assertThat(one.hasChanged()).isFalse();
    }

    @Test
    void waitForIsReadyAtOnceIfThePresentValueWillDo() throws Exception {
        sender.send(1);
        assertThat(first.poll(one.waitFor(n -> n == 1))).isEqualTo(Poll.ready(1));
        assertThat(one.hasChanged()).isFalse();
    }

    @Test
    void waitForLooksAtEachChangeUntilOneWillDo() throws Exception {
        Future<Integer> even = one.waitFor(n -> n > 0 && n % 2 == 0);
        assertThat(first.poll(even)).isSameAs(Poll.pending());
        sender.send(1);
        assertThat(first.poll(even)).isSameAs(Poll.pending());
        sender.send(2);
        assertThat(first.poll(even)).isEqualTo(Poll.ready(2));
        assertThat(first.held()).isZero();
    }

    @Test
    void waitForEndsWithTheLastSender() throws Exception {
        Future<Integer> never = one.waitFor(n -> n < 0);
        first.poll(never);
        sender.close();
        assertThatThrownBy(() -> first.poll(never)).isExactlyInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> first.poll(never)).hasMessage("polled after completion");
        assertThat(first.held()).isZero();
    }

    @Test
    void whatTheConditionThrowsWaitForThrows() {
        IllegalArgumentException thrown = new IllegalArgumentException("no");
        Future<Integer> failing = one.waitFor(n -> {
            throw thrown;
        });
        assertThatThrownBy(() -> first.poll(failing)).isSameAs(thrown);
        assertThat(first.clones()).isZero();
    }

    @Test
    void closedHalvesAreOfNoUse() throws Exception {
        Future<Void> changed = one.changed();
        first.poll(changed);
        one.close();
        one.close();
        assertThat(first.wakes()).isOne();
        assertThatThrownBy(() -> first.poll(changed)).isExactlyInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> first.poll(one.waitFor(n -> true))).isExactlyInstanceOf(IllegalStateException.class);
        assertThatThrownBy(one::hasChanged).isExactlyInstanceOf(IllegalStateException.class);
        assertThatThrownBy(one::clone).isExactlyInstanceOf(IllegalStateException.class);
        sender.close();
        assertThatThrownBy(() -> sender.send(1)).isExactlyInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sender.sendReplace(1)).isExactlyInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sender.sendModify(n -> n)).isExactlyInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sender.sendIfModified(n -> n)).isExactlyInstanceOf(IllegalStateException.class);
        assertThatThrownBy(sender::clone).isExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSenderLearnsThatAllReceiversAreGone() throws Exception {
        Future<Void> closed = sender.closed();
        first.poll(closed);
        assertThat(sender.receiverCount()).isOne();
        one.close();
        assertThat(first.poll(closed)).isEqualTo(Poll.ready(null));
    }

    @Test
    void theValueMayBeNullAndFunctionsMayNot() {
        Channel<Watch.Sender<String>, Watch.Receiver<String>> nullable = Watch.channel(null);
        assertThat(nullable.receiver().borrow()).isNull();
        assertThat(nullable.sender().sendIfModified(s -> null)).isFalse();
        nullable.sender().send(null);
        assertThat(nullable.receiver().hasChanged()).isTrue();
        assertThatNullPointerException().isThrownBy(() -> sender.sendModify(null));
        assertThatNullPointerException().isThrownBy(() -> one.waitFor(null));
        assertThat(one.sameChannel(sender.subscribe())).isTrue();
        assertThat(one.sameChannel(nullable.receiver())).isFalse();
        assertThat(sender.sameChannel(sender.clone())).isTrue();
    }

    /** Another task with the receiver has seen the value, and then the sender is gone: this task has not looked at it. */
    @Test
    void aValueThatAnotherTaskHasSeenIsLookedAtThoughItIsTheLast() throws Exception {
        Future<Integer> awaited = one.waitFor(n -> n == 77);
        assertThat(first.poll(awaited).isPending()).isTrue();
        sender.send(77);
        assertThat(one.borrowAndUpdate()).isEqualTo(77);
        sender.close();
        assertThat(first.poll(awaited)).isEqualTo(Poll.ready(77));
        Future<Integer> other = one.waitFor(n -> n == 78);
        assertThatThrownBy(() -> first.poll(other)).isInstanceOf(ClosedException.class);
    }
}
