package dev.asyncfn.samples.cookbook;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.CancellationToken;
import dev.asyncfn.executor.ExecutorMetrics;
import dev.asyncfn.executor.TaskTracker;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Timeouts;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/**
 * A server that ends well: on SIGTERM, which an orchestrator sends some seconds before it kills, requests that are under way get time to
 * finish, then time to clean up, and only then are dropped. And it shows how busy it is.
 */
public final class Server {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration CLEANUP = Duration.ofSeconds(5);

    private final ThreadPool pool = ThreadPool.builder().name("server").build();
    private final TaskTracker requests = new TaskTracker(pool);
    private final CancellationToken stopping = new CancellationToken();

    /** Runs a request, which may look at the token, or await it, to end early. */
    void accept(Function<CancellationToken, Future<?>> request) {
        requests.spawnDetached(request.apply(stopping));
    }

    /** The JVM runs its shutdown hooks on SIGTERM and SIGINT, and ends once they have. A hook may block, as it is no task. */
    void stopOnSignals() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(PATIENCE, CLEANUP), "shutdown"));
    }

    /**
     * Ends the server, and returns whether all requests came to their end by themselves.
     *
     * @param patience how long requests may take to finish
     * @param cleanup how long those that are aborted then may take to clean up
     */
    boolean stop(Duration patience, Duration cleanup) {
        stopping.cancel();
        requests.close();
        boolean drained = true;
        try {
            Async.blockOn(Timeouts.timeout(patience, requests.drained()));
        } catch (ElapsedException late) {
            drained = false;
        }
        pool.close(cleanup);
        return drained;
    }

    /** For a scraper that comes each few seconds: a busy time that grows by a second each second is one thread that is always busy. */
    String metrics() {
        ExecutorMetrics now = pool.metrics();
        return String.format(
                Locale.ROOT,
                "tasks_alive %d%ntasks_total %d%nqueue_depth %d%npolls_total %d%nbusy_seconds_total %.3f%n",
                now.tasksAlive(),
                now.tasksSpawned(),
                now.queueDepth(),
                now.polls(),
                now.busyTime().toNanos() / 1e9);
    }
}
