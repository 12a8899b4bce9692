package dev.asyncfn.samples.service;

import dev.asyncfn.Async;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what the service does after a client has its answer. */
final class Conditions {
    private Conditions() {}

    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Async.blockOn(Sleep.of(Duration.ofMillis(5)));
        }
    }
}
