package lesson_04_leaves;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.time.Sleep;
import java.time.Duration;

/** Two kinds of leaves: one is woken when time passes, the other when data is there. You are the clock and the socket. */
final class Waiting {
    private Waiting() {}

    @AsyncFn
    static String pauseAndRead(Duration pause) {
        await(Sleep.of(pause));
        String text = await(socket());
        return "read: " + text;
    }

    static Future<String> socket() {
        return later("hello");
    }

    public static void main(String[] args) {
        Async.blockOn(WaitingAsync.pauseAndRead(Duration.ofMillis(20)));
    }
}
