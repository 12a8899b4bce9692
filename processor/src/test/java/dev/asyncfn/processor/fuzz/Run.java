package dev.asyncfn.processor.fuzz;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.TaskLocal;
import dev.asyncfn.future.Futures;
import dev.asyncfn.processor.differential.Boom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntUnaryOperator;

/**
 * One run of a generated program: what the program is written with, and what is observed of it. Nothing that is
 * logged depends on how often a leaf is pending.
 */
public final class Run {
    /** What is bound shows in every entry of the log. */
    public static final TaskLocal<String> LOCAL = TaskLocal.of("local");

    private static final int MOST_STEPS = 1_500;
    private static final int MOST_ROUNDS = 40;

    private final List<String> log = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final List<Function> kept = new ArrayList<>();
    private final Deque<Runnable> incompleteStages = new ArrayDeque<>();
    private final IntUnaryOperator pendings;
    private final int failing;
    /** Whether what is shielded may end before the drop that {@link #failing} stands for. */
    private final boolean shields;

    private int shieldsAround;
    private boolean putOff;
    private int leaves;
    private int rounds;
    private int steps;

    /** Set when the future is dropped, or where the blocking run fails instead. */
    private boolean dropped;

    /** Set if the drop does not wait: then no leaf is pending any more. */
    private boolean hurried;

    /** Whether what follows the drop is not only cleanup. */
    private boolean wentOn;

    private final Set<Integer> enteredAfterDrop = new HashSet<>();
    private int suspendedOn = -1;
    private Leaf<?> suspendedOnLeaf;

    private Run(IntUnaryOperator pendings, int failing, boolean shields) {
        this.pendings = pendings;
        this.failing = failing;
        this.shields = shields;
    }

    static Run ready() {
        return new Run(leaf -> 0, -1, false);
    }

    /** @param pendings how often the leaf of that number, in the order of their creation, is pending */
    static Run pending(IntUnaryOperator pendings) {
        return new Run(pendings, -1, false);
    }

    /**
     * The blocking run that shows what a drop at that leaf must do.
     *
     * @param waits whether the drop may take its time, so that what is shielded runs to its end
     */
    static Run failingAt(int leaf, boolean waits) {
        return new Run(any -> 0, leaf, waits);
    }

    // What programs observe.

    public void log(String entry) {
        step();
        log.add(LOCAL.isBound() ? entry + " within " + LOCAL.get() : entry);
    }

    public <T> T v(String name, T value) {
        log(name + "=" + Observed.render(value));
        return value;
    }

    /** Evaluates its arguments, for the order in which that happens. */
    public <T> T second(Object first, T second) {
        log(Observed.render(first) + ", " + Observed.render(second));
        return second;
    }

    public int sum(String name, int... values) {
        log(name + Arrays.toString(values));
        return Arrays.stream(values).sum();
    }

    public void keep(Function function) {
        if (kept.size() < 8) {
            kept.add(function);
        }
    }

    /** Calls all kept functions: what they captured shows. */
    public int callKept(int x) {
        step();
        int sum = 0;
        for (Function function : List.copyOf(kept)) {
            sum = 31 * sum + function.at(x);
        }
        return v("kept", sum);
    }

    public String cut(String text) {
        return text == null || text.length() < 12 ? text : text.substring(0, 12);
    }

    /** Calls each kept function once more after the end: what it captured is as it was. */
    Run ended() {
        for (Function function : List.copyOf(kept)) {
            try {
                log.add("kept=" + function.at(1));
            } catch (RuntimeException | AssertionError | StepLimit e) {
                log.add("kept " + Observed.describe(e));
            }
        }
        return this;
    }

    /** Whether a loop may go round once more: so all programs end. */
    public boolean fuel() {
        step();
        return rounds++ < MOST_ROUNDS;
    }

    private void step() {
        if (steps++ > MOST_STEPS) {
            throw new StepLimit();
        }
    }

    // What programs await.

    public <T> Future<T> leaf(String name, T value) {
        return leaf(name, value, () -> {});
    }

    /** @param meanwhile runs when the leaf is ready: changes what the body has read before it awaited */
    public <T> Future<T> leaf(String name, T value, Runnable meanwhile) {
        int number = created(name);
        return new Leaf<>(this, name, number, pendings.applyAsInt(number), () -> {
            meanwhile.run();
            return value;
        });
    }

    public <T> TryFuture<T, Checked> tryLeaf(String name, T value) {
        int number = created(name);
        return new Leaf.Try<>(this, name, number, pendings.applyAsInt(number), () -> value);
    }

    public <T> TryFuture<T, Checked> tryFail(String name, T value) {
        int number = created(name);
        return new Leaf.Try<>(this, name, number, pendings.applyAsInt(number), () -> {
            throw new Checked(name);
        });
    }

