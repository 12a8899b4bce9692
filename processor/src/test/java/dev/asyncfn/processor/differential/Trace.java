package dev.asyncfn.processor.differential;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What the bodies of the corpus are written with: a log of everything that can be observed, and leaf futures. One
 * trace serves one run; a leaf logs nothing when it is pending, so that the logs of all runs can be compared.
 */
public final class Trace {
    private static final int LOG_LIMIT = 20_000;
    private static Trace current;

    private final Pace pace;
    private final List<String> log = new ArrayList<>();
    private final List<String> drops = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final Map<Throwable, String> tags = new IdentityHashMap<>();
    private final Deque<Runnable> incompleteStages = new ArrayDeque<>();
    private Context context;
    private Leaf<?> suspendedOn;

    Trace(Pace pace) {
        this.pace = pace;
        current = this;
    }

    /** The trace of the run that is under way: for initialisers, which have no parameter. */
    public static Trace current() {
        return current;
    }

    // What is observed.

    public void log(String entry) {
        if (log.size() == LOG_LIMIT) {
            throw new AssertionError("runaway: the log has " + LOG_LIMIT + " entries");
        }
        log.add(entry);
    }

    public int v(String name, int value) {
        log(name);
        return value;
    }

    public long v(String name, long value) {
        log(name);
        return value;
    }

    public double v(String name, double value) {
        log(name);
        return value;
    }

    public boolean v(String name, boolean value) {
        log(name);
        return value;
    }

    public <T> T v(String name, T value) {
        log(name);
        return value;
    }

    // What is awaited.

    public <T> Future<T> leaf(String name, T value) {
        return effect(name, () -> value);
    }

    /** A leaf that does something when it is ready: what happens meanwhile. */
    public <T> Future<T> effect(String name, Callable<T> work) {
        return new Leaf<>(this, name, created(name), finishing(name, work));
    }

    /** A leaf that does something and has no value worth a name. */
    public Future<Void> run(String name, Runnable work) {
        return effect(name, () -> {
            work.run();
            return null;
        });
    }

    public Future<Void> tick(String name) {
        return leaf(name, null);
    }

    /** A leaf that logs nothing, for loops that await very often. */
    public <T> Future<T> quiet(T value) {
        return new Leaf<>(this, "quiet", pace.pendings(), () -> value);
    }

    public <T> Future<T> fail(String name) {
        Boom boom = boom(name);
        return effect(name, () -> {
            throw boom;
        });
    }

    public <T, E extends Exception> TryFuture<T, E> tryLeaf(String name, T value, Class<E> failure) {
        return new Leaf.Try<>(this, name, created(name), finishing(name, () -> value));
    }

    public <T, E extends Exception> TryFuture<T, E> tryFail(String name, E failure) {
        tag(name, failure);
        return new Leaf.Try<>(this, name, created(name), finishing(name, () -> {
            throw failure;
        }));
    }

    public <T> CompletionStage<T> stage(String name, T value) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        onceDue(created(name), () -> stage.complete(value));
        return stage;
    }

    /** A stage whose failure reaches its dependents wrapped in a {@code CompletionException}. */
    public <T> CompletionStage<T> stageFail(String name, Throwable failure) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        tag(name, failure);
        onceDue(created(name), () -> stage.completeExceptionally(failure));
        return stage.thenApply(value -> value);
    }

    private int created(String name) {
        log("create " + name);
        return pace.pendings();
    }

    private <T> Callable<T> finishing(String name, Callable<T> work) {
        return () -> {
            log("ready " + name);
            return work.call();
        };
    }

    private void onceDue(int pendings, Runnable completion) {
        if (pendings == 0) {
            completion.run();
        } else {
            incompleteStages.add(completion);
        }
    }

    // What is thrown.

    /** An exception that is told from every other one by its name. */
    public Boom boom(String name) {
        return tag(name, new Boom(name));
    }

    public <E extends Throwable> E tag(String name, E exception) {
        tags.put(exception, name);
        return exception;
    }

    // What the drivers see.

    List<String> entries() {
        return log;
    }

    List<String> drops() {
        return drops;
    }

    List<String> violations() {
        return violations;
    }

    String tagOf(Throwable exception) {
        return tags.get(exception);
    }

    /** The leaf that was last pending and has not been ready since, or null. */
    Leaf<?> suspendedOn() {
        return suspendedOn;
    }

    /** From now on every leaf must be polled with this context. */
    void expect(Context cx) {
        context = cx;
    }

    /** Completes the stage that is incomplete for the longest, if there is one. */
    boolean completeStage() {
        Runnable completion = incompleteStages.poll();
        if (completion != null) {
            completion.run();
        }
        return completion != null;
    }

    void polled(Leaf<?> leaf, Context cx) {
        if (context != null && context != cx) {
            violation(leaf + " polled with a context of an earlier poll");
        }
    }

    void suspendedOn(Leaf<?> leaf) {
        suspendedOn = leaf;
    }

    void dropped(Leaf<?> leaf) {
        drops.add(leaf.toString());
    }

    /** Kept beside the log, because a body might catch what is thrown here. */
    void violation(String what) {
        violations.add(what);
    }
}
