package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.time.Sleep;
import java.time.Duration;

final class Typist {
    private Typist() {}

    /** Types each text after so many milliseconds. */
    @AsyncFn
    static void type(Mpsc.UnboundedSender<String> keyboard, int[] pauses, String... texts) {
        try (keyboard) {
            for (int i = 0; i < texts.length; i++) {
                await(Sleep.of(Duration.ofMillis(pauses[i])));
                keyboard.send(texts[i]);
            }
        }
    }
}
