package dev.asyncfn.samples.service;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.vertx.VertxBridge.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.bridge.vertx.VertxBridge;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Sleep;
import dev.asyncfn.time.Timeouts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A load test: clients that create orders, pay them and look at them, one request after the other; each tenth payment is one that the provider never
 * answers, and its client disconnects. Then nothing may be left. From the root of the project, with as many orders as you like:
 *
 * <pre>ORDERS=20000 LOG_LEVEL=WARN mvn -B -ntp -q -pl samples/service -am compile exec:exec \
 *     -Dexec.mainClass=dev.asyncfn.samples.service.Load</pre>
 */
public final class Load {
    private static final int CLIENTS = 32;
    private static final Duration PATIENCE = Duration.ofMillis(20);
    private static final Duration SETTLING = Duration.ofSeconds(10);

    private final Service service;
    private final int orders;
    private final Latencies latencies;
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CLIENTS));
    private int cutOff;

    private Load(Service service, int orders) {
        this.service = service;
        this.orders = orders;
        this.latencies = new Latencies(orders * 3);
    }

    public static void main(String[] args) {
        int orders = Integer.parseInt(System.getenv().getOrDefault("ORDERS", "20000"));
        try (DemoProvider provider = DemoProvider.start()) {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.putIfAbsent("PORT", "-1");
            Service service = Service.start(Settings.of(environment, provider.address()));
            LoadReport report = run(service, orders);
            service.stop();
            System.out.println(report);
            if (!report.leaksNothing()) {
                System.exit(1);
            }
        }
    }

    /**
     * Blocks until so many orders have been created, paid and looked at.
     *
     * @param service has no other clients
     * @throws IllegalStateException if an answer is not the one that is right
     */
    static LoadReport run(Service service, int orders) {
        Load load = new Load(service, orders);
        // All clients are tasks on one event loop, so what they count needs no lock.
        try (ThreadPool pool = ThreadPool.on(VertxBridge.inline(load.vertx.getOrCreateContext()))) {
            long began = System.nanoTime();
            Async.blockOn(pool.spawn(LoadAsync.clients(load, pool)));
            Duration time = Duration.ofNanos(System.nanoTime() - began);
            VertxBridge.await(load.vertx.close());
            return load.report(time);
        }
    }

    @AsyncFn
    void clients(ThreadPool pool) {
        List<JoinHandle<Void>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(pool.spawn(LoadAsync.client(this, i)));
        }
        await(Futures.tryJoinAll(clients));
    }

    /** Every so many-th order is this client's. */
    @AsyncFn
    void client(int number) {
        for (int i = number; i < orders; i += CLIENTS) {
            boolean silent = i % 10 == 9;
            JsonObject order = new JsonObject()
                    .put("reference", "load-" + i)
                    .put("item", "book")
                    .put("cents", silent ? 1599 : 1500);
            String path = "/orders/"
                    + await(measured(HttpMethod.POST, "/orders", order, 201)).getLong("id");
            if (silent) {
                cutOff(path + "/pay");
            } else {
                await(measured(HttpMethod.POST, path + "/pay", new JsonObject(), 200));
            }
            String status =
                    await(measured(HttpMethod.GET, path, new JsonObject(), 200)).getString("status");
            check(status.equals(silent ? "NEW" : "PAID"), path + " is " + status);
        }
    }

    @AsyncFn
    JsonObject measured(HttpMethod method, String path, JsonObject body, int expected) {
        long began = System.nanoTime();
        Answer answer = await(request(method, path, body));
        latencies.add(System.nanoTime() - began);
        check(answer.status() == expected, method + " " + path + ": " + answer);
        return answer.json();
    }

    /** Sends a request, and disconnects before there is an answer. */
    @AsyncFn
    void cutOff(String path) {
        try {
            Answer answer =
                    await(Timeouts.timeout(PATIENCE, LoadAsync.request(this, HttpMethod.POST, path, new JsonObject())));
            check(false, "answered: " + answer);
        } catch (ElapsedException asPlanned) {
            cutOff++;
        }
    }

    @AsyncFn
    Answer request(HttpMethod method, String path, JsonObject body) {
        Future<HttpClientRequest> request = http.request(method, service.port(), "localhost", path);
        boolean answered = false;
        try {
            Answer answer =
                    await(request.compose(sent -> sent.send(body.toBuffer())).compose(Load::read));
            answered = true;
            return answer;
        } finally {
            if (!answered) {
                request.onSuccess(HttpClientRequest::reset);
            }
        }
    }

    private static Future<Answer> read(HttpClientResponse response) {
        return response.body().map(body -> new Answer(response.statusCode(), body.toJsonObject()));
    }

    private static void check(boolean right, String message) {
        if (!right) {
            throw new IllegalStateException(message);
        }
    }

    /** Once the service has noticed that its clients are gone, or has had time enough to do so. */
    private LoadReport report(Duration time) {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        LoadReport report = LoadReport.of(service, latencies, cutOff, time);
        while (!report.leaksNothing() && System.nanoTime() < deadline) {
            Async.blockOn(Sleep.of(Duration.ofMillis(10)));
            report = LoadReport.of(service, latencies, cutOff, time);
        }
        return report;
    }

    record Answer(int status, JsonObject json) {}
}
