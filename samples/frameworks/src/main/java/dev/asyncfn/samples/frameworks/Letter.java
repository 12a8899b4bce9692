package dev.asyncfn.samples.frameworks;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.future.Futures;
import java.io.IOException;

/** Uses accounts of any kind. */
public final class Letter {
    private Letter() {}

    /**
     * Writes a letter to the owner of an account.
     *
     * @param accounts where the owner is looked up
     * @param id of the account
     * @return the letter
     */
    @AsyncFn
    public static String to(Accounts accounts, long id) {
        try {
            return "Dear " + await(accounts.owner(id));
        } catch (IOException e) {
            return "To whom it may concern: " + e.getMessage();
        }
    }

    /**
     * Writes one letter to two owners, who are looked up at once.
     *
     * @param accounts where the owners are looked up
     * @param one of the accounts
     * @param other another one
     * @return the letter
     * @throws IOException if one of the accounts does not exist
     */
    @AsyncFn
    public static String toBoth(Accounts accounts, long one, long other) throws IOException {
        var first = async(() -> await(accounts.owner(one)));
        var second = async(() -> accounts.owner(other));
        var both = await(Futures.tryJoin(first, second));
        return "Dear " + both.first() + " and " + both.second();
    }
}
