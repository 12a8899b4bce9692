package dev.asyncfn.bridge.micrometer;

import dev.asyncfn.executor.TaskContext;
import io.micrometer.context.ContextSnapshotFactory;

/**
 * All thread locals that are registered with micrometer's context propagation, as those of Spring and of observations are, around each poll
 * of a task:
 *
 * <pre>{@code
 * ThreadPool pool = ThreadPool.builder().aroundPoll(MicrometerBridge::captured).build();
 * }</pre>
 */
public final class MicrometerBridge {
    private MicrometerBridge() {}

    /**
     * The context of a task: the values that the calling thread has. Those that it has not are cleared during a poll.
     *
     * @return a new context, for one task; it is the same in each poll
     */
    public static TaskContext captured() {
        return ContextSnapshotFactory.builder().clearMissing(true).build().captureAll()::setThreadLocals;
    }
}
