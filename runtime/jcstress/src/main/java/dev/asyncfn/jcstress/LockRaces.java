package dev.asyncfn.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.future.Futures;
import dev.asyncfn.sync.Mutex;
import dev.asyncfn.sync.RwLock;
import dev.asyncfn.sync.Semaphore;
import dev.asyncfn.test.TaskProbe;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LI_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Permits and mutexes change hands by a compare-and-set while nobody waits: against each other, and against those that begin to wait. */
public final class LockRaces {
    private LockRaces() {}

    /** Two holders give back by compare-and-set while a request for both permits begins to wait. */
    @JCStressTest
    @Outcome(id = "permit, 0", expect = ACCEPTABLE, desc = "Both were free already.")
    @Outcome(id = "woken, permit, 0", expect = ACCEPTABLE, desc = "The last of them woke it.")
    @Outcome(expect = FORBIDDEN, desc = "A permit or the wake-up was lost.")
    @State
    public static class CloseAndCloseAndAcquireTwo {
        private final Semaphore semaphore = new Semaphore(2);
        private final Semaphore.Permit one = semaphore.tryAcquire().orElseThrow();
        private final Semaphore.Permit other = semaphore.tryAcquire().orElseThrow();
        private final Waiting<Semaphore.Permit> waiting = new Waiting<>(semaphore.acquireMany(2));

        @Actor
        public void one() {
            one.close();
        }

        @Actor
        public void other() {
            other.close();
        }

        @Actor
        public void acquire() {
            waiting.poll();
        }

        @Arbiter
        public void end(LI_Result r) {
            r.r1 = waiting.outcome();
            r.r2 = semaphore.availablePermits();
        }
    }

