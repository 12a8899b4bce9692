package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.sync.Mpsc;
import dev.asyncfn.sync.Mutex;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One producer, several workers, and a queue of few places between them, so that the producer never gets far ahead. The end of the queue
 * is the end of the work: nobody counts, and there is no special last job.
 */
public final class WorkQueue {
    private WorkQueue() {}

    /** Puts all jobs into the queue, and waits whenever it is full. */
    @AsyncFn
    static <J> void produce(List<J> jobs, Mpsc.Sender<J> queue) {
        try (queue) { // the last sender that closes ends the queue
            for (J job : jobs) {
                await(queue.send(job));
            }
        }
    }

    /** Does one job after another until the queue has ended, and says how many those were. A queue has one receiver: workers take turns. */
    @AsyncFn
    static <J> int work(Mutex<Mpsc.Receiver<J>> queue, Function<J, Future<?>> worker) {
        int done = 0;
        while (true) {
            Optional<J> job;
            try (Mutex.Guard<Mpsc.Receiver<J>> receiver = await(queue.lock())) {
                job = await(receiver.get().recv());
            }
            if (job.isEmpty()) {
                return done;
            }
            await(worker.apply(job.get())); // the others take jobs meanwhile
            done++;
        }
    }
}
