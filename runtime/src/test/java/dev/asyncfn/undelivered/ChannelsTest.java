package dev.asyncfn.undelivered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Shared;
import dev.asyncfn.future.Signal;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.sync.Broadcast;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.sync.Oneshot;
import dev.asyncfn.sync.SendException;
import dev.asyncfn.sync.Watch;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is sent belongs to the channel, until it is received. */
class ChannelsTest {
    private final TaskProbe task = new TaskProbe();
    private final Resource one = new Resource();
    private final Resource other = new Resource();
    private final List<Object> heard = new ArrayList<>();

    private void send(Mpsc.Sender<Resource> sender, Resource value) {
        assertThat(sender.trySend(value)).isTrue();
    }

    @Nested
    class OfMpsc {
        private final dev.asyncfn.sync.Channel<Mpsc.Sender<Resource>, Mpsc.Receiver<Resource>> channel =
                Mpsc.bounded(2);

        @Test
        void theDropOfTheReceiverClosesWhatIsInTheChannel() {
            send(channel.sender(), one);
            send(channel.sender(), other);
            channel.receiver().drop();
            channel.receiver().drop();
            assertThat(one.closes()).isOne();
            assertThat(other.closes()).isOne();
        }

        @Test
        void itsCloseLeavesThemToBeReceived() {
            send(channel.sender(), one);
            channel.receiver().close();
            assertThat(channel.receiver().blockingRecv()).contains(one);
            channel.receiver().drop();
            assertThat(one.closes()).isZero();
        }

        @Test
        void theCloseOfTheSendersLeavesThemToBeReceived() {
            send(channel.sender(), one);
            channel.sender().close();
            assertThat(one.closes()).isZero();
            channel.receiver().drop();
            assertThat(one.closes()).isOne();
        }

        @Test
        void allAreClosedEvenIfOneThrowsAndTheSendersAreTold() throws Exception {
            IOException first = new IOException("first");
            IOException second = new IOException("second");
            Future<Void> closed = channel.sender().closed();
            task.poll(closed);
            send(channel.sender(), new Resource(first));
            send(channel.sender(), new Resource(second));
            assertThat(catchThrowable(channel.receiver()::drop)).isSameAs(first).hasSuppressedException(second);
            assertThat(task.takeWoken()).isTrue();
        }

        @Test
        void aSendThatIsDroppedClosesItsValue() throws Exception {
            send(channel.sender(), one);
            send(channel.sender(), one);
            Future<Void> waiting = channel.sender().send(other);
            assertThat(task.poll(waiting)).isSameAs(Poll.pending());
            waiting.drop();
            waiting.drop();
            assertThat(other.closes()).isOne();
        }

        @Test
        void aSendThatWasNeverPolledClosesItsValue() {
            channel.sender().send(other).drop();
            assertThat(other.closes()).isOne();
        }

        /** What a thread of an executor gets for blocking. */
        private Throwable refusal(Mpsc.Sender<Resource> sender, Resource value) {
            Enter executor = Enter.enter("a test");
            try {
                return catchThrowable(() -> sender.blockingSend(value));
            } finally {
                executor.close();
            }
        }

        @Test
        void aBlockingSendOnAThreadThatMayNotBlockClosesItsValue() {
            assertThat(refusal(channel.sender(), one)).isExactlyInstanceOf(IllegalStateException.class);
            assertThat(one.closes()).isOne();
            assertThat(channel.sender().capacity()).isEqualTo(2);
        }

        @Test
        void theHookGetsTheValueOfABlockingSendThatIsRefused() {
            var hooked = Mpsc.<Resource>bounded(1, heard::add);
            assertThat(refusal(hooked.sender(), one)).isExactlyInstanceOf(IllegalStateException.class);
            hooked.sender().close();
            assertThat(catchThrowable(() -> hooked.sender().blockingSend(other)))
                    .isExactlyInstanceOf(IllegalStateException.class);
            assertThat(heard).containsExactly(one, other);
            assertThat(one.closes()).isZero();
        }

