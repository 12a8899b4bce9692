package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.io.ByteStream;
import dev.asyncfn.io.FrameTooLargeException;
import dev.asyncfn.io.FramedReader;
import dev.asyncfn.io.FramedWriter;
import dev.asyncfn.io.LinesCodec;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A protocol of lines: {@code SET key value} and {@code GET key}, each answered by one line. A client is any stream of bytes: a TCP or TLS
 * connection, a Unix domain socket, or a pipe in memory.
 */
public final class LineServer {
    private static final int MAX_LINE = 1_000;

    private final Map<String, String> values = new ConcurrentHashMap<>();

    /** Answers all requests of a client, until its output ends. */
    @AsyncFn
    void serve(ByteStream client) throws IOException {
        try (client) {
            FramedReader<String> requests = FramedReader.of(client, LinesCodec.of(MAX_LINE));
            FramedWriter<String> answers =
                    FramedWriter.of(client, LinesCodec.of(MAX_LINE).withCrLf());
            while (true) {
                String answer;
                try {
                    String request = await(requests.next());
                    if (request == null) {
                        break;
                    }
                    answer = answer(request);
                } catch (FrameTooLargeException tooLong) {
                    answer = "ERROR " + tooLong.getMessage(); // the next line is read all the same
                }
                await(answers.send(answer));
            }
            await(answers.shutdown());
        }
    }

    private String answer(String request) {
        String[] words = request.split(" ", 3);
        if (words.length == 3 && words[0].equals("SET")) {
            values.put(words[1], words[2]);
            return "OK";
        }
        if (words.length == 2 && words[0].equals("GET")) {
            return values.containsKey(words[1]) ? "VALUE " + values.get(words[1]) : "NONE";
        }
        return "ERROR unknown request";
    }
}
