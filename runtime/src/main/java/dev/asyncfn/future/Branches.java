package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.RepeatableFuture;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Ending;
import dev.asyncfn.failure.Sneaky;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A sub-executor: polls several futures as one. A poll costs as much as was woken, however many others there are, and leaves the rest to
 * the next one when the task's budget is spent, so that no branch starves another.
 */
abstract class Branches<R> extends OwnedFuture<R> implements Traced {
    private final String name;
    private final ReadyQueue queue = new ReadyQueue(this);
    private final Branch[] branches;
    private int left;
    private boolean begun;
    private boolean polling;
    private boolean ended;

    /** How all of this ends, while branches that have not completed clean up; else null. */
    private Ending<R> ending;

    /** @throws IllegalStateException if a future is driven by something else, or is there twice and is neither a lambda nor a {@link RepeatableFuture} */
    Branches(String name, List<? extends Future<?>> futures) {
        this.name = name;
        branches = new Branch[futures.size()];
        left = branches.length;
        for (int i = 0; i < branches.length; i++) {
            branches[i] = new Branch(queue, i, Objects.requireNonNull(futures.get(i), "future"), owns(i));
        }
        new Claims(name, branches).claimAll();
    }

    /** Called when a branch has completed with {@code value}, or with {@code failure} if that is not null; an exception or a ready poll ends everything. */
    abstract Poll<R> completed(int index, Object value, Throwable failure);

    /** Whether the end of all drops the branches that have not completed. */
    abstract boolean dropsTheRest();

    /** Takes out the value of a branch that has completed, where this keeps the values until it has all. */
    Object takeHeld(int index) {
        throw new AssertionError(name + " keeps no values");
    }

    /** Whether a branch is the first, or the only one, of its future. */
    final boolean isFirstOfItsFuture(int index) {
        return branches[index].leader == branches[index];
    }

    /** How to release the value of a branch that has completed. */
    final Undelivered<Object> undelivered(int index) {
        return branches[index].undelivered;
    }

    /** How many have not completed. */
    final int left() {
        return left;
    }

    @Override
    public final Poll<R> poll(Context cx) {
        if (ended) {
            throw new IllegalStateException("polled after completion");
        }
        checkNotPolling();
        polling = true;
        queue.enter();
        try {
            if (ending != null) {
                return pollEnding(cx);
            }
            return begun ? pollWoken(cx) : pollFirst(cx);
        } catch (Throwable failure) {
            if (!ended) { // not that of a branch: a waker written by hand threw, or no memory is left
                endNow(failure);
            }
            throw failure;
        } finally {
            polling = false;
            queue.leave();
        }
    }

    private void checkNotPolling() {
        if (polling) {
            throw new IllegalStateException("polled during its own poll");
        }
    }

    /** No branch can have been woken yet, so each is polled without going through the queue, where the rest comes before those that are woken now. */
    private Poll<R> pollFirst(Context cx) {
        begun = true;
        int i = 0;
        for (; i < branches.length && cx.hasBudgetRemaining(); i++) {
            Poll<R> outcome = pollOne(branches[i], cx);
            if (outcome.isReady() || ending != null) {
                return outcome;
            }
        }
        for (int rest = branches.length - 1; rest >= i; rest--) {
            queue.addFirst(branches[rest]);
        }
        queue.suspend(cx.waker());
        return Poll.pending();
    }