        @Test
        void aFailureOfThatCloseIsSuppressed() {
            IOException failure = new IOException("of the close");
            assertThat(refusal(channel.sender(), new Resource(failure)))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasSuppressedException(failure);
        }

        @Test
        void aBlockingSendWithoutAReceiverReturnsIt() {
            channel.receiver().drop();
            SendException thrown = catchThrowableOfType(
                    SendException.class, () -> channel.sender().blockingSend(one));
            assertThat(thrown.value(Resource.class)).isSameAs(one);
            assertThat(one.closes()).isZero();
        }

        @Test
        void aSendThatWasReadyHasHandedItOn() throws Exception {
            Future<Void> sent = channel.sender().send(one);
            assertThat(task.poll(sent).isReady()).isTrue();
            sent.drop();
            assertThat(one.closes()).isZero();
        }

        @Test
        void aSendThatIsRefusedReturnsIt() {
            channel.receiver().drop();
            Future<Void> refused = channel.sender().send(one);
            SendException thrown = catchThrowableOfType(SendException.class, () -> task.poll(refused));
            assertThat(thrown.value(Resource.class)).isSameAs(one);
            refused.drop();
            assertThat(catchThrowableOfType(
                                    SendException.class, () -> channel.sender().trySend(one))
                            .value())
                    .isSameAs(one);
            assertThat(one.closes()).isZero();
        }

        @Test
        void aWaitingSendThatIsRefusedReturnsIt() throws Exception {
            send(channel.sender(), one);
            send(channel.sender(), one);
            Future<Void> waiting = channel.sender().send(other);
            task.poll(waiting);
            channel.receiver().close();
            SendException thrown = catchThrowableOfType(SendException.class, () -> task.poll(waiting));
            assertThat(thrown.value()).isSameAs(other);
            assertThat(other.closes()).isZero();
        }

        @Test
        void aPermitUsedAfterTheDropOfTheReceiverClosesTheValue() {
            Mpsc.Permit<Resource> permit = channel.sender().tryReserve().orElseThrow();
            channel.receiver().drop();
            permit.send(one);
            assertThat(one.closes()).isOne();
        }

        @Test
        void aPermitThatIsUndeliveredIsClosed() throws Exception {
            Future<?> join = Futures.join(channel.sender().reserve(), Future.pending());
            task.poll(join);
            assertThat(channel.sender().capacity()).isOne();
            join.drop();
            assertThat(channel.sender().capacity()).isEqualTo(2);
        }

        @Test
        void whatAJoinHasReceivedIsClosed() throws Exception {
            send(channel.sender(), one);
            Future<?> join = Futures.join(channel.receiver().recv(), Future.pending());
            task.poll(join);
            join.drop();
            assertThat(one.closes()).isOne();
        }

        @Test
        void ofManyThatAJoinHasReceivedEachIsClosed() throws Exception {
            send(channel.sender(), one);
            send(channel.sender(), other);
            Future<?> join = Futures.join(channel.receiver().recvMany(9), Future.pending());
            task.poll(join);
            join.drop();
            assertThat(one.closes()).isOne();
            assertThat(other.closes()).isOne();
        }

        @Test
        void theEndOfTheChannelIsNoValue() throws Exception {
            channel.sender().close();
            Future<?> join = Futures.join(channel.receiver().recv(), Future.pending());
            task.poll(join);
            join.drop();
            assertThat(heard).isEmpty();
        }

        @Test
        void theHookGetsThemInstead() throws Exception {
            var hooked = Mpsc.<Resource>bounded(3, heard::add);
            send(hooked.sender(), one);
            Future<?> join = Futures.join(hooked.receiver().recv(), Future.pending());
            task.poll(join);
            join.drop();
            send(hooked.sender(), other);
            hooked.receiver().drop();
            assertThat(heard).containsExactly(one, other);
            assertThat(one.closes()).isZero();
        }

