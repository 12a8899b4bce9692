package dev.asyncfn.samples.lab.player;

import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.TaskHooks;
import dev.asyncfn.executor.ThreadPool;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** In place of the threads of a pool: a job waits until the reader runs it. Any thread of the program may wake. */
final class LabPool implements Executor, TaskHooks {
    /** The hooks of the program, by the builders that it gave them to. */
    private static final Map<ThreadPool.Builder, TaskHooks> OWN_HOOKS = new IdentityHashMap<>();

    private final int number = Tasks.nextPool();
    private final Map<Integer, Tasks.Spawned> tasks = new ConcurrentHashMap<>();
    private final TaskHooks own;
    /** Runs the jobs, if the program has brought it; else null. */
    private final Executor lender;

    private LabPool(TaskHooks own, Executor lender) {
        this.own = own;
        this.lender = lender;
    }

    static void clear() {
        OWN_HOOKS.clear();
    }

    static void hooks(ThreadPool.Builder builder, TaskHooks hooks) {
        OWN_HOOKS.put(builder, hooks);
    }

    /**
     * Where the program has no handler, failures are printed as they come. Those of handles that the program has forgotten come when they are
     * collected, perhaps while another execution prints; each task tells of its failure anyway.
     */
    static ThreadPool.Builder builder() {
        Thread player = Thread.currentThread();
        return ThreadPool.builder().uncaughtTaskHandler(failure -> {
            if (Thread.currentThread() == player) {
                failure.printStackTrace();
            }
        });
    }

    /** @param lender null: the reader */
    static ThreadPool build(ThreadPool.Builder builder, Executor lender) {
        LabPool pool = new LabPool(OWN_HOOKS.getOrDefault(builder, new TaskHooks() {}), lender);
        return builder.hooks(pool).build(pool);
    }

    @Override
    public void spawned(int id, Future<?> future) {
        tasks.put(id, Tasks.add("task " + id + (number == 1 ? "" : " of pool " + number), future));
        own.spawned(id, future);
    }

    @Override
    public void execute(Runnable job) {
        Tasks.Spawned task = tasks.get(((JoinHandle<?>) job).id());
        task.queue(job);
        if (lender != null) {
            lender.execute(() -> {
                if (task.isQueued()) {
                    task.run();
                }
            });
        }
    }

    @Override
    public void pollBegins(int id) {
        tasks.get(id).countPoll();
        own.pollBegins(id);
    }

    @Override
    public void pollEnds(int id) {
        own.pollEnds(id);
    }

    @Override
    public void ended(int id, End end) {
        tasks.get(id).end(end);
        own.ended(id, end);
    }
}
