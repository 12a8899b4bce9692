package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.io.ByteStream;
import dev.asyncfn.io.FramedReader;
import dev.asyncfn.io.FramedWriter;
import dev.asyncfn.io.LinesCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A client of {@link LineServer}. */
final class LineClient {
    private static final int MAX_LINE = 10_000;

    private LineClient() {}

    /** Sends requests one by one, and returns the answers; the last is null, as the server has no more. */
    @AsyncFn
    static List<String> ask(ByteStream server, List<String> requests) throws IOException {
        try (server) {
            FramedWriter<String> out = FramedWriter.of(server, LinesCodec.of(MAX_LINE));
            FramedReader<String> in = FramedReader.of(server, LinesCodec.of(MAX_LINE));
            List<String> answers = new ArrayList<>();
            for (String request : requests) {
                await(out.send(request));
                answers.add(await(in.next()));
            }
            await(out.shutdown());
            answers.add(await(in.next()));
            return answers;
        }
    }
}
