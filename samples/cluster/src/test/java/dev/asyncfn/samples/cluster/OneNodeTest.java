package dev.asyncfn.samples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.asyncfn.Async;
import dev.asyncfn.executor.ThreadPool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A cluster of one node in this JVM, with a journal in memory: sharding, the front and the clients as in the proof. */
@Tag("one-jdk")
class OneNodeTest {
    private static final int ACCOUNTS = 4;
    private static Node node;
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        Config inMemory = ConfigFactory.parseMap(Map.of(
                "pekko.persistence.journal.plugin",
                "pekko.persistence.journal.inmem",
                "pekko.coordinated-shutdown.exit-jvm",
                "off"));
        node = Node.start(inMemory.withFallback(ConfigFactory.load()), null);
        node.awaitMembership();
        client = new Client(List.of(node.port()), 60);
    }

    @AfterAll
    static void stop() throws Exception {
        node.close();
    }

    private static String request(String line) {
        return Async.blockOn(ClientAsync.request(client, line));
    }

    @Test
    void aDepositIsKeptAndOneAboveTheLimitIsRefused() {
        assertThat(request("deposit single d1 30")).isEqualTo("kept");
        assertThat(request("deposit single d2 1001")).isEqualTo("refused");
        assertThat(request("deposit single d1 30")).isEqualTo("kept");

        assertThat(request("show single")).isEqualTo("balance 30 d1");
    }

    @Test
    void anAccountWithoutDepositsIsEmpty() {
        assertThat(request("show empty")).isEqualTo("balance 0 ");
    }

    @Test
    void manyClientsAtOnceLoseNothing() {
        List<Request> requests = IntStream.range(0, 120)
                .mapToObj(number -> Request.numbered(number, ACCOUNTS))
                .toList();
        Load load = new Load(client, requests);
        try (ThreadPool pool = ThreadPool.of(2)) {
            Async.blockOn(LoadAsync.run(load, pool, 8));
        }
        Map<String, String> accounts = new HashMap<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.put("a" + i, request("show a" + i));
        }

        Findings findings = Findings.compare(requests, load.answers(), accounts);

        assertThat(findings.passed()).as(findings.toString()).isTrue();
        assertThat(findings.acknowledged()).isEqualTo(114);
        assertThat(findings.kept()).isEqualTo(114);
    }
}
