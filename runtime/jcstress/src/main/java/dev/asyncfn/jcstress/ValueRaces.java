package dev.asyncfn.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** The value of a task that has to be closed: it is taken or closed, once. */
public final class ValueRaces {
    private ValueRaces() {}

    private static final class Value implements AutoCloseable {
        final AtomicInteger closes = new AtomicInteger();

        @Override
        public void close() {
            closes.incrementAndGet();
        }
    }

    /** The drop of the handle against the end of the task. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "Closed by whichever came second.")
    @Outcome(expect = FORBIDDEN, desc = "Lost, or closed twice.")
    @State
    public static class DropAndEnd {
        private final Value value = new Value();
        private final Jobs jobs = new Jobs();
        private final JoinHandle<Value> handle = ThreadPool.on(jobs).spawn(Future.ready(value));
        private final Runnable job = jobs.take();

        @Actor
        public void runner() {
            job.run();
        }

        @Actor
        public void drop() {
            handle.drop();
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = value.closes.get();
        }
    }

    /** A poll of the handle against its drop, after the task has ended. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Taken first, and left open.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Closed first, and refused to the poll.")
    @Outcome(expect = FORBIDDEN, desc = "Both, or neither.")
    @State
    public static class PollAndDrop {
        private final Value value = new Value();
        private final Jobs jobs = new Jobs();
        private final JoinHandle<Value> handle = ThreadPool.on(jobs).spawn(Future.ready(value));
        private int taken;

        public PollAndDrop() {
            jobs.take().run();
        }

        @Actor
        public void poll() {
            try {
                Poll<Value> poll = handle.poll(Context.fromWaker(Waker.noop()));
                taken = poll.isReady() ? 1 : 0;
            } catch (IllegalStateException released) {
                taken = 0;
            }
        }

        @Actor
        public void drop() {
            handle.drop();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r1 = taken;
            r.r2 = value.closes.get();
        }
    }
}
