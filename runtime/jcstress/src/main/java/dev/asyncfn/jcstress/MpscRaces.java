package dev.asyncfn.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.asyncfn.sync.Channel;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.sync.SendException;
import java.util.Optional;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** No value, no place and no wake-up is lost. */
public final class MpscRaces {
    private MpscRaces() {}

    /** Two senders. */
    @JCStressTest
    @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "In one order.")
    @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "In the other.")
    @Outcome(expect = FORBIDDEN, desc = "A value was lost, or came twice.")
    @State
    public static class SendAndSend {
        private final Channel<Mpsc.UnboundedSender<Integer>, Mpsc.Receiver<Integer>> channel = Mpsc.unbounded();
        private final Mpsc.UnboundedSender<Integer> another = channel.sender().clone();

        @Actor
        public void one() {
            channel.sender().send(1);
        }

        @Actor
        public void other() {
            another.send(2);
        }

        @Arbiter
        public void end(LL_Result r) {
            r.r1 = new Waiting<>(channel.receiver().recv()).pollOnce();
            r.r2 = new Waiting<>(channel.receiver().recv()).pollOnce();
        }
    }

    /** Send against the receiver's poll. */
    @JCStressTest
    @Outcome(id = "7", expect = ACCEPTABLE, desc = "The value was there already.")
    @Outcome(id = "woken, 7", expect = ACCEPTABLE, desc = "It came after the poll, and woke it.")
    @Outcome(
            expect = FORBIDDEN,
            desc = "The value or the wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class SendAndReceive {
        private final Channel<Mpsc.UnboundedSender<Integer>, Mpsc.Receiver<Integer>> channel = Mpsc.unbounded();
        private final Waiting<Optional<Integer>> waiting =
                new Waiting<>(channel.receiver().recv());

        @Actor
        public void send() {
            channel.sender().send(7);
        }

        @Actor
        public void receive() {
            waiting.poll();
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = waiting.outcome();
        }
    }

    /** Two senders, while the receiver waits. */
    @JCStressTest
    @Outcome(id = "woken, 1, 2", expect = ACCEPTABLE, desc = "In one order.")
    @Outcome(id = "woken, 2, 1", expect = ACCEPTABLE, desc = "In the other.")
    @Outcome(expect = FORBIDDEN, desc = "A value or the wake-up was lost.")
    @State
    public static class SendAndSendToWaiting {
        private final Channel<Mpsc.UnboundedSender<Integer>, Mpsc.Receiver<Integer>> channel = Mpsc.unbounded();
        private final Mpsc.UnboundedSender<Integer> another = channel.sender().clone();
        private final Waiting<Optional<Integer>> waiting =
                Waiting.inLine(channel.receiver().recv());

        @Actor
        public void one() {
            channel.sender().send(1);
        }

        @Actor
        public void other() {
            another.send(2);
        }

        @Arbiter
        public void end(LL_Result r) {
            r.r1 = waiting.outcome();
            r.r2 = new Waiting<>(channel.receiver().recv()).pollOnce();
        }
    }

    /** Two senders, and one place. */
    @JCStressTest
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "The one got it.")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "The other got it.")
    @Outcome(expect = FORBIDDEN, desc = "Both got the place, or neither.")
    @State
    public static class TrySendAndTrySend {
        private final Channel<Mpsc.Sender<Integer>, Mpsc.Receiver<Integer>> channel = Mpsc.bounded(1);
        private final Mpsc.Sender<Integer> another = channel.sender().clone();

        @Actor
        public void one(ZZ_Result r) {
            r.r1 = channel.sender().trySend(1);
        }

        @Actor
        public void other(ZZ_Result r) {
            r.r2 = another.trySend(2);
        }
    }

    /** The receiver makes a place, against the poll of a sender that waits for one. */
    @JCStressTest
    @Outcome(id = "7, done", expect = ACCEPTABLE, desc = "There was a place already.")
    @Outcome(id = "7, woken, done", expect = ACCEPTABLE, desc = "It was made after the poll, and woke it.")
    @Outcome(
            expect = FORBIDDEN,
            desc = "The place or the wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class ReceiveAndSendToFull {
        private final Channel<Mpsc.Sender<Integer>, Mpsc.Receiver<Integer>> channel = Mpsc.bounded(1);
        private final Waiting<Void> waiting;

        public ReceiveAndSendToFull() {
            channel.sender().trySend(7);
            waiting = new Waiting<>(channel.sender().send(8));
        }

        @Actor
        public void receive(LL_Result r) {
            r.r1 = new Waiting<>(channel.receiver().recv()).pollOnce();
        }

        @Actor
        public void send() {
            waiting.poll();
        }

        @Arbiter
        public void end(LL_Result r) {
            r.r2 = waiting.outcome();
        }
    }

    /** The receiver makes a place, against drop of the first of two senders that wait for one. */
    @JCStressTest
    @Outcome(
            id = "not woken, woken, done",
            expect = ACCEPTABLE,
            desc = "The place goes to the second, straight or passed on by the first.")
    @Outcome(
            id = "woken, woken, done",
            expect = ACCEPTABLE,
            desc = "The first was woken before it was dropped, and passed the place on.")
    @Outcome(expect = FORBIDDEN, desc = "The place was lost.")
    @State
    public static class ReceiveAndDropOfSend {
        private final Channel<Mpsc.Sender<Integer>, Mpsc.Receiver<Integer>> channel = Mpsc.bounded(1);
        private final Waiting<Void> first;
        private final Waiting<Void> second;

        public ReceiveAndDropOfSend() {
            channel.sender().trySend(7);
            first = Waiting.inLine(channel.sender().send(8));
            second = Waiting.inLine(channel.sender().send(9));
        }

        @Actor
        public void receive() {
            channel.receiver().tryRecv();
        }

        @Actor
        public void drop() {
            first.drop();
        }

        @Arbiter
        public void end(LL_Result r) {
            r.r1 = (first.wakes() == 0 ? "not woken" : "woken") + first.leftOver();
            r.r2 = second.outcome();
        }
    }

    /** Send against close of the receiver, from which one may still receive what was sent before. */
    @JCStressTest
    @Outcome(id = "sent, 7", expect = ACCEPTABLE, desc = "It was sent first, and is received.")
    @Outcome(id = "given back 7, end", expect = ACCEPTABLE, desc = "It was closed first.")
    @Outcome(expect = FORBIDDEN, desc = "The value is on both sides, or on neither.")
    @State
    public static class SendAndCloseOfReceiver {
        private final Channel<Mpsc.UnboundedSender<Integer>, Mpsc.Receiver<Integer>> channel = Mpsc.unbounded();

        @Actor
        public void send(LL_Result r) {
            try {
                channel.sender().send(7);
                r.r1 = "sent";
            } catch (SendException refused) {
                r.r1 = "given back " + refused.value();
            }
        }

        @Actor
        public void close() {
            channel.receiver().close();
        }

        @Arbiter
        public void end(LL_Result r) {
            r.r2 = new Waiting<>(channel.receiver().recv()).pollOnce();
        }
    }

    /** The same for a send that finds a place at once. */
    @JCStressTest
    @Outcome(id = "done, 7", expect = ACCEPTABLE, desc = "It was sent first, and is received.")
    @Outcome(id = "SendException, end", expect = ACCEPTABLE, desc = "It was closed first.")
    @Outcome(expect = FORBIDDEN, desc = "The value is on both sides, or on neither.")
    @State
    public static class SendToPlaceAndCloseOfReceiver {
        private final Channel<Mpsc.Sender<Integer>, Mpsc.Receiver<Integer>> channel = Mpsc.bounded(1);

        @Actor
        public void send(LL_Result r) {
            r.r1 = new Waiting<>(channel.sender().send(7)).pollOnce();
        }

        @Actor
        public void close() {
            channel.receiver().close();
        }

        @Arbiter
        public void end(LL_Result r) {
            r.r2 = new Waiting<>(channel.receiver().recv()).pollOnce();
        }
    }

    /** Receiving the value that is there, for whose place a sender waits, against close of that sender. */
    @JCStressTest
    @Outcome(id = "7, 8", expect = ACCEPTABLE, desc = "One after the other.")
    @Outcome(expect = FORBIDDEN, desc = "A value, the place or the wake-up was lost.")
    @State
    public static class ReceiveAndSendAndCloseOfSender {
        private final Channel<Mpsc.Sender<Integer>, Mpsc.Receiver<Integer>> channel = Mpsc.bounded(1);
        private final Waiting<Void> sending;

        public ReceiveAndSendAndCloseOfSender() {
            channel.sender().trySend(7);
            sending = Waiting.inLine(channel.sender().send(8));
        }

        @Actor
        public void receive(LL_Result r) {
            r.r1 = new Waiting<>(channel.receiver().recv()).pollOnce();
        }

        @Actor
        public void close() {
            channel.sender().close();
        }

        @Arbiter
        public void end(LL_Result r) {
            String sent = sending.outcome();
            String received = new Waiting<>(channel.receiver().recv()).pollOnce();
            r.r2 = sent.equals("woken, done") ? received : sent + ", " + received;
        }
    }

    /** Close of the last sender against the receiver's poll. */
    @JCStressTest
    @Outcome(id = "end", expect = ACCEPTABLE, desc = "It was closed already.")
    @Outcome(id = "woken, end", expect = ACCEPTABLE, desc = "It was closed after the poll, which it woke.")
    @Outcome(expect = FORBIDDEN, desc = "The wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class CloseOfSenderAndReceive {
        private final Channel<Mpsc.UnboundedSender<Integer>, Mpsc.Receiver<Integer>> channel = Mpsc.unbounded();
        private final Waiting<Optional<Integer>> waiting =
                new Waiting<>(channel.receiver().recv());

        @Actor
        public void close() {
            channel.sender().close();
        }

        @Actor
        public void receive() {
            waiting.poll();
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = waiting.outcome();
        }
    }

    /** Close of both senders, while the receiver waits. */
    @JCStressTest
    @Outcome(id = "woken, end", expect = ACCEPTABLE, desc = "The last of them woke it.")
    @Outcome(expect = FORBIDDEN, desc = "The receiver waits for ever, or was told too early.")
    @State
    public static class CloseOfTwoSenders {
        private final Channel<Mpsc.UnboundedSender<Integer>, Mpsc.Receiver<Integer>> channel = Mpsc.unbounded();
        private final Mpsc.UnboundedSender<Integer> another = channel.sender().clone();
        private final Waiting<Optional<Integer>> waiting =
                Waiting.inLine(channel.receiver().recv());

        @Actor
        public void one() {
            channel.sender().close();
        }

        @Actor
        public void other() {
            another.close();
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = waiting.outcome();
        }
    }
}
