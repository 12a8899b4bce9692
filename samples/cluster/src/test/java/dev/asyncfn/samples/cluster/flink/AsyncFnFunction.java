package dev.asyncfn.samples.cluster.flink;

import dev.asyncfn.Future;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.interop.Interop;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/** An async fn in a pipeline of Flink: one task for each element that is under way. ENGINES.md shows the lines between the marks. */
final class AsyncFnFunction<I, O> extends RichAsyncFunction<I, O> {
    private static final long serialVersionUID = 1;

    /** The factory of an async fn; Flink sends it to its workers. */
    interface Fn<I, O> extends Function<I, Future<O>>, Serializable {}

    private final Fn<I, O> fn;

    @SuppressWarnings("serial") // made by open, on the worker
    private transient ThreadPool pool;

    private transient Map<ResultFuture<O>, CompletableFuture<O>> running;

    AsyncFnFunction(Fn<I, O> fn) {
        this.fn = fn;
    }

    // begin
    @Override
    public void open(OpenContext context) {
        pool = ThreadPool.of(1);
        running = new ConcurrentHashMap<>();
    }

    @Override
    public void asyncInvoke(I input, ResultFuture<O> result) {
        CompletableFuture<O> task = Interop.toCompletableFuture(fn.apply(input), pool);
        running.put(result, task);
        task.whenComplete((value, failure) -> {
            running.remove(result);
            if (failure == null) {
                result.complete(Collections.singleton(value));
            } else {
                result.completeExceptionally(failure);
            }
        });
    }

    @Override
    public void timeout(I input, ResultFuture<O> result) {
        result.completeExceptionally(new TimeoutException("no result for " + input));
        running.getOrDefault(result, new CompletableFuture<>()).cancel(true); // aborts the task
    }

    @Override
    public void close() {
        if (pool != null) { // null if the job has failed before it was opened
            pool.close(); // drops the tasks that are left, as when the job is cancelled
        }
    }
    // end
}
