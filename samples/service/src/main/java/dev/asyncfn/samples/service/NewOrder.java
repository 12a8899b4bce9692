package dev.asyncfn.samples.service;

import io.vertx.core.json.JsonObject;

/** An order that a client asks for. There is none that is not valid. */
record NewOrder(String reference, String item, long cents) {
    private static final int LONGEST = 60;
    private static final long DEAREST = 1_000_000_00;

    NewOrder {
        checkText("reference", reference);
        checkText("item", item);
        if (cents < 1 || cents > DEAREST) {
            throw Problem.invalid("cents must be between 1 and " + DEAREST);
        }
    }

    private static void checkText(String name, String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw Problem.invalid(name + " must have between 1 and " + LONGEST + " characters");
        }
    }

    /** What a request says, checked. */
    static NewOrder of(JsonObject json) {
        return new NewOrder(text(json, "reference"), text(json, "item"), cents(json));
    }

    private static String text(JsonObject json, String name) {
        return json.getValue(name) instanceof String text ? text : null;
    }

    private static long cents(JsonObject json) {
        if (json.getValue("cents") instanceof Integer || json.getValue("cents") instanceof Long) {
            return json.getLong("cents");
        }
        throw Problem.invalid("cents must be a whole number");
    }
}
