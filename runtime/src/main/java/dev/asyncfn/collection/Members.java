package dev.asyncfn.collection;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A set in the order in which its members came, whose memory follows its size: a {@link LinkedHashSet} keeps the table of its largest
 * size. Not thread-safe.
 *
 * @param <T> the type of the members
 */
public final class Members<T> {
    private static final int LEAST = 16;

    /** Null while there are none. */
    private Set<T> members;
    /** The largest size since the set was made: its table has room for as many. */
    private int peak;

    /** An empty set. */
    public Members() {}

    /**
     * Adds a member; false if it is one.
     *
     * @param member not null
     * @return whether the set has changed
     */
    public boolean add(T member) {
        if (members == null) {
            members = new LinkedHashSet<>(2);
        }
        boolean added = members.add(member);
        peak = Math.max(peak, members.size());
        return added;
    }

    /**
     * Removes a member; false if it is none.
     *
     * @param member need not be one
     * @return whether the set has changed
     */
    public boolean remove(T member) {
        if (members == null || !members.remove(member)) {
            return false;
        }
        if (members.isEmpty()) {
            clear();
        } else if (peak > LEAST && members.size() < peak / 4) {
            members = new LinkedHashSet<>(members); // seldom enough to cost little for each that has left
            peak = members.size();
        }
        return true;
    }

    /**
     * Removes all, and returns them.
     *
     * @return the members in order, which belong to the caller
     */
    public Collection<T> take() {
        Collection<T> taken = members == null ? List.of() : members;
        clear();
        return taken;
    }

    private void clear() {
        members = null;
        peak = 0;
    }

    /**
     * How many there are.
     *
     * @return zero or more
     */
    public int size() {
        return members == null ? 0 : members.size();
    }

    /**
     * Whether there are none.
     *
     * @return true at first, and after a {@link #take}
     */
    public boolean isEmpty() {
        return members == null;
    }

    /**
     * A copy of the members, in order.
     *
     * @return an unmodifiable list
     */
    public List<T> copy() {
        return members == null ? List.of() : List.copyOf(members);
    }

    /** How many members its table has had room for. */
    int peak() {
        return peak;
    }
}
