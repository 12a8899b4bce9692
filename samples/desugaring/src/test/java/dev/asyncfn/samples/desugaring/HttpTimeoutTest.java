package dev.asyncfn.samples.desugaring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.time.Clock;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.ManualClock;
import dev.asyncfn.time.Timeouts;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A timeout of a request ends the request: the server sees the end of the connection. */
class HttpTimeoutTest {
    private static final Duration LIMIT = Duration.ofMillis(200);

    @Test
    void timeoutClosesTheConnectionOfAnHttpClient() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ManualClock clock = ManualClock.create();
            Runnable late = () -> clock.advance(LIMIT); // not before the request is there, however slow this machine is
            CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> readsToTheEnd(server, late));
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            URI uri = URI.create("http://localhost:" + server.getLocalPort() + "/");
            CompletableFuture<HttpResponse<String>> answer =
                    client.sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            Clock.Scope scope = Clock.enter(clock);
            Future<HttpResponse<String>> response = Timeouts.timeout(LIMIT, Future.from(answer));
            scope.close();
            assertThatThrownBy(() -> Async.blockOn(response)).isInstanceOf(ElapsedException.class);
            assertThat(closed.get()).isTrue();
        }
    }

    /** Takes a connection and never answers, but tells of each byte of the request; true once the client has closed it. */
    private static boolean readsToTheEnd(ServerSocket server, Runnable requested) {
        try (Socket connection = server.accept();
                InputStream in = connection.getInputStream()) {
            while (in.read() >= 0) {
                requested.run();
            }
            return true;
        } catch (IOException reset) {
            return true;
        }
    }
}
