package further.completion_stage;

import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What Java's libraries return is awaited as it is, and may be told the checked exception it fails with. */
final class Quotes {
    private Quotes() {}

    @AsyncFn
    static int total(String... shares) throws IOException {
        int total = 0;
        for (String share : shares) {
            total += await(price(share), IOException.class);
        }
        return total;
    }

    static CompletionStage<Integer> price(String share) {
        return share.isEmpty()
                ? CompletableFuture.failedFuture(new IOException("a share has a name"))
                : CompletableFuture.supplyAsync(share::length);
    }

    public static void main(String[] args) {
        for (String share : new String[] {"IBM", ""}) {
            try {
                System.out.println(Async.blockOn(QuotesAsync.total("ACME", share)));
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
