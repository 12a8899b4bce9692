package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.executor.JoinException;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.ElapsedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrawlerTest {
    private static final List<String> PATHS = List.of("a", "b", "c", "d", "e");

    @Test
    void pagesComeInTheOrderOfTheirPathsOverAsManyConnectionsAsAllowed() {
        TestExecutor.explore(200, executor -> {
            SlowSite site = new SlowSite();
            Crawler crawler = new Crawler(site, 2);

            assertThat(executor.run(CrawlerAsync.crawl(crawler, executor, PATHS)))
                    .containsExactly("page a", "page b", "page c", "page d", "page e");
            assertThat(site.mostConnected()).isEqualTo(2);
            assertThat(executor.elapsed()).isEqualTo(Duration.ofSeconds(3)); // two, two, and one
        });
    }

    @Test
    void whatFailsIsTriedAgainAndOthersHaveTheConnectionMeanwhile() {
        TestExecutor.explore(200, executor -> {
            SlowSite site = new SlowSite().failing("a", 2);
            Crawler crawler = new Crawler(site, 1);

            assertThat(executor.run(CrawlerAsync.crawl(crawler, executor, List.of("a", "b"))))
                    .containsExactly("page a", "page b");
            assertThat(site.mostConnected()).isEqualTo(1);
            assertThat(executor.elapsed()).isLessThanOrEqualTo(Duration.ofMillis(4300));
        });
    }

    @Test
    void whatCannotBeHadEndsTheCrawlAndTheOtherTasks() {
        TestExecutor.explore(200, executor -> {
            SlowSite site = new SlowSite().failing("b", 3);
            Crawler crawler = new Crawler(site, 3);

            assertThatThrownBy(() -> executor.run(CrawlerAsync.crawl(crawler, executor, PATHS)))
                    .satisfiesAnyOf(
                            e -> assertThat(e).isInstanceOf(IOException.class),
                            e -> assertThat(e).isInstanceOf(JoinException.class).hasCauseInstanceOf(IOException.class))
                    .hasStackTraceContaining("b cannot be had");
            assertThat(site.connected()).isZero();
            assertThat(executor.size()).isZero();
        });
    }

    @Test
    void whoIsTooSlowIsGivenUp() {
        try (TestExecutor executor = new TestExecutor(0)) {
            SlowSite site = new SlowSite().takes(Duration.ofHours(1));
            Crawler crawler = new Crawler(site, 3);

            assertThatThrownBy(() -> executor.run(CrawlerAsync.fetch(crawler, "a")))
                    .isInstanceOf(IOException.class)
                    .hasCauseInstanceOf(ElapsedException.class);
            assertThat(site.connected()).isZero();
            assertThat(executor.elapsed()).isEqualTo(Duration.ofMillis(3 * 2000 + 100 + 200));
        }
    }

    @Test
    void aFetchThatIsDroppedGivesItsConnectionBack() throws Exception {
        SlowSite site = new SlowSite();
        Crawler crawler = new Crawler(site, 1);
        TaskProbe probe = new TaskProbe();
        var first = CrawlerAsync.fetch(crawler, "a");
        var second = CrawlerAsync.fetch(crawler, "b");
        assertThat(probe.poll(first).isPending()).isTrue();
        assertThat(probe.poll(second).isPending()).isTrue();
        assertThat(second.state()).isEqualTo("AWAIT_ACQUIRE");

        first.drop();
        assertThat(probe.takeWoken()).isTrue();
        assertThat(probe.poll(second).isPending()).isTrue();
        assertThat(second.state()).isEqualTo("AWAIT_TIMEOUT");
        second.drop();

        assertThat(site.connected()).isZero();
        assertThat(probe.held()).isZero();
    }
}
