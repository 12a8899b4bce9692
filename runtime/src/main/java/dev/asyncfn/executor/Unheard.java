package dev.asyncfn.executor;

import dev.asyncfn.collection.Members;
import java.util.Collection;

/** The failures of the tasks of one executor that nothing has reported, and that no task is about to: those of handles that are held, or forgotten. Thread-safe. */
final class Unheard {
    private final Members<TaskFailure> failures = new Members<>();

    synchronized void add(TaskFailure failure) {
        failures.add(failure);
    }

    synchronized void remove(TaskFailure failure) {
        failures.remove(failure);
    }

    private synchronized Collection<TaskFailure> take() {
        return failures.take();
    }

    /** Notifies the handler of each, in the order in which they happened. */
    void report(UncaughtTaskHandler handler) {
        for (TaskFailure failure : take()) {
            failure.reportTo(handler);
        }
    }
}
