package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.TryFuture;
import dev.asyncfn.time.Sleep;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Answers after a second, or after as long as a path says; some paths fail some times before. Counts who is connected. For one thread. */
final class SlowSite implements Crawler.Site {
    private final Map<String, Integer> failures = new HashMap<>();
    private Duration latency = Duration.ofSeconds(1);
    private int connected;
    private int mostConnected;

    SlowSite failing(String path, int times) {
        failures.put(path, times);
        return this;
    }

    SlowSite takes(Duration time) {
        latency = time;
        return this;
    }

    int connected() {
        return connected;
    }

    int mostConnected() {
        return mostConnected;
    }

    @Override
    public TryFuture<String, IOException> get(String path) {
        return SlowSiteAsync.answer(this, path);
    }

    @AsyncFn
    String answer(String path) throws IOException {
        connected++;
        mostConnected = Math.max(mostConnected, connected);
        try {
            await(Sleep.of(latency));
            if (failures.merge(path, -1, Integer::sum) >= 0) {
                throw new IOException("reset by peer");
            }
            return "page " + path;
        } finally {
            connected--;
        }
    }
}
