package dev.asyncfn.samples.service;

import dev.asyncfn.bridge.vertx.VertxBridge;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A payment provider to try the service with. The price says how it behaves: one that ends with 13 is declined; with 77, the first attempt gets a 503; with
 * 99, there is no answer until {@link #answerAll}.
 */
final class DemoProvider implements AutoCloseable {
    private static final long PROCESSING_MILLIS = 5;

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server = vertx.createHttpServer();
    /** The receipts by key, so that each key is charged once. */
    private final Map<String, String> receipts = new ConcurrentHashMap<>();
    /** Keys of which the first attempt has failed. */
    private final Map<String, Boolean> failed = new ConcurrentHashMap<>();

    /** The keys of attempts that wait for an answer. */
    private final Map<HttpServerResponse, String> unanswered = new ConcurrentHashMap<>();

    private final List<String> traces = new CopyOnWriteArrayList<>();
    private final AtomicInteger givenUp = new AtomicInteger();

    private DemoProvider() {}

    /** A provider that listens on a free port of this machine. */
    static DemoProvider start() {
        DemoProvider provider = new DemoProvider();
        VertxBridge.await(provider.server.requestHandler(provider::charge).listen(0, "localhost"));
        return provider;
    }

    URI address() {
        return URI.create("http://localhost:" + server.actualPort());
    }

    /** The trace ids of all attempts, in their order. */
    List<String> traces() {
        return traces;
    }

    /** How many attempts wait for an answer. */
    int open() {
        return unanswered.size();
    }

    /** How many attempts that waited were cut off by the client. */
    int givenUp() {
        return givenUp.get();
    }

    /** How many keys have been charged. */
    int charged() {
        return receipts.size();
    }

    private void charge(HttpServerRequest request) {
        String key = request.getHeader("Idempotency-Key");
        traces.add(request.getHeader(Trace.HEADER));
        HttpServerResponse response = request.response();
        response.closeHandler(closed -> {
            if (unanswered.remove(response) != null) {
                givenUp.incrementAndGet();
            }
        });
        request.body().onSuccess(body -> answer(key, body.toJsonObject().getLong("cents"), response));
    }

    private void answer(String key, long cents, HttpServerResponse response) {
        long kind = cents % 100;
        if (response.closed()) {
            return;
        }
        if (kind == 99) {
            unanswered.put(response, key);
        } else if (kind == 13) {
            end(response, 402, new JsonObject());
        } else if (kind == 77 && failed.putIfAbsent(key, true) == null) {
            end(response, 503, new JsonObject());
        } else {
            vertx.setTimer(PROCESSING_MILLIS, late -> accept(key, response));
        }
    }

    private void accept(String key, HttpServerResponse response) {
        if (!response.closed()) {
            String receipt = receipts.computeIfAbsent(key, any -> "receipt-of-" + key);
            end(response, 200, new JsonObject().put("receipt", receipt));
        }
    }

    /** Answers the attempts that have waited so far. */
    void answerAll() {
        unanswered.forEach((response, key) -> {
            if (unanswered.remove(response, key)) {
                accept(key, response);
            }
        });
    }

    private static void end(HttpServerResponse response, int status, JsonObject json) {
        response.setStatusCode(status).end(json.toBuffer());
    }

    @Override
    public void close() {
        VertxBridge.await(vertx.close());
    }
}
