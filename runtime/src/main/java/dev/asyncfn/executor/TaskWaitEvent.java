package dev.asyncfn.executor;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** The time between two polls. */
@Name("dev.asyncfn.TaskWait")
@Label("Async Task Wait")
@Category("asyncfn")
@Description("The time between two polls of a task, and where it was suspended")
@StackTrace(false)
@Threshold("20 ms")
final class TaskWaitEvent extends Event {
    @Label("Executor")
    String executor;

    @Label("Task")
    int task;

    @Label("Future")
    @Description("The async fn, or the class of the future, that was spawned")
    String future;

    @Label("State")
    @Description("The innermost async fn with its line, and the name of its state")
    String state;

    @Label("Awaits")
    @Description("The future at the end of the chain, as it describes itself")
    String awaits;
}
