package lesson_22_http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Knows the users 1 to 9, on a free port of this machine. The entry of user 9 is damaged. */
final class UserServer implements AutoCloseable {
    private static final int LAST = 9;

    private final HttpServer http;

    UserServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/users/", UserServer::answer);
        http.start();
    }

    URI uri() {
        InetSocketAddress address = http.getAddress();
        return URI.create("http://" + address.getHostString() + ":" + address.getPort());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        String json = id == LAST ? "{\"id\": 9, \"na" : "{\"id\": " + id + ", \"name\": \"user" + id + "\"}";
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            boolean known = id >= 1 && id <= LAST;
            exchange.sendResponseHeaders(known ? 200 : 404, known ? body.length : -1);
            if (known) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