    /** Two that add to the value of a mutex under its lock, which is free at first; each is polled until it has it. */
    @JCStressTest
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "One after the other.")
    @Outcome(
            expect = FORBIDDEN,
            desc = "They were in it together, did not see each other's write, or one was not woken.")
    @State
    public static class LockAndLock {
        private final Mutex<int[]> mutex = new Mutex<>(new int[1]);
        private final Adding one = new Adding(mutex);
        private final Adding other = new Adding(mutex);

        @Actor
        public void one() {
            one.poll();
        }

        @Actor
        public void other() {
            other.poll();
        }

        @Arbiter
        public void end(I_Result r) {
            one.pollIfWoken();
            other.pollIfWoken();
            r.r1 = mutex.tryLock().orElseThrow().get()[0];
        }
    }

    /** The holder of a mutex gives it back, against one that begins to wait for it. */
    @JCStressTest
    @Outcome(id = "guard", expect = ACCEPTABLE, desc = "It was free already.")
    @Outcome(id = "woken, guard", expect = ACCEPTABLE, desc = "It waited, and was woken.")
    @Outcome(expect = FORBIDDEN, desc = "The wake-up was lost, or a clone of the waker was not given back.")
    @State
    public static class UnlockAndLock {
        private final Mutex<String> mutex = new Mutex<>();
        private final Mutex.Guard<String> held = mutex.tryLock().orElseThrow();
        private final Waiting<String> waiting = new Waiting<>(Futures.map(mutex.lock(), guard -> "guard"));

        @Actor
        public void unlock() {
            held.close();
        }

        @Actor
        public void lock() {
            waiting.poll();
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = waiting.outcome();
        }
    }

    /** The guard of a mutex is closed by two threads, while two others wait for it, or one is about to. */
    @JCStressTest
    @Outcome(id = "woken, guard; not woken", expect = ACCEPTABLE, desc = "It was passed to the first, once.")
    @Outcome(expect = FORBIDDEN, desc = "It was passed on twice, or not at all.")
    @State
    public static class UnlockTwiceAndLock {
        private final Mutex<String> mutex = new Mutex<>();
        private final Mutex.Guard<String> held = mutex.tryLock().orElseThrow();
        private final Waiting<String> first = Waiting.inLine(Futures.map(mutex.lock(), guard -> "guard"));
        private final Waiting<String> second = new Waiting<>(Futures.map(mutex.lock(), guard -> "guard"));

        @Actor
        public void unlock() {
            held.close();
        }

        @Actor
        public void unlockAgain() {
            held.close();
        }

        @Actor
        public void lock() {
            second.poll();
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = first.outcome() + "; " + second.outcome();
        }
    }

    /** A mutex is given back, against drop of the only one that waits, and one that asks without waiting. */
    @JCStressTest
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "It was held, or passed to the other, and is free now.")
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "It was free already, and is held by that.")
    @Outcome(expect = FORBIDDEN, desc = "It is held by nobody, or by two.")
    @State
    public static class UnlockAndDropAndTryLock {
        private final Mutex<String> mutex = new Mutex<>();
        private final Mutex.Guard<String> held = mutex.tryLock().orElseThrow();
        private final Waiting<Mutex.Guard<String>> waiting = Waiting.inLine(mutex.lock());

        @Actor
        public void unlock() {
            held.close();
        }

        @Actor
        public void drop() {
            waiting.drop();
        }

        @Actor
        public void tryLock(ZZ_Result r) {
            r.r1 = mutex.tryLock().isPresent();
        }

        @Arbiter
        public void end(ZZ_Result r) {
            r.r2 = mutex.tryLock().isPresent();
        }
    }

    private static final class Adding {
        private final TaskProbe task = new TaskProbe();
        private final Future<Mutex.Guard<int[]>> lock;
        private boolean done;

        Adding(Mutex<int[]> mutex) {
            lock = mutex.lock();
        }

        void poll() {
            try {
                if (task.poll(lock) instanceof Poll.Ready<Mutex.Guard<int[]>> ready) {
                    done = true;
                    try (Mutex.Guard<int[]> guard = ready.value()) {
                        guard.get()[0]++;
                    }
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        void pollIfWoken() {
            if (!done && task.wakes() > 0) {
                poll();
            }
        }
    }

    /** A guard that is closed by two threads, while the lock could be taken again in between. */
    @JCStressTest
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "It was given back once.")
    @Outcome(expect = FORBIDDEN, desc = "It was given back twice, or not at all.")
    @State
    public static class CloseOfGuardTwice {
        private final RwLock<String> lock = new RwLock<>("", 1);
        private final RwLock.WriteGuard<String> held = lock.tryWrite().orElseThrow();

        @Actor
        public void one() {
            held.close();
        }

        @Actor
        public void other() {
            held.close();
        }

        @Arbiter
        public void end(I_Result r) {
            int free = 0;
            while (lock.tryRead().isPresent()) {
                free++;
            }
            r.r1 = free;
        }
    }

    /** A writer becomes a reader, while another one asks to read. */
    @JCStressTest
    @Outcome(id = "ready", expect = ACCEPTABLE, desc = "It came after.")
    @Outcome(id = "woken", expect = ACCEPTABLE, desc = "It waited, and was let in.")
    @Outcome(expect = FORBIDDEN, desc = "The wake-up was lost.")
    @State
    public static class DowngradeAndRead {
        private final RwLock<String> lock = new RwLock<>("");
        private final RwLock.WriteGuard<String> writer = lock.tryWrite().orElseThrow();
        private final TaskProbe task = new TaskProbe();
        private final Future<RwLock.ReadGuard<String>> reader = lock.read();
        private boolean ready;

        @Actor
        public void downgrade() {
            writer.downgrade();
        }

        @Actor
        public void read() {
            ready = isReady();
        }

        private boolean isReady() {
            try {
                return task.poll(reader).isReady();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        @Arbiter
        public void end(L_Result r) {
            r.r1 = ready ? "ready" : task.wakes() == 1 && isReady() ? "woken" : "lost";
        }
    }

    /** A permit is split while another thread closes it. */
    @JCStressTest
    @Outcome(id = "3, 0", expect = ACCEPTABLE, desc = "Closed first: nothing could be split off.")
    @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "Split first: the rest was given back.")
    @Outcome(expect = FORBIDDEN, desc = "A permit was lost or made.")
    @State
    public static class SplitAndClose {
        private final Semaphore semaphore = new Semaphore(3);
        private final Semaphore.Permit held = semaphore.tryAcquireMany(3).orElseThrow();
        private int split;

        @Actor
        public void split() {
            try {
                split = held.split(1).orElseThrow().count();
            } catch (IllegalStateException closed) {
                split = 0;
            }
        }

        @Actor
        public void close() {
            held.close();
        }

        @Arbiter
        public void end(II_Result r) {
            r.r1 = semaphore.availablePermits();
            r.r2 = split;
        }
    }

    /** A permit takes over another one while a third thread closes it. */
    @JCStressTest
    @Outcome(
            id = "2",
            expect = ACCEPTABLE,
            desc = "All are back, whichever came first: a merge that was refused took nothing.")
    @Outcome(expect = FORBIDDEN, desc = "A permit was lost or made.")
    @State
    public static class MergeAndClose {
        private final Semaphore semaphore = new Semaphore(2);
        private final Semaphore.Permit one = semaphore.tryAcquire().orElseThrow();
        private final Semaphore.Permit other = semaphore.tryAcquire().orElseThrow();

        @Actor
        public void merge() {
            try {
                one.merge(other);
            } catch (IllegalStateException closed) {
                other.close();
            }
        }

        @Actor
        public void close() {
            one.close();
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = semaphore.availablePermits();
        }
    }
}
