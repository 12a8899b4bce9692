package dev.asyncfn.samples.frameworks;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.io.IOException;

/** Accounts whose look-ups are recorded. */
public abstract class AuditedAccounts implements Accounts {
    /** For subclasses. */
    protected AuditedAccounts() {}

    /**
     * Records a look-up.
     *
     * @param id of the account
     * @return the number of the record
     */
    @AsyncFn
    protected abstract long record(long id);

    /**
     * The owner, and the number of the record that says so.
     *
     * @param id of the account
     * @return both
     * @throws IOException if there is no such account
     */
    @AsyncFn
    public String audited(long id) throws IOException {
        return await(owner(id)) + ", record " + await(record(id));
    }
}
