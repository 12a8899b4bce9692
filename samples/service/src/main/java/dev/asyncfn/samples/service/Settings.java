package dev.asyncfn.samples.service;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * How the service runs.
 *
 * @param port where it listens; a negative one is any that is free
 * @param loops how many event loops serve requests
 * @param database the address of the database, as R2DBC has it
 * @param connections how many connections to it there are at most
 * @param payments how many payments may be under way; less than {@code connections}
 * @param provider the address of the payment provider
 * @param attempt how long the provider may take for one attempt
 * @param limit how long a request may take
 * @param grace how long requests may take to finish when the service ends
 * @param cleanup how long those that are aborted then may take to clean up
 */
record Settings(
        int port,
        int loops,
        String database,
        int connections,
        int payments,
        URI provider,
        Duration attempt,
        Duration limit,
        Duration grace,
        Duration cleanup) {
    /** Embedded: it is there as long as the program. */
    private static final String H2 = "r2dbc:h2:mem:///orders?options=DB_CLOSE_DELAY=-1";

    /**
     * Those of a program.
     *
     * @param environment {@code DATABASE_URL} and {@code PORT} are looked for
     * @param provider the address of the payment provider
     */
    static Settings of(Map<String, String> environment, URI provider) {
        return new Settings(
                Integer.parseInt(environment.getOrDefault("PORT", "8080")),
                Runtime.getRuntime().availableProcessors(),
                environment.getOrDefault("DATABASE_URL", H2),
                10,
                4,
                provider,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                Duration.ofSeconds(5));
    }
}
