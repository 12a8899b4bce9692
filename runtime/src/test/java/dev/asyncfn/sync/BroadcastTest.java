package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.Garbage;
import dev.asyncfn.test.TaskProbe;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BroadcastTest {
    private final Channel<Broadcast.Sender<String>, Broadcast.Receiver<String>> channel = Broadcast.channel(2);
    private final Broadcast.Sender<String> sender = channel.sender();
    private final Broadcast.Receiver<String> one = channel.receiver();
    private final TaskProbe first = new TaskProbe();
    private final TaskProbe second = new TaskProbe();

    @Test
    void everyReceiverGetsEveryValue() {
        Broadcast.Receiver<String> two = sender.subscribe();
        assertThat(sender.send("a")).isEqualTo(2);
        sender.send("b");
        assertThat(Scene.now(one.recv())).contains("a");
        assertThat(Scene.now(one.recv())).contains("b");
        assertThat(Scene.now(two.recv())).contains("a");
        assertThat(two.size()).isOne();
        assertThat(one.isEmpty()).isTrue();
        assertThat(Scene.now(two.recv())).contains("b");
    }

    @Test
    void allReceiversThatWaitAreWoken() throws Exception {
        Broadcast.Receiver<String> two = sender.subscribe();
        Future<Optional<String>> ofOne = one.recv();
        Future<Optional<String>> ofTwo = two.recv();
        first.poll(ofOne);
        second.poll(ofTwo);
        sender.send("a");
        assertThat(first.poll(ofOne)).isEqualTo(Poll.ready(Optional.of("a")));
        assertThat(second.poll(ofTwo)).isEqualTo(Poll.ready(Optional.of("a")));
        assertThat(first.held() + second.held()).isZero();
    }

    @Test
    void aReceiverGetsWhatIsSentAfterItCame() {
        sender.send("a");
        Broadcast.Receiver<String> late = sender.subscribe();
        Broadcast.Receiver<String> resubscribed = one.resubscribe();
        sender.send("b");
        assertThat(Scene.now(late.recv())).contains("b");
        assertThat(Scene.now(resubscribed.recv())).contains("b");
        assertThat(one.size()).isEqualTo(2);
    }

    @Test
    void aSlowReceiverIsToldOnceHowManyItMissed() {
        for (String value : new String[] {"a", "b", "c", "d", "e"}) {
            sender.send(value);
        }
        assertThat(one.size()).isEqualTo(5);
        assertThatThrownBy(() -> Scene.now(one.recv()))
                .isInstanceOfSatisfying(
                        LaggedException.class, e -> assertThat(e.missed()).isEqualTo(3))
                .hasMessageContaining("missed 3 values");
        assertThat(Scene.now(one.recv())).contains("d");
        sender.send("f");
        assertThat(Scene.now(one.recv())).contains("e");
        assertThat(Scene.now(one.recv())).contains("f");
    }

    @Test
    void aSlowReceiverDoesNotSlowTheOthers() {
        Broadcast.Receiver<String> fast = sender.subscribe();
        for (int i = 0; i < 10; i++) {
            sender.send("value " + i);
            assertThat(Scene.now(fast.recv())).contains("value " + i);
        }
        assertThatThrownBy(one::tryRecv)
                .isInstanceOfSatisfying(
                        LaggedException.class, e -> assertThat(e.missed()).isEqualTo(8));
        assertThat(one.tryRecv()).isEqualTo(new TryRecv.Received<>("value 8"));
    }

    @Test
    void withoutReceiversTheValueIsGivenBack() {
        one.close();
        assertThatThrownBy(() -> sender.send("a"))
                .isInstanceOfSatisfying(
                        SendException.class, e -> assertThat(e.value()).isEqualTo("a"));
        Broadcast.Receiver<String> late = sender.subscribe();
        assertThat(late.tryRecv()).isEqualTo(new TryRecv.Empty<>());
        assertThat(sender.send("b")).isOne();
    }

    @Test
    void afterTheLastSenderIsClosedReceiversComeToTheEnd() throws Exception {
        Broadcast.Sender<String> clone = sender.clone();
        sender.send("a");
        sender.close();
        sender.close();
        clone.send("b");
        assertThat(Scene.now(one.recv())).contains("a");
        assertThat(Scene.now(one.recv())).contains("b");
        Future<Optional<String>> end = one.recv();
        assertThat(first.poll(end)).isSameAs(Poll.pending());
        clone.close();
        assertThat(first.wakes()).isOne();
        assertThat(first.poll(end)).isEqualTo(Poll.ready(Optional.empty()));
        assertThat(one.tryRecv()).isEqualTo(new TryRecv.Closed<>());
    }

    @Test
    void aReceiverThatLaggedIsToldEvenAfterTheLastSenderIsClosed() {
        sender.send("a");
        sender.send("b");
        sender.send("c");
        sender.close();
        assertThatThrownBy(one::tryRecv).isInstanceOf(LaggedException.class).hasMessageEndingWith("missed 1 value");
        assertThat(one.tryRecv()).isEqualTo(new TryRecv.Received<>("b"));
        assertThat(one.tryRecv()).isEqualTo(new TryRecv.Received<>("c"));
        assertThat(one.tryRecv()).isEqualTo(new TryRecv.Closed<>());
    }

    @Test
    void closedHalvesAreOfNoUse() throws Exception {
        Future<Optional<String>> waiting = one.recv();
        first.poll(waiting);
        one.close();
        one.close();
        assertThat(first.wakes()).isOne();
        assertThatThrownBy(() -> first.poll(waiting))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("this Broadcast.Receiver has been closed");
        assertThatThrownBy(one::tryRecv).isExactlyInstanceOf(IllegalStateException.class);
        assertThat(one.size()).isZero();
        sender.close();
        assertThatThrownBy(() -> sender.send("a")).isExactlyInstanceOf(IllegalStateException.class);
        assertThatThrownBy(sender::clone).isExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSenderLearnsThatAllReceiversAreGone() throws Exception {
        Broadcast.Receiver<String> two = sender.subscribe();
        assertThat(sender.receiverCount()).isEqualTo(2);
        Future<Void> closed = sender.closed();
        first.poll(closed);
        one.close();
        assertThat(first.poll(closed)).isSameAs(Poll.pending());
        two.close();
        assertThat(first.poll(closed)).isEqualTo(Poll.ready(null));
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Broadcast.channel(0));
        assertThatNullPointerException().isThrownBy(() -> sender.send(null));
        assertThat(sender.sameChannel(sender.clone())).isTrue();
        assertThat(sender.sameChannel(Broadcast.channel(1).sender())).isFalse();
    }

    @Test
    void whatAllHaveSeenIsNotKeptAlive() {
        Channel<Broadcast.Sender<Object>, Broadcast.Receiver<Object>> objects = Broadcast.channel(4);
        Broadcast.Receiver<Object> slow = objects.sender().subscribe();
        WeakReference<Object> value = send(objects.sender());
        assertThat(objects.receiver().tryRecv()).isInstanceOf(TryRecv.Received.class);
        slow.close();
        Garbage.collectUntil(() -> value.get() == null);
        assertThat(objects.receiver().tryRecv()).isEqualTo(new TryRecv.Empty<>());
    }

    private static WeakReference<Object> send(Broadcast.Sender<Object> sender) {
        Object value = new Object();
        sender.send(value);
        return new WeakReference<>(value);
    }

    @Test
    void blockingRecvWaitsForAnotherThread() {
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> sender.send("from there"));
        assertThat(one.blockingRecv()).contains("from there");
        other.join();
    }

    /** A place is made when a value comes. */
    @Test
    void theLargestCapacityTakesNoMemoryByItself() {
        var channel = Broadcast.<Integer>channel(Integer.MAX_VALUE);
        IntStream.range(0, 1_000).forEach(channel.sender()::send);
        IntStream.range(0, 1_000)
                .forEach(i -> assertThat(channel.receiver().tryRecv()).isEqualTo(new TryRecv.Received<>(i)));
    }

    @Test
    void exactlyTheCapacityIsKeptWhileTheRingGrows() {
        for (int capacity = 1; capacity < 70; capacity++) {
            for (int sent = 0; sent < 150; sent++) {
                var channel = Broadcast.<Integer>channel(capacity);
                var late = channel.sender().subscribe();
                IntStream.range(0, sent).forEach(channel.sender()::send);
                int missed = Math.max(0, sent - capacity);
                if (missed > 0) {
                    assertThatThrownBy(late::tryRecv)
                            .isInstanceOfSatisfying(
                                    LaggedException.class,
                                    e -> assertThat(e.missed()).isEqualTo(missed));
                }
                for (int i = missed; i < sent; i++) {
                    assertThat(late.tryRecv()).isEqualTo(new TryRecv.Received<>(i));
                }
                assertThat(late.tryRecv()).isInstanceOf(TryRecv.Empty.class);
            }
        }
    }
}
