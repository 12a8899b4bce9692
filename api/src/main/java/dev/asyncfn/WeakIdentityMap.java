package dev.asyncfn;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of objects, by their identity, none of which it keeps alive. Costs nothing as long as it is empty. Thread-safe. */
final class WeakIdentityMap<K, V> {
    private final Map<Key<K>, V> known = new ConcurrentHashMap<>();
    private final ReferenceQueue<K> collected = new ReferenceQueue<>();

    /** An object, as a key that does not keep it alive. Equal only to itself, so that it can be removed after the object was collected. */
    static final class Key<K> extends WeakReference<K> {
        private final int hash;

        private Key(K referent, ReferenceQueue<K> collected) {
            super(referent, collected);
            hash = System.identityHashCode(referent);
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

    /** An object to look for: equal to its key. */
    private record Wanted(Object wanted) {
        @Override
        public int hashCode() {
            return System.identityHashCode(wanted);
        }

        @Override
        @SuppressWarnings("unchecked") // nothing but the identity of the referent is asked for
        public boolean equals(Object other) {
            return other instanceof Key<?> key && ((Key<Object>) key).refersTo(wanted);
        }
    }

    /** What is known of an object, or null. */
    @SuppressWarnings("CollectionIncompatibleType") // a Wanted stands for a Key
    V find(K wanted) {
        return known.isEmpty() ? null : known.get(new Wanted(wanted));
    }

    /** Adds an object of which nothing is known, and returns its key. */
    Key<K> add(K added, V value) {
        for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
            known.remove(gone);
        }
        Key<K> key = new Key<>(added, collected);
        known.put(key, value);
        return key;
    }

    /** Forgets an object, which may have been collected. */
    void remove(Key<K> key) {
        known.remove(key);
    }
}
