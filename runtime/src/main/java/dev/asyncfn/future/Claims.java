package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.RepeatableFuture;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Makes branches the owners of their futures: all of them, or none. The same future is found twice by its second claim or, if it knows no owner,
 * in a table.
 */
final class Claims {
    /** So many can be compared with a further one faster than a table of them is made. */
    private static final int FEW = 8;

    private final String name;
    private final Branch[] branches;
    /** Null until there are too many to compare. */
    private Map<Future<?>, Branch> firsts;

    /** @param name of the combinator, for messages */
    Claims(String name, Branch[] branches) {
        this.name = name;
        this.branches = branches;
    }

    /**
     * Claims the futures of all branches that own theirs.
     *
     * @throws IllegalStateException if a future is driven by something else, or is there twice and is neither a lambda nor a {@link RepeatableFuture}
     */
    void claimAll() {
        try {
            for (Branch branch : branches) {
                if (branch.future instanceof OwnedFuture<?> && branch.owned) {
                    claim(branch);
                } else if (branch.index <= FEW) {
                    share(firstOf(branch), branch);
                } else {
                    share(table(branch.index).putIfAbsent(branch.future, branch), branch);
                }
            }
        } catch (Throwable refused) {
            disclaimAll(branches);
            throw refused;
        }
    }

    private void claim(Branch branch) {
        try {
            OwnedFuture.claim(branch.future, branch);
        } catch (IllegalStateException driven) {
            Branch first = firstOf(branch);
            if (first == branch) {
                throw driven;
            }
            share(first, branch);
        }
    }

    private void share(Branch first, Branch branch) {
        if (first != null && first != branch) {
            first.share(branch, name);
        }
    }

    /** The first branch of its future. */
    private Branch firstOf(Branch branch) {
        int first = 0;
        while (branches[first].future != branch.future) {
            first++; // at the latest this one
        }
        return branches[first];
    }

    private Map<Future<?>, Branch> table(int end) {
        if (firsts == null) {
            firsts = new IdentityHashMap<>(branches.length);
            for (int i = 0; i < end; i++) {
                firsts.putIfAbsent(branches[i].future, branches[i]);
            }
        }
        return firsts;
    }

    /** Gives up the futures that have not completed, unchanged. */
    static void disclaimAll(Branch[] branches) {
        for (Branch branch : branches) {
            disclaim(branch, branch.future);
        }
    }

    /** Gives up a future that a branch has, or has had. */
    static void disclaim(Branch branch, Future<?> future) {
        OwnedFuture.disclaim(future, branch.leader);
    }
}
