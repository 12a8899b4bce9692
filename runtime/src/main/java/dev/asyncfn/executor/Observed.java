package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Undelivered;
import java.util.function.Consumer;

/** The future of a task of which hooks or a recording hear. There is none where nobody listens. */
final class Observed<T> implements Future<T>, Traced {
    /** Where only a recording hears of the task. */
    private static final TaskHooks NONE = new TaskHooks() {};

    private final Future<T> future;
    private final TaskHooks hooks;
    /** Set before anything else happens. */
    private Task<T> task;

    /** What is recorded of the task; null as long as nothing is. */
    private Recording.Trace trace;

    private boolean ended;

    Observed(Future<T> future, TaskHooks hooks) {
        this.future = future;
        this.hooks = hooks;
    }

    /** As {@link #Observed(Future, TaskHooks)}, for a task that was spawned before. */
    static <T> Future<T> recorded(Task<T> task, Future<T> future) {
        if (future instanceof Observed<?>) {
            return future;
        }
        Observed<T> observed = new Observed<>(future, NONE);
        observed.task = task;
        return observed;
    }

    /** The future within. */
    static Future<?> within(Future<?> future) {
        return future instanceof Observed<?> observed ? observed.future : future;
    }

    /** It has been spawned as this task. */
    void spawned(Task<T> spawned) {
        task = spawned;
        tell(heard -> heard.spawned(task.id, Scheduler.spawned(future)));
    }

    private void tell(Consumer<TaskHooks> what) {
        try {
            what.accept(hooks);
        } catch (Throwable thrown) {
            TaskFailure.report(thrown, task.uncaught());
        }
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        begin();
        Poll<T> poll = null;
        boolean threw = true;
        try {
            poll = future.poll(cx);
            threw = false;
        } finally {
            pollEnds(poll != null && poll.isPending());
            if (threw) {
                end(TaskHooks.End.FAILED);
            } else if (poll != null && poll.isReady()) {
                end(TaskHooks.End.COMPLETED);
            }
        }
        return poll;
    }

    private void begin() {
        record(() -> {
            if (trace == null && Recording.isOn()) {
                trace = Recording.begin(task, future);
            }
            if (trace != null) {
                trace.pollBegins(future);
            }
        });
        tell(heard -> heard.pollBegins(task.id));
    }

    private void pollEnds(boolean pending) {
        tell(heard -> heard.pollEnds(task.id));
        if (trace != null) {
            record(() -> trace.pollEnds(future, pending));
        }
    }

    /** A fault of the recorder, such as a class that cannot be loaded, is not the task's. */
    private void record(Runnable what) {
        try {
            what.run();
        } catch (Throwable thrown) {
            trace = null;
            TaskFailure.report(thrown, task.uncaught());
        }
    }

    private void end(TaskHooks.End how) {
        if (ended) {
            return;
        }
        ended = true;
        tell(heard -> heard.ended(task.id, how));
        if (trace != null) {
            record(() -> trace.ended(how.name()));
            trace = null;
        }
    }

    @Override
    public Poll<Void> pollDrop(Context cx) throws Exception {
        boolean pending = false;
        try {
            Poll<Void> poll = future.pollDrop(cx);
            pending = poll.isPending();
            return poll;
        } finally {
            if (!pending) {
                end(TaskHooks.End.DROPPED);
            }
        }
    }

    @Override
    public void drop() {
        try {
            future.drop();
        } finally {
            if (task != null) { // else it was refused
                end(TaskHooks.End.DROPPED);
            }
        }
    }

    @Override
    public Undelivered<? super T> undelivered() {
        return future.undelivered();
    }

    @Override
    public String state() {
        return "observed";
    }

    @Override
    public Future<?> awaited() {
        return future;
    }
}
