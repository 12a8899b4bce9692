package dev.asyncfn.samples.frameworks;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Accounts in a store that answers now or later. Frameworks make subclasses of it. */
public class StoredAccounts extends AuditedAccounts {
    /** Null in a proxy that was made without a constructor. */
    private final String prefix;

    private final CompletionStage<String> answer;
    private long records;

    /** A store that answers at once. */
    public StoredAccounts() {
        this("stored ", CompletableFuture.completedStage("account "));
    }

    /**
     * A store.
     *
     * @param prefix of each name
     * @param answer what the store says
     */
    public StoredAccounts(String prefix, CompletionStage<String> answer) {
        this.prefix = prefix;
        this.answer = answer;
    }

    @AsyncFn
    @Override
    public String owner(long id) throws IOException {
        if (id < 0) {
            throw new IOException("no account " + id);
        }
        return prefix + await(Future.fromShared(answer)) + id;
    }

    @AsyncFn
    @Override
    protected long record(long id) {
        return await(Future.ready(++records));
    }
}
