package dev.asyncfn.net;

import static dev.asyncfn.net.TcpPair.awaitWake;
import static dev.asyncfn.net.TcpPair.bytes;
import static dev.asyncfn.net.TcpPair.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.TryFuture;
import dev.asyncfn.future.UndroppableWaker;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadPendingException;
import java.nio.channels.WritePendingException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of polls and wakers, for the operations on a socket. */
class OperationTest {
    private final TaskProbe task = new TaskProbe();
    private final TaskProbe other = new TaskProbe();
    private final ByteBuffer buffer = ByteBuffer.allocate(100);
    private TcpPair pair;

    @BeforeEach
    void open() throws IOException {
        pair = TcpPair.open();
    }

    @AfterEach
    void close() throws IOException {
        pair.close();
        TcpPair.awaitReactor();
        assertThat(task.held()).isZero();
        assertThat(other.held()).isZero();
    }

    @Test
    void nothingHappensBeforeTheFirstPoll() throws Exception {
        pair.client().write(bytes("never"));
        Async.blockOn(pair.client().write(bytes("now")));
        Async.blockOn(pair.server().read(buffer));
        assertThat(text(buffer)).isEqualTo("now");
    }

    @Test
    void onlyTheNewestWakerIsWoken() throws Exception {
        TryFuture<Integer, IOException> read = pair.server().read(buffer);
        task.poll(read);
        other.poll(read);
        Async.blockOn(pair.client().write(bytes("x")));
        awaitWake(other);
        assertThat(task.wakes()).isZero();
        assertThat(other.poll(read)).isEqualTo(Poll.ready(1));
    }

    @Test
    void aSpuriousPollStaysPendingAndClonesNoFurtherWaker() throws Exception {
        TryFuture<Integer, IOException> read = pair.server().read(buffer);
        task.poll(read);
        assertThat(task.poll(read)).isSameAs(Poll.pending());
        assertThat(task.clones()).isOne();
        read.drop();
    }

    @Test
    void aSpentBudgetHoldsBackAndWakesAndReadsNothing() throws Exception {
        Async.blockOn(pair.client().write(bytes("kept")));
        Context cx = Context.withBudget(task.waker(), 1);
        assertThat(cx.proceed()).isTrue();
        TryFuture<Integer, IOException> read = pair.server().read(buffer);
        assertThat(read.poll(cx)).isSameAs(Poll.pending());
        assertThat(task.wakes()).isOne();
        read.drop();
        assertThat(Async.blockOn(pair.server().read(buffer))).isEqualTo(4);
    }

    @Test
    void whoWaitsSpendsNoBudget() throws Exception {
        Context cx = Context.withBudget(task.waker(), 1);
        TryFuture<Integer, IOException> read = pair.server().read(buffer);
        assertThat(read.poll(cx)).isSameAs(Poll.pending());
        assertThat(read.poll(cx)).isSameAs(Poll.pending());
        assertThat(cx.hasBudgetRemaining()).isTrue();
        assertThat(task.wakes()).isZero();
        read.drop();
    }

    @Test
    void anOperationThatCompletesOrFailsSpendsBudget() throws Exception {
        Context cx = Context.withBudget(task.waker(), 2);
        assertThat(pair.client().write(bytes("x")).poll(cx)).isEqualTo(Poll.ready(1));
        pair.client().close();
        assertThatThrownBy(() -> pair.client().write(bytes("y")).poll(cx)).isInstanceOf(ClosedChannelException.class);
        assertThat(cx.hasBudgetRemaining()).isFalse();
        assertThat(task.wakes()).isZero();
    }

    @Test
    void moreOperationsThanTheBudgetWaitAtOnceInOnePoll() throws Exception {
        try (TcpPair other = TcpPair.open()) {
            List<TryFuture<Integer, IOException>> reads = List.of(
                    pair.client().read(ByteBuffer.allocate(1)),
                    pair.server().read(ByteBuffer.allocate(1)),
                    other.client().read(ByteBuffer.allocate(1)),
                    other.server().read(ByteBuffer.allocate(1)));
            Context cx = Context.withBudget(task.waker(), 3);
            for (TryFuture<Integer, IOException> read : reads) {
                assertThat(read.poll(cx)).isSameAs(Poll.pending());
            }
            assertThat(task.wakes()).as("each waits for its socket only").isZero();
            Async.blockOn(other.client().write(bytes("x")));
            awaitWake(task);
            assertThat(task.poll(reads.get(3))).isEqualTo(Poll.ready(1));
            reads.forEach(Future::drop);
        }
    }

