package dev.asyncfn;

import java.util.Objects;

/**
 * The argument of a poll: a {@link Waker} and a budget. Rust's {@code Context} is a wrapper around a waker; the budget is tokio's
 * cooperative scheduling, which keeps a task whose leaves are always ready from occupying its thread forever.
 *
 * <p>A context belongs to one poll, and is used only by the thread that polls. A leaf that has to wake its task later keeps a
 * {@linkplain Waker#clone() clone} of the waker, never the context.
 */
public final class Context {
    /** How many ready leaves a poll may pass by default, as in tokio. */
    public static final int DEFAULT_BUDGET = 128;

    private static final int UNCONSTRAINED = -1;

    private final Waker waker;
    /** The context that counts: this one, or the one from which {@link #withWaker} derived it. */
    private final Context account;

    private int budget;

    private Context(Waker waker, int budget) {
        this.waker = Objects.requireNonNull(waker, "waker");
        this.account = this;
        this.budget = budget;
    }

    private Context(Waker waker, Context account) {
        this.waker = Objects.requireNonNull(waker, "waker");
        this.account = account;
    }

    /**
     * A context with an unconstrained budget. Rust's {@code Context::from_waker}.
     *
     * @param waker the waker of the task
     * @return a new context
     */
    public static Context fromWaker(Waker waker) {
        return new Context(waker, UNCONSTRAINED);
    }

    /**
     * A context whose {@link #proceed()} is true {@code budget} times. Executors make one for each poll of a task.
     *
     * @param waker the waker of the task
     * @param budget how many ready leaves the poll may pass
     * @return a new context
     * @throws IllegalArgumentException if the budget is not positive: the task could make no progress
     */
    public static Context withBudget(Waker waker, int budget) {
        if (budget <= 0) {
            throw new IllegalArgumentException("a budget of " + budget + " never lets a task proceed");
        }
        return new Context(waker, budget);
    }

    /**
     * A context with another waker that spends from the budget of this one. A sub-executor, such as a join, polls its children with
     * it.
     *
     * @param waker the waker of the task
     * @return a new context that shares the budget
     */
    public Context withWaker(Waker waker) {
        return new Context(waker, account);
    }

    /**
     * The waker of the task that is being polled. It is borrowed: {@linkplain Waker#clone() clone} it to keep it.
     *
     * @return the waker, borrowed
     */
    public Waker waker() {
        return waker;
    }

    /**
     * Whether a leaf that is about to be ready may be so now. If true, one unit of the budget has been spent. If false, the budget is
     * used up and the task's waker has been woken: the leaf keeps its value and returns pending, so that other tasks get their turn.
     * tokio's {@code coop::poll_proceed}.
     *
     * <p>A leaf that never asks is still correct, only less fair.
     *
     * @return whether the leaf may be ready now
     */
    public boolean proceed() {
        Context counting = account;
        if (counting.budget == UNCONSTRAINED) {
            return true;
        }
        if (counting.budget == 0) {
            waker.wakeByRef();
            return false;
        }
        counting.budget--;
        return true;
    }

    /**
     * Whether {@link #proceed()} would be true, without spending anything: for a sub-executor, which leaves the rest of its children to
     * the next poll, or which must distinguish an idle child from one that is out of budget. tokio's {@code coop::has_budget_remaining}.
     *
     * @return whether there is budget left
     */
    public boolean hasBudgetRemaining() {
        return account.budget != 0;
    }
}
