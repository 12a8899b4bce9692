package dev.asyncfn.samples.service;

import dev.asyncfn.Async;
import dev.asyncfn.bridge.slf4j.Slf4jBridge;
import dev.asyncfn.bridge.vertx.VertxBridge;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.executor.TaskTracker;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Timeouts;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server on one event loop. All its requests are tasks of a pool whose only thread is that loop. */
final class HttpApi extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
    private static final long LARGEST_BODY = 64 * 1024;

    private final String name;
    private final int port;
    private final Duration limit;
    private final OrderApi orders;
    private final Operations operations;
    private final Meters meters;

    // Set by start.
    private HttpServer server;
    private ThreadPool pool;
    private TaskTracker requests;

    /**
     * A server that is not started.
     *
     * @param name of its pool, in metrics and dumps
     * @param port where it listens, with others of the same program
     * @param limit how long each request may take
     */
    HttpApi(String name, int port, Duration limit, OrderApi orders, Operations operations, Meters meters) {
        this.name = name;
        this.port = port;
        this.limit = limit;
        this.orders = orders;
        this.operations = operations;
        this.meters = meters;
    }

    @Override
    public Future<?> start() {
        pool = ThreadPool.builder()
                .name(name)
                .aroundPoll(Slf4jBridge::mdc)
                .uncaughtTaskHandler(failure -> LOG.error("a request has failed that nobody waits for", failure))
                .build(VertxBridge.inline(context));
        requests = new TaskTracker(pool);
        meters.watch(pool);
        server = vertx.createHttpServer(
                new HttpServerOptions().setHost("localhost").setPort(port));
        return server.connectionHandler(this::count).requestHandler(routes()).listen();
    }

    private void count(HttpConnection connection) {
        meters.connections(1);
        connection.closeHandler(closed -> meters.connections(-1));
    }

    private Router routes() {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        onOrders(router.post("/orders"), call -> OrderApiAsync.create(orders, call));
        onOrders(router.get("/orders"), call -> OrderApiAsync.list(orders, call));
        onOrders(router.get("/orders/:id"), call -> OrderApiAsync.find(orders, call));
        onOrders(router.post("/orders/:id/pay"), call -> OrderApiAsync.pay(orders, call));
        on(router.get("/health/live"), pool, call -> OperationsAsync.live(operations));
        on(router.get("/health/ready"), pool, call -> OperationsAsync.ready(operations));
        on(router.get("/metrics"), pool, call -> OperationsAsync.metrics(operations));
        for (int status : new int[] {400, 404, 405, 413}) { // what Vert.x itself refuses
            String reason = HttpResponseStatus.valueOf(status).reasonPhrase();
            router.errorHandler(status, call -> Reply.error(status, reason).sendTo(call.response()));
        }
        return router;
    }

    /** Requests that the end of the service waits for. */
    private void onOrders(Route route, Endpoint endpoint) {
        route.handler(call -> {
            if (requests.isClosed()) {
                if (call.request().version() != HttpVersion.HTTP_2) { // which has no such header
                    call.response().putHeader("Connection", "close");
                }
                Reply.error(503, "the service is about to end").sendTo(call.response());
            } else {
                call.next();
            }
        });
        on(route, requests, endpoint);
    }

    private void on(Route route, Spawner spawner, Endpoint endpoint) {
        route.handler(call -> new Exchange(call, endpoint, limit, meters).start(spawner));
    }

    int port() {
        return server.actualPort();
    }

    /** How many requests are under way. */
    int running() {
        return pool.size();
    }

    /** From now on, requests for orders are refused, and their connections closed. Whether the service is healthy can still be asked. */
    void refuse() {
        requests.close();
    }

    /**
     * Blocks until no request is under way, aborts those that still are after {@code grace}, and ends the server.
     *
     * @param cleanup how long these may take to clean up
     * @return whether none was aborted
     */
    boolean end(Duration grace, Duration cleanup) {
        boolean drained = true;
        try {
            Async.blockOn(Timeouts.timeout(grace, requests.drained()));
        } catch (ElapsedException late) {
            drained = false;
        }
        VertxBridge.await(server.close());
        pool.close(cleanup);
        return drained;
    }
}