    public <T> Future<T> fail(String name, T value) {
        int number = created(name);
        return new Leaf<>(this, name, number, pendings.applyAsInt(number), () -> {
            throw new Boom(name);
        });
    }

    public <T> CompletionStage<T> stage(String name, T value) {
        int number = created(name);
        CompletableFuture<T> stage = new CompletableFuture<>();
        if (failsAt(number)) {
            stage.completeExceptionally(drop());
        } else if (pendings.applyAsInt(number) == 0 || hurried) {
            stage.complete(value);
        } else {
            incompleteStages.add(() -> {
                stage.complete(value);
                resumed();
            });
            suspendedOn = number;
            suspendedOnLeaf = null;
        }
        return stage;
    }

    private int created(String name) {
        log("create " + name);
        return leaves++;
    }

    /** Runs to its end though the future is dropped, if the drop waits. */
    public <T, E extends Exception> TryFuture<T, E> shielded(TryFuture<T, E> future) {
        return failing < 0 ? Futures.shielded(future) : new Shielding<>(future);
    }

    /** The same in the blocking run that shows a drop: that fails only when what is shielded has ended. */
    private final class Shielding<T, E extends Exception> implements TryFuture<T, E> {
        private final TryFuture<T, E> future;

        Shielding(TryFuture<T, E> future) {
            this.future = future;
        }

        @Override
        public Poll<T> poll(Context cx) throws Exception {
            shieldsAround++;
            Poll<T> ended;
            try {
                ended = future.poll(cx);
            } finally {
                shieldsAround--;
            }
            if (putOff && shieldsAround == 0) {
                putOff = false;
                throw new DropHere();
            }
            return ended;
        }

        @Override
        public void drop() {
            future.drop();
        }
    }

    // What programs throw and clean up.

    public Resource open(String name) {
        log("open " + name);
        return new Resource(this, name, false);
    }

    public Resource openUnclosable(String name) {
        log("open " + name);
        return new Resource(this, name, true);
    }

    public Resource openFailing(String name) {
        throw boom(name);
    }

    public Boom boom(String name) {
        log("boom " + name);
        return new Boom(name);
    }

    /** Stands first in a try block that has clauses. */
    public void enter(int attempt) {
        if (dropped) {
            enteredAfterDrop.add(attempt);
        }
    }

    public void fails(boolean fails) {
        if (fails) {
            throw boom("fails");
        }
    }

    /** As {@link #enter(int)}, where a clause catches {@code Checked}. */
    public void enter(int attempt, boolean fails) throws Checked {
        enter(attempt);
        if (fails) {
            log("fails " + attempt);
            throw new Checked("try " + attempt);
        }
    }

    /** Stands first in each clause. */
    public void caught(int attempt, Throwable thrown) {
        log("caught " + Observed.describe(thrown));
        if (dropped && !enteredAfterDrop.contains(attempt)) {
            wentOn = true;
        }
    }

    /** Whether the drop came before: what begins now is part of the cleanup. */
    public boolean isCleaning() {
        return dropped;
    }

    /**
     * Stands in a clause of code that may run several times at once.
     *
     * @param cleaning what {@link #isCleaning()} said when its try block began
     */
    public void caught(boolean cleaning) {
        wentOn |= dropped && !cleaning;
    }

    /** Stands before each jump out of a finally block. */
    public void overrides() {
        wentOn |= dropped;
    }

    // What leaves and drivers see.

    List<String> entries() {
        return log;
    }

    List<String> violations() {
        return violations;
    }

    void violation(String what) {
        violations.add(what);
    }

    boolean failsAt(int leaf) {
        if (leaf != failing || dropped) {
            return false;
        }
        if (shields && shieldsAround > 0) {
            putOff = true;
            dropped = true;
            return false;
        }
        return true;
    }

    DropHere drop() {
        dropped = true;
        hurried = true;
        return new DropHere();
    }

    /** What follows is a cleanup that may take its time. */
    void cleanUp() {
        dropped = true;
    }

    boolean isHurried() {
        return hurried;
    }

    /** Whether the program did more than to clean up after the drop, which then has nothing to be compared to. */
    boolean wentOnAfterDrop() {
        return wentOn;
    }

    /** The number of the leaf that was last pending and has not been ready since, or -1. */
    int suspendedOn() {
        return suspendedOn;
    }

    void suspendedOn(Leaf<?> leaf) {
        suspendedOn = leaf.number();
        suspendedOnLeaf = leaf;
    }

    void resumed() {
        suspendedOn = -1;
        suspendedOnLeaf = null;
    }

    /** Whether a drop has not reached what was last pending. */
    boolean leakedALeaf() {
        return suspendedOnLeaf != null && !suspendedOnLeaf.isDropped();
    }

    /** Completes the stage that is incomplete for the longest, if there is one. */
    boolean completeStage() {
        Runnable completion = incompleteStages.poll();
        if (completion != null) {
            completion.run();
        }
        return completion != null;
    }
}
