package dev.asyncfn.samples.service;

import static dev.asyncfn.samples.service.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that do not come to their end, and the end of the service. */
@SuppressWarnings("try") // sockets are only open
class LifecycleTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final String database = TestSettings.freshH2();
    private DemoProvider provider;

    @BeforeEach
    void start() {
        provider = DemoProvider.start();
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private Service service(Duration grace) {
        return Service.start(TestSettings.with(provider, database, grace));
    }

    /** The path of a new order for whose payment the provider takes its time. */
    private static String slowOrder(TestClient client) {
        JsonObject order =
                new JsonObject().put("reference", "slow").put("item", "book").put("cents", 1599);
        return "/orders/" + client.create(order);
    }

    private static int used(Service service) {
        return service.database().metrics().acquiredSize();
    }

    @Test
    void aClientThatDisconnectsEndsItsTransactionAndTheCallOfTheProvider() throws Exception {
        Service service = service(LONG);
        TestClient client = new TestClient(service.port());
        String order = slowOrder(client);
        try (Socket socket = client.postAndLeave(order + "/pay")) {
            await(() -> provider.open() == 1);
            assertThat(used(service)).isEqualTo(1);
        }

        await(() -> provider.givenUp() == 1);
        await(() -> service.running() == 0);

        assertThat(used(service)).isZero();
        assertThat(provider.open()).isZero();
        assertThat(new JsonObject(client.get(order).body()).getString("status")).isEqualTo("NEW");
        await(() -> client.get("/metrics").body().contains("{route=\"/orders/:id/pay\",status=\"499\"}"));
        assertThat(service.stop()).isTrue();
    }

    @Test
    void aRequestOfHttp2ThatIsCancelledIsAbortedWithoutTheOthersOfItsConnection() {
        Service service = service(LONG);
        TestClient client = new TestClient(service.port());
        String order = slowOrder(client);
        assertThat(client.get(order).version()).isEqualTo(HttpClient.Version.HTTP_2);
        CompletableFuture<HttpResponse<String>> paying = client.postAsync(order + "/pay");
        await(() -> provider.open() == 1);

        paying.cancel(true);

        await(() -> provider.givenUp() == 1);
        await(() -> service.running() == 0);
        assertThat(used(service)).isZero();
        assertThat(client.get(order).statusCode()).isEqualTo(200);
        service.stop();
    }

    @Test
    void theRowOfAPaymentThatWasGivenUpIsNotLocked() throws Exception {
        Service service = service(LONG);
        TestClient client = new TestClient(service.port());
        String order = slowOrder(client);
        try (Socket socket = client.postAndLeave(order + "/pay")) {
            await(() -> provider.open() == 1);
        }
        await(() -> provider.givenUp() == 1);

        CompletableFuture<HttpResponse<String>> again = client.postAsync(order + "/pay");
        await(() -> provider.open() == 1);
        provider.answerAll();

        assertThat(again.join().statusCode()).isEqualTo(200);
        service.stop();
    }

    @Test
    void requestsThatAreUnderWayFinishBeforeTheServiceEnds() {
        Service service = service(LONG);
        TestClient client = new TestClient(service.port());
        String order = slowOrder(client);
        CompletableFuture<HttpResponse<String>> paying = client.postAsync(order + "/pay");
        await(() -> provider.open() == 1);

        CompletableFuture<Boolean> stopping = CompletableFuture.supplyAsync(service::stop);
        await(() -> client.get(order).statusCode() == 503);
        assertThat(client.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(paying).isNotDone();
        assertThat(stopping).isNotDone();
        provider.answerAll();

        assertThat(paying.join().statusCode()).isEqualTo(200);
        assertThat(stopping.join()).isTrue();
        assertThatThrownBy(() -> new Socket("localhost", service.port())).isInstanceOf(ConnectException.class);
    }

    @Test
    void requestsThatTakeLongerThanTheGraceAreAbortedAndRolledBack() {
        Service service = service(Duration.ofMillis(50));
        TestClient client = new TestClient(service.port());
        String order = slowOrder(client);
        CompletableFuture<HttpResponse<String>> paying = client.postAsync(order + "/pay");
        await(() -> provider.open() == 1);

        assertThat(service.stop()).isFalse();

        assertThatThrownBy(paying::join).hasRootCauseInstanceOf(IOException.class);
        await(() -> provider.givenUp() == 1);
        Service next = service(LONG);
        String status = new JsonObject(new TestClient(next.port()).get(order).body()).getString("status");
        assertThat(status).isEqualTo("NEW");
        next.stop();
    }
}
