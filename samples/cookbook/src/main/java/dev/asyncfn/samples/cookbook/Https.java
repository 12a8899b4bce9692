package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.io.ByteStream;
import dev.asyncfn.io.FramedReader;
import dev.asyncfn.io.LinesCodec;
import dev.asyncfn.net.AsyncTcpStream;
import dev.asyncfn.time.Timeouts;
import dev.asyncfn.tls.TlsAcceptor;
import dev.asyncfn.tls.TlsConnector;
import dev.asyncfn.tls.TlsStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** TLS on both sides, with just enough of HTTP to show it. */
public final class Https {
    private static final int MAX_PAGE = 1_000_000;
    private static final String LENGTH = "content-length:";
    private static final int MAX_LINE = 8_000;
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private Https() {}

    /** Requests a page, and returns its content. The server has to prove that it is {@code host}. */
    @AsyncFn
    static byte[] get(TlsConnector tls, String host, int port, String path) throws IOException {
        AsyncTcpStream tcp = await(AsyncTcpStream.connect(host, port));
        try (TlsStream stream = await(tls.connect(host, port, tcp))) { // tcp belongs to it from here on
            await(stream.writeAll(
                    ascii("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")));
            FramedReader<String> header = FramedReader.of(stream, LinesCodec.of(MAX_LINE));
            int length = 0;
            String line = await(header.next());
            while (line != null && !line.isEmpty()) {
                length = Math.max(length, contentLength(line));
                line = await(header.next());
            }
            ByteBuffer body = ByteBuffer.allocate(length);
            ByteBuffer start = header.undecoded(); // what the reader has read of it already
            body.put(start.limit(Math.min(start.limit(), length)));
            await(stream.readExactly(body));
            return body.array();
        }
    }

    private static int contentLength(String line) throws IOException {
        if (!line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
            return 0;
        }
        long length = Long.parseLong(line.substring(LENGTH.length()).strip());
        if (length > MAX_PAGE) {
            throw new IOException("a page of " + length + " bytes");
        }
        return (int) length;
    }

    /**
     * Answers one request with a page. A client that does not finish its handshake in time is disconnected. The connection ends in order, with a
     * close_notify, also if the task is aborted; a client that does not read is not waited for long.
     */
    @AsyncFn
    static void answer(TlsAcceptor tls, ByteStream accepted, byte[] page) throws Exception {
        TlsStream stream = await(Timeouts.timeout(HANDSHAKE, tls.accept(accepted)));
        try {
            FramedReader<String> header = FramedReader.of(stream, LinesCodec.of(MAX_LINE));
            String line = await(header.next());
            while (line != null && !line.isEmpty()) {
                line = await(header.next());
            }
            await(stream.writeAll(ascii("HTTP/1.1 200 OK\r\nContent-Length: " + page.length + "\r\n\r\n")));
            await(stream.writeAll(ByteBuffer.wrap(page)));
        } finally {
            await(stream.close(GOODBYE));
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
