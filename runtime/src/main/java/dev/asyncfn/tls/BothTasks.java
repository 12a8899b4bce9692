package dev.asyncfn.tls;

import dev.asyncfn.waker.Fork;

/**
 * The task that reads and the task that writes. Either may drive the transfers below that both need, so each of these wakes both tasks; a wake that
 * a task did not need is a poll that finds nothing to do.
 */
final class BothTasks extends Fork {
    final Place reader = new Place();
    final Place writer = new Place();

    @Override
    protected Place enlist(Place others) {
        return reader.before(writer.before(others));
    }

    void wake() {
        wakeAll(enlist(null));
    }
}
