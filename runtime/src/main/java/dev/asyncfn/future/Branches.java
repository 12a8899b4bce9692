package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Wake;
import dev.asyncfn.Waker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;

/**
 * A sub-executor: polls several futures as one. Each has a waker of its own, which notes that this one was woken and wakes the task, so
 * that a poll costs as much as was woken, however many others there are.
 */
abstract class Branches<R> implements Future<R> {
    private static final VarHandle WOKEN;

    static {
        try {
            WOKEN = MethodHandles.lookup().findVarHandle(Branches.class, "woken", Branch.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Branch[] branches;
    private final AtomicWaker task = new AtomicWaker();
    private boolean started;
    private boolean ended;

    /** What was woken since the last poll, linked from the newest to the oldest. */
    private volatile Branch woken;

    Branches(List<? extends Future<?>> futures) {
        branches = new Branch[futures.size()];
        for (int i = 0; i < branches.length; i++) {
            branches[i] = new Branch(this, i, futures.get(i));
        }
    }

    /** Told when a branch has completed with {@code value}, or with {@code failure} if that is not null; a throw or a ready poll ends all. */
    abstract Poll<R> completed(int index, Object value, Throwable failure) throws Exception;

    @Override
    public final Poll<R> poll(Context cx) throws Exception {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        task.register(cx.waker());
        Branch first = takeWoken();
        if (!started || first == null) {
            // Nobody says whom this poll is for: an executor may poll without a wake.
            started = true;
            return pollAll(cx, first);
        }
        for (Branch branch = first; branch != null; ) {
            Branch next = branch.unlink();
            Poll<R> outcome = pollOne(branch, cx);
            if (outcome.isReady()) {
                return outcome;
            }
            branch = next;
        }
        return Poll.pending();
    }

    private Poll<R> pollAll(Context cx, Branch woken) throws Exception {
        for (Branch branch = woken; branch != null; ) {
            branch = branch.unlink();
        }
        for (Branch branch : branches) {
            Poll<R> outcome = pollOne(branch, cx);
            if (outcome.isReady()) {
                return outcome;
            }
        }
        return Poll.pending();
    }

    private Poll<R> pollOne(Branch branch, Context cx) throws Exception {
        if (branch.future == null) {
            return Poll.pending(); // a late wake
        }
        Object value = null;
        Throwable failure = null;
        try {
            if (!(branch.future.poll(cx.withWaker(branch.waker)) instanceof Poll.Ready<?> ready)) {
                return Poll.pending();
            }
            value = ready.value();
        } catch (Throwable thrown) {
            failure = thrown;
        }
        branch.future = null;
        return end(branch, value, failure);
    }

    private Poll<R> end(Branch branch, Object value, Throwable failure) throws Exception {
        Poll<R> outcome;
        try {
            outcome = completed(branch.index, value, failure);
        } catch (Throwable thrown) {
            letGo();
            throw thrown;
        }
        if (outcome.isReady()) {
            letGo();
        }
        return outcome;
    }

    private void letGo() {
        ended = true;
        task.drop();
    }

    @Override
    public final void drop() {
        if (!ended) {
            letGo();
            dropAll(0);
        }
    }

    /** Drops the branches that have not completed, first to last, the later ones also if an earlier one throws. */
    private void dropAll(int from) {
        for (int i = from; i < branches.length; i++) {
            Future<?> future = branches[i].future;
            branches[i].future = null;
            if (future == null) {
                continue;
            }
            try {
                future.drop();
            } catch (Throwable thrown) {
                dropAll(i + 1);
                throw thrown;
            }
        }
    }

    /** All that was woken, now linked from the oldest to the newest. */
    private Branch takeWoken() {
        Branch newest = (Branch) WOKEN.getAndSet(this, (Branch) null);
        Branch oldest = null;
        while (newest != null) {
            Branch older = newest.next;
            newest.next = oldest;
            oldest = newest;
            newest = older;
        }
        return oldest;
    }

    private void push(Branch branch) {
        Branch newest;
        do {
            newest = woken;
            branch.next = newest;
        } while (!WOKEN.compareAndSet(this, newest, branch));
        task.wake();
    }

    /** One of the futures, and its waker. */
    private static final class Branch implements Wake {
        private static final VarHandle QUEUED;

        static {
            try {
                QUEUED = MethodHandles.lookup().findVarHandle(Branch.class, "queued", boolean.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        final Branches<?> owner;
        final int index;
        final Waker waker = Waker.from(this);
        /** Null once it has completed. */
        Future<?> future;

        @SuppressWarnings("unused") // by the VarHandle
        private volatile boolean queued;
        /** The link in the stack of the woken; who turns {@code queued} on may write it, until it is taken. */
        Branch next;

        Branch(Branches<?> owner, int index, Future<?> future) {
            this.owner = owner;
            this.index = index;
            this.future = future;
        }

        @Override
        public void wake() {
            if (!(boolean) QUEUED.getAndSet(this, true)) {
                owner.push(this);
            }
        }

        /** Takes it out of the list of the woken, before its poll, so that a wake during the poll is not lost. */
        Branch unlink() {
            Branch following = next;
            next = null;
            QUEUED.getAndSet(this, false); // reads, to see what those wrote whose wakes it stands for
            return following;
        }
    }
}
