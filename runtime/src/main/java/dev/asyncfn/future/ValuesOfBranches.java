package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Undelivered;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Branches whose outcome is the list of their values. Until all are there, this holds the values of the branches that have completed. */
abstract class ValuesOfBranches<T> extends Branches<List<T>> {
    private final Object[] values;

    ValuesOfBranches(String name, List<? extends Future<? extends T>> futures) {
        super(name, futures);
        values = new Object[futures.size()];
    }

    /** How many branches there are. */
    final int count() {
        return values.length;
    }

    /** Keeps the value of a branch. */
    final void hold(int index, Object value) {
        values[index] = value;
    }

    /** All values, once each branch has one. */
    @SuppressWarnings("unchecked") // they come from futures of T
    final Poll<List<T>> all() {
        return Poll.ready((List<T>) Collections.unmodifiableList(Arrays.asList(values)));
    }

    @Override
    final Object takeHeld(int index) {
        Object value = values[index];
        values[index] = null;
        return value;
    }

    @Override
    public final Undelivered<? super List<T>> undelivered() {
        return new ListOfValues<>(this);
    }
}
