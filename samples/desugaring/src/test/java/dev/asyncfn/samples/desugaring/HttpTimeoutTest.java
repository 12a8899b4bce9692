package dev.asyncfn.samples.desugaring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.time.ElapsedException;
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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A timeout of a request ends the request: the server sees the end of the connection. */
class HttpTimeoutTest {
    @Test
    void timeoutClosesTheConnectionOfAnHttpClient() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> readsToTheEnd(server));
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            URI uri = URI.create("http://localhost:" + server.getLocalPort() + "/");
            Future<HttpResponse<String>> response = Timeouts.timeout(
                    Duration.ofMillis(200),
                    Future.from(client.sendAsync(
                            HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())));
            assertThatThrownBy(() -> Async.blockOn(response)).isInstanceOf(ElapsedException.class);
            assertThat(closed.get(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Takes a connection and never answers; true once the client has closed it. */
    private static boolean readsToTheEnd(ServerSocket server) {
        try (Socket connection = server.accept();
                InputStream in = connection.getInputStream()) {
            while (in.read() >= 0) {
                // The request.
            }
            return true;
        } catch (IOException reset) {
            return true;
        }
    }
}
