package dev.asyncfn.samples.desugaring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A server of users in JSON on a free port of the loopback interface, slow on purpose: each answer takes a while, as over a
 * real network. It knows the users 1 to {@link #COUNT}, has damaged the entry of user 0, and answers 404 for all others.
 */
public final class UserServer implements AutoCloseable {
    public static final int COUNT = 200;

    private static final int DAMAGED = 0;
    private static final String[] NAMES = {"Ada", "Barbara", "Edsger", "Grace", "Tony"};

    private final HttpServer http;
    private final Duration delay;
    private final ExecutorService handlers = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    private UserServer(HttpServer http, Duration delay) {
        this.http = http;
        this.delay = delay;
    }

    public static UserServer start(Duration delay) throws IOException {
        // Headers and body are written separately: without this, the system holds the body back for some 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetSocketAddress anyFreePort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        UserServer server = new UserServer(HttpServer.create(anyFreePort, COUNT), delay);
        server.http.setExecutor(server.handlers);
        server.http.createContext("/users/", server::answerLater);
        server.http.start();
        return server;
    }

    public URI uri() {
        InetSocketAddress address = http.getAddress();
        return URI.create("http://" + address.getHostString() + ":" + address.getPort());
    }

    @Override
    public void close() {
        http.stop(0);
        handlers.shutdownNow();
        timer.shutdownNow();
    }

    private void answerLater(HttpExchange exchange) {
        Runnable answer = () -> handlers.execute(() -> answer(exchange));
        timer.schedule(answer, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        int id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        boolean known = id >= 0 && id <= COUNT;
        byte[] body = (known ? json(id) : "").getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(known ? 200 : 404, known ? body.length : -1);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(int id) {
        String name = NAMES[id % NAMES.length];
        String user = "{\"id\": %d, \"name\": \"%s\", \"email\": \"%s%d@example.com\"}"
                .formatted(id, name, name.toLowerCase(Locale.ROOT), id);
        return id == DAMAGED ? user.substring(0, user.length() / 2) : user;
    }
}
