package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Waker;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A sub-executor: polls several futures as one. A poll costs as much as was woken, however many others there are, and leaves the rest to
 * the next one when the task's budget is spent, so that no branch starves another.
 */
abstract class Branches<R> implements Future<R>, Traced {
    private final String name;
    private final ReadyQueue queue = new ReadyQueue();
    private final Branch[] branches;
    private int left;
    private boolean polling;
    private boolean ended;

    /** A future may stand there more than once, if its poll and its drop do not mind being called again. */
    Branches(String name, List<? extends Future<?>> futures) {
        this.name = name;
        branches = new Branch[futures.size()];
        left = branches.length;
        Map<Future<?>, Branch> firsts = new IdentityHashMap<>();
        for (int i = 0; i < branches.length; i++) {
            Future<?> future = Objects.requireNonNull(futures.get(i), "future");
            branches[i] = new Branch(queue, i, future);
            Branch first = firsts.putIfAbsent(future, branches[i]);
            if (first != null) {
                first.share(branches[i]);
            }
        }
    }

    /** Called when a branch has completed with {@code value}, or with {@code failure} if that is not null; an exception or a ready poll ends everything. */
    abstract Poll<R> completed(int index, Object value, Throwable failure);

    /** Whether the end of all drops the branches that have not completed. */
    abstract boolean dropsTheRest();

    /** How many have not completed. */
    final int left() {
        return left;
    }

    @Override
    public final Poll<R> poll(Context cx) {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        if (polling) {
            throw new IllegalStateException("polled during its own poll");
        }
        polling = true;
        try {
            return pollWoken(cx);
        } catch (Throwable failure) {
            if (!ended) { // not that of a branch: a waker written by hand threw, or no memory is left
                end(failure);
            }
            throw failure;
        } finally {
            polling = false;
        }
    }

    private Poll<R> pollWoken(Context cx) {
        int round = queue.takeOver();
        if (round == 0) {
            // The first poll; or it is unknown which branch this one is for: an executor may poll without a wake.
            round = addAll();
        }
        for (; round > 0 && cx.hasBudgetRemaining(); round--) {
            Branch branch = (Branch) queue.take();
            if (branch.future == null) {
                continue; // a late wake
            }
            Poll<R> outcome = pollOne(branch, cx);
            if (outcome.isReady()) {
                return outcome;
            }
        }
        queue.suspend(cx.waker());
        return Poll.pending();
    }

    private int addAll() {
        for (Branch branch : branches) {
            if (branch.future != null) {
                queue.add(branch);
            }
        }
        return queue.takeOver();
    }

    private Poll<R> pollOne(Branch branch, Context cx) {
        Future<?> future = branch.future;
        branch.future = null;
        Object value = null;
        Throwable failure = null;
        try {
            Poll<?> poll =
                    Objects.requireNonNull(future.poll(cx.withWaker(branch.leader.waker())), "poll returned null");
            if (poll instanceof Poll.Ready<?> ready) {
                value = ready.value();
            } else if (!ended) {
                branch.future = future;
                return Poll.pending();
            } else {
                future.drop();
            }
        } catch (Throwable thrown) {
            failure = thrown;
            Traced.restore(thrown, future); // here it is known which branch it was
        }
        if (ended) {
            throw droppedWhilePolled(failure);
        }
        left--;
        return complete(branch, value, failure);
    }

    private Poll<R> complete(Branch branch, Object value, Throwable failure) {
        Poll<R> outcome = Poll.pending();
        Throwable thrown = null;
        try {
            outcome = completed(branch.index, value, failure);
        } catch (Throwable ending) {
            thrown = ending;
        }
        if (thrown != null || outcome.isReady()) {
            end(thrown);
        }
        return outcome;
    }

    /** Drops the rest, and throws {@code failure} or the exception of a drop, if there is one. */
    private void end(Throwable failure) {
        ended = true;
        queue.release();
        Drops drops = new Drops(failure);
        if (dropsTheRest()) {
            dropAll(drops);
        }
        drops.rethrow();
    }

    /** Called by one of its own branches, against the rules: the poll would wait forever. */
    private static IllegalStateException droppedWhilePolled(Throwable failure) {
        IllegalStateException dropped = new IllegalStateException("dropped during its own poll");
        if (failure != null) {
            dropped.addSuppressed(failure);
        }
        return dropped;
    }

    /** Drops the branches that have not completed, first to last. */
    @Override
    public final void drop() {
        if (!ended) {
            ended = true;
            queue.release();
            Drops drops = new Drops(null);
            dropAll(drops);
            drops.rethrow();
        }
    }

    private void dropAll(Drops drops) {
        for (Branch branch : branches) {
            Future<?> future = branch.future;
            branch.future = null;
            if (owns(branch.index)) {
                drops.drop(future);
            }
        }
    }

    /** Whether this branch is dropped when all are. */
    boolean owns(int index) {
        return true;
    }

    @Override
    public final String state() {
        return ended ? "DONE" : name + ", " + left + " of " + branches.length + " left";
    }

    /** The first that has not completed. */
    @Override
    public final Future<?> awaited() {
        for (Branch branch : branches) {
            if (branch.future != null && !ended) {
                return branch.future;
            }
        }
        return null;
    }

    /** All that have not completed, in order. */
    @Override
    public final List<Future<?>> awaitedAll() {
        List<Future<?>> all = new ArrayList<>();
        for (Branch branch : branches) {
            if (branch.future != null && !ended) {
                all.add(branch.future);
            }
        }
        return all;
    }

    private static final class Branch extends Child<Object> {
        final int index;

        /** The first branch of the same future, which knows but one waker: that one's. */
        Branch leader = this;

        /** Another branch of the same future. */
        private Branch twin;

        Branch(ReadyQueue queue, int index, Future<?> future) {
            super(queue, future);
            this.index = index;
        }

        /** The other is of the same future as this. */
        void share(Branch other) {
            other.leader = this;
            other.twin = twin;
            twin = other;
        }

        @Override
        protected Waker note() {
            boolean woken = enqueue();
            for (Branch other = twin; other != null; other = other.twin) {
                woken |= other.enqueue();
            }
            return woken ? queue.takeTask() : null;
        }
    }
}
