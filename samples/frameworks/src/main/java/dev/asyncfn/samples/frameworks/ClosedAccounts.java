package dev.asyncfn.samples.frameworks;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** Accounts of a class that cannot have subclasses. */
public final class ClosedAccounts implements Accounts {
    /** Accounts without an owner. */
    public ClosedAccounts() {}

    @AsyncFn
    @Override
    public String owner(long id) {
        return await(Future.ready("nobody"));
    }
}
