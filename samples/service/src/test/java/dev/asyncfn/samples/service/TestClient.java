package dev.asyncfn.samples.service;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A client that blocks. */
final class TestClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;

    TestClient(int port) {
        this.port = port;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    HttpResponse<String> get(String path, String trace) {
        return send(request(path).header(Trace.HEADER, trace).build());
    }

    HttpResponse<String> post(String path, JsonObject body) {
        return post(path, body.encode());
    }

    HttpResponse<String> post(String path, String body) {
        return send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    HttpResponse<String> post(String path, String body, String trace) {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        return send(request.header(Trace.HEADER, trace).build());
    }

    /** As {@link #post}, without waiting. Cancelling it gives the request up. */
    CompletableFuture<HttpResponse<String>> postAsync(String path) {
        HttpRequest request =
                request(path).POST(HttpRequest.BodyPublishers.noBody()).build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Creates an order, and returns its id. */
    long create(JsonObject order) {
        return new JsonObject(post("/orders", order).body()).getLong("id");
    }

    /** A connection on which a request has been sent that nobody waits for. */
    Socket postAndLeave(String path) throws IOException {
        Socket socket = new Socket("localhost", port);
        String request = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
