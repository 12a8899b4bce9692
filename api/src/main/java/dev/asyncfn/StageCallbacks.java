package dev.asyncfn;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The callbacks that can be used again, by the identity of their stages, none of which they keep alive. Empty in a program that never drops
 * the future of a pending stage and never makes two. Thread-safe.
 */
final class StageCallbacks {
    private static final Map<Key, WeakReference<? extends StageCallback<?>>> KNOWN = new ConcurrentHashMap<>();
    private static final ReferenceQueue<CompletionStage<?>> COLLECTED = new ReferenceQueue<>();

    private StageCallbacks() {}

    /** A stage, as a key that does not keep it alive. Equal only to itself, so that it can be removed after the stage was collected. */
    static final class Key extends WeakReference<CompletionStage<?>> {
        private final int hash;

        Key(CompletionStage<?> stage) {
            super(stage, COLLECTED);
            hash = System.identityHashCode(stage);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }

    /** A stage to look for: equal to the key of the same stage. */
    private record Wanted(CompletionStage<?> stage) {
        @Override
        public int hashCode() {
            return System.identityHashCode(stage);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.refersTo(stage);
        }
    }

    /** A callback that the stage has already, or null if none is known. */
    @SuppressWarnings({"unchecked", "CollectionIncompatibleType"
    }) // the stage of T has callbacks of T; a Wanted stands for a Key
    static <T> StageCallback<T> find(CompletionStage<? extends T> stage) {
        if (KNOWN.isEmpty()) {
            return null;
        }
        WeakReference<? extends StageCallback<?>> found = KNOWN.get(new Wanted(stage));
        return found == null ? null : (StageCallback<T>) found.get();
    }

    /** Makes a callback known, and returns its key; or returns null if another one of the same stage is known. */
    static Key add(CompletionStage<?> stage, StageCallback<?> callback) {
        if (find(stage) != null) {
            return null;
        }
        for (Reference<?> gone = COLLECTED.poll(); gone != null; gone = COLLECTED.poll()) {
            KNOWN.remove(gone);
        }
        Key key = new Key(stage);
        KNOWN.put(key, new WeakReference<>(callback));
        return key;
    }

    /** Forgets a callback, whose stage has completed. */
    static void remove(Key key) {
        if (key != null) {
            KNOWN.remove(key);
        }
    }
}
