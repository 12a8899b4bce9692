package dev.asyncfn.executor;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** What an executor has done and has to do: an {@link ExecutorMetrics}, from time to time. */
@Name("dev.asyncfn.Executor")
@Label("Async Executor")
@Category("asyncfn")
@Description("What an executor has done so far, and what it has to do")
@StackTrace(false)
@Period("1 s")
final class ExecutorEvent extends Event {
    @Label("Executor")
    String executor;

    @Label("Threads")
    @Description("How many threads of its own it has; 0 if it runs on those of others")
    int threads;

    @Label("Tasks Alive")
    int tasksAlive;

    @Label("Tasks Spawned")
    long tasksSpawned;

    @Label("Queue Depth")
    @Description("How many tasks wait for their turn")
    int queueDepth;

    @Label("Polls")
    long polls;

    @Label("Busy Time")
    @Description("How long its own threads did not wait for a task, added up")
    @Timespan
    long busyTime;

    static void commit(ExecutorMetrics metrics) {
        ExecutorEvent event = new ExecutorEvent();
        event.executor = metrics.name();
        event.threads = metrics.threads();
        event.tasksAlive = metrics.tasksAlive();
        event.tasksSpawned = metrics.tasksSpawned();
        event.queueDepth = metrics.queueDepth();
        event.polls = metrics.polls();
        event.busyTime = metrics.busyTime().toNanos();
        event.commit();
    }
}