        @Test
        void theHookGetsThoseThatAStreamHasTaken() throws Exception {
            var hooked = Mpsc.<Resource>bounded(3, heard::add);
            send(hooked.sender(), one);
            Stream<?> pairs = Streams.generate(hooked.receiver()::recv).zip(Streams.pending());
            task.poll(pairs.next());
            pairs.drop();
            assertThat(heard).containsExactly(one);
        }

        @Test
        void theHookGetsValuesOfAnyType() {
            var numbers = Mpsc.<Integer>unbounded(heard::add);
            numbers.sender().send(1);
            numbers.sender().send(2);
            numbers.receiver().drop();
            assertThat(heard).containsExactly(1, 2);
        }

        @Test
        void unboundedOnesAreTheSame() {
            var unbounded = Mpsc.<Resource>unbounded();
            unbounded.sender().send(one);
            unbounded.receiver().drop();
            assertThat(one.closes()).isOne();
            SendException refused = catchThrowableOfType(
                    SendException.class, () -> unbounded.sender().send(other));
            assertThat(refused.value()).isSameAs(other);
            assertThat(other.closes()).isZero();
        }

        @Test
        void theHookMayUseTheChannel() {
            var hooked = Mpsc.<Integer>bounded(2, heard::add);
            var using =
                    Mpsc.<Integer>unbounded(value -> heard.add(hooked.sender().trySend(value)));
            using.sender().send(1);
            using.receiver().drop();
            assertThat(heard).containsExactly(true);
        }
    }

    @Nested
    class OfOneshot {
        private final dev.asyncfn.sync.Channel<Oneshot.Sender<Resource>, Oneshot.Receiver<Resource>> channel =
                Oneshot.channel();

        @Test
        void theDropOfTheReceiverClosesTheValue() {
            channel.sender().send(one);
            channel.receiver().drop();
            channel.receiver().drop();
            assertThat(one.closes()).isOne();
        }

        @Test
        void whatAJoinHasReceivedIsClosed() throws Exception {
            channel.sender().send(one);
            Future<?> join = Futures.join((Future<Resource>) channel.receiver(), Future.pending());
            task.poll(join);
            join.drop();
            assertThat(one.closes()).isOne();
        }

        @Test
        void whatWasReceivedIsNotClosed() {
            channel.sender().send(one);
            assertThat(channel.receiver().blockingRecv()).isSameAs(one);
            channel.receiver().drop();
            channel.receiver().close();
            assertThat(one.closes()).isZero();
        }

        @Test
        void whatWasReceivedWithoutWaitingIsNotClosed() {
            channel.sender().send(one);
            channel.receiver().tryRecv();
            channel.receiver().drop();
            assertThat(one.closes()).isZero();
        }

        @Test
        void aSendThatIsRefusedReturnsIt() {
            channel.receiver().drop();
            SendException refused = catchThrowableOfType(
                    SendException.class, () -> channel.sender().send(one));
            assertThat(refused.value()).isSameAs(one);
            assertThat(one.closes()).isZero();
        }

        @Test
        void theHookGetsItInsteadEvenIfItIsNull() {
            var hooked = Oneshot.<Resource>channel(heard::add);
            hooked.sender().send(null);
            hooked.receiver().drop();
            assertThat(heard).containsExactly((Object) null);
        }

        @Test
        void whereNothingWasSentTheHookHearsNothing() {
            var hooked = Oneshot.<Resource>channel(heard::add);
            hooked.receiver().drop();
            hooked.sender().close();
            assertThat(heard).isEmpty();
        }
    }

    /** Values with several owners, none of which can know that it is the last. */
    @Nested
    class ThatShare {
        @Test
        void broadcastClosesNone() throws Exception {
            var channel = Broadcast.<Resource>channel(1);
            channel.sender().send(one);
            Future<?> join = Futures.join(channel.receiver().recv(), Future.pending());
            task.poll(join);
            join.drop();
            channel.sender().send(other);
            channel.sender().send(other);
            channel.receiver().close();
            assertThat(one.closes()).isZero();
            assertThat(other.closes()).isZero();
        }

