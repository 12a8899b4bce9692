package dev.asyncfn;

import java.lang.ref.WeakReference;
import java.util.concurrent.CompletionStage;

/**
 * The callbacks that can be used again, by their stages, none of which they keep alive. Empty in a program that never drops
 * the future of a pending stage and never makes two. Thread-safe.
 */
final class StageCallbacks {
    private static final WeakIdentityMap<CompletionStage<?>, WeakReference<? extends StageCallback<?>>> KNOWN =
            new WeakIdentityMap<>();

    private StageCallbacks() {}

    /** A callback that the stage has already, or null if none is known. */
    @SuppressWarnings("unchecked") // the stage of T has callbacks of T
    static <T> StageCallback<T> find(CompletionStage<? extends T> stage) {
        WeakReference<? extends StageCallback<?>> found = KNOWN.find(stage);
        return found == null ? null : (StageCallback<T>) found.get();
    }

    /** Makes a callback known, and returns its key; or returns null if another one of the same stage is known. */
    static WeakIdentityMap.Key<CompletionStage<?>> add(CompletionStage<?> stage, StageCallback<?> callback) {
        return find(stage) != null ? null : KNOWN.add(stage, new WeakReference<>(callback));
    }

    /** Forgets a callback, whose stage has completed. */
    static void remove(WeakIdentityMap.Key<CompletionStage<?>> key) {
        if (key != null) {
            KNOWN.remove(key);
        }
    }
}
