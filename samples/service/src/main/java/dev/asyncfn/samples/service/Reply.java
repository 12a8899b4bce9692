package dev.asyncfn.samples.service;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * A response that is yet to be sent.
 *
 * @param status the status code
 * @param type the media type of the text
 * @param text the body
 */
record Reply(int status, String type, String text) {
    static Reply json(int status, JsonObject json) {
        return new Reply(status, "application/json", json.encode());
    }

    static Reply error(int status, String message) {
        return json(status, new JsonObject().put("error", message));
    }

    Future<Void> sendTo(HttpServerResponse response) {
        return response.setStatusCode(status).putHeader("Content-Type", type).end(text);
    }
}
