package dev.asyncfn.executor;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A task, from its first poll under the recording to its end. */
@Name("dev.asyncfn.Task")
@Label("Async Task")
@Category("asyncfn")
@Description("A task that has ended, from its first poll in the recording on")
@StackTrace(false)
final class TaskEvent extends Event {
    @Label("Executor")
    String executor;

    @Label("Task")
    int task;

    @Label("Future")
    @Description("The async fn, or the class of the future, that was spawned")
    String future;

    @Label("End")
    @Description("COMPLETED, FAILED or DROPPED")
    String end;

    @Label("Polls")
    long polls;

    @Label("Busy Time")
    @Description("The time spent in polls")
    @Timespan
    long busy;
}
