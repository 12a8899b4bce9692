package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Signal;
import dev.asyncfn.test.TestExecutor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A scope whose children fail alone. */
class SupervisionTest {
    private final List<Throwable> uncaught = new ArrayList<>();
    private final LocalPool pool = new LocalPool(uncaught::add);
    private final IOException bad = new IOException("bad");

    @Test
    void aChildThatFailsEndsNeitherTheBodyNorTheOthers() {
        Signal<String> other = new Signal<>();
        String value = pool.runUntil(TaskScope.supervise(pool, scope -> {
            JoinHandle<String> good = scope.spawn(other);
            scope.spawnDetached(Future.failed(bad));
            return Futures.andThen(Futures.yieldNow(), done -> {
                other.complete("value");
                return good;
            });
        }));
        assertThat(value).isEqualTo("value");
        assertThat(uncaught).containsExactly(bad);
    }

    @Test
    void theFailureIsThrownWhereTheHandleIsAwaited() {
        Future<String> scope = TaskScope.supervise(pool, children -> {
            JoinHandle<String> failing = children.spawn(Future.failed(bad));
            return Futures.orElse(failing, failure -> Future.ready("caught " + failure.getCause()));
        });
        assertThat(pool.runUntil(scope)).isEqualTo("caught " + bad);
        pool.close();
        assertThat(uncaught).isEmpty();
    }

    @Test
    void theScopeStillWaitsForItsChildren() throws Exception {
        Signal<String> slow = new Signal<>();
        JoinHandle<String> scope = pool.spawn(TaskScope.supervise(pool, children -> {
            children.spawnDetached(slow);
            children.spawnDetached(Future.failed(bad));
            return Future.ready("body");
        }));
        pool.runUntilStalled();
        assertThat(scope.isFinished()).isFalse();
        slow.complete("done");
        pool.runUntilStalled();
        assertThat(scope.isFinished()).isTrue();
    }

    @Test
    void aBodyThatFailsAbortsTheChildren() {
        Signal<String> child = new Signal<>();
        Future<Object> scope = TaskScope.supervise(pool, children -> {
            children.spawnDetached(child);
            return Futures.andThen(Futures.yieldNow(), done -> Future.failed(bad));
        });
        assertThatThrownBy(() -> pool.runUntil(scope)).isSameAs(bad);
        assertThat(child.drops).hasValue(1);
    }

    @Test
    void aScopeWithinFailsAsAWholeAndAlone() {
        Signal<String> sibling = new Signal<>();
        Future<String> outer = TaskScope.supervise(pool, supervisor -> {
            JoinHandle<Object> inner = supervisor.spawn(TaskScope.run(supervisor, scope -> {
                scope.spawnDetached(sibling);
                scope.spawnDetached(Future.failed(bad));
                return Future.pending();
            }));
            return Futures.orElse(Futures.map(inner, Object::toString), failure -> Future.ready("inner failed"));
        });
        assertThat(pool.runUntil(outer)).isEqualTo("inner failed");
        assertThat(sibling.drops).hasValue(1);
    }

    @Test
    void droppingItAbortsTheChildren() {
        Signal<String> child = new Signal<>();
        JoinHandle<Object> scope = pool.spawn(TaskScope.supervise(pool, children -> {
            children.spawnDetached(child);
            return Future.pending();
        }));
        pool.runUntilStalled();
        scope.abort();
        pool.run();
        assertThat(child.drops).hasValue(1);
    }

    @Test
    void inEveryOrderEachFailureIsHeardOnce() {
        TestExecutor.explore(200, executor -> {
            List<JoinHandle<Object>> handles = new ArrayList<>();
            int value = executor.run(TaskScope.supervise(executor, scope -> {
                for (int i = 0; i < 3; i++) {
                    handles.add(scope.spawn(Futures.andThen(Futures.yieldNow(), done -> Future.failed(bad))));
                }
                return Futures.map(Futures.yieldNow(), done -> 7);
            }));
            assertThat(value).isEqualTo(7);
            for (JoinHandle<Object> handle : handles) {
                assertThatThrownBy(() -> executor.run(handle)).hasCause(bad);
            }
        });
    }
}
