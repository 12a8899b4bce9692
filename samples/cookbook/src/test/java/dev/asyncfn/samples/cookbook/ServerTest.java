package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ServerTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Server server = new Server();

    @Test
    void requestsThatHearOfTheEndFinish() {
        AtomicBoolean finished = new AtomicBoolean();
        server.accept(stopping -> Futures.map(stopping.cancelled(), end -> {
            finished.set(true);
            return end;
        }));
        assertThat(server.stop(LONG, LONG)).isTrue();
        assertThat(finished).isTrue();
    }

    @Test
    void aRequestThatDoesNotIsAborted() {
        CompletableFuture<String> dropped = new CompletableFuture<>();
        CountDownLatch started = new CountDownLatch(1);
        server.accept(stopping -> Futures.andThen(
                Futures.lazy(() -> {
                    started.countDown();
                    return null;
                }),
                begun -> Future.from(dropped)));
        assertThat(server.stop(Duration.ofMillis(1), LONG)).isFalse();
        assertThat(dropped.isCancelled() || started.getCount() == 1).isTrue();
    }

    @Test
    void metricsAreLinesOfNamesAndNumbers() {
        server.accept(stopping -> stopping.cancelled());
        assertThat(server.metrics())
                .contains(String.format("tasks_alive 1%ntasks_total 1%n"))
                .containsPattern("queue_depth \\d+\\R")
                .containsPattern("polls_total \\d+\\R")
                .containsPattern("busy_seconds_total \\d+\\.\\d{3}\\R");
        server.stop(LONG, LONG);
    }
}
