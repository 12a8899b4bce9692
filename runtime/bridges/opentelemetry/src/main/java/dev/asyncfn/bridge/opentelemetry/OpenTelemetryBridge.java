package dev.asyncfn.bridge.opentelemetry;

import dev.asyncfn.executor.TaskContext;
import io.opentelemetry.context.Context;

/**
 * OpenTelemetry's current context, and with it the current span, around each poll of a task:
 *
 * <pre>{@code
 * ThreadPool pool = ThreadPool.builder().aroundPoll(OpenTelemetryBridge::current).build();
 * }</pre>
 *
 * <p>A scope belongs to a thread: one that a body opens must be closed before the body awaits. To have a span around awaits, make it current
 * where the task is spawned.
 */
public final class OpenTelemetryBridge {
    private OpenTelemetryBridge() {}

    /**
     * The context of a task: that which is current in the calling thread.
     *
     * @return a new context, for one task; it is the same in each poll
     */
    public static TaskContext current() {
        return Context.current()::makeCurrent;
    }
}
