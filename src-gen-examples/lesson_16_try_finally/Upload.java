package lesson_16_try_finally;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.test.PollTrace;

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

    public static void main(String[] args) {
        Async.blockOn(PollTrace.of("notes", UploadAsync.upload("notes"), System.out::println));
        Async.blockOn(PollTrace.of("secret", UploadAsync.upload("secret"), System.out::println));
    }
}
