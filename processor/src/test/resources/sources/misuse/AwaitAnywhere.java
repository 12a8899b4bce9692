package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.io.IOException;
import java.io.StringReader;
import java.util.concurrent.CompletableFuture;

/** Every statement that can hold an await. */
final class AwaitAnywhere {
    @AsyncFn
    int load(CompletableFuture<Integer> f) throws IOException {
        try (StringReader reader = new StringReader("" + await(f))) {
            return reader.read() + await(f);
        } catch (IllegalStateException e) {
            return await(f);
        } finally {
            nothing();
            await(f);
        }
    }

    @AsyncFn
    int choose(CompletableFuture<Integer> f, int n) {
        switch (await(f)) {
            case 1:
                return await(f);
            default:
                return switch (n) {
                    case 1 -> await(f);
                    default -> {
                        yield choose(f, n - 1);
                    }
                };
        }
    }

    @AsyncFn
    void nothing() {}
}
