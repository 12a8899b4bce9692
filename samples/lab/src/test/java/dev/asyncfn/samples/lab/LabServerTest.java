package dev.asyncfn.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LabServerTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final String ONE = """
        import static dev.asyncfn.Async.await;
        import dev.asyncfn.*;
        class A {
            @AsyncFn static int one() { return await(Future.ready(1)); }
            public static void main(String[] args) { Async.blockOn(AAsync.one()); }
        }
        """;

    private static LabServer server;
    private static String origin;
    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        server = new LabServer(0, TOKEN, 600);
        server.start();
        origin = server.link().replaceFirst("/\\?.*", "");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path));
    }

    private HttpRequest.Builder post(String path, String body) {
        return to(path).header("X-Lab-Token", TOKEN).POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theLinkOpensThePageAndLinksWithoutTokenWorkFromThenOn() throws Exception {
        HttpResponse<String> page = browser.send(
                HttpRequest.newBuilder(URI.create(server.link())).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).startsWith("<!doctype html>").contains("a shop");
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
        HttpResponse<String> shared = answer(to("/").header("Cookie", "x=y; " + cookie.replaceFirst(";.*", "")));
        assertThat(shared.statusCode()).isEqualTo(200);
    }

    @Test
    void withoutTheTokenNothingIsShownAndNothingIsCompiled() throws Exception {
        assertThat(answer(to("/")).statusCode()).isEqualTo(403);
        assertThat(answer(to("/")).body())
                .contains("Open the link that the lab has printed")
                .doesNotContain(TOKEN);
        assertThat(answer(to("/?token=0123456789abcdee")).statusCode()).isEqualTo(403);
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(ONE);
        assertThat(answer(to("/compile").POST(body)).statusCode()).isEqualTo(403);
        assertThat(answer(to("/compile?token=" + TOKEN).POST(body)).statusCode())
                .as("a page of another origin can send this")
                .isEqualTo(403);
        assertThat(answer(to("/template")).statusCode()).isEqualTo(403);
    }

    @Test
    void pagesOfOtherOriginsAreRefused() throws Exception {
        assertThat(answer(post("/compile", ONE).header("Origin", "https://example.org"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(answer(post("/compile", ONE).header("Origin", origin)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherNameOfThisMachineIsRefused() throws Exception {
        URI link = URI.create(server.link());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), link.getPort())) {
            String request = "GET /?token=" + TOKEN + " HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void thereAreNoOtherPaths() throws Exception {
        assertThat(answer(to("/etc/passwd").header("X-Lab-Token", TOKEN)).statusCode())
                .isEqualTo(404);
        assertThat(answer(to("/..%2f..%2fpom.xml").header("X-Lab-Token", TOKEN)).statusCode())
                .isEqualTo(404);
        assertThat(answer(to("/compile").header("X-Lab-Token", TOKEN)).statusCode())
                .isEqualTo(405);
    }

    @Test
    void compilesAndRecordsTheNewestProgram() throws Exception {
        String compiled = answer(post("/compile", ONE)).body();
        assertThat(compiled).contains("\"runnable\":true").contains("\"facade\":\"AAsync\"");
        String id = idIn(compiled);
        assertThat(answer(post("/record?id=" + id + "&path=", "")).body())
                .startsWith("{\"root\":\"AAsync$OneFuture\"")
                .contains("Ready, with 1");
        assertThat(answer(post("/record?id=" + id + "&path=poll", "")).body()).contains("\"poll\":{");
        assertThat(answer(post("/record?id=" + id + "&path=fail:9", "")).body()).contains("there is no choice fail:9");
        assertThat(answer(post("/compile", "class B { int x = \"\"; }")).body()).contains("\"line\":1");
        assertThat(answer(post("/record?id=" + id + "&path=", "")).statusCode()).isEqualTo(410);
    }

    private static String idIn(String compiled) {
        return compiled.replaceFirst("(?s)^\\{\"id\":(\\d+),.*", "$1");
    }

    @Test
    void aTabKeepsItsProgramWhenAnotherCompiles() throws Exception {
        String one = idIn(answer(post("/compile?tab=one", ONE)).body());
        String other = idIn(answer(post("/compile?tab=other", ONE.replace("ready(1)", "ready(2)")))
                .body());
        assertThat(answer(post("/record?tab=one&id=" + one + "&path=poll", "")).body())
                .contains("Ready, with 1");
        assertThat(answer(post("/record?tab=other&id=" + other + "&path=poll", ""))
                        .body())
                .contains("Ready, with 2");
        assertThat(answer(post("/record?tab=other&id=" + one + "&path=", "")).statusCode())
                .as("a program of another tab")
                .isEqualTo(410);
    }

    @Test
    void aTabThatWasNotUsedForLongIsAskedToCompileOnceMore() throws Exception {
        String first = idIn(answer(post("/compile?tab=first", ONE)).body());
        for (int i = 0; i < Tabs.MOST; i++) {
            answer(post("/compile?tab=more" + i, "class B {}"));
        }
        assertThat(answer(post("/record?tab=first&id=" + first + "&path=", "")).statusCode())
                .isEqualTo(410);
    }

    @Test
    void aSourceThatIsTooLargeIsRefused() throws Exception {
        assertThat(answer(post("/compile", " ".repeat(200_001))).statusCode()).isEqualTo(413);
    }

    @Test
    void itListensOnTheLoopbackInterfaceOnly() {
        assertThat(URI.create(server.link()).getHost()).isEqualTo("127.0.0.1");
    }
}
