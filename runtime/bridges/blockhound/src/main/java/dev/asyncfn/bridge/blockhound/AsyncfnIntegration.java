package dev.asyncfn.bridge.blockhound;

import dev.asyncfn.Enter;
import java.util.Map;
import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Forbids to block wherever an executor runs on the thread: in the threads of a {@code ThreadPool}, in those that are lent to one, in a thread
 * that runs a {@code LocalPool}, and in a coroutine that polls a future. Such a thread is one only as long as it is {@linkplain Enter marked}.
 *
 * <p>Executors may wait for tasks, and the threads of {@code Blocking} are not concerned.
 */
public final class AsyncfnIntegration implements BlockHoundIntegration {
    /** The methods of ours that wait, or read a file, on a marked thread: a class, and the method in it. */
    static final Map<String, String> WAITING = Map.of(
            "dev.asyncfn.SourceLines", "read", // the lines for stack traces, once for each generated class
            "dev.asyncfn.executor.Worker", "park", // for a task
            "dev.asyncfn.executor.LocalPool$Run", "park", // for a task
            "dev.asyncfn.executor.TaskState", "awaitInspection", // for a dump, microseconds
            "dev.asyncfn.net.Reactor", "flush"); // until a closed port is free

    /** For the service loader. */
    public AsyncfnIntegration() {}

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.addDynamicThreadPredicate(thread -> true); // any thread may run an executor for a while
        builder.nonBlockingThreadPredicate(others -> others.or(thread -> Enter.isEntered()));
        WAITING.forEach(builder::allowBlockingCallsInside);
    }
}
