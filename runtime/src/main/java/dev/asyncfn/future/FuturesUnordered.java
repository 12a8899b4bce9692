package dev.asyncfn.future;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Ending;
import dev.asyncfn.failure.Uncaught;
import dev.asyncfn.future.Members.Member;
import java.util.Objects;

/**
 * A set of futures that are polled as one, and whose values are taken in the order in which they complete. Rust's
 * {@code FuturesUnordered}.
 *
 * <pre>{@code
 * FuturesUnordered<Page> pages = FuturesUnordered.of(requests);
 * while (!pages.isEmpty()) {
 *     Page page = await(pages.next());
 *     ...
 * }
 * }</pre>
 *
 * <p>It is a sub-executor: each future has its own waker, a wake costs the same however many futures there are, and a poll polls only
 * those that were woken or are new, at most once each, and only as long as the task has {@linkplain Context#proceed() budget}. Unlike the other
 * combinators, it relies on wakes even under an executor that ignores them.
 *
 * <p>The futures make no progress unless the set is polled. A future that throws leaves the set, and the others continue. When the set is
 * {@linkplain #drop() dropped}, so are the futures in it.
 *
 * <p>It is used by one thread at a time; one of its futures may add another during a poll. Wakes may come from any thread. A future
 * must not be in it twice at the same time: an {@link OwnedFuture} is refused the second time.
 *
 * @param <T> the type of the values
 */
public final class FuturesUnordered<T> {
    private final ReadyQueue queue = new ReadyQueue(this);

    private final Members<T> members = new Members<>();
    private boolean polling;
    private boolean dropped;
    /** The next that was polled last and is pending, if the set was not polled by itself since: the task that waits is its own. */
    private NextValue<T> waiting;
    /** How to release the value that was taken last. */
    private Undelivered<? super T> ofLast = Undelivered.close();
    /** Where the failures of the cleanup are, while the futures that this gives up clean up; else null. */
    private Ending<Void> ending;

    /** An empty set. */
    public FuturesUnordered() {}

    /**
     * A set of these futures: of all of them, or if this throws, of none, so that the caller still has them.
     *
     * @param <T> the type of the values
     * @param futures iterated once, and added in that order; may be empty
     * @return a new set, to which more can be added
     * @throws IllegalStateException if something else drives one of them, or one stands there twice
     */
    public static <T> FuturesUnordered<T> of(Iterable<? extends Future<? extends T>> futures) {
        FuturesUnordered<T> set = new FuturesUnordered<>();
        try {
            for (Future<? extends T> future : futures) {
                set.push(future);
            }
        } catch (Throwable refused) {
            set.members.disclaimAll();
            throw refused;
        }
        return set;
    }

    /**
     * Adds a future, which is polled when this is. A task that is suspended on this is woken for it.
     *
     * @param future belongs to the set until it completes or throws
     * @throws IllegalStateException if this was dropped, or something else drives the future; the future is not touched then
     */
    public void push(Future<? extends T> future) {
        Objects.requireNonNull(future, "future");
        checkNotDropped();
        Member<T> member = new Member<>(queue, future);
        OwnedFuture.claim(future, member);
        members.add(member);
        queue.add(member);
        queue.wakeTask();
    }

    /**
     * How many futures are in it.
     *
     * @return a number that includes a future during its own poll
     */
    public int size() {
        return members.size();
    }

    /**
     * Whether no future is in it.
     *
     * @return true once the values of all have been taken, or the set was cleared or dropped
     */
    public boolean isEmpty() {
        return members.size() == 0;
    }

    /**
     * The next value: ready once one of the futures has completed, which leaves the set, with its value; at once with null if the set is
     * empty. Rust's {@code next}. An exception of a future is thrown unchanged. Nothing happens before its first poll. Cancel-safe:
     * dropping it loses no value.
     *
     * @return a future. One is awaited at a time: while a task waits for one, a poll of another by another task throws
     *     {@link IllegalStateException}. So does a poll after it was ready, threw or was dropped
     */
    public Future<T> next() {
        return new NextValue<>(this);
    }

