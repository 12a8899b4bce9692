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
 * One producer, several workers, and a short queue between them, so that the producer never gets far ahead. The end of the queue
 * is the end of the work: nothing counts jobs, and there is no special last job.
 */
public final class WorkQueue {
    private WorkQueue() {}

    /** Puts all jobs into the queue, and waits while it is full. */
    @AsyncFn
    static <J> void produce(List<J> jobs, Mpsc.Sender<J> queue) {
        try (queue) { // when the last sender is closed, the queue ends
            for (J job : jobs) {
                await(queue.send(job));
            }
        }
    }

    /** Does one job after another until the queue has ended, and returns how many there were. A queue has one receiver: workers take turns. */
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
            await(worker.apply(job.get())); // other workers take jobs in the meantime
            done++;
        }
    }
}
