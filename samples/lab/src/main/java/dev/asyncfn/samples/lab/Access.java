package dev.asyncfn.samples.lab;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may use the lab: the browser that has opened the link with the token. Other pages in that browser, which could send requests to this
 * machine, do not know the token, and have another origin; a name that somebody lets point to this machine is another host.
 */
final class Access {
    private static final String COOKIE = "asyncfn-lab";

    private final String token;
    private final int port;

    Access(String token, int port) {
        this.token = token;
        this.port = port;
    }

    String token() {
        return token;
    }

    String host() {
        return "127.0.0.1:" + port;
    }

    private List<String> hosts() {
        return List.of(host(), "localhost:" + port);
    }

    /** Whether the request names this host, and does not come from a page of another. */
    boolean isForThisHost(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        return host != null && hosts().contains(host) && (origin == null || origin.equals("http://" + host));
    }

    /** Whether the page has put the token into a header, as only the lab's own can. */
    boolean hasToken(HttpExchange exchange) {
        return isToken(exchange.getRequestHeaders().getFirst("X-Lab-Token"));
    }

    /** Whether the link has the token, or the browser has opened such a link before. */
    boolean mayOpen(HttpExchange exchange) {
        return isToken(query(exchange).get("token")) || isToken(cookieOf(exchange));
    }

    /** For links without the token, such as those that are shared. A script cannot read it. */
    String cookie() {
        return COOKIE + "-" + port + "=" + token + "; Path=/; HttpOnly; SameSite=Lax";
    }

    private String cookieOf(HttpExchange exchange) {
        String name = COOKIE + "-" + port + "=";
        List<String> headers = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
        return headers.stream()
                .flatMap(header -> List.of(header.split("; ?")).stream())
                .filter(cookie -> cookie.startsWith(name))
                .map(cookie -> cookie.substring(name.length()))
                .findFirst()
                .orElse(null);
    }

    /** Takes as long for a wrong one as for the right one. */
    private boolean isToken(String given) {
        return given != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
