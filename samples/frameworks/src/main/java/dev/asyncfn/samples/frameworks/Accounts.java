package dev.asyncfn.samples.frameworks;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The owners of accounts. */
public interface Accounts {
    /**
     * The owner of one account.
     *
     * @param id of the account
     * @return the name of the owner
     * @throws IOException if there is no such account
     */
    @AsyncFn
    String owner(long id) throws IOException;

    /**
     * The owners of several accounts.
     *
     * @param ids of the accounts
     * @return the names, in the order of the accounts
     * @throws IOException if one of the accounts does not exist
     */
    @AsyncFn
    default List<String> owners(List<Long> ids) throws IOException {
        List<String> owners = new ArrayList<>();
        for (long id : ids) {
            owners.add(await(owner(id)));
        }
        return owners;
    }
}
