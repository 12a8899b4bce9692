package dev.asyncfn.future;

import dev.asyncfn.Undelivered;
import dev.asyncfn.failure.Drops;
import java.util.List;

/** The values of all branches, each to be released as its own future says. */
final class ListOfValues<T> implements Undelivered<List<T>> {
    private final Branches<?> branches;

    ListOfValues(Branches<?> branches) {
        this.branches = branches;
    }

    @Override
    public void release(List<T> values) {
        Drops drops = new Drops(null);
        for (int i = 0; i < values.size(); i++) {
            if (branches.isFirstOfItsFuture(i)) {
                drops.release(branches.undelivered(i), values.get(i));
            }
        }
        drops.rethrow();
    }

    @Override
    public boolean concerns(List<T> values) {
        for (int i = 0; i < values.size(); i++) {
            if (branches.undelivered(i).concerns(values.get(i))) {
                return true;
            }
        }
        return false;
    }
}
