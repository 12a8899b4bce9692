package dev.asyncfn.processor.differential;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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
    /** Each run is in one thread. */
    private static final ThreadLocal<Trace> CURRENT = new ThreadLocal<>();

    private final Pace pace;
    private final List<String> log = new ArrayList<>();
    private final List<String> drops = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final Map<Throwable, String> tags = new IdentityHashMap<>();
    private final Map<String, WeakReference<?>> watched = new HashMap<>();
    private final Deque<Stage> incompleteStages = new ArrayDeque<>();
    private final int droppedAt;
    private int created;
    private boolean dropping;
    private boolean hurried;
    private boolean jumpedWhileDropping;
    private Context context;
    private int suspendedOn;
    private String suspendedOnLeaf;
    private Throwable failure;

    private record Stage(int number, Runnable completion) {}

    Trace(Pace pace) {
        this(pace, 0);
    }

    private Trace(Pace pace, int droppedAt) {
        this.pace = pace;
        this.droppedAt = droppedAt;
        CURRENT.set(this);
    }

    /** For a blocking run that is as good as dropped when it awaits the leaf or stage of the given number. */
    static Trace droppedAt(int number) {
        return new Trace(Pace.ready(), number);
    }

    /** The trace of the run that is under way: for initialisers, which have no parameter. */
    public static Trace current() {
        return CURRENT.get();
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
        return new Leaf<>(this, create(name), name, pace.pendings(), finishing(name, work));
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
        created++;
        return new Leaf<>(this, created, "quiet", pace.pendings(), due(created, () -> value));
    }

    public <T> Future<T> fail(String name) {
        Boom boom = boom(name);
        return effect(name, () -> {
            throw boom;
        });
    }

    public <T, E extends Exception> TryFuture<T, E> tryLeaf(String name, T value, Class<E> failure) {
        return new Leaf.Try<>(this, create(name), name, pace.pendings(), finishing(name, () -> value));
    }

    public <T, E extends Exception> TryFuture<T, E> tryFail(String name, E failure) {
        tag(name, failure);
        return new Leaf.Try<>(this, create(name), name, pace.pendings(), finishing(name, () -> {
            throw failure;
        }));
    }

    public <T> CompletionStage<T> stage(String name, T value) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        onceDue(create(name), stage, () -> stage.complete(value));
        return stage;
    }

    /** A stage whose failure reaches its dependents wrapped in a {@code CompletionException}. */
    public <T> CompletionStage<T> stageFail(String name, Throwable failure) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        tag(name, failure);
        onceDue(create(name), stage, () -> stage.completeExceptionally(failure));
        return stage.thenApply(value -> value);
    }

    /** Gives the leaf or stage its number. */
    private int create(String name) {
        log("create " + name);
        return ++created;
    }

    private <T> Callable<T> finishing(String name, Callable<T> work) {
        return due(created, () -> {
            log("ready " + name);
            return work.call();
        });
    }

    private <T> Callable<T> due(int number, Callable<T> work) {
        if (number != droppedAt) {
            return work;
        }
        return () -> {
            dropping();
            throw new DroppedHere();
        };
    }

    private void onceDue(int number, CompletableFuture<?> stage, Runnable completion) {
        int pendings = pace.pendings();
        if (number == droppedAt) {
            dropping();
            stage.completeExceptionally(new DroppedHere());
        } else if (pendings == 0 || hurried) {
            completion.run();
        } else {
            incompleteStages.add(new Stage(number, completion));
        }
    }

    // What is closed.

    public Guard guard(String name) {
        return new Guard(this, name, null);
    }

    /** A resource whose close fails. */
    public Guard badGuard(String name) {
        return new Guard(this, name, boom("closing " + name));
    }

    // What is garbage at some time.

    /** An object of which a test asks later whether it is still reachable. */
    public <T> T watch(String name, T object) {
        watched.put(name, new WeakReference<>(object));
        return object;
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

    /** An exception to throw where its type is not known. */
    @SuppressWarnings("unchecked")
    public static <E extends Throwable> RuntimeException asIs(Throwable exception) throws E {
        throw (E) exception;
    }

    // How a blocking run is dropped: see DropReference.

    /** Whether the body is being dropped: what runs now is cleanup. */
    public static boolean isDropping() {
        return current().dropping;
    }

    /** Whether nothing waits any more. */
    static boolean isHurried() {
        return current().hurried;
    }

    /** Whether this is the drop itself, not a failure of its cleanup. */
    public static boolean isDrop(Throwable thrown) {
        return thrown instanceof DroppedHere;
    }

    /** What is thrown in place of a jump that would end the drop. */
    public static Error goOnDropping() {
        current().jumpedWhileDropping = true;
        return new DroppedHere();
    }

    // What the drivers see.

    /** Whether a failure of the cleanup may have been lost, as a finally was left by a jump. */
    boolean hasJumpedWhileDropping() {
        return jumpedWhileDropping;
    }

    /** The run has thrown this. */
    void ended(Throwable thrown) {
        failure = thrown;
    }

    /** What the run threw, or null. */
    Throwable failure() {
        return failure;
    }

    WeakReference<?> watched(String name) {
        return watched.get(name);
    }

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

    /** The number of the leaf or stage that is awaited: the last one that was pending and has not been ready since. */
    int suspendedOn() {
        return suspendedOn;
    }

    /** The name of the leaf that is awaited, or null. */
    String suspendedOnLeaf() {
        return suspendedOnLeaf;
    }

    /** From now on the body cleans up, and what that awaits is pending as before. */
    void cleaningUp() {
        dropping = true;
    }

    /** From now on all that is awaited is ready at once. */
    void dropping() {
        dropping = true;
        hurried = true;
        context = null;
        while (completeStage()) {
            // The cleanup may await any of them.
        }
    }

    /** From now on every leaf must be polled with this context. */
    void expect(Context cx) {
        context = cx;
    }

    /** Completes the stage that is incomplete for the longest, if there is one. */
    boolean completeStage() {
        Stage stage = incompleteStages.poll();
        if (stage == null) {
            return false;
        }
        if (!dropping) {
            suspendedOn = stage.number();
            suspendedOnLeaf = null;
        }
        stage.completion().run();
        return true;
    }

    void polled(Leaf<?> leaf, Context cx) {
        if (context != null && context != cx) {
            violation(leaf + " polled with a context of an earlier poll");
        }
    }

    void suspendedOn(int number, String leaf) {
        suspendedOn = number;
        suspendedOnLeaf = leaf;
    }

    void suspendedOnNothing() {
        suspendedOnLeaf = null;
    }

    void dropped(Leaf<?> leaf) {
        drops.add(leaf.toString());
    }

    /** Kept beside the log, because a body might catch what is thrown here. */
    void violation(String what) {
        violations.add(what);
    }
}
