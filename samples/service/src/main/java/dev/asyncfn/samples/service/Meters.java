package dev.asyncfn.samples.service;

import dev.asyncfn.executor.ExecutorMetrics;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.sync.Semaphore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/** What the service counts. Thread-safe. */
final class Meters {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicInteger connections = new AtomicInteger();
    private final Counter retries;

    Meters() {
        retries = Counter.builder("payments.retries")
                .description("attempts to pay that have failed and were followed by another")
                .register(registry);
        gauge("http.connections", "open connections of clients", connections, AtomicInteger::get);
    }

    private <T> void gauge(String name, String description, T source, ToDoubleFunction<T> number, String... tags) {
        Gauge.builder(name, source, number).description(description).tags(tags).register(registry);
    }

    private <T> void counter(String name, String description, T source, ToDoubleFunction<T> number, String... tags) {
        FunctionCounter.builder(name, source, number)
                .description(description)
                .tags(tags)
                .register(registry);
    }

    /** A client has connected, or gone. */
    void connections(int change) {
        connections.addAndGet(change);
    }

    int connections() {
        return connections.get();
    }

    /** A request has ended. */
    void answered(String route, int status, Duration time) {
        Timer.builder("http.requests")
                .description("requests that have ended; 499 is for those whose client had gone")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(time);
    }

    /** An attempt to pay has failed, and another follows. */
    void retried() {
        retries.increment();
    }

    /** Shows what a pool does: a line for each number of {@link ExecutorMetrics}. */
    void watch(ThreadPool pool) {
        String[] tags = {"pool", pool.metrics().name()};
        gauge(
                "tasks.alive",
                "tasks that have not finished",
                pool,
                p -> p.metrics().tasksAlive(),
                tags);
        gauge(
                "tasks.queued",
                "tasks that wait for their turn",
                pool,
                p -> p.metrics().queueDepth(),
                tags);
        counter("tasks.spawned", "tasks there ever were", pool, p -> p.metrics().tasksSpawned(), tags);
        counter("tasks.polls", "polls of tasks", pool, p -> p.metrics().polls(), tags);
    }

    /** Shows who uses the database. */
    void watch(Database database) {
        String name = "database.connections.";
        gauge(
                name + "used",
                "connections of transactions",
                database,
                d -> d.metrics().acquiredSize());
        gauge(
                name + "idle",
                "connections that nobody uses",
                database,
                d -> d.metrics().idleSize());
        gauge(
                name + "awaited",
                "transactions that wait for one",
                database,
                d -> d.metrics().pendingAcquireSize());
    }

    /** Shows how many more payments may begin. */
    void watch(Semaphore paying) {
        gauge("payments.permits", "payments that may begin", paying, Semaphore::availablePermits);
    }

    /** All of it, in Prometheus's text form. */
    String scrape() {
        return registry.scrape(CONTENT_TYPE);
    }
}
