package dev.asyncfn.samples.service;

import static dev.asyncfn.samples.service.Conditions.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.BindException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The whole service over HTTP, with its database and a provider. */
class ServiceTest {
    private static DemoProvider provider;
    private static Service service;
    private static TestClient client;

    @BeforeAll
    static void start() {
        provider = DemoProvider.start();
        service = Service.start(TestSettings.with(provider));
        client = new TestClient(service.port());
    }

    @AfterAll
    static void stop() {
        service.stop();
        provider.close();
    }

    private static JsonObject order(String reference, int cents) {
        return new JsonObject().put("reference", reference).put("item", "book").put("cents", cents);
    }

    // ---- orders

    @Test
    void anOrderIsCreatedAndFound() {
        HttpResponse<String> created = client.post("/orders", order("created", 1500));

        assertThat(created.statusCode()).isEqualTo(201);
        JsonObject json = new JsonObject(created.body());
        assertThat(json.getString("status")).isEqualTo("NEW");
        HttpResponse<String> found = client.get("/orders/" + json.getLong("id"));
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(found.body())).isEqualTo(json);
        assertThat(found.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void ordersAreListedPageByPage() {
        long first = client.create(order("listed-1", 1));
        long second = client.create(order("listed-2", 2));

        HttpResponse<String> page = client.get("/orders?after=" + (first - 1) + "&limit=100");

        JsonArray orders = new JsonObject(page.body()).getJsonArray("orders");
        assertThat(orders.stream().map(each -> ((JsonObject) each).getLong("id")))
                .contains(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"reference\":\"r\",\"item\":\"book\"}",
                "{\"reference\":\"r\",\"item\":\"book\",\"cents\":0}",
                "{\"reference\":\"r\",\"item\":\"book\",\"cents\":1.5}",
                "{\"reference\":\"r\",\"item\":\"book\",\"cents\":\"1\"}",
                "{\"reference\":\" \",\"item\":\"book\",\"cents\":1}",
                "{\"reference\":1,\"item\":\"book\",\"cents\":1}",
                "{\"reference\":\"r\",\"item\":null,\"cents\":1}"
            })
    void anOrderThatIsNotValidIsRefused(String body) {
        HttpResponse<String> refused = client.post("/orders", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(refused.body()).getString("error")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/x", "/orders/0", "/orders?limit=0", "/orders?limit=101", "/orders?after=-1"})
    void aNumberThatIsNoneIsRefused(String path) {
        assertThat(client.get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        assertThat(client.post("/orders", "x".repeat(100_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void anOrderThatIsNotThereIsNotFound() {
        assertThat(client.get("/orders/987654321").statusCode()).isEqualTo(404);
        assertThat(client.post("/orders/987654321/pay", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aReferenceThatIsTakenIsAConflict() {
        client.create(order("taken", 1));

        assertThat(client.post("/orders", order("taken", 1)).statusCode()).isEqualTo(409);
    }

    // ---- payments

    @Test
    void anOrderIsPaidOnce() {
        String path = "/orders/" + client.create(order("paid", 1500));

        HttpResponse<String> paid = client.post(path + "/pay", "");
        assertThat(paid.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(paid.body()).getString("receipt")).startsWith("receipt-of-order-");
        assertThat(client.post(path + "/pay", "").statusCode()).isEqualTo(409);
        assertThat(new JsonObject(client.get(path).body())).isEqualTo(new JsonObject(paid.body()));
    }

    @Test
    void aPaymentThatIsDeclinedLeavesTheOrderAsItWas() {
        String path = "/orders/" + client.create(order("declined", 1513));

        assertThat(client.post(path + "/pay", "").statusCode()).isEqualTo(402);
        assertThat(new JsonObject(client.get(path).body()).getString("status")).isEqualTo("NEW");
    }

    @Test
    void aProviderThatFailsOnceIsAskedAgain() {
        String path = "/orders/" + client.create(order("flaky", 1577));

        assertThat(client.post(path + "/pay", "", "flaky-trace").statusCode()).isEqualTo(200);
        assertThat(provider.traces().stream().filter("flaky-trace"::equals)).hasSize(2);
    }

    // ---- traces

    @Test
    void theTraceOfARequestIsInItsAnswerAtTheProviderAndInEachLineOfTheLog() {
        String path = "/orders/" + client.create(order("traced", 1577));
        Queue<ILoggingEvent> lines = new ConcurrentLinkedQueue<>();
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent line) {
                line.getMDCPropertyMap(); // as they are now, of this thread
                lines.add(line);
            }
        };
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        appender.start();
        root.addAppender(appender);
        try {
            HttpResponse<String> paid = client.post(path + "/pay", "", "my-trace");

            assertThat(paid.headers().firstValue(Trace.HEADER)).contains("my-trace");
            await(() ->
                    lines.stream().anyMatch(line -> line.getFormattedMessage().startsWith("POST " + path + "/pay ")));
        } finally {
            root.detachAppender(appender);
        }
        assertThat(provider.traces()).contains("my-trace");
        List<String> traced = lines.stream()
                .filter(line -> "my-trace".equals(line.getMDCPropertyMap().get(Trace.MDC_KEY)))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
        assertThat(traced).hasSize(2);
        assertThat(traced.get(0)).contains("payment, attempt 1", "503");
        assertThat(traced.get(1)).startsWith("POST " + path + "/pay 200 in ");
    }

    @Test
    void aTraceThatIsMissingOrMadeToForgeLinesIsReplaced() {
        assertThat(client.get("/health/live").headers().firstValue(Trace.HEADER))
                .hasValueSatisfying(made -> assertThat(made).hasSize(36));
        assertThat(client.get("/health/live", "a b").headers().firstValue(Trace.HEADER))
                .hasValueSatisfying(made -> assertThat(made).hasSize(36));
    }

    // ---- operations

    @Test
    void itIsAliveAndReady() {
        assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void itShowsWhatItDoes() {
        client.get("/orders/987654321");

        await(() -> client.get("/metrics")
                .body()
                .contains("http_requests_seconds_count{route=\"/orders/:id\",status=\"404\"}"));
        HttpResponse<String> metrics = client.get("/metrics");

        assertThat(metrics.headers().firstValue("Content-Type")).contains(Meters.CONTENT_TYPE);
        assertThat(metrics.body())
                .contains("tasks_alive{pool=\"http-0\"}", "tasks_spawned_total{pool=\"http-1\"}")
                .contains("database_connections_used ", "payments_permits ", "payments_retries_total ");
    }

    @Test
    void aPortThatIsTakenIsAFailure() {
        Settings settings = TestSettings.with(provider);
        Settings same = new Settings(
                service.port(),
                1,
                settings.database(),
                1,
                1,
                settings.provider(),
                settings.attempt(),
                settings.limit(),
                settings.grace(),
                settings.cleanup());

        assertThatThrownBy(() -> Service.start(same)).isInstanceOf(BindException.class);
    }
}
