package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.JoinSet;
import dev.asyncfn.executor.Joined;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.executor.TaskScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tasks of which some may fail: the first answers that come, and jobs whose failures are only noted. */
public final class Mirrors {
    private Mirrors() {}

    /** The first so many answers. Mirrors that have not answered by then are aborted; failures do not matter. */
    @AsyncFn
    static List<String> first(Spawner pool, int count, List<Future<String>> mirrors) throws IOException {
        List<String> answers = new ArrayList<>();
        try (JoinSet<String> asked = new JoinSet<>(pool)) {
            for (Future<String> mirror : mirrors) {
                asked.spawn(mirror);
            }
            while (answers.size() < count) {
                Joined<String> next = await(asked.joinNext());
                if (next == null) {
                    throw new IOException("only " + answers.size() + " answers");
                }
                if (next.failure() == null) {
                    answers.add(next.value());
                }
            }
        }
        return answers;
    }

    /** Runs all jobs to their end, whichever of them fail, and returns how many have not. */
    @AsyncFn
    static int runAll(Spawner pool, List<Future<Void>> jobs, Consumer<Throwable> failures) {
        return await(TaskScope.supervise(pool, scope -> MirrorsAsync.supervise(scope, jobs, failures)));
    }

    @AsyncFn
    static int supervise(TaskScope scope, List<Future<Void>> jobs, Consumer<Throwable> failures) {
        List<JoinHandle<Void>> running = new ArrayList<>();
        for (Future<Void> job : jobs) {
            running.add(scope.spawn(job));
        }
        int done = 0;
        for (JoinHandle<Void> job : running) {
            try {
                await(job);
                done++;
            } catch (JoinException failed) {
                failures.accept(failed.getCause());
            }
        }
        return done;
    }
}
