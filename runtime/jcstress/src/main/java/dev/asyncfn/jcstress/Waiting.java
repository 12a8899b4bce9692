package dev.asyncfn.jcstress;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.sync.Semaphore;
import dev.asyncfn.test.TaskProbe;
import java.util.Optional;

/**
 * A task that waits for one future: polled once in the race, and again after it, if it was woken for that. Says how it went: the value, or
 * the exception's name, with {@code woken} before it if that took the second poll.
 */
final class Waiting<T> {
    private final TaskProbe task = new TaskProbe();
    private final Future<T> future;
    private String outcome;

    Waiting(Future<T> future) {
        this.future = future;
    }

    /** One that has been polled in vain before the race. */
    static <T> Waiting<T> inLine(Future<T> future) {
        Waiting<T> waiting = new Waiting<>(future);
        waiting.poll();
        if (waiting.outcome != null) {
            throw new AssertionError("ready too early: " + waiting.outcome);
        }
        return waiting;
    }

    void poll() {
        try {
            if (task.poll(future) instanceof Poll.Ready<T> ready) {
                outcome = show(ready.value());
            }
        } catch (Exception thrown) {
            boolean aborted = thrown instanceof JoinException join && join.isCancelled();
            outcome = aborted ? "aborted" : thrown.getClass().getSimpleName();
        }
    }

    void drop() {
        future.drop();
    }

    int wakes() {
        return task.wakes();
    }

    /** After the race. */
    String outcome() {
        if (outcome != null) {
            return outcome + leftOver();
        }
        if (task.wakes() == 0) {
            return "not woken";
        }
        poll();
        return (outcome == null ? "woken in vain" : "woken, " + outcome) + leftOver();
    }

    /** Polled just once, after the race. */
    String pollOnce() {
        poll();
        return outcome + leftOver();
    }

    /** After a race in which it was dropped. */
    String leftOver() {
        return task.held() == 0 ? "" : ", " + task.held() + " wakers kept";
    }

    private static String show(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(String::valueOf).orElse("end");
        }
        return value == null ? "done" : value instanceof Semaphore.Permit ? "permit" : value.toString();
    }
}
