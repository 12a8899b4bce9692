package dev.asyncfn.samples.service;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.bridge.vertx.VertxBridge.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.bridge.vertx.VertxBridge;
import dev.asyncfn.future.FailedAttempt;
import dev.asyncfn.future.RetryPolicy;
import dev.asyncfn.sync.Semaphore;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the service, put together, and their life. */
final class Service {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final RetryPolicy ATTEMPTS =
            RetryPolicy.exponential(Duration.ofMillis(100)).maxAttempts(3);

    private final Settings settings;
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final Meters meters = new Meters();
    private final Semaphore paying;
    private final Database database;
    private final List<HttpApi> apis = new ArrayList<>();
    private volatile boolean stopping;

    private Service(Settings settings) {
        this.settings = settings;
        this.paying = new Semaphore(settings.payments());
        this.database = Database.of(settings.database(), settings.connections());
        Store store = new SqlStore(database);
        Payments payments = new PatientPayments(
                new HttpPayments(client, settings.provider()), settings.attempt(), ATTEMPTS, this::noteRetry);
        OrderApi orders = new OrderApi(new OrderService(store, payments, paying));
        Operations operations = new Operations(store, meters, () -> stopping);
        for (int i = 0; i < settings.loops(); i++) {
            apis.add(new HttpApi("http-" + i, settings.port(), settings.limit(), orders, operations, meters));
        }
        meters.watch(database);
        meters.watch(paying);
    }

    private void noteRetry(FailedAttempt attempt) {
        meters.retried();
        LOG.warn("payment, attempt {}: {}", attempt.number(), attempt.failure().toString());
    }

    /** Starts a service, and blocks until it listens. It is stopped again if that fails. */
    static Service start(Settings settings) {
        Service service = new Service(settings);
        try {
            Async.blockOn(ServiceAsync.begin(service));
            return service;
        } catch (Throwable failure) {
            service.close();
            throw failure;
        }
    }

    @AsyncFn
    void begin() {
        await(new Migrations(database).apply(Migration.all()));
        for (HttpApi api : apis) {
            await(vertx.deployVerticle(api));
        }
        LOG.info("listening on port {}", port());
    }

    int port() {
        return apis.get(0).port();
    }

    Meters meters() {
        return meters;
    }

    Database database() {
        return database;
    }

    /** How many requests are under way. */
    int running() {
        return apis.stream().mapToInt(HttpApi::running).sum();
    }

    /**
     * Ends the service, and blocks until that is done. It refuses new requests, lets those that are under way finish within the grace, aborts the
     * others, which roll back, and only then closes what they use.
     *
     * @return whether no request was aborted
     */
    boolean stop() {
        stopping = true;
        apis.forEach(HttpApi::refuse);
        long deadline = System.nanoTime() + settings.grace().toNanos(); // one for all
        boolean drained = true;
        for (HttpApi api : apis) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            drained &= api.end(left, settings.cleanup());
        }
        close();
        LOG.info(drained ? "stopped" : "stopped, with requests aborted");
        return drained;
    }

    private void close() {
        database.close();
        VertxBridge.await(vertx.close()); // its servers and clients, too
    }
}