        @Test
        void watchClosesNone() throws Exception {
            var channel = Watch.channel(one);
            Future<?> join = Futures.join(channel.receiver().waitFor(value -> true), Future.pending());
            task.poll(join);
            join.drop();
            channel.sender().send(other);
            channel.receiver().close();
            assertThat(one.closes()).isZero();
            assertThat(other.closes()).isZero();
        }

        @Test
        void aSharedStageKeepsItsValue() throws Exception {
            CompletableFuture<Resource> stage = new CompletableFuture<>();
            Future<?> join = Futures.join(Future.fromShared(stage), Future.pending());
            task.poll(join);
            stage.complete(one);
            task.poll(join);
            join.drop();
            assertThat(one.closes()).isZero();
        }

        @Test
        void aStageOfOneFutureClosesItsValue() throws Exception {
            CompletableFuture<Resource> stage = new CompletableFuture<>();
            Future<?> join = Futures.join(Future.from(stage), Future.pending());
            task.poll(join);
            stage.complete(one);
            task.poll(join);
            join.drop();
            assertThat(one.closes()).isOne();
        }

        @Test
        void aStageWhoseFutureOwnsTheValueSaysSo() throws Exception {
            Future<Resource> owned =
                    Futures.onUndelivered(Future.from(CompletableFuture.completedFuture(one)), heard::add);
            Future<?> join = Futures.join(owned, Future.pending());
            task.poll(join);
            join.drop();
            assertThat(heard).containsExactly(one);
        }

        @Test
        void aSharedFutureClosesItsValueOnlyIfNoCloneHasReturnedIt() throws Exception {
            Signal<Resource> signal = new Signal<>();
            Shared<Resource> shared = Futures.shared(signal);
            Shared<Resource> clone = shared.clone();
            signal.complete(one);
            Future<?> join = Futures.join(shared, Future.pending());
            task.poll(join);
            join.drop();
            clone.drop();
            assertThat(one.closes()).as("returned to the join").isZero();
        }

        @Test
        void aSharedFutureThatNobodyHasTakenFromClosesItsValue() throws Exception {
            Signal<Resource> signal = new Signal<>();
            Shared<Resource> shared = Futures.shared(signal);
            Shared<Resource> clone = shared.clone();
            signal.complete(one);
            dev.asyncfn.Context spent = dev.asyncfn.Context.withBudget(task.waker(), 1);
            spent.proceed();
            assertThat(shared.poll(spent)).isSameAs(Poll.pending()); // it has the value, but no budget to return it
            shared.drop();
            assertThat(one.closes()).isZero();
            clone.drop();
            assertThat(one.closes()).isOne();
        }

        @Test
        void aLookAtASharedFutureTakesTheValue() throws Exception {
            Signal<Resource> signal = new Signal<>();
            Shared<Resource> shared = Futures.shared(signal);
            signal.complete(one);
            task.poll(shared);
            shared.peek();
            shared.drop();
            assertThat(one.closes()).isZero();
        }

        @Test
        void aPublisherKeepsItsItemsUnlessThereIsAHook() throws Exception {
            try (SubmissionPublisher<Resource> publisher = new SubmissionPublisher<>(Runnable::run, 4)) {
                Stream<Resource> plain = Streams.fromPublisher(publisher, 4);
                Stream<Resource> hooked = Streams.fromPublisher(publisher, 4, heard::add);
                task.poll(plain.next());
                task.poll(hooked.next());
                publisher.submit(one);
                publisher.submit(other);
                assertThat(task.poll(hooked.next())).isEqualTo(Poll.ready(one));
                plain.drop();
                hooked.drop();
                assertThat(heard).containsExactly(other);
                assertThat(one.closes() + other.closes()).isZero();
            }
        }

        @Test
        void anItemThatComesAfterTheDropGoesToTheHookToo() throws Exception {
            List<Flow.Subscriber<? super Resource>> subscribers = new ArrayList<>();
            Stream<Resource> hooked = Streams.fromPublisher(subscribers::add, 4, heard::add);
            task.poll(hooked.next());
            hooked.drop();
            subscribers.get(0).onNext(one);
            assertThat(heard).containsExactly(one);
        }
    }
}
