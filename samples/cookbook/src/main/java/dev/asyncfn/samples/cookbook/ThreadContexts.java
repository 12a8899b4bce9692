package dev.asyncfn.samples.cookbook;

import dev.asyncfn.executor.TaskContext;
import io.micrometer.context.ContextSnapshotFactory;
import io.opentelemetry.context.Context;
import java.util.Map;
import org.slf4j.MDC;

/**
 * What libraries keep in thread locals, around each poll of a task: {@code ThreadPool.builder().aroundPoll(ThreadContexts::mdc)}. Each method is
 * called by the thread that spawns a task, and takes along what that thread has.
 */
public final class ThreadContexts {
    private ThreadContexts() {}

    /** SLF4J's map, with what the task puts into it from poll to poll. */
    public static TaskContext mdc() {
        return new TaskContext() {
            private Map<String, String> own = MDC.getCopyOfContextMap();

            @Override
            public AutoCloseable enter() {
                Map<String, String> before = MDC.getCopyOfContextMap();
                set(own);
                return () -> {
                    own = MDC.getCopyOfContextMap();
                    set(before);
                };
            }
        };
    }

    private static void set(Map<String, String> map) {
        if (map == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(map);
        }
    }

    /** OpenTelemetry's current context, and with it the current span. */
    public static TaskContext openTelemetry() {
        return Context.current()::makeCurrent;
    }

    /** All thread locals that are registered with micrometer's context propagation, as those of Spring and Reactor are. */
    public static TaskContext micrometer() {
        return ContextSnapshotFactory.builder().clearMissing(true).build().captureAll()::setThreadLocals;
    }
}
