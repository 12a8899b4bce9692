package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.TryFuture;
import dev.asyncfn.sync.OnceCell;
import java.io.IOException;

/**
 * A login that is made once, when it is needed first. All who ask in the meantime wait for it; if it fails, or who makes it gives up, the next one
 * tries. A {@link Cache} would share the failure, too.
 */
public final class Session {
    /** The service, as the session sees it. */
    interface Service {
        TryFuture<String, IOException> login();

        TryFuture<String, IOException> send(String token, String request);
    }

    private final Service service;
    private final OnceCell<String> token = new OnceCell<>();

    Session(Service service) {
        this.service = service;
    }

    @AsyncFn
    String send(String request) throws IOException {
        String valid = await(token.getOrTryInit(service::login));
        return await(service.send(valid, request));
    }
}
