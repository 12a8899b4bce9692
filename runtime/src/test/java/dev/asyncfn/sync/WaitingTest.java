package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Traced;
import dev.asyncfn.Waker;
import dev.asyncfn.test.TaskProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every operation that waits has in common: lines 1 to 3 and 8 of the contract, and drops. */
class WaitingTest {
    private final TaskProbe task = new TaskProbe();
    private final TaskProbe newer = new TaskProbe();

    @ParameterizedTest
    @MethodSource("dev.asyncfn.sync.Scene#all")
    void whatIsReadyAtOnceKeepsNoWaker(Scene scene) throws Exception {
        scene.makeReady().run();
        assertThat(task.poll(scene.operation().get()).isReady()).isTrue();
        assertThat(task.clones()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.asyncfn.sync.Scene#all")
    void pendingKeepsOneWakerHoweverOftenItIsPolled(Scene scene) throws Exception {
        Future<?> waiting = scene.operation().get();
        for (int i = 0; i < 3; i++) {
            assertThat(task.poll(waiting)).isSameAs(Poll.pending());
            assertThat(task.held()).isOne();
        }
        assertThat(task.wakes()).isZero();
        waiting.drop();
        assertThat(task.held()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.asyncfn.sync.Scene#all")
    void itIsWokenOnceAndThenReady(Scene scene) throws Exception {
        Future<?> waiting = scene.operation().get();
        task.poll(waiting);
        scene.makeReady().run();
        assertThat(task.wakes()).isOne();
        assertThat(task.poll(waiting).isReady()).isTrue();
        assertThat(task.wakes()).isOne();
        assertThat(task.held()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.asyncfn.sync.Scene#all")
    void onlyTheWakerOfTheNewestPollIsWoken(Scene scene) throws Exception {
        Future<?> waiting = scene.operation().get();
        task.poll(waiting);
        newer.poll(waiting);
        task.poll(waiting);
        newer.poll(waiting);
        assertThat(task.held()).isZero();
        scene.makeReady().run();
        assertThat(task.wakes()).isZero();
        assertThat(newer.wakes()).isOne();
        assertThat(task.poll(waiting).isReady()).isTrue();
        assertThat(task.held()).isZero();
        assertThat(newer.held()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.asyncfn.sync.Scene#all")
    void pollingAfterCompletionIsRefused(Scene scene) throws Exception {
        scene.makeReady().run();
        Future<?> completed = scene.operation().get();
        task.poll(completed);
        assertThatThrownBy(() -> task.poll(completed))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("polled after completion");
        completed.drop(); // does nothing
        assertThat(task.held()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.asyncfn.sync.Scene#all")
    void aDroppedOneIsNotWokenAndNotToBePolled(Scene scene) throws Exception {
        Future<?> dropped = scene.operation().get();
        task.poll(dropped);
        dropped.drop();
        dropped.drop();
        scene.makeReady().run();
        assertThat(task.wakes()).isZero();
        assertThat(task.held()).isZero();
        assertThatThrownBy(() -> task.poll(dropped)).isExactlyInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("dev.asyncfn.sync.Scene#all")
    void oneThatWasNeverPolledMayBeDropped(Scene scene) throws Exception {
        Future<?> dropped = scene.operation().get();
        dropped.drop();
        assertThatThrownBy(() -> task.poll(dropped)).isExactlyInstanceOf(IllegalStateException.class);
        assertThat(task.clones()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.asyncfn.sync.Scene#all")
    void aSpentBudgetHoldsBackAndWakes(Scene scene) throws Exception {
        scene.makeReady().run();
        Future<?> ready = scene.operation().get();
        Context cx = Context.withBudget(task.waker(), 1);
        assertThat(cx.proceed()).isTrue();
        assertThat(ready.poll(cx)).isSameAs(Poll.pending());
        assertThat(task.wakes()).isOne();
        assertThat(task.poll(ready).isReady()).isTrue();
        assertThat(task.held()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.asyncfn.sync.Scene#all")
    void wakersAreCalledOutsideOfAllLocks(Scene scene) throws Exception {
        List<String> wakes = new ArrayList<>();
        Waker usesTheSamePrimitive = Waker.of(() -> {
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
                Future<?> another = scene.operation().get();
                TaskProbe probe = new TaskProbe();
                if (another instanceof Oneshot.Receiver<?> theOnlyOne) {
                    theOnlyOne.close();
                } else {
                    pollAndDrop(another, probe);
                }
            });
            try {
                other.get(10, TimeUnit.MINUTES);
                wakes.add("done");
            } catch (Exception e) {
                wakes.add(e.toString());
            }
        });
        scene.operation().get().poll(Context.fromWaker(usesTheSamePrimitive));
        scene.makeReady().run();
        assertThat(wakes).containsExactly("done");
    }

    @ParameterizedTest
    @MethodSource("dev.asyncfn.sync.Scene#all")
    void whatBecomesReadyWhileTheWakerIsRegisteredIsReadyInTheSamePoll(Scene scene) throws Exception {
        int[] held = new int[1];
        RawWakerVTable[] self = new RawWakerVTable[1];
        self[0] = RawWakerVTable.of(
                data -> {
                    held[0]++;
                    scene.makeReady().run();
                    return new RawWaker(data, self[0]);
                },
                data -> held[0]--,
                data -> {},
                data -> held[0]--);
        Waker makesReadyWhenCloned = Waker.fromRaw(new RawWaker(null, self[0]));
        Future<?> waiting = scene.operation().get();
        assertThat(waiting.poll(Context.fromWaker(makesReadyWhenCloned)).isReady())
                .isTrue();
        assertThat(held[0]).isZero();
    }

    private static void pollAndDrop(Future<?> future, TaskProbe probe) {
        try {
            probe.poll(future);
            future.drop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.asyncfn.sync.Scene#all")
    void aWakerThatThrowsIsReportedAndHarmsNobody(Scene scene) throws Exception {
        List<Throwable> uncaught = new ArrayList<>();
        IllegalStateException thrown = new IllegalStateException("a bad waker");
        Future<?> waiting = scene.operation().get();
        waiting.poll(Context.fromWaker(Waker.of(() -> {
            throw thrown;
        })));
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        try {
            scene.makeReady().run();
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }
        assertThat(uncaught).containsExactly(thrown);
        assertThat(task.poll(waiting).isReady()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dev.asyncfn.sync.Scene#all")
    void itTellsWhatItWaitsFor(Scene scene) throws Exception {
        Future<?> waiting = scene.operation().get();
        task.poll(waiting);
        assertThat(waiting).isInstanceOf(Traced.class);
        assertThat(((Traced) waiting).state()).startsWith(scene.name());
        waiting.drop();
        assertThat(((Traced) waiting).state()).isEqualTo("DONE");
        assertThat(((Traced) waiting).awaited()).isNull();
    }

    @ParameterizedTest
    @MethodSource("dev.asyncfn.sync.Scene#all")
    void aWakerWhoseDropThrowsIsReportedAndTakesNoValueAway(Scene scene) throws Exception {
        IllegalStateException thrown = new IllegalStateException("a bad drop");
        Waker bad = badDrop(thrown, scene.makeReady());
        Future<?> completing = scene.operation().get();
        List<Poll<?>> polls = new ArrayList<>();
        assertThat(uncaughtIn(() -> polls.add(completing.poll(Context.fromWaker(bad)))))
                .containsExactly(thrown);
        assertThat(polls.get(0).isReady()).isTrue();
    }

    @Test
    void aWakerWhoseDropThrowsKeepsNobodyBehindItWaiting() throws Exception {
        IllegalStateException thrown = new IllegalStateException("a bad drop");
        Semaphore semaphore = new Semaphore(1);
        Future<?> many = semaphore.acquireMany(2);
        many.poll(Context.fromWaker(badDrop(thrown, () -> {})));
        task.poll(semaphore.acquire());
        assertThat(uncaughtIn(many::drop)).containsExactly(thrown);
        assertThat(task.wakes()).isOne();
    }

    @Test
    void aHandlerThatThrowsKeepsNobodyFromBeingWoken() throws Exception {
        IllegalStateException thrown = new IllegalStateException("a bad waker");
        RwLock<Void> lock = new RwLock<>();
        RwLock.WriteGuard<Void> writing = lock.tryWrite().orElseThrow();
        lock.read().poll(Context.fromWaker(Waker.of(() -> {
            throw thrown;
        })));
        task.poll(lock.read());
        assertThat(uncaughtIn(writing::close)).containsExactly(thrown);
        assertThat(task.wakes()).isOne();
    }

    private static Waker badDrop(RuntimeException thrown, Runnable onClone) {
        RawWakerVTable[] self = new RawWakerVTable[1];
        self[0] = RawWakerVTable.of(
                data -> {
                    onClone.run();
                    return new RawWaker(data, self[0]);
                },
                data -> {},
                data -> {},
                data -> {
                    throw thrown;
                });
        return Waker.fromRaw(new RawWaker(null, self[0]));
    }

    private interface Action {
        void run() throws Exception;
    }

    /** What the handler of the present thread is told meanwhile, though it throws itself. */
    private static List<Throwable> uncaughtIn(Action action) throws Exception {
        List<Throwable> uncaught = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            uncaught.add(failure);
            throw new IllegalStateException("a bad handler");
        });
        try {
            action.run();
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }
        return uncaught;
    }
}
