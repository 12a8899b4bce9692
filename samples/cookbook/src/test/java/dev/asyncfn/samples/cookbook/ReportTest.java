package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;

class ReportTest {
    private int loading;
    private int mostLoading;

    private Future<String> load(int id) {
        loading++;
        mostLoading = Math.max(mostLoading, loading);
        return Futures.map(Sleep.of(Duration.ofMillis(10 * (10 - id))), slept -> {
            loading--;
            return id + ".1\n\n" + id + ".2\n";
        });
    }

    @Test
    void pagesAreMadeOfTheDocumentsInOrderWhicheverLoadsFirst() {
        TestExecutor.explore(200, executor -> {
            assertThat(executor.run(ReportAsync.pages(List.of(1, 2, 3, 4, 5), this::load)))
                    .containsExactly(
                            List.of("1.1", "1.2", "2.1"),
                            List.of("2.2", "3.1", "3.2"),
                            List.of("4.1", "4.2", "5.1"),
                            List.of("5.2"));
            assertThat(mostLoading).isEqualTo(4);
        });
    }

    @Test
    void linesComeFromAPublisherOfTheJdkWhichIsCancelledAfterTheLast() throws Exception {
        try (SubmissionPublisher<String> publisher = new SubmissionPublisher<>(Runnable::run, 2)) {
            Thread source = new Thread(() -> {
                while (publisher.getNumberOfSubscribers() == 0) {
                    Thread.yield();
                }
                for (String line : List.of("a", "b", "c", "end")) {
                    publisher.submit(line); // blocks while the stream is behind
                }
            });
            source.start();
            assertThat(Async.blockOn(ReportAsync.linesUntil("end", publisher))).containsExactly("a", "b", "c", "end");
            source.join();
            assertThat(publisher.getNumberOfSubscribers()).isZero();
        }
    }

    @Test
    void linesComeFromAStreamThatIsAPublisher() {
        TestExecutor.explore(200, executor -> {
            var publisher = Streams.of("a", "b", "end", "more").toPublisher(executor);
            assertThat(executor.run(ReportAsync.linesUntil("end", publisher))).containsExactly("a", "b", "end");
            executor.runUntilStalled();
            assertThat(executor.size()).isZero();
        });
    }
}
