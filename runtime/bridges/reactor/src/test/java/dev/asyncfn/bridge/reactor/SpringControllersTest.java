package dev.asyncfn.bridge.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Controllers of WebFlux return futures and streams, over HTTP. */
class SpringControllersTest {
    private static AnnotationConfigApplicationContext application;
    private static DisposableServer server;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        application = new AnnotationConfigApplicationContext(WebApplication.class);
        server = HttpServer.create()
                .host("localhost")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(
                        WebHttpHandlerBuilder.applicationContext(application).build()))
                .bindNow();
    }

    @AfterAll
    static void stop() {
        server.disposeNow();
        application.close();
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    @Test
    void theFutureOfAnAsyncFnIsTheResponse() throws Exception {
        HttpResponse<String> response = get("/greetings/Ada");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("Hello Ada");
    }

    @Test
    void aStreamIsSentItemByItem() throws Exception {
        assertThat(get("/greetings").body()).isEqualTo("data:Hello Ada\n\ndata:Hello Alan\n\n");
    }

    @Test
    void theBodyOfARequestIsAFuture() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/greetings"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("Grace"))
                .build();

        assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("Hello Grace");
    }

    @Test
    void theExceptionOfAnAsyncFnIsTheStatus() throws Exception {
        assertThat(get("/taken").statusCode()).isEqualTo(409);
    }

    @Test
    void aClientThatIsGoneAbortsTheTaskWithItsCleanup() throws Exception {
        Greetings greetings = application.getBean(Greetings.class);
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.getOutputStream()
                    .write("GET /never HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            greetings.begun.await();
        }
        greetings.cleanedUp.await(); // or this test waits too long
    }

    @Test
    void anInterfaceThatSpringImplementsReturnsFutures() {
        SharedRegistry.adapted();
        GreetingsClient greetings = HttpServiceProxyFactory.builderFor(
                        WebClientAdapter.create(WebClient.create(uri("").toString())))
                .build()
                .createClient(GreetingsClient.class);

        assertThat(Async.blockOn(greetings.greeting("Ada"))).isEqualTo("Hello Ada");
    }
}
