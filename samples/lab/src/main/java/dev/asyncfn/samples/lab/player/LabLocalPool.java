package dev.asyncfn.samples.lab.player;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.TaskDump;
import dev.asyncfn.executor.TaskHooks;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * A {@link LocalPool} of the program. It keeps its own order: the reader says when it runs, and sees which tasks it has polled. Used by one
 * thread.
 */
final class LabLocalPool implements TaskHooks {
    /** The hooks of the program, by the builders that it gave them to. */
    private static final Map<LocalPool.Builder, TaskHooks> OWN_HOOKS = new IdentityHashMap<>();

    private static final Map<LocalPool, LabLocalPool> ALL = new IdentityHashMap<>();

    private final int number = Tasks.nextPool();
    private final Map<Integer, Tasks.Spawned> tasks = new HashMap<>();
    private final TaskHooks own;
    private LocalPool pool;
    /** To be woken when a task has ended; null if nothing waits for that. */
    private Waker waiting;

    private LabLocalPool(TaskHooks own) {
        this.own = own;
    }

    static void clear() {
        OWN_HOOKS.clear();
        ALL.clear();
    }

    static void hooks(LocalPool.Builder builder, TaskHooks hooks) {
        OWN_HOOKS.put(builder, hooks);
    }

    static LocalPool build(LocalPool.Builder builder) {
        LabLocalPool made = new LabLocalPool(OWN_HOOKS.getOrDefault(builder, new TaskHooks() {}));
        made.pool = builder.hooks(made).build();
        ALL.put(made.pool, made);
        Tasks.add(made);
        return made.pool;
    }

    /** Ready when the pool has no task left. */
    static Future<Void> end(LocalPool pool) {
        return ALL.get(pool).new End();
    }

    String name() {
        return "LocalPool" + (number == 1 ? "" : " " + number);
    }

    /** Whether a task waits for its turn. */
    boolean hasNext() {
        return pool.metrics().queueDepth() > 0;
    }

    /** Polls its tasks until one ends, or all wait. */
    void runOne() {
        pool.tryRunOne();
    }

    private boolean isScheduled(int id) {
        return pool.dump().tasks().stream()
                .anyMatch(entry -> entry.id() == id && entry.status() == TaskDump.Status.SCHEDULED);
    }

    @Override
    public void spawned(int id, Future<?> future) {
        String name = "task " + id + (number == 1 ? "" : " of pool " + number);
        tasks.put(id, Tasks.add(name, future, () -> isScheduled(id)));
        own.spawned(id, future);
    }

    @Override
    public void pollBegins(int id) {
        tasks.get(id).begin();
        own.pollBegins(id);
    }

    @Override
    public void pollEnds(int id) {
        tasks.get(id).tellPoll();
        own.pollEnds(id);
    }

    @Override
    public void ended(int id, TaskHooks.End how) {
        tasks.get(id).tellEnd(how);
        own.ended(id, how);
        Waker woken = waiting;
        waiting = null;
        if (woken != null) {
            woken.wakeByRef();
        }
    }

    /** In place of {@link LocalPool#run()}: ready when no task is left. */
    private final class End implements Future<Void>, Traced {
        @Override
        public Poll<Void> poll(Context cx) {
            if (tasks.values().stream().anyMatch(Tasks.Spawned::isAlive)) {
                waiting = cx.waker();
                return Poll.pending();
            }
            return Poll.ready(null);
        }

        @Override
        public void drop() {
            waiting = null;
        }

        @Override
        public String state() {
            return name() + ".run";
        }

        @Override
        public Future<?> awaited() {
            return null;
        }
    }
}
