package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.future.Either;
import dev.asyncfn.future.Futures;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.TimedStreams;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A search while somebody types: only once they pause, and never for what is no longer wanted. */
public final class Suggestions {
    private static final Duration PAUSE = Duration.ofMillis(300);

    private Suggestions() {}

    /** Shows what is found for the newest text, until there is no more text. */
    @AsyncFn
    static void follow(
            Stream<String> typed, Function<String, Future<List<String>>> search, Consumer<List<String>> show) {
        try (Stream<String> texts = TimedStreams.debounce(PAUSE, typed)) {
            String text = await(texts.next());
            while (text != null) {
                Future<List<String>> found = search.apply(text);
                Future<String> newer = texts.next();
                Either<List<String>, String> first = await(Futures.select(found, newer));
                if (first instanceof Either.Left<List<String>, String> suggested) {
                    show.accept(suggested.value());
                    text = await(newer);
                } else if (first instanceof Either.Right<List<String>, String> next && next.value() != null) {
                    found.drop(); // the loser: what it waits for is not wanted any more
                    text = next.value();
                } else {
                    show.accept(await(found)); // there is no newer text
                    return;
                }
            }
        }
    }
}
