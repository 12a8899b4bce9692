package dev.asyncfn.samples.frameworks;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** A class that frameworks make subclasses of, with an async fn that these cannot override. */
public class Names {
    /** Null in a proxy that was made without a constructor. */
    private final String prefix;

    /** Names of one kind. */
    public Names() {
        prefix = "stored ";
    }

    /**
     * A name.
     *
     * @param id of its owner
     * @return the name, behind the prefix
     */
    @AsyncFn
    public final String name(long id) {
        return prefix + await(Future.ready("name ")) + id;
    }
}
