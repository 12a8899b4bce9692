package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import java.util.List;
import java.util.function.IntFunction;

/** A generator: a listing of many pages as one stream of items, which reads a page only when its items are asked for. */
public final class Listing {
    private Listing() {}

    /** The items of all pages; the first empty page is the end. */
    @AsyncFn
    static Stream<String> items(IntFunction<Future<List<String>>> pages) {
        return Streams.generate(out -> async(() -> {
            for (int number = 0; ; number++) {
                List<String> page = await(pages.apply(number));
                if (page.isEmpty()) {
                    return;
                }
                for (String item : page) {
                    await(out.send(item)); // until it is taken
                }
            }
        }));
    }
}
