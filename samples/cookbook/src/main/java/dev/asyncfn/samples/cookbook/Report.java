package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Function;

/** Streams, as a chain of operators and as a loop: the chain is shorter, and the loop can do whatever Java can. */
public final class Report {
    private Report() {}

    /** Loads documents, four at a time and in order, and splits them into pages of three lines. */
    @AsyncFn
    static List<List<String>> pages(List<Integer> ids, Function<Integer, Future<String>> load) {
        return await(Streams.fromIterable(ids)
                .buffered(4, load)
                .flatMap(document -> Streams.fromIterable(document.lines().toList()))
                .filter(line -> !line.isBlank())
                .chunks(3)
                .toList());
    }

    /** The lines up to the first that is {@code last}, from any publisher, which is then cancelled. */
    @AsyncFn
    static List<String> linesUntil(String last, Flow.Publisher<String> publisher) {
        List<String> lines = new ArrayList<>();
        try (Stream<String> stream = Streams.fromPublisher(publisher)) {
            for (String line = await(stream.next()); line != null; line = await(stream.next())) {
                lines.add(line);
                if (line.equals(last)) {
                    break;
                }
            }
        }
        return lines;
    }
}
