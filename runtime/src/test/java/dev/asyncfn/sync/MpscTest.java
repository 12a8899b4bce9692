package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.test.TaskProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MpscTest {
    private final Channel<Mpsc.Sender<String>, Mpsc.Receiver<String>> channel = Mpsc.bounded(2);
    private final Mpsc.Sender<String> sender = channel.sender();
    private final Mpsc.Receiver<String> receiver = channel.receiver();
    private final TaskProbe first = new TaskProbe();
    private final TaskProbe second = new TaskProbe();
    private final TaskProbe receiving = new TaskProbe();

    private void fill() {
        assertThat(sender.trySend("a")).isTrue();
        assertThat(sender.trySend("b")).isTrue();
    }

    @Test
    void valuesArriveInOrderAndThenTheEnd() throws Exception {
        fill();
        sender.close();
        assertThat(receiving.poll(receiver.recv())).isEqualTo(Poll.ready(Optional.of("a")));
        assertThat(receiving.poll(receiver.recv())).isEqualTo(Poll.ready(Optional.of("b")));
        assertThat(receiving.poll(receiver.recv())).isEqualTo(Poll.ready(Optional.empty()));
        assertThat(receiver.tryRecv()).isEqualTo(new TryRecv.Closed<>());
    }

    @Test
    void aCapacityOfZeroIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Mpsc.bounded(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Mpsc.bounded(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> receiver.recvMany(0));
    }

    @Test
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> sender.send(null));
        assertThatNullPointerException().isThrownBy(() -> sender.trySend(null));
        assertThatNullPointerException()
                .isThrownBy(() -> Mpsc.<String>unbounded().sender().send(null));
        Mpsc.Permit<String> permit = sender.tryReserve().orElseThrow();
        assertThatNullPointerException().isThrownBy(() -> permit.send(null));
        permit.send("not used up by that");
    }

    @Test
    void sendersWaitForPlacesInTheOrderOfTheirFirstPolls() throws Exception {
        fill();
        Future<Void> c = sender.send("c");
        Future<Void> d = sender.send("d");
        first.poll(c);
        second.poll(d);
        assertThat(receiver.size()).isEqualTo(2);
        receiver.tryRecv();
        assertThat(first.wakes()).isOne();
        assertThat(second.wakes()).isZero();
        assertThat(sender.trySend("overtakes")).isFalse();
        Scene.now(c);
        receiver.tryRecv();
        Scene.now(d);
        assertThat(Scene.now(receiver.recvMany(9))).containsExactly("c", "d");
    }

    @Test
    void whatNeedNotWaitClonesNoWaker() throws Exception {
        Context uncloneable = Context.fromWaker(PermitsTest.UNCLONEABLE);
        assertThat(sender.send("a").poll(uncloneable)).isEqualTo(Poll.ready(null));
        assertThat(receiver.recv().poll(uncloneable)).isEqualTo(Poll.ready(Optional.of("a")));
    }

    @Test
    void aSendThatNeedNotWaitWakesTheReceiver() throws Exception {
        Future<Optional<String>> value = receiver.recv();
        receiving.poll(value);
        assertThat(first.poll(sender.send("a")).isReady()).isTrue();
        assertThat(receiving.wakes()).isOne();
        assertThat(receiving.poll(value)).isEqualTo(Poll.ready(Optional.of("a")));
        assertThat(receiving.held()).isZero();
    }

    @Test
    void aReceiveThatIsPolledInVainAndThenReadyLeavesTheLine() throws Exception {
        Future<Optional<String>> value = receiver.recv();
        receiving.poll(value);
        first.poll(receiver.recv()); // is woken first, if the other has left
        assertThat(sender.trySend("a")).isTrue();
        assertThat(receiving.poll(value)).isEqualTo(Poll.ready(Optional.of("a")));
        assertThat(sender.trySend("b")).isTrue();
        assertThat(first.wakes()).isOne();
    }

    @Test
    void aReceiveGivesThePlaceOfItsValueToTheSenderInLine() throws Exception {
        fill();
        Future<Void> waiting = sender.send("c");
        first.poll(waiting);
        assertThat(receiving.poll(receiver.recv()).isReady()).isTrue();
        assertThat(first.wakes()).isOne();
        assertThat(second.poll(sender.send("late"))).isSameAs(Poll.pending());
        assertThat(first.poll(waiting).isReady()).isTrue();
    }

    @Test
    void aSendThatIsDroppedHasSentNothingAndPassesItsPlaceOn() throws Exception {
        fill();
        Future<Void> dropped = sender.send("dropped");
        Future<Void> next = sender.send("next");
        first.poll(dropped);
        second.poll(next);
        receiver.tryRecv();
        assertThat(first.wakes()).isOne();
        dropped.drop();
        assertThat(second.wakes()).isOne();
        Scene.now(next);
        assertThat(Scene.now(receiver.recvMany(9))).containsExactly("b", "next");
        assertThat(first.held() + second.held()).isZero();
    }

    @Test
    void aReceiveThatIsDroppedHasTakenNothing() throws Exception {
        Future<Optional<String>> dropped = receiver.recv();
        receiving.poll(dropped);
        sender.trySend("a");
        assertThat(receiving.wakes()).isOne();
        dropped.drop();
        assertThat(Scene.now(receiver.recv())).contains("a");
        assertThat(receiving.held()).isZero();
    }

    @Test
    void whoWasWokenForAValueAndIsDroppedWakesAnotherReceive() throws Exception {
        Future<Optional<String>> woken = receiver.recv();
        Future<Optional<String>> other = receiver.recv();
        first.poll(woken);
        second.poll(other);
        sender.trySend("a");
        assertThat(second.wakes()).isZero();
        woken.drop();
        assertThat(second.wakes()).isOne();
        assertThat(second.poll(other)).isEqualTo(Poll.ready(Optional.of("a")));
    }

    @Test
    void whoWasWokenForAValueThatAnotherTookKeepsItsPlace() throws Exception {
        Future<Optional<String>> before = receiver.recv();
        Future<Optional<String>> after = receiver.recv();
        first.poll(before);
        second.poll(after);
        sender.trySend("a");
        assertThat(Scene.now(receiver.recv())).contains("a");
        assertThat(first.poll(before)).isSameAs(Poll.pending());
        sender.trySend("b");
        assertThat(second.wakes()).isZero();
        assertThat(first.poll(before)).isEqualTo(Poll.ready(Optional.of("b")));
    }

    @Test
    void severalThatWereWokenInVainKeepTheirOrder() throws Exception {
        List<List<Integer>> orders =
                List.of(List.of(0, 1, 2), List.of(0, 2, 1), List.of(1, 0, 2), List.of(1, 2, 0), List.of(2, 1, 0));
        for (List<Integer> order : orders) {
            var channel = Mpsc.<Integer>unbounded();
            List<TaskProbe> tasks = new ArrayList<>();
            List<Future<Optional<Integer>>> line = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                tasks.add(new TaskProbe());
                line.add(channel.receiver().recv());
                tasks.get(i).poll(line.get(i));
            }
            for (int i = 0; i < 3; i++) {
                channel.sender().send(i); // wakes the next
            }
            assertThat(Scene.now(channel.receiver().recvMany(3))).hasSize(3);
            for (int i : order) {
                assertThat(tasks.get(i).takeWoken()).isTrue();
                assertThat(tasks.get(i).poll(line.get(i))).isSameAs(Poll.pending());
            }
            for (int i = 0; i < 4; i++) {
                channel.sender().send(i);
                assertThat(tasks.get(i).takeWoken()).as("%s", order).isTrue();
                assertThat(tasks.get(i).poll(line.get(i))).as("%s", order).isEqualTo(Poll.ready(Optional.of(i)));
            }
        }
    }

    @Test
    void whoTakesTheLastValueWakesTheOthersWhoReceive() throws Exception {
        Future<Optional<String>> value = receiver.recv();
        Future<Optional<String>> end = receiver.recv();
        first.poll(value);
        second.poll(end);
        sender.trySend("a");
        sender.close();
        assertThat(first.poll(value)).isEqualTo(Poll.ready(Optional.of("a")));
        assertThat(second.wakes()).isOne();
        assertThat(second.poll(end)).isEqualTo(Poll.ready(Optional.empty()));
    }

    @Test
    void closingTheReceiverTellsSendersAndGivesTheirValuesBack() throws Exception {
        fill();
        Future<Void> waiting = sender.send("c");
        first.poll(waiting);
        receiver.close();
        assertThat(first.wakes()).isOne();
        assertThatThrownBy(() -> first.poll(waiting))
                .isInstanceOfSatisfying(
                        SendException.class, e -> assertThat(e.value()).isEqualTo("c"));
        assertThatThrownBy(() -> sender.trySend("d"))
                .isInstanceOfSatisfying(
                        SendException.class, e -> assertThat(e.value()).isEqualTo("d"));
        assertThatThrownBy(() -> first.poll(sender.send("e"))).isInstanceOf(SendException.class);
        assertThatThrownBy(() -> first.poll(sender.reserve())).isExactlyInstanceOf(ClosedException.class);
        assertThatThrownBy(sender::tryReserve).isExactlyInstanceOf(ClosedException.class);
        assertThat(first.held()).isZero();
    }

    @Test
    void whatWasInTheBufferWhenTheReceiverWasClosedIsStillReceived() throws Exception {
        fill();
        receiver.close();
        assertThat(Scene.now(receiver.recvMany(9))).containsExactly("a", "b");
        assertThat(receiving.poll(receiver.recv())).isEqualTo(Poll.ready(Optional.empty()));
        assertThat(receiving.poll(receiver.recvMany(9))).isEqualTo(Poll.ready(List.of()));
    }

    @Test
    void aSendThatWasGrantedAPlaceBeforeTheCloseGivesItsValueBack() throws Exception {
        fill();
        Future<Void> granted = sender.send("c");
        first.poll(granted);
        receiver.tryRecv();
        receiver.close();
        assertThat(Scene.now(receiver.recv())).contains("b");
        assertThatThrownBy(() -> first.poll(granted)).isInstanceOf(SendException.class);
        assertThat(receiving.poll(receiver.recv())).isEqualTo(Poll.ready(Optional.empty()));
    }

    @Test
    void afterTheReceiverWasClosedSendsThatNobodyPollsDoNotHoldUpTheEnd() throws Exception {
        fill();
        Future<Void> granted = sender.send("c");
        first.poll(granted);
        Future<Mpsc.Permit<String>> waiting = sender.reserve();
        second.poll(waiting);
        receiver.tryRecv();
        receiver.close();
        assertThat(Scene.now(receiver.recv())).contains("b");
        assertThat(receiving.poll(receiver.recv())).isEqualTo(Poll.ready(Optional.empty()));
        assertThat(receiver.tryRecv()).isEqualTo(new TryRecv.Closed<>());
        granted.drop();
        assertThatThrownBy(() -> second.poll(waiting)).isExactlyInstanceOf(ClosedException.class);
        assertThat(first.held() + second.held()).isZero();
    }

    @Test
    void closingTheReceiverEndsAReceiveThatWaitsUnlessAPlaceIsReserved() throws Exception {
        Mpsc.Permit<String> permit = sender.tryReserve().orElseThrow();
        Future<Optional<String>> last = receiver.recv();
        receiving.poll(last);
        receiver.close();
        assertThat(receiving.wakes()).isZero();
        permit.send("reserved before");
        assertThat(receiving.wakes()).isOne();
        assertThat(receiving.poll(last)).isEqualTo(Poll.ready(Optional.of("reserved before")));
        assertThat(receiving.poll(receiver.recv())).isEqualTo(Poll.ready(Optional.empty()));
    }

    @Test
    void aDroppedReceiverWaitsForNoPermit() throws Exception {
        Mpsc.Permit<String> permit = sender.tryReserve().orElseThrow();
        Future<Optional<String>> waiting = receiver.recv();
        receiving.poll(waiting);
        receiver.drop();
        assertThat(receiving.wakes()).isOne();
        assertThat(receiving.poll(waiting)).isEqualTo(Poll.ready(Optional.empty()));
        permit.close();
    }

    @Test
    void aDroppedReceiverForgetsTheBuffer() throws Exception {
        fill();
        Mpsc.Permit<String> permit = blockedPermit();
        receiver.drop();
        permit.send("for nobody");
        assertThat(receiver.isEmpty()).isTrue();
        assertThat(receiving.poll(receiver.recv())).isEqualTo(Poll.ready(Optional.empty()));
        assertThat(sender.isClosed()).isTrue();
    }

    private Mpsc.Permit<String> blockedPermit() throws Exception {
        Future<Mpsc.Permit<String>> reserve = sender.reserve();
        first.poll(reserve);
        receiver.tryRecv();
        return Scene.now(reserve);
    }

    @Test
    void theLastSenderToBeClosedEndsTheWaitOfTheReceiver() throws Exception {
        Mpsc.Sender<String> clone = sender.clone();
        Future<Optional<String>> end = receiver.recv();
        receiving.poll(end);
        sender.close();
        sender.close();
        assertThat(receiving.wakes()).isZero();
        assertThat(receiver.tryRecv()).isEqualTo(new TryRecv.Empty<>());
        clone.close();
        assertThat(receiving.wakes()).isOne();
        assertThat(receiving.poll(end)).isEqualTo(Poll.ready(Optional.empty()));
    }

    @Test
    void aSendThatWaitsKeepsTheChannelOpenAfterItsSenderWasClosed() throws Exception {
        fill();
        Future<Void> waiting = sender.send("c");
        first.poll(waiting);
        sender.close();
        receiver.tryRecv();
        receiver.tryRecv();
        assertThat(receiver.tryRecv()).isEqualTo(new TryRecv.Empty<>());
        Future<Optional<String>> last = receiver.recv();
        receiving.poll(last);
        Scene.now(waiting);
        assertThat(receiving.poll(last)).isEqualTo(Poll.ready(Optional.of("c")));
        assertThat(receiver.tryRecv()).isEqualTo(new TryRecv.Closed<>());
    }

    @Test
    void aWaitingSendThatIsDroppedEndsTheChannelIfAllSendersAreClosed() throws Exception {
        fill();
        Future<Void> waiting = sender.send("c");
        first.poll(waiting);
        sender.close();
        assertThat(Scene.now(receiver.recvMany(2))).containsExactly("a", "b");
        Future<Optional<String>> end = receiver.recv();
        assertThat(receiving.poll(end)).isSameAs(Poll.pending());
        waiting.drop();
        assertThat(receiving.poll(end)).isEqualTo(Poll.ready(Optional.empty()));
    }

    @Test
    void aClosedSenderIsOfNoUse() {
        Future<Void> made = sender.send("a");
        sender.close();
        assertThatThrownBy(() -> first.poll(made))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("this Mpsc sender has been closed");
        assertThatThrownBy(() -> first.poll(sender.reserve())).isExactlyInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sender.trySend("a")).isExactlyInstanceOf(IllegalStateException.class);
        assertThatThrownBy(sender::tryReserve).isExactlyInstanceOf(IllegalStateException.class);
        assertThatThrownBy(sender::clone).isExactlyInstanceOf(IllegalStateException.class);
        assertThat(receiver.tryRecv()).isEqualTo(new TryRecv.Closed<>());
    }

    @Test
    void aPermitIsAPlaceThatNobodyElseTakes() throws Exception {
        Mpsc.Permit<String> permit = sender.tryReserve().orElseThrow();
        assertThat(sender.capacity()).isOne();
        assertThat(sender.maxCapacity()).isEqualTo(2);
        assertThat(sender.trySend("a")).isTrue();
        assertThat(sender.trySend("b")).isFalse();
        assertThat(sender.tryReserve()).isEmpty();
        permit.send("c");
        assertThatThrownBy(() -> permit.send("d")).isExactlyInstanceOf(IllegalStateException.class);
        permit.close();
        assertThat(sender.capacity()).isZero();
        assertThat(Scene.now(receiver.recvMany(9))).containsExactly("a", "c");
        assertThat(sender.capacity()).isEqualTo(2);
    }

    @Test
    void aPermitThatIsClosedUnusedGivesItsPlaceToTheNext() throws Exception {
        Mpsc.Permit<String> permit = sender.tryReserve().orElseThrow();
        sender.trySend("a");
        Future<Void> waiting = sender.send("b");
        first.poll(waiting);
        permit.close();
        permit.close();
        assertThat(first.wakes()).isOne();
        assertThat(first.poll(waiting).isReady()).isTrue();
        assertThatThrownBy(() -> permit.send("late")).isExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPermitKeepsTheChannelOpen() throws Exception {
        Mpsc.Permit<String> permit = sender.tryReserve().orElseThrow();
        sender.close();
        receiver.close();
        Future<Optional<String>> last = receiver.recv();
        assertThat(receiving.poll(last)).isSameAs(Poll.pending());
        permit.send("by permit");
        assertThat(receiving.poll(last)).isEqualTo(Poll.ready(Optional.of("by permit")));
        assertThat(receiver.tryRecv()).isEqualTo(new TryRecv.Closed<>());
    }

    @Test
    void aGrantedReservationThatIsDroppedPassesItsPlaceOn() throws Exception {
        fill();
        Future<Mpsc.Permit<String>> granted = sender.reserve();
        Future<Void> next = sender.send("c");
        first.poll(granted);
        second.poll(next);
        receiver.tryRecv();
        granted.drop();
        assertThat(second.poll(next).isReady()).isTrue();
        assertThat(first.held()).isZero();
    }

    @Test
    void sendersLearnThatTheReceiverIsClosed() throws Exception {
        Future<Void> closed = sender.closed();
        assertThat(first.poll(closed)).isSameAs(Poll.pending());
        receiver.close();
        assertThat(first.poll(closed)).isEqualTo(Poll.ready(null));
        assertThat(sender.isClosed()).isTrue();
    }

    @Test
    void anUnboundedChannelNeverMakesItsSendersWait() throws Exception {
        var unbounded = Mpsc.<Integer>unbounded();
        Mpsc.UnboundedSender<Integer> clone = unbounded.sender().clone();
        for (int i = 0; i < 1_000; i++) {
            (i % 2 == 0 ? unbounded.sender() : clone).send(i);
        }
        unbounded.sender().close();
        assertThatThrownBy(() -> unbounded.sender().send(1)).isExactlyInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> unbounded.sender().clone()).isExactlyInstanceOf(IllegalStateException.class);
        assertThat(Scene.now(unbounded.receiver().recvMany(2_000)))
                .hasSize(1_000)
                .isSorted();
        unbounded.receiver().close();
        assertThatThrownBy(() -> clone.send(1)).isInstanceOf(SendException.class);
        assertThat(clone.sameChannel(unbounded.sender())).isTrue();
        assertThat(clone.sameChannel(sender)).isFalse();
    }

    @Test
    void blockingFormsWaitForOtherThreads() {
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
            for (String value : List.of("a", "b", "c", "d", "e")) {
                sender.blockingSend(value);
            }
            sender.close();
        });
        StringBuilder received = new StringBuilder();
        for (Optional<String> next = receiver.blockingRecv(); next.isPresent(); next = receiver.blockingRecv()) {
            received.append(next.get());
        }
        assertThat(received).hasToString("abcde");
        other.join();
    }
}