    /**
     * Polls for the next value, as {@link #next()} does. Rust's {@code poll_next}. After pending, the waker is woken when it is worth
     * polling again.
     *
     * @param cx the waker is kept while the set is pending, and the budget limits how many futures are polled
     * @return ready with a value, which may be null, or, if the set is empty, with null; or pending
     * @throws Exception the exception of one of the futures
     * @throws IllegalStateException if this was dropped, or is being polled
     */
    public Poll<T> pollNext(Context cx) throws Exception {
        checkNotDropped();
        checkNotPolling();
        refuseBeside(null, cx);
        polling = true;
        queue.enter();
        waiting = null;
        try {
            for (int round = queue.takeOver(); round > 0 && cx.hasBudgetRemaining(); round--) {
                Poll<T> poll = pollOne(cx);
                if (poll.isReady()) {
                    return poll;
                }
            }
        } finally {
            polling = false;
            queue.leave();
            if (isEmpty()) {
                releaseTask();
            }
        }
        if (isEmpty()) {
            return Poll.ready(null);
        }
        queue.suspend(cx.waker());
        return Poll.pending();
    }

    /** A waker written by hand whose drop throws must not lose the value. */
    private void releaseTask() {
        try {
            queue.release();
        } catch (Throwable thrown) {
            Uncaught.report(thrown);
        }
    }

    /** Polls for a {@link #next()}, which was not refused. */
    Poll<T> pollFor(NextValue<T> next, Context cx) throws Exception {
        waiting = null;
        Poll<T> poll = pollNext(cx);
        waiting = poll.isReady() ? null : next;
        return poll;
    }

    /** A {@link #next()} has ended: a task that asks for another is suspended again. */
    void nextEnded() {
        if (!dropped) { // else the task may be one that waits for the cleanup
            releaseTask();
        }
    }

    /** A {@link #next()} was dropped. */
    void leave(NextValue<T> next) {
        if (waiting == next) { // or the task may be another one's by now
            waiting = null;
            queue.release();
        }
    }

    Members<T> members() {
        return members;
    }

    /** Refuses a poll of another task while a {@link #next()} waits. */
    void refuseBeside(NextValue<T> polled, Context cx) {
        if (waiting != null && waiting != polled) {
            queue.refuseSecond(waiting, cx.waker());
        }
    }

    @SuppressWarnings("unchecked") // only members of this are in its queue
    private Poll<T> pollOne(Context cx) throws Exception {
        Member<T> member = (Member<T>) queue.take();
        Future<? extends T> future = member.future;
        if (future == null) {
            return Poll.pending(); // a late wake
        }
        member.future = null;
        Poll<T> poll;
        try {
            poll = (Poll<T>) Objects.requireNonNull(future.poll(cx.withWaker(member.waker())), "poll returned null");
        } catch (Throwable failure) {
            members.remove(member);
            Traced.restore(failure, future); // here it is known which member it was
            throw failure;
        }
        if (poll.isReady()) {
            ofLast = (Undelivered<? super T>) future.undelivered();
            members.remove(member);
        } else if (member.isRemoved()) {
            future.drop(); // by itself, in its poll
        } else {
            member.future = future;
        }
        if (dropped) {
            throw droppedWhilePolled(poll);
        }
        return poll;
    }

    private IllegalStateException droppedWhilePolled(Poll<T> poll) {
        IllegalStateException thrown = usedAfterDrop();
        if (poll instanceof Poll.Ready<T> ready) {
            new Drops(thrown).release(ofLast, ready.value());
        }
        return thrown;
    }

    /**
     * How to release the value that {@link #pollNext} has returned last, if it cannot be handed on. See {@link Future#undelivered()}.
     *
     * @return how to release it
     */
    public Undelivered<? super T> undelivered() {
        return ofLast;
    }

    /**
     * Drops all futures, and leaves the set empty; a task that is suspended on this is woken for it. Rust's {@code clear}. An
     * exception of a drop is thrown once all have been dropped.
     */
    public void clear() {
        Drops drops = dropAll();
        queue.wakeTask(); // or it would wait forever, for futures that are gone
        drops.rethrow();
    }

