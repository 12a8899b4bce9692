package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.ElapsedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClientTest {
    @Test
    void whatFailsIsTriedAgainAndTheRateIsKept() {
        TestExecutor.explore(100, executor -> {
            List<Duration> requests = new ArrayList<>();
            Map<String, Integer> tries = new HashMap<>();
            Client client = new Client(
                    path -> cx -> {
                        requests.add(executor.elapsed());
                        if (tries.merge(path, 1, Integer::sum) < 3) {
                            throw new IOException("busy");
                        }
                        return Poll.ready(path);
                    },
                    executor.clock(),
                    new Random(executor.seed()));
            List<JoinHandle<String>> pages = IntStream.range(0, 4)
                    .mapToObj(i -> executor.spawn(ClientAsync.get(client, "/" + i)))
                    .toList();
            List<String> read = new ArrayList<>();
            for (JoinHandle<String> page : pages) {
                read.add(executor.run(page));
            }
            assertThat(read).containsExactly("/0", "/1", "/2", "/3");
            assertThat(requests).hasSize(12);
            for (int i = 3; i < requests.size(); i++) { // never more than two at once and one each 100 ms
                assertThat(requests.get(i).minus(requests.get(i - 3))).isGreaterThanOrEqualTo(Duration.ofMillis(100));
            }
        });
    }

    @Test
    void aServiceThatDoesNotAnswerIsGivenUpInTheEnd() {
        try (TestExecutor executor = new TestExecutor(1)) {
            Client client = new Client(
                    path -> Futures.failingWith(Future.pending(), IOException.class), executor.clock(), new Random(1));
            assertThatThrownBy(() -> executor.run(ClientAsync.get(client, "/")))
                    .isInstanceOf(ElapsedException.class)
                    .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(3));
            assertThat(executor.elapsed()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(9));
        }
    }
}
