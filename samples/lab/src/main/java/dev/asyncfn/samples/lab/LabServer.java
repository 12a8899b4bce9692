package dev.asyncfn.samples.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.asyncfn.processor.AsyncFnProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The lab's page and what it asks for, on the loopback interface only. */
final class LabServer implements AutoCloseable {
    /** A tab compiles while another program of it, or of each other tab, is executed. */
    private static final int THREADS = 2 * Tabs.MOST;

    private static final int LARGEST_SOURCE = 200_000;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Access access;
    private final LabCompiler compiler = new LabCompiler();
    private final Recordings recordings;
    private final String page;
    private final Tabs tabs = new Tabs();

    /**
     * A server that has not started.
     *
     * @param port 0 for any
     * @param token what a browser has to know
     * @param seconds how long a program of the reader may run
     */
    LabServer(int port, String token, int seconds) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        access = new Access(token, http.getAddress().getPort());
        recordings = new Recordings(seconds);
        page = Examples.resource("lab.html")
                .replace(
                        "@EXAMPLES@",
                        Json.of(Examples.all().stream()
                                .map(Examples.Example::json)
                                .toList()))
                .replace("@TOKEN@", token);
        http.setExecutor(threads);
        http.createContext("/", this::answer);
    }

    /** Compiles once, so that the first change of the reader finds a warm compiler; then takes requests. */
    void start() {
        compiler.compile(Examples.all().get(0).text());
        http.start();
    }

    /** The link to open, with the token. */
    String link() {
        return "http://" + access.host() + "/?token=" + access.token();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            byte[] body = reply.body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type + "; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("X-Frame-Options", "DENY");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.sendResponseHeaders(reply.status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private record Reply(int status, String type, String body) {
        static Reply json(String body) {
            return new Reply(200, "application/json", body);
        }

        static Reply text(int status, String body) {
            return new Reply(status, "text/plain", body);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean post = exchange.getRequestMethod().equals("POST");
        if (!access.isForThisHost(exchange)) {
            return Reply.text(403, "This lab answers to " + access.host() + " only.\n");
        }
        if (path.equals("/") && !post) {
            return page(exchange);
        }
        if (!access.hasToken(exchange)) {
            return Reply.text(403, "The token of the lab is missing.\n");
        }
        try {
            return switch (path) {
                case "/compile" -> post ? compile(exchange) : Reply.text(405, "POST the source.\n");
                case "/record" -> post ? record(exchange) : Reply.text(405, "POST it.\n");
                case "/template" -> Reply.text(200, template());
                default -> Reply.text(404, "There is no such thing.\n");
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.text(503, "The lab is closing.\n");
        } catch (RuntimeException e) {
            return Reply.text(500, "The lab has failed: " + e + "\n");
        }
    }

    private Reply page(HttpExchange exchange) {
        if (!access.mayOpen(exchange)) {
            return Reply.text(
                    403,
                    "Open the link that the lab has printed where it was started: it has a token. After that, links"
                            + " like this one work.\n");
        }
        exchange.getResponseHeaders().set("Set-Cookie", access.cookie());
        return new Reply(200, "text/html", page);
    }

    private Reply compile(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_SOURCE + 1);
        if (body.length > LARGEST_SOURCE) {
            return Reply.text(413, "The lab takes sources of up to " + LARGEST_SOURCE / 1000 + " kB.\n");
        }
        String tab = tabOf(Access.query(exchange));
        recordings.end(tab); // of a source that is not there any more
        return Reply.json(json(tabs.put(tab, compiler.compile(new String(body, StandardCharsets.UTF_8)))));
    }

    private static String tabOf(Map<String, String> query) {
        return query.getOrDefault("tab", "");
    }

    private static String json(Tabs.Program program) {
        LabCompiler.Result result = program.result();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", program.id());
        json.put("runnable", result.isRunnable() && !result.maps().isEmpty());
        json.put("problems", result.problems().stream().map(LabServer::json).toList());
        json.put("files", result.text().files().stream().map(LabServer::json).toList());
        json.put("maps", result.maps().values().stream().map(Json.Raw::new).toList());
        return Json.of(json);
    }

    private static Map<String, Object> json(LabCompiler.Problem problem) {
        return Map.of(
                "line", problem.line(),
                "column", problem.column(),
                "endColumn", problem.endColumn(),
                "error", problem.error(),
                "message", problem.message());
    }

    private static Map<String, Object> json(SourceText.File file) {
        return Map.of("file", file.name() + ".java", "package", file.packageName(), "offset", file.offset());
    }

    private Reply record(HttpExchange exchange) throws IOException, InterruptedException {
        Map<String, String> query = Access.query(exchange);
        String tab = tabOf(query);
        Tabs.Program program = tabs.newest(tab);
        if (program == null || !String.valueOf(program.id()).equals(query.get("id"))) {
            return Reply.text(410, "This program is not kept any more: compile it once more.\n");
        }
        if (!program.result().isRunnable()) {
            return Reply.json(Recordings.error("It has errors."));
        }
        return Reply.json(recordings.record(tab, program.result(), query.getOrDefault("path", "")));
    }

    /** The page of the explorer, without a map. */
    private static String template() throws IOException {
        try (InputStream in = AsyncFnProcessor.class.getResourceAsStream("explorer/page.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Ends it, and the process that it has started. */
    @Override
    public void close() throws IOException {
        http.stop(0);
        threads.shutdownNow();
        recordings.close();
        compiler.close();
    }
}
