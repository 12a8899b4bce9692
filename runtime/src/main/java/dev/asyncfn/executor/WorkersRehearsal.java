package dev.asyncfn.executor;

import dev.asyncfn.Future;

/**
 * The rehearsal of {@link Workers}, on two that have no threads: the current one runs the first, and spawns for it from inside and from outside. Tasks
 * go through the queue of both, and of all.
 */
final class WorkersRehearsal implements Rehearsal.Stage {
    private final Workers pool = new Workers(2, work -> Thread.currentThread(), Rehearsal.DEAF);
    private final Worker one = pool.worker(0);
    private final Worker two = pool.worker(1);
    private boolean inside;

    private WorkersRehearsal() {}

    static void rehearse() {
        WorkersRehearsal stage = new WorkersRehearsal();
        Rehearsal.on(stage);
        stage.one.leave();
    }

    @Override
    public <T> Task<T> spawn(Future<T> future) {
        if (inside) {
            one.enter();
        } else {
            one.leave();
        }
        inside = !inside;
        return pool.spawn(future);
    }

    @Override
    public void run() {
        one.enter();
        pool.idle.enter(two);
        pool.idle.call();
        pool.idle.endSearch(two);
        one.queue.stealInto(two.queue);
        if (pool.hasWork()) {
            one.meter.beginWait();
            one.meter.endWait();
            one.runNext();
        }
    }
}
