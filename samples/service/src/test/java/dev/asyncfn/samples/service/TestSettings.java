package dev.asyncfn.samples.service;

import java.time.Duration;
import java.util.UUID;

/** Settings of services that tests start: any port, a database of their own, and limits that no test reaches by being slow. */
final class TestSettings {
    private static final Duration LONG = Duration.ofMinutes(10);

    private TestSettings() {}

    static Settings with(DemoProvider provider) {
        return with(provider, freshH2(), LONG);
    }

    /** The address of an empty database that nobody else has, in which a lock is waited for as long as it takes. */
    static String freshH2() {
        return "r2dbc:h2:mem:///" + UUID.randomUUID() + "?options=DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=600000";
    }

    /** @param grace how long requests may take to finish when the service ends */
    static Settings with(DemoProvider provider, String database, Duration grace) {
        return new Settings(-1, 2, database, 10, 4, provider.address(), LONG, LONG, grace, LONG);
    }
}
