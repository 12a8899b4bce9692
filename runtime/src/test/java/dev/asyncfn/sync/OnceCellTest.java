package dev.asyncfn.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Signal;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnceCellTest {
    private final OnceCell<String> cell = new OnceCell<>();
    private final TaskProbe task = new TaskProbe();
    private final TaskProbe other = new TaskProbe();
    private final Signal<String> making = new Signal<>();

    private static Future<String> never() {
        throw new AssertionError("called");
    }

    @Test
    void theFirstMakesTheValueAndTheOthersWaitForIt() throws Exception {
        Future<String> first = cell.getOrInit(() -> making);
        Future<String> second = cell.getOrInit(OnceCellTest::never);
        assertThat(task.poll(first)).isSameAs(Poll.pending());
        assertThat(other.poll(second)).isSameAs(Poll.pending());
        assertThat(cell.get()).isEmpty();
        assertThat(cell.set("too early")).isFalse();
        making.complete("made");
        assertThat(task.poll(first)).isEqualTo(Poll.ready("made"));
        assertThat(other.takeWoken()).isTrue();
        assertThat(other.poll(second)).isEqualTo(Poll.ready("made"));
        assertThat(task.poll(cell.getOrInit(OnceCellTest::never))).isEqualTo(Poll.ready("made"));
        assertThat(cell.get()).contains("made");
        assertThat(cell.set("too late")).isFalse();
        assertThat(task.held() + other.held()).isZero();
    }

    @Test
    void afterAFailureTheNextInLineTriesIt() throws Exception {
        Future<String> first = cell.getOrInit(() -> making);
        Future<String> second = cell.getOrInit(() -> Future.ready("second"));
        task.poll(first);
        other.poll(second);
        IOException failure = new IOException();
        making.fail(failure);
        assertThatThrownBy(() -> task.poll(first)).isSameAs(failure);
        assertThat(other.takeWoken()).isTrue();
        assertThat(other.poll(second)).isEqualTo(Poll.ready("second"));
    }

    @Test
    void soItDoesWhenTheFirstIsDropped() throws Exception {
        Future<String> first = cell.getOrInit(() -> making);
        Future<String> second = cell.getOrInit(() -> Future.ready("second"));
        task.poll(first);
        other.poll(second);
        first.drop();
        assertThat(making.drops).hasValue(1);
        assertThat(other.takeWoken()).isTrue();
        assertThat(other.poll(second)).isEqualTo(Poll.ready("second"));
        assertThat(task.held() + other.held()).isZero();
    }

    @Test
    void aWaiterThatIsDroppedLeavesTheLine() throws Exception {
        Future<String> first = cell.getOrInit(() -> making);
        Future<String> second = cell.getOrInit(OnceCellTest::never);
        task.poll(first);
        other.poll(second);
        second.drop();
        assertThat(other.held()).isZero();
        making.complete("made");
        assertThat(task.poll(first).isReady()).isTrue();
    }

    @Test
    void aValueMayBeSetAndMayBeNull() throws Exception {
        assertThat(cell.set(null)).isTrue();
        assertThat(cell.isInitialized()).isTrue();
        assertThat(cell.get()).isEmpty();
        assertThat(task.poll(cell.getOrInit(OnceCellTest::never))).isEqualTo(Poll.ready(null));
    }

    @Test
    void theCheckedExceptionIsNamed() {
        TryFuture<String, IOException> failing = cell.getOrTryInit(() -> cx -> {
            throw new IOException("mine");
        });
        assertThatThrownBy(() -> task.poll(failing)).hasMessage("mine");
    }

    @Test
    void aValueIsNotReleasedWithATaskThatWaitedForIt() throws Exception {
        boolean[] closed = {false};
        OnceCell<AutoCloseable> resource = new OnceCell<>();
        Future<?> join = Futures.join(resource.getOrInit(() -> Future.ready(() -> closed[0] = true)), Future.pending());
        task.poll(join);
        join.drop();
        assertThat(closed[0]).isFalse();
        assertThat(resource.isInitialized()).isTrue();
    }

    @Test
    void inEveryOrderItIsMadeOnceHoweverManyFailOrGiveUp() {
        TestExecutor.explore(300, executor -> {
            OnceCell<Integer> number = new OnceCell<>();
            int[] made = {0};
            List<JoinHandle<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                int which = i;
                tasks.add(executor.spawn(number.getOrInit(() -> Futures.andThen(Futures.yieldNow(), begun -> {
                    if (which == 0) {
                        return Future.failed(new IOException());
                    }
                    made[0]++;
                    return Future.ready(which);
                }))));
            }
            tasks.get(1).abort();
            for (JoinHandle<Integer> each : tasks) {
                int value = executor.run(Futures.orElse(each, failure -> Future.ready(-1)));
                assertThat(value).isIn(-1, number.get().orElse(-2));
            }
            assertThat(made[0]).isOne();
        });
    }
}
