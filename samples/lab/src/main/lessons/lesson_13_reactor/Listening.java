package lesson_13_reactor;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import java.util.Iterator;
import java.util.List;

/** You are the reactor: say which of two channels has data. Only who waits for it is polled. */
final class Listening {
    private Listening() {}

    @AsyncFn
    static void listen(String name, Iterator<String> channel) {
        String text;
        while ((text = await(read(channel))) != null) {
            System.out.println("  " + name + " got " + text);
        }
        System.out.println("  " + name + " is at its end");
    }

    /** Null at the end of the channel. */
    static Future<String> read(Iterator<String> channel) {
        return later(channel.hasNext() ? channel.next() : null);
    }

    @AsyncFn
    static void both() {
        await(Futures.join(
                ListeningAsync.listen("first", List.of("one", "two").iterator()),
                ListeningAsync.listen("second", List.of("three").iterator())));
    }

    public static void main(String[] args) {
        Async.blockOn(ListeningAsync.both());
    }
}
