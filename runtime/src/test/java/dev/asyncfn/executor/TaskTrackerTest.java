package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Signal;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class TaskTrackerTest {
    private final LocalPool pool = new LocalPool();
    private final TaskTracker tracker = new TaskTracker(pool);
    private final TaskProbe task = new TaskProbe();

    @Test
    void itIsDrainedOnceItIsClosedAndNothingRuns() throws Exception {
        Signal<String> signal = new Signal<>();
        tracker.spawnDetached(signal);
        Future<Void> drained = tracker.drained();
        assertThat(task.poll(drained)).isSameAs(Poll.pending());
        tracker.close();
        assertThat(task.wakes()).isZero();
        assertThat(tracker.size()).isOne();
        signal.complete("done");
        pool.run();
        assertThat(task.wakes()).isOne();
        assertThat(task.poll(drained).isReady()).isTrue();
        assertThat(task.held()).isZero();
    }

    @Test
    void closingLastIsTheEndToo() throws Exception {
        Future<Void> drained = tracker.drained();
        assertThat(task.poll(drained).isPending()).isTrue();
        tracker.close();
        assertThat(task.takeWoken()).isTrue();
        assertThat(task.poll(drained).isReady()).isTrue();
        assertThat(task.poll(tracker.drained()).isReady()).isTrue();
    }

    @Test
    void whatEndsInAnyWayCountsNoMore() throws Exception {
        JoinHandle<Object> failed = tracker.spawn(Future.failed(new IOException("mine")));
        JoinHandle<Object> aborted = tracker.spawn(Future.pending());
        Future<Object> dropped = tracker.track(Future.pending());
        assertThat(tracker.size()).isEqualTo(3);
        aborted.abort();
        pool.run();
        dropped.drop();
        assertThat(tracker.size()).isZero();
        assertThatThrownBy(() -> task.poll(failed)).hasRootCauseMessage("mine");
    }

    @Test
    void aFutureThatTheExecutorRefusesDoesNotCountAndIsNotTouched() {
        pool.close();
        Signal<String> signal = new Signal<>();
        Future<String> owned = Futures.fuse(signal);
        assertThatThrownBy(() -> tracker.spawn(owned)).isInstanceOf(RejectedExecutionException.class);
        assertThat(tracker.size()).isZero();
        assertThat(signal.drops).hasValue(0);
        new LocalPool().spawn(owned); // it has no owner
    }

    @Test
    void moreMayBeSpawnedAfterTheCloseAndIsWaitedFor() throws Exception {
        tracker.close();
        Signal<String> late = new Signal<>();
        tracker.spawnDetached(late);
        Future<Void> drained = tracker.drained();
        assertThat(task.poll(drained).isPending()).isTrue();
        late.complete("done");
        pool.run();
        assertThat(task.poll(drained).isReady()).isTrue();
    }

    @Test
    void reopeningWaitsAgain() throws Exception {
        tracker.close();
        tracker.reopen();
        assertThat(tracker.isClosed()).isFalse();
        assertThat(task.poll(tracker.drained()).isPending()).isTrue();
    }

    @Test
    void inEveryOrderNobodyWhoWaitsIsForgotten() {
        TestExecutor.explore(300, executor -> {
            TaskTracker tracked = new TaskTracker(executor);
            JoinHandle<Void> first = executor.spawn(tracked.drained());
            Future<Void> abandoned = tracked.drained();
            for (int i = 0; i < 4; i++) {
                JoinHandle<Void> each = tracked.spawn(Futures.yieldNow());
                if (i == 2) {
                    each.abort();
                }
            }
            executor.spawn(Futures.lazy(() -> {
                tracked.close();
                return null;
            }));
            executor.run(Futures.race(tracked.drained(), abandoned));
            executor.run(first);
            assertThat(tracked.size()).isZero();
        });
    }

    @Test
    void aFutureThatNamesItsExceptionIsOneThatDoes() {
        TryFuture<String, IOException> failing = new TaskTracker(new LocalPool())
                .track(Async.<String, IOException>async(() -> {
                    throw new IOException("named");
                }));
        assertThatThrownBy(() -> Async.await(failing)).isInstanceOf(IOException.class);
    }
}