    @Test
    void aDroppedReadHasReadNothing() throws Exception {
        TryFuture<Integer, IOException> read = pair.server().read(buffer);
        task.poll(read);
        Async.blockOn(pair.client().write(bytes("kept")));
        awaitWake(task);
        read.drop();
        read.drop();
        assertThat(buffer.position()).isZero();
        assertThat(Async.blockOn(pair.server().read(buffer))).isEqualTo(4);
    }

    @Test
    void aDroppedWriteHasWrittenNothing() throws Exception {
        ByteBuffer unwritten = bytes("unwritten");
        TcpPair.WaitingWrite waiting = TcpPair.WaitingWrite.on(pair.client(), unwritten, task);
        waiting.write().drop();
        assertThat(unwritten.position()).isZero();
        pair.client().shutdownOutput();
        assertThat(Async.blockOn(pair.server().readToEnd(waiting.before()))).hasSize(waiting.before());
    }

    @Test
    void droppedTransfersCanGoOnWhereTheyStood() throws Exception {
        TryFuture<Void, IOException> read = pair.server().readExactly(buffer.limit(6));
        Async.blockOn(pair.client().writeAll(bytes("abc")));
        while (buffer.position() < 3) {
            task.poll(read);
        }
        read.drop();
        read.drop();
        assertThatIllegalStateException().isThrownBy(() -> task.poll(read));
        Async.blockOn(pair.client().writeAll(bytes("def")));
        Async.blockOn(pair.server().readExactly(buffer));
        assertThat(text(buffer)).isEqualTo("abcdef");
    }

    @Test
    void aSecondReadFailsWhileTheFirstWaitsAndTheFirstGoesOn() throws Exception {
        TryFuture<Integer, IOException> first = pair.server().read(buffer);
        task.poll(first);
        TryFuture<Integer, IOException> second = pair.server().read(ByteBuffer.allocate(1));
        assertThatThrownBy(() -> other.poll(second)).isInstanceOf(ReadPendingException.class);
        assertThatIllegalStateException().isThrownBy(() -> other.poll(second));
        Async.blockOn(pair.client().write(bytes("x")));
        awaitWake(task);
        assertThat(task.poll(first)).isEqualTo(Poll.ready(1));
    }

    @Test
    void aSecondWriteFailsWhileTheFirstWaits() throws Exception {
        TryFuture<Integer, IOException> first =
                TcpPair.WaitingWrite.on(pair.client(), bytes("1"), task).write();
        assertThatThrownBy(() -> other.poll(pair.client().write(bytes("2")))).isInstanceOf(WritePendingException.class);
        first.drop();
        TcpPair.WaitingWrite.on(pair.client(), bytes("3"), other).write().drop();
    }

    @Test
    void aReadAndAWriteWaitAtOnce() throws Exception {
        TcpPair.WaitingWrite waiting = TcpPair.WaitingWrite.on(pair.client(), bytes("x"), task);
        TryFuture<Integer, IOException> read = pair.client().read(buffer);
        assertThat(other.poll(read)).isSameAs(Poll.pending());
        Async.blockOn(pair.server().write(bytes("y")));
        awaitWake(other);
        assertThat(other.poll(read)).isEqualTo(Poll.ready(1));
        Async.blockOn(pair.server().readExactly(ByteBuffer.allocateDirect(waiting.before())));
        awaitWake(task);
        assertThat(TcpPair.awaitReady(task, waiting.write())).isEqualTo(Poll.ready(1));
    }

