package dev.asyncfn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;

/**
 * The callback by which the futures of a stage learn its outcome. A stage has no way to remove a callback, so one whose future was dropped
 * is used again by the next future of the same stage. It is kept alive by the stage alone.
 *
 * <p>The first future of a stage makes a callback that nothing else can find, as most stages have one future. Once it is dropped, or if there
 * was a callback before, the callback goes into {@link StageCallbacks}, where the later futures of the stage find it.
 */
final class StageCallback<T> implements BiConsumer<T, Throwable> {
    /** More than any chain of stages makes. */
    private static final int MOST_WRAPPERS = 1_000;

    /** How a stage has failed, without the wrappers that stages put around it. */
    record Failure(Throwable cause) {}

    // The fields below are guarded by this.
    private StageFuture<T, ?> waiting;
    private Object outcome;
    private WeakIdentityMap.Key<CompletionStage<?>> key;

    private StageCallback() {}

    /** The callback that completes {@code future} with the outcome of the stage; immediately, if the stage has completed. */
    static <T> StageCallback<T> join(CompletionStage<? extends T> stage, StageFuture<T, ?> future) {
        StageCallback<T> known = StageCallbacks.find(stage);
        if (known != null) {
            known.add(future);
            return known;
        }
        StageCallback<T> callback = new StageCallback<>();
        callback.add(future);
        boolean another = stage.getClass() == CompletableFuture.class
                && ((CompletableFuture<? extends T>) stage).getNumberOfDependents() > 0;
        stage.whenComplete(callback);
        if (another) { // it may be one of ours that is in use
            callback.publish(stage);
        }
        return callback;
    }

    private void add(StageFuture<T, ?> future) {
        Object there;
        synchronized (this) {
            there = outcome;
            if (there == null) {
                future.following = waiting;
                if (waiting != null) {
                    waiting.previous = future;
                }
                waiting = future;
            }
        }
        if (there != null) {
            future.complete(there);
        }
    }

    /** The future was dropped; what is left of it, this callback, is for the next future of the stage. */
    void leave(CompletionStage<? extends T> stage, StageFuture<T, ?> future) {
        synchronized (this) {
            if (outcome != null) {
                return;
            }
            if (future.previous == null) {
                waiting = future.following;
            } else {
                future.previous.following = future.following;
            }
            if (future.following != null) {
                future.following.previous = future.previous;
            }
            future.previous = null;
            future.following = null;
        }
        publish(stage);
    }

    private void publish(CompletionStage<? extends T> stage) {
        synchronized (this) {
            if (key != null || outcome != null) {
                return;
            }
            key = StageCallbacks.add(stage, this);
        }
    }

    /** The stage has completed; called by the thread that completed it. */
    @Override
    public void accept(T value, Throwable failure) {
        Object result = failure == null ? Poll.ready(value) : new Failure(unwrap(failure));
        List<StageFuture<T, ?>> woken = end(result);
        Throwable thrown = null;
        for (StageFuture<T, ?> future : woken) {
            try {
                future.complete(result);
            } catch (Throwable ofWaker) { // one written by hand, which is no fault of the others
                if (thrown == null) {
                    thrown = ofWaker;
                } else {
                    SharedFailure.suppress(thrown, ofWaker);
                }
            }
        }
        if (thrown != null) {
            throw Sneaky.asIs(thrown); // to the stage that whenComplete has made
        }
    }

    /** Takes out those that wait, in the order in which they came. */
    private synchronized List<StageFuture<T, ?>> end(Object result) {
        outcome = result;
        StageCallbacks.remove(key);
        StageFuture<T, ?> oldest = waiting;
        waiting = null;
        if (oldest == null) {
            return List.of();
        }
        while (oldest.following != null) {
            oldest = oldest.following;
        }
        if (oldest.previous == null) {
            return List.of(oldest);
        }
        List<StageFuture<T, ?>> woken = new ArrayList<>();
        while (oldest != null) {
            StageFuture<T, ?> newer = oldest.previous;
            woken.add(oldest);
            oldest.previous = null;
            oldest.following = null;
            oldest = newer;
        }
        return woken;
    }

    /** An exception written by hand may have a cause that throws, or that leads back to itself: then it is taken as it is. */
    private static Throwable unwrap(Throwable failure) {
        Throwable inner = failure;
        try {
            for (int depth = 0; depth < MOST_WRAPPERS; depth++) {
                Throwable cause = isWrapper(inner) ? inner.getCause() : null;
                if (cause == null) {
                    return inner;
                }
                inner = cause;
            }
        } catch (Throwable ofTheException) {
            return failure;
        }
        return failure;
    }

    private static boolean isWrapper(Throwable failure) {
        return failure instanceof CompletionException || failure instanceof ExecutionException;
    }
}
