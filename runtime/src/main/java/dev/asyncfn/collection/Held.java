package dev.asyncfn.collection;

import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import java.util.ArrayList;
import java.util.List;

/**
 * Values that have been taken over and are to be handed on together, each with the way to release it. Not thread-safe.
 *
 * @param <T> the type of the values
 */
public final class Held<T> {
    private List<T> values = new ArrayList<>();
    /** How to release those before, as long as it is the same for all. */
    private Undelivered<? super T> common;
    /** How to release each; null while it is the same for all. */
    private List<Undelivered<? super T>> each;

    /** No values. */
    public Held() {}

    /**
     * Takes over a value.
     *
     * @param value may be null
     * @param how how to release this value, if it cannot be handed on
     */
    public void add(T value, Undelivered<? super T> how) {
        if (values.isEmpty()) {
            common = how;
        } else if (each == null && how != common) {
            each = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                each.add(common);
            }
        }
        if (each != null) {
            each.add(how);
        }
        values.add(value);
    }

    /**
     * How many there are.
     *
     * @return zero or more
     */
    public int size() {
        return values.size();
    }

    /**
     * The values, which are still held.
     *
     * @return the list itself, not a copy
     */
    public List<T> values() {
        return values;
    }

    /**
     * How to release a list of these values, after {@link #take()}.
     *
     * @return how to release them all, in order, even if one release throws
     */
    public Undelivered<List<T>> undelivered() {
        Undelivered<? super T> ofAll = common == null ? Undelivered.close() : common;
        List<Undelivered<? super T>> ofEach = each;
        return new Undelivered<>() {
            @Override
            public void release(List<T> list) {
                Drops drops = new Drops(null);
                for (int i = 0; i < list.size(); i++) {
                    drops.release(ofEach == null ? ofAll : ofEach.get(i), list.get(i));
                }
                drops.rethrow();
            }

            @Override
            public boolean concerns(List<T> list) {
                for (int i = 0; i < list.size(); i++) {
                    Undelivered<? super T> how = ofEach == null ? ofAll : ofEach.get(i);
                    if (how.concerns(list.get(i))) {
                        return true;
                    }
                }
                return false;
            }
        };
    }

    /**
     * Hands the values on.
     *
     * @return a modifiable list, which belongs to the caller; this holds nothing afterwards
     */
    public List<T> take() {
        List<T> taken = values;
        values = new ArrayList<>();
        common = null;
        each = null;
        return taken;
    }

    /**
     * Releases the values, in order.
     *
     * @param drops receives the exceptions
     */
    public void release(Drops drops) {
        Undelivered<List<T>> how = undelivered();
        drops.release(how, take());
    }
}
