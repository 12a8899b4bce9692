package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.test.TaskProbe;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OneshotTest {
    private final Channel<Oneshot.Sender<String>, Oneshot.Receiver<String>> channel = Oneshot.channel();
    private final Oneshot.Sender<String> sender = channel.sender();
    private final Oneshot.Receiver<String> receiver = channel.receiver();
    private final TaskProbe task = new TaskProbe();
    private final TaskProbe sending = new TaskProbe();

    @Test
    void theValueIsReceivedOnce() throws Exception {
        sender.send("value");
        assertThat(task.poll(receiver)).isEqualTo(Poll.ready("value"));
        assertThat(receiver.tryRecv()).isEqualTo(new TryRecv.Closed<>());
        assertThatThrownBy(() -> task.poll(receiver)).hasMessage("polled after completion");
    }

    @Test
    void theValueMayBeNull() throws Exception {
        assertThat(task.poll(receiver)).isSameAs(Poll.pending());
        sender.send(null);
        assertThat(task.poll(receiver)).isEqualTo(Poll.ready(null));
    }

    @Test
    void sendingTwiceIsRefused() {
        sender.send("value");
        assertThatThrownBy(() -> sender.send("again")).isExactlyInstanceOf(IllegalStateException.class);
        assertThat(receiver.tryRecv()).isEqualTo(new TryRecv.Received<>("value"));
    }

    @Test
    void aSenderThatIsClosedWithoutSendingTellsTheReceiver() throws Exception {
        task.poll(receiver);
        sender.close();
        sender.close();
        assertThat(task.wakes()).isOne();
        assertThatThrownBy(() -> task.poll(receiver)).isExactlyInstanceOf(ClosedException.class);
        assertThat(task.held()).isZero();
        assertThatThrownBy(() -> sender.send("late")).isExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void closingASenderThatHasSentTakesNothingBack() throws Exception {
        sender.send("value");
        sender.close();
        assertThat(task.poll(receiver)).isEqualTo(Poll.ready("value"));
    }

    @Test
    void aValueThatNobodyWillReceiveIsGivenBack() {
        receiver.drop();
        assertThatThrownBy(() -> sender.send("value"))
                .isInstanceOfSatisfying(
                        SendException.class,
                        e -> assertThat(e.value(String.class)).isEqualTo("value"))
                .isInstanceOf(ClosedException.class);
    }

    @Test
    void aClosedReceiverStillReceivesWhatWasSent() throws Exception {
        sender.send("value");
        receiver.close();
        receiver.close();
        assertThat(task.poll(receiver)).isEqualTo(Poll.ready("value"));
    }

    @Test
    void aClosedReceiverGetsNothingElse() throws Exception {
        task.poll(receiver);
        receiver.close();
        assertThat(task.wakes()).isOne();
        assertThatThrownBy(() -> sender.send("value")).isInstanceOf(SendException.class);
        assertThatThrownBy(() -> task.poll(receiver)).isExactlyInstanceOf(ClosedException.class);
    }

    @Test
    void theSenderLearnsThatTheReceiverIsGone() throws Exception {
        Future<Void> closed = sender.closed();
        assertThat(sending.poll(closed)).isSameAs(Poll.pending());
        assertThat(sender.isClosed()).isFalse();
        receiver.drop();
        assertThat(sender.isClosed()).isTrue();
        assertThat(sending.wakes()).isOne();
        assertThat(sending.poll(closed)).isEqualTo(Poll.ready(null));
        assertThat(sending.held()).isZero();
    }

    @Test
    void theSenderLearnsThatTheValueWasReceived() throws Exception {
        Future<Void> closed = sender.closed();
        sending.poll(closed);
        sender.send("value");
        assertThat(sender.isClosed()).isFalse();
        Scene.now(receiver);
        assertThat(sender.isClosed()).isTrue();
        assertThat(sending.poll(closed)).isEqualTo(Poll.ready(null));
    }

    @Test
    void tryRecvDoesNotWait() {
        assertThat(receiver.tryRecv()).isEqualTo(new TryRecv.Empty<>());
        sender.send("value");
        assertThat(receiver.tryRecv()).isEqualTo(new TryRecv.Received<>("value"));
        assertThat(receiver.tryRecv()).isEqualTo(new TryRecv.Closed<>());
    }

    @Test
    void tryRecvAfterAClosedSenderIsClosed() {
        sender.close();
        assertThat(receiver.tryRecv()).isEqualTo(new TryRecv.Closed<>());
    }

    @Test
    void aDroppedReceiverForgetsTheValue() {
        sender.send("value");
        receiver.drop();
        assertThat(receiver.tryRecv()).isEqualTo(new TryRecv.Closed<>());
    }

    @Test
    void blockingRecvWaitsForAnotherThread() {
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> sender.send("from there"));
        assertThat(receiver.blockingRecv()).isEqualTo("from there");
        other.join();
    }
}
