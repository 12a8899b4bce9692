package dev.asyncfn.samples.service;

import static dev.asyncfn.bridge.vertx.VertxBridge.await;

import dev.asyncfn.AsyncFn;
import io.vertx.core.Future;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;

/** One attempt over HTTP: {@code POST /charges}, with the trace id of the request that asks. */
final class HttpPayments implements Payments {
    private final HttpClient client;
    private final String uri;

    /**
     * A client of a provider.
     *
     * @param client still belongs to the caller
     * @param provider its address, such as {@code http://localhost:8081}
     */
    HttpPayments(HttpClient client, URI provider) {
        this.client = client;
        this.uri = provider.resolve("/charges").toString();
    }

    @AsyncFn
    @Override
    public String charge(Order order) throws IOException {
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(uri);
        Future<HttpClientRequest> request =
                client.request(options); // a connection, which may be there only after a while
        boolean answered = false;
        try {
            Answer answer = await(request.compose(sent -> send(sent, order)));
            answered = true;
            return receipt(answer);
        } catch (VertxException | DecodeException failure) {
            throw new IOException(failure); // such as a connection that was closed
        } finally {
            if (!answered) {
                request.onSuccess(HttpClientRequest::reset); // futures of Vert.x cannot be cancelled, but requests can
            }
        }
    }

    /** Sent twice, it is a charge all the same: the provider knows it by its key. */
    private static Future<Answer> send(HttpClientRequest request, Order order) {
        JsonObject charge = new JsonObject().put("order", order.id()).put("cents", order.cents());
        return request.putHeader("Idempotency-Key", "order-" + order.id())
                .putHeader(Trace.HEADER, Trace.current())
                .putHeader("Content-Type", "application/json")
                .send(charge.toBuffer())
                .compose(HttpPayments::read);
    }

    private static Future<Answer> read(HttpClientResponse response) {
        return response.body().map(body -> new Answer(response.statusCode(), body));
    }

    private static String receipt(Answer answer) throws IOException {
        return switch (answer.status()) {
            case 200 -> answer.receipt();
            case 402 -> throw Problem.declined("the payment is declined");
            default -> throw new IOException("the payment provider answers " + answer.status());
        };
    }

    /** A response that has been read. */
    private record Answer(int status, Buffer body) {
        String receipt() throws IOException {
            String receipt = body.toJsonObject().getString("receipt");
            if (receipt == null) {
                throw new IOException("the payment provider gives no receipt");
            }
            return receipt;
        }
    }
}
