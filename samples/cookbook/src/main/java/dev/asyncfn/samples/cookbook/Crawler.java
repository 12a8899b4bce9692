package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.executor.TaskScope;
import dev.asyncfn.sync.Semaphore;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Sleep;
import dev.asyncfn.time.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Fetches many pages at once, but over few connections, and retries what fails or takes too long. A {@link TaskScope} holds the tasks, a
 * {@link Semaphore} counts the connections.
 */
public final class Crawler {
    /** The source of the pages. */
    public interface Site {
        TryFuture<String, IOException> get(String path);
    }

    static final int ATTEMPTS = 3;
    static final Duration PATIENCE = Duration.ofSeconds(2);
    static final Duration PAUSE = Duration.ofMillis(100);

    private final Site site;
    private final Semaphore connections;

    public Crawler(Site site, int connections) {
        this.site = site;
        this.connections = new Semaphore(connections);
    }

    /** All pages, in the order of their paths. The first one that cannot be fetched ends the crawl: the scope then drops the other tasks. */
    @AsyncFn
    List<String> crawl(Spawner spawner, List<String> paths) throws IOException {
        return await(TaskScope.tryRun(spawner, scope -> CrawlerAsync.crawlIn(this, scope, paths)));
    }

    @AsyncFn
    List<String> crawlIn(TaskScope scope, List<String> paths) throws IOException {
        List<JoinHandle<String>> fetches = new ArrayList<>();
        for (String path : paths) {
            fetches.add(scope.spawn(CrawlerAsync.fetch(this, path)));
        }
        List<String> pages = new ArrayList<>();
        for (JoinHandle<String> fetch : fetches) {
            pages.add(await(fetch));
        }
        return pages;
    }

    @AsyncFn
    String fetch(String path) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Semaphore.Permit permit = await(connections.acquire());
            try (permit) {
                return await(Timeouts.timeout(PATIENCE, site.get(path)));
            } catch (IOException | ElapsedException e) {
                if (attempt == ATTEMPTS) {
                    throw new IOException(path + " cannot be had", e);
                }
            }
            await(Sleep.of(PAUSE.multipliedBy(attempt))); // another task uses the connection in the meantime
        }
    }
}
