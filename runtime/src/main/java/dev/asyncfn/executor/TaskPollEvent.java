package dev.asyncfn.executor;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** A long poll. */
@Name("dev.asyncfn.TaskPoll")
@Label("Async Task Poll")
@Category("asyncfn")
@Description("A poll that took long, and kept its thread from all other tasks: it may have blocked")
@StackTrace(false)
@Threshold("10 ms")
final class TaskPollEvent extends Event {
    @Label("Executor")
    String executor;

    @Label("Task")
    int task;

    @Label("Future")
    @Description("The async fn, or the class of the future, that was spawned")
    String future;

    @Label("State")
    @Description("Where the task was suspended after the poll; null if it has ended")
    String state;
}
