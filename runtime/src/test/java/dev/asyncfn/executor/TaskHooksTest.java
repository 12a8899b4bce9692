package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Signal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class TaskHooksTest {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<Throwable> uncaught = new ArrayList<>();

    private final TaskHooks hooks = new TaskHooks() {
        @Override
        public void spawned(int id, Future<?> future) {
            heard.add(id + " spawned");
        }

        @Override
        public void pollBegins(int id) {
            heard.add(id + " begins");
        }

        @Override
        public void pollEnds(int id) {
            heard.add(id + " ends");
        }

        @Override
        public void ended(int id, End end) {
            heard.add(id + " " + end);
        }
    };

    private final LocalPool pool =
            LocalPool.builder().uncaughtTaskHandler(uncaught::add).hooks(hooks).build();

    @Test
    void theyHearOfTheSpawnOfEachPollAndOfTheEnd() {
        pool.spawn(Futures.yieldNow());
        assertThat(heard).containsExactly("1 spawned");
        pool.run();
        assertThat(heard).containsExactly("1 spawned", "1 begins", "1 ends", "1 begins", "1 ends", "1 COMPLETED");
    }

    @Test
    void aFailureIsToldAsSuch() {
        pool.spawn(Future.failed(new IOException()));
        pool.run();
        assertThat(heard).containsExactly("1 spawned", "1 begins", "1 ends", "1 FAILED");
    }

    @Test
    void anAbortIsToldAsADropBeforeAndAfterTheFirstPoll() {
        JoinHandle<Object> early = pool.spawn(Future.pending());
        early.abort();
        JoinHandle<Object> late = pool.spawn(Future.pending());
        pool.runUntilStalled();
        late.abort();
        pool.run();
        assertThat(heard).containsExactly("1 spawned", "2 spawned", "1 DROPPED", "2 begins", "2 ends", "2 DROPPED");
    }

    @Test
    void theEndOfThePoolIsADropToo() {
        pool.spawn(Future.pending());
        pool.close();
        assertThat(heard).containsExactly("1 spawned", "1 DROPPED");
    }

    @Test
    void theyGetTheFutureThatWasSpawned() {
        List<Future<?>> spawned = new ArrayList<>();
        LocalPool wrapping = LocalPool.builder()
                .aroundPoll(() -> () -> () -> {})
                .hooks(new TaskHooks() {
                    @Override
                    public void spawned(int id, Future<?> future) {
                        spawned.add(future);
                    }
                })
                .build();
        Signal<String> signal = new Signal<>();
        TaskLocal.of("bound").where(1, Futures.lazy(() -> wrapping.spawn(signal)));
        wrapping.spawn(signal);
        assertThat(spawned).containsExactly(signal);
    }

    @Test
    void whatIsRefusedIsNotSpawned() {
        Future<Void> owned = Futures.yieldNow();
        Future<Void> claimed = Futures.fuse(Futures.map(owned, v -> v));
        pool.spawn(claimed);
        assertThatIllegalStateException().isThrownBy(() -> pool.spawn(claimed));
        pool.close();
        assertThatThrownBy(() -> pool.spawn(Future.ready(1))).isInstanceOf(RejectedExecutionException.class);
        assertThat(heard).containsExactly("1 spawned", "1 DROPPED");
    }

    @Test
    void whatAHookThrowsGoesToTheHandlerAndHarmsNoTask() {
        IllegalStateException bad = new IllegalStateException("a bad hook");
        LocalPool careful = LocalPool.builder()
                .uncaughtTaskHandler(uncaught::add)
                .hooks(new TaskHooks() {
                    @Override
                    public void pollBegins(int id) {
                        throw bad;
                    }

                    @Override
                    public void ended(int id, End end) {
                        throw bad;
                    }
                })
                .build();
        assertThat(careful.runUntil(Future.ready("fine"))).isEqualTo("fine");
        assertThat(uncaught).containsExactly(bad, bad);
    }

    @Test
    void aDumpDoesNotShowThem() {
        LocalPool plain = new LocalPool();
        for (LocalPool each : List.of(plain, pool)) {
            each.spawn(new Signal<>());
            each.runUntilStalled();
        }
        assertThat(pool.dump()).hasToString(plain.dump().toString());
    }

    @Test
    void aThreadPoolAndABlockingPoolHaveThemToo() {
        try (ThreadPool threads = ThreadPool.builder().threads(1).hooks(hooks).build()) {
            Async.blockOn(threads.spawn(Future.ready(1)));
        }
        assertThat(heard).containsExactly("1 spawned", "1 begins", "1 ends", "1 COMPLETED");
        heard.clear();
        try (BlockingPool threads = BlockingPool.builder().hooks(hooks).build()) {
            Async.blockOn(threads.spawnBlocking(() -> 1));
        }
        assertThat(heard).containsExactly("1 spawned", "1 begins", "1 ends", "1 COMPLETED");
    }
}