    @Test
    void closingWakesWhoWaitsInEitherDirection() throws Exception {
        TryFuture<Integer, IOException> write =
                TcpPair.WaitingWrite.on(pair.client(), bytes("x"), task).write();
        TryFuture<Integer, IOException> read = pair.client().read(buffer);
        other.poll(read);
        pair.client().close();
        awaitWake(task);
        awaitWake(other);
        assertThatThrownBy(() -> task.poll(write)).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> other.poll(read)).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void aShutdownOfTheOutputWakesTheWriteThatWaits() throws Exception {
        TryFuture<Integer, IOException> write =
                TcpPair.WaitingWrite.on(pair.client(), bytes("x"), task).write();
        pair.client().shutdownOutput();
        awaitWake(task);
        assertThatThrownBy(() -> task.poll(write)).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void aClosedStreamSaysSo() throws Exception {
        pair.server().close();
        pair.server().close();
        assertThat(pair.server().isOpen()).isFalse();
        List<Future<?>> operations = List.of(
                pair.server().read(buffer),
                pair.server().readExactly(buffer),
                pair.server().readToEnd(1),
                pair.server().write(bytes("x")),
                pair.server().writeAll(bytes("x")));
        assertThat(operations)
                .allSatisfy(operation ->
                        assertThatThrownBy(() -> task.poll(operation)).isInstanceOf(ClosedChannelException.class));
        assertThatThrownBy(() -> pair.server().shutdownOutput()).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> pair.server().shutdownInput()).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> pair.server().localAddress()).isInstanceOf(ClosedChannelException.class);
        assertThat(pair.server()).hasToString("AsyncTcpStream[closed]");
    }

    @Test
    void aCloseThatRacesWithPollsIsNeverMissed() throws Exception {
        for (int i = 0; i < 500; i++) {
            try (TcpPair raced = TcpPair.open()) {
                CyclicBarrier start = new CyclicBarrier(2);
                Thread closing = new Thread(() -> {
                    try {
                        start.await();
                        raced.server().close();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                });
                closing.start();
                start.await();
                assertThatThrownBy(() -> Async.blockOn(raced.server().read(buffer)))
                        .isInstanceOf(ClosedChannelException.class);
                closing.join();
            }
        }
    }

    @Test
    void polledAfterCompletionOrADropItThrows() throws Exception {
        TryFuture<Integer, IOException> write = pair.client().write(bytes("x"));
        task.poll(write);
        assertThatIllegalStateException().isThrownBy(() -> task.poll(write)).withMessage("polled after completion");
        TryFuture<Void, IOException> all = pair.client().writeAll(bytes("x"));
        task.poll(all);
        assertThatIllegalStateException().isThrownBy(() -> task.poll(all)).withMessage("polled after completion");
        TryFuture<Integer, IOException> dropped = pair.client().read(buffer);
        dropped.drop();
        assertThatIllegalStateException().isThrownBy(() -> task.poll(dropped));
    }

    @Test
    void aWakerWhoseDropThrowsDoesNotKeepTheDirection() throws Exception {
        UndroppableWaker bad = new UndroppableWaker();
        TryFuture<Integer, IOException> dropped = pair.server().read(buffer);
        dropped.poll(bad.context());
        assertThatThrownBy(dropped::drop).isSameAs(bad.thrown);
        TryFuture<Integer, IOException> read = pair.server().read(buffer);
        assertThat(task.poll(read)).isSameAs(Poll.pending());
        read.drop();
    }

    @Test
    void badArgumentsAreRefusedAtOnce() {
        ByteBuffer readOnly = buffer.asReadOnlyBuffer();
        assertThatIllegalArgumentException().isThrownBy(() -> pair.client().read(readOnly));
        assertThatIllegalArgumentException().isThrownBy(() -> pair.client().readExactly(readOnly));
        assertThatIllegalArgumentException().isThrownBy(() -> pair.client().readToEnd(-1));
        assertThatNullPointerException().isThrownBy(() -> pair.client().read(null));
        assertThatNullPointerException().isThrownBy(() -> pair.client().readExactly(null));
        assertThatNullPointerException().isThrownBy(() -> pair.client().write(null));
        assertThatNullPointerException().isThrownBy(() -> pair.client().writeAll(null));
    }

    @Test
    void anOperationSaysOnWhatItWaits() throws Exception {
        TryFuture<Void, IOException> exactly = pair.server().readExactly(buffer);
        task.poll(exactly);
        assertThat(((Traced) exactly).state()).isEqualTo("readExactly");
        Traced read = (Traced) ((Traced) exactly).awaited();
        assertThat(read.state()).isEqualTo(pair.server() + ".read");
        assertThat(read.awaited()).isNull();
        exactly.drop();
        assertThat(((Traced) exactly).state()).isEqualTo("DONE");
        assertThat(read.state()).isEqualTo("DONE");
    }
}
