package dev.asyncfn.samples.service;

import java.time.Duration;
import java.util.Locale;

/**
 * The result of a load test.
 *
 * @param requests how many were answered
 * @param cutOff how many were cut off by their clients
 * @param perSecond requests that were answered
 * @param p50 the median of their times, in milliseconds
 * @param p99 99 of 100 were answered within these milliseconds
 * @param slowest the longest, in milliseconds
 * @param tasks that are still alive in the service
 * @param connections of clients that are still open
 * @param database connections that are still in use
 */
record LoadReport(
        int requests,
        int cutOff,
        double perSecond,
        double p50,
        double p99,
        double slowest,
        int tasks,
        int connections,
        int database) {
    static LoadReport of(Service service, Latencies latencies, int cutOff, Duration time) {
        return new LoadReport(
                latencies.count(),
                cutOff,
                latencies.count() / (time.toNanos() / 1e9),
                latencies.millis(0.5),
                latencies.millis(0.99),
                latencies.millis(1),
                service.running(),
                service.meters().connections(),
                service.database().metrics().acquiredSize());
    }

    boolean leaksNothing() {
        return tasks == 0 && connections == 0 && database == 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, """
                %d requests answered, %d cut off by their clients
                %.0f requests per second, p50 %.1f ms, p99 %.1f ms, the slowest %.1f ms
                left: %d tasks, %d connections of clients, %d connections of the database in use""", requests, cutOff, perSecond, p50, p99, slowest, tasks, connections, database);
    }
}
