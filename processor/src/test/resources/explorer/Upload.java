package pages;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** A {@code try} whose three blocks all await. */
final class Upload {
    private Upload() {}

    @AsyncFn
    static String upload(String file) {
        try {
            String text = await(later("text of " + file));
            return await(send(text));
        } catch (IllegalStateException e) {
            return await(later("refused: " + e.getMessage()));
        } finally {
            await(later("the lock"));
            System.out.println("unlocked");
        }
    }

    @AsyncFn
    static String send(String text) {
        if (text.endsWith("secret")) {
            throw new IllegalStateException(text);
        }
        return await(later("sent " + text));
    }

    static Future<String> later(String text) {
        return Future.ready(text);
    }
}
