package lesson_11_wakers;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** The bell keeps the waker of its task. Poll once more without a ring: it keeps the new one. Then ring. */
final class Wakers {
    private Wakers() {}

    @AsyncFn
    static String listen(Future<String> bell) {
        String sound = await(bell);
        return sound + "!";
    }

    static Future<String> bell() {
        return later("ding");
    }

    public static void main(String[] args) {
        Async.blockOn(WakersAsync.listen(bell()));
    }
}
