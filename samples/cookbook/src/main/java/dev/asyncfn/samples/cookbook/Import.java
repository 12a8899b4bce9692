package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.future.Futures;
import java.time.Duration;
import java.util.List;

/**
 * A graceful abort: whenever a long import is given up, it rolls back and says goodbye, and both of these wait for a server.
 *
 * <p>An abort that comes at an await of the {@code try} runs its {@code finally} block. One that comes while that block runs already, because the
 * import has ended or failed by itself, gives up the await of the block like any other. So what must be done to its end is shielded.
 */
public final class Import {
    /** The other side. */
    public interface Store {
        Future<Void> begin();

        Future<Void> write(String line);

        Future<Void> commit();

        Future<Void> rollBack();

        Future<Void> close();
    }

    /** So long a goodbye may take once nobody waits for the import any more. */
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private Import() {}

    /** Imports all lines, or none. The finally blocks run to their end, wherever the task is aborted, also within them. */
    @AsyncFn
    static int run(Store store, List<String> lines) {
        try {
            await(store.begin());
            boolean committed = false;
            try {
                for (String line : lines) {
                    await(store.write(line));
                }
                await(store.commit());
                committed = true;
            } finally {
                if (!committed) {
                    await(Futures.shielded(store.rollBack()));
                }
            }
            return lines.size();
        } finally {
            await(Futures.shielded(store.close(), GOODBYE)); // the other side closes by itself, some time later
        }
    }

    /** Runs an import for at most {@code limit}; after that it has {@code grace} to clean up. */
    @AsyncFn
    static boolean runFor(Spawner spawner, Store store, List<String> lines, Future<?> limit, Duration grace) {
        JoinHandle<Integer> running = spawner.spawn(ImportAsync.run(store, lines));
        await(limit);
        boolean finished = running.isFinished();
        await(running.abortAndJoin(grace));
        return finished;
    }
}
