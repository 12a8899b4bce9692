package dev.asyncfn.samples.service;

import io.vertx.core.json.JsonObject;

/**
 * An order as it is stored.
 *
 * @param id given by the database
 * @param reference chosen by the client; no two orders have the same
 * @param item what was ordered
 * @param cents its price
 * @param receipt of the payment; null while it is not paid
 */
record Order(long id, String reference, String item, long cents, String receipt) {
    boolean isPaid() {
        return receipt != null;
    }

    Order paid(String receipt) {
        return new Order(id, reference, item, cents, receipt);
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject()
                .put("id", id)
                .put("reference", reference)
                .put("item", item)
                .put("cents", cents)
                .put("status", isPaid() ? "PAID" : "NEW");
        return isPaid() ? json.put("receipt", receipt) : json;
    }
}
