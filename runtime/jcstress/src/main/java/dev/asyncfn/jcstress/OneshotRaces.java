package dev.asyncfn.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.asyncfn.sync.Channel;
import dev.asyncfn.sync.Oneshot;
import dev.asyncfn.sync.SendException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** A value is received, or given back, or documented to be lost; and who waits for it is told. */
public final class OneshotRaces {
    private OneshotRaces() {}

    /** Send against the receiver's poll. */
    @JCStressTest
    @Outcome(id = "7", expect = ACCEPTABLE, desc = "The value was there already.")
    @Outcome(id = "woken, 7", expect = ACCEPTABLE, desc = "It came after the poll, and woke it.")
    @Outcome(
            expect = FORBIDDEN,
            desc = "The value or the wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class SendAndReceive {
        private final Channel<Oneshot.Sender<Integer>, Oneshot.Receiver<Integer>> channel = Oneshot.channel();
        private final Waiting<Integer> waiting = new Waiting<>(channel.receiver());

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

    /** Close of the sender against the receiver's poll. */
    @JCStressTest
    @Outcome(id = "ClosedException", expect = ACCEPTABLE, desc = "It was closed already.")
    @Outcome(id = "woken, ClosedException", expect = ACCEPTABLE, desc = "It was closed after the poll, which it woke.")
    @Outcome(expect = FORBIDDEN, desc = "The wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class CloseAndReceive {
        private final Channel<Oneshot.Sender<Integer>, Oneshot.Receiver<Integer>> channel = Oneshot.channel();
        private final Waiting<Integer> waiting = new Waiting<>(channel.receiver());

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

    /** Send against close of the receiver, from which one may still receive what was sent before. */
    @JCStressTest
    @Outcome(id = "sent, 7", expect = ACCEPTABLE, desc = "It was sent first, and is received.")
    @Outcome(id = "given back 7, ClosedException", expect = ACCEPTABLE, desc = "It was closed first.")
    @Outcome(expect = FORBIDDEN, desc = "The value is on both sides, or on neither.")
    @State
    public static class SendAndCloseOfReceiver {
        private final Channel<Oneshot.Sender<Integer>, Oneshot.Receiver<Integer>> channel = Oneshot.channel();

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
            r.r2 = new Waiting<>(channel.receiver()).pollOnce();
        }
    }

    /** Send against drop of the receiver, which was polled before. */
    @JCStressTest
    @Outcome(
            id = "sent, , true",
            expect = ACCEPTABLE,
            desc = "It was sent first, and was lost with the receiver, as documented.")
    @Outcome(id = "given back 7, , true", expect = ACCEPTABLE, desc = "It was dropped first.")
    @Outcome(
            expect = FORBIDDEN,
            desc = "The value was lost, the sender does not know, or a clone of the waker was not given back.")
    @State
    public static class SendAndDropOfReceiver {
        private final Channel<Oneshot.Sender<Integer>, Oneshot.Receiver<Integer>> channel = Oneshot.channel();
        private final Waiting<Integer> waiting = Waiting.inLine(channel.receiver());

        @Actor
        public void send(LLL_Result r) {
            try {
                channel.sender().send(7);
                r.r1 = "sent";
            } catch (SendException refused) {
                r.r1 = "given back " + refused.value();
            }
        }

        @Actor
        public void drop() {
            waiting.drop();
        }

        @Arbiter
        public void end(LLL_Result r) {
            r.r2 = waiting.leftOver();
            r.r3 = channel.sender().isClosed();
        }
    }

    /** Drop of the receiver against the poll of a sender that waits for it. */
    @JCStressTest
    @Outcome(id = "done", expect = ACCEPTABLE, desc = "It was dropped already.")
    @Outcome(id = "woken, done", expect = ACCEPTABLE, desc = "It was dropped after the poll, which it woke.")
    @Outcome(expect = FORBIDDEN, desc = "The wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class DropOfReceiverAndClosed {
        private final Channel<Oneshot.Sender<Integer>, Oneshot.Receiver<Integer>> channel = Oneshot.channel();
        private final Waiting<Void> waiting = new Waiting<>(channel.sender().closed());

        @Actor
        public void drop() {
            channel.receiver().drop();
        }

        @Actor
        public void closed() {
            waiting.poll();
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = waiting.outcome();
        }
    }
}