    private Drops dropAll() {
        Drops drops = ending == null ? new Drops(null) : ending.dropsOfCleanup();
        ending = null;
        for (Member<T> member = members.first(); member != null; member = member.following()) {
            Future<? extends T> future = member.future;
            member.future = null;
            members.remove(member);
            drops.drop(future);
        }
        return drops;
    }

    /**
     * Drops all futures. Idempotent. From now on, everything except this method, {@link #pollDrop}, {@link #size()}, {@link #isEmpty()} and
     * {@link #clear()} throws {@link IllegalStateException}, also in a task that is suspended on a {@link #next()}, which is woken for it. An exception of
     * a drop is thrown once all have been dropped.
     */
    public void drop() {
        dropped = true;
        Drops drops = dropAll();
        if (waiting != null) { // the task that awaited one may have passed the set on
            queue.wakeTask();
        } else {
            queue.release();
        }
        drops.rethrow();
    }

    /**
     * As {@link #drop()}, but the futures may take their time: each is given up by its {@link Future#pollDrop}, all at once. Called again
     * until it is ready; {@link #drop()} in between hurries. From the first call on, this counts as dropped.
     *
     * @param cx as for {@link #pollNext}
     * @return ready with null once all have cleaned up, or pending
     * @throws Exception the first failure of a cleanup, with the others suppressed in it, once all have ended
     * @throws IllegalStateException if this is being polled
     */
    public Poll<Void> pollDrop(Context cx) throws Exception {
        checkNotPolling();
        polling = true;
        queue.enter();
        try {
            if (!dropped) {
                dropped = true;
                ending = Ending.dropped();
                giveUpAll(cx);
            } else if (ending != null) {
                giveUpWoken(cx);
            }
        } finally {
            polling = false;
            queue.leave();
        }
        if (!isEmpty()) {
            suspendCleanup(cx);
            return Poll.pending();
        }
        drop(); // nothing is left of the futures
        return Poll.ready(null);
    }

    /** If that throws, this is over, and nobody asks the futures again. */
    private void suspendCleanup(Context cx) {
        try {
            queue.suspend(cx.waker());
        } catch (Throwable thrown) { // by a waker written by hand
            new Drops(thrown).run(this::drop);
            throw thrown;
        }
    }

    private void giveUpAll(Context cx) {
        if (waiting != null) { // by a task of its own, perhaps
            waiting = null;
            queue.wakeTask();
        }
        for (int round = queue.takeOver(); round > 0; round--) {
            queue.take(); // those that were woken before
        }
        for (Member<T> member = members.first(); member != null && ending != null; member = member.following()) {
            giveUp(member, cx);
        }
    }

    @SuppressWarnings("unchecked") // only members of this are in its queue
    private void giveUpWoken(Context cx) {
        for (int round = queue.takeOver(); round > 0; round--) {
            Member<T> member = (Member<T>) queue.take();
            if (ending != null) { // or a cleanup has dropped the set
                giveUp(member, cx);
            }
        }
    }

    private void giveUp(Member<T> member, Context cx) {
        Future<? extends T> future = member.future;
        if (future == null) {
            return;
        }
        member.future = null;
        boolean ended = true;
        Ending<Void> into = ending;
        try {
            ended = future.pollDrop(cx.withWaker(member.waker())).isReady();
        } catch (Throwable thrown) {
            Traced.restore(thrown, future);
            into.failed(thrown);
        }
        if (ended) {
            members.remove(member);
        } else if (member.isRemoved()) {
            future.drop(); // by itself, in its cleanup
        } else {
            member.future = future;
        }
    }

    private void checkNotPolling() {
        if (polling) {
            throw new IllegalStateException("polled during its own poll");
        }
    }

    private void checkNotDropped() {
        if (dropped) {
            throw usedAfterDrop();
        }
    }

    private static IllegalStateException usedAfterDrop() {
        return new IllegalStateException("used after it was dropped");
    }

    @Override
    public String toString() {
        return "FuturesUnordered, " + size() + " left";
    }
}