    private Poll<R> pollWoken(Context cx) {
        int round = queue.takeOver();
        if (round == 0) {
            // It is unknown which branch this poll is for: an executor may poll without a wake.
            round = addAll();
        }
        for (; round > 0 && cx.hasBudgetRemaining(); round--) {
            Branch branch = (Branch) queue.take();
            if (branch.future == null) {
                continue; // a late wake
            }
            Poll<R> outcome = pollOne(branch, cx);
            if (outcome.isReady() || ending != null) {
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
                branch.keep(future);
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
        Claims.disclaim(branch, future);
        if (ended) {
            throw branch.droppedWhilePolled(value, failure);
        }
        left--;
        return complete(branch, value, failure, cx);
    }

    private Poll<R> complete(Branch branch, Object value, Throwable failure, Context cx) {
        Poll<R> outcome = Poll.pending();
        Throwable thrown = null;
        try {
            outcome = completed(branch.index, value, failure);
        } catch (Throwable ending) {
            thrown = ending;
        }
        return thrown != null || outcome.isReady() ? end(outcome, thrown, cx) : outcome;
    }

    // ---- the end

    /** Lets go of the rest. Then this is ready with {@code outcome}, or throws {@code failure} or the exception of a drop, if there is one. */
    private Poll<R> end(Poll<R> outcome, Throwable failure, Context cx) {
        ending = Ending.with(outcome, failure);
        if (!dropsTheRest()) {
            if (left > 0) {
                Claims.disclaimAll(branches);
            }
            return finish();
        }
        dropAllInTime(cx);
        return finishIfLetGo(cx);
    }

    private Poll<R> pollEnding(Context cx) {
        dropWoken(cx);
        return finishIfLetGo(cx);
    }

    private Poll<R> finishIfLetGo(Context cx) {
        if (ended) { // by the cleanup of one of its branches
            throw new IllegalStateException("dropped during its own poll");
        }
        return isLetGo(cx) ? finish() : Poll.pending();
    }

    @Override
    public final Poll<Void> pollDrop(Context cx) {
        if (ended) {
            return Poll.ready(null);
        }
        checkNotPolling();
        polling = true;
        queue.enter();
        try {
            if (ending == null) {
                ending = Ending.dropped();
                dropAllInTime(cx);
            } else {
                dropWoken(cx);
            }
            if (!isLetGo(cx)) {
                return Poll.pending();
            }
        } catch (Throwable failure) { // not that of a cleanup, as in a poll: nobody asks this again
            if (!ended) {
                endNow(failure);
            }
            throw failure;
        } finally {
            polling = false;
            queue.leave();
        }
        drop(); // nothing is left of the branches
        return Poll.ready(null);
    }

    /** Has the branches that have not completed clean up, first to last. */
    private void dropAllInTime(Context cx) {
        for (Branch branch : branches) {
            if (branch.future != null) {
                dropInTime(branch, cx);
            }
        }
    }

    /** The same for those that were woken since. */
    private void dropWoken(Context cx) {
        int round = queue.takeOver();
        for (round = round == 0 ? addAll() : round; round > 0; round--) {
            Branch branch = (Branch) queue.take();
            if (branch.future != null) {
                dropInTime(branch, cx);
            }
        }
    }

    /** Whether none of them has to be waited for. */
    private boolean isLetGo(Context cx) {
        for (Branch branch : branches) {
            if (branch.future != null) {
                queue.suspend(cx.waker());
                return false;
            }
        }
        return true;
    }

    private void dropInTime(Branch branch, Context cx) {
        Future<?> future = branch.future;
        branch.future = null;
        if (!branch.owned) {
            return;
        }
        try {
            boolean waits = future.pollDrop(cx.withWaker(branch.leader.waker())).isPending();
            if (waits && !ended) {
                branch.future = future;
            } else if (waits) {
                future.drop(); // it has dropped all of this, and nobody asks it again
            }
        } catch (Throwable thrown) {
            Traced.restore(thrown, future);
            if (ended) {
                throw Sneaky.asIs(thrown);
            }
            ending.failed(thrown);
        }
    }

    /** The rest has been let go of. */
    private Poll<R> finish() {
        ended = true;
        Ending<R> end = ending;
        ending = null;
        Drops drops = end.drops();
        drops.run(queue::release);
        if (!end.isReady()) {
            releaseAll(drops);
        } else if (drops.failure() != null) {
            end.release(this, drops);
        }
        drops.rethrow();
        return end.outcome();
    }

    /** Lets go of everything, without time for cleanup, and throws {@code failure}. */
    private void endNow(Throwable failure) {
        Ending<R> begun = takeEnding();
        Drops drops = begun == null ? new Drops(null) : begun.drops();
        drops.and(failure);
        letGo(begun, drops);
    }

    private Ending<R> takeEnding() {
        Ending<R> begun = ending;
        ended = true;
        ending = null;
        return begun;
    }

    /** Drops the branches that have not completed, and releases the values of those that have, first to last. */
    @Override
    public final void drop() {
        if (!ended) {
            Ending<R> begun = takeEnding();
            letGo(begun, begun == null ? new Drops(null) : begun.dropsOfCleanup());
        }
    }

    /** @param begun how it would have ended; its value is then all that is left of the values */
    private void letGo(Ending<R> begun, Drops drops) {
        drops.run(queue::release);
        boolean decided = begun != null && begun.isReady();
        for (Branch branch : branches) {
            branch.drop(drops);
            if (!decided) {
                release(branch, drops);
            }
        }
        if (decided) {
            begun.release(this, drops);
        }
        drops.rethrow();
    }

    private void releaseAll(Drops drops) {
        for (Branch branch : branches) {
            release(branch, drops);
        }
    }

    private void release(Branch branch, Drops drops) {
        Undelivered<Object> how = branch.undelivered;
        branch.undelivered = null;
        if (how != null && !branch.leader.released) {
            branch.leader.released = true; // the branches of one future have the same value
            drops.release(how, takeHeld(branch.index));
        }
    }

    /** Whether this branch owns its future, and is dropped when all are. Called by the constructor. */
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
}
