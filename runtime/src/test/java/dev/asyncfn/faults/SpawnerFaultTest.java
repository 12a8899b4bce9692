package dev.asyncfn.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.JoinSet;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.executor.TaskScope;
import dev.asyncfn.executor.TaskTracker;
import dev.asyncfn.interop.Interop;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.test.TaskProbe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spawners written by hand that throw anything, return null, or do their work before they throw. */
@Tag("one-jdk")
class SpawnerFaultTest {
    private record User(String name, BiConsumer<Spawner, Future<String>> uses) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static User user(String name, BiConsumer<Spawner, Future<String>> uses) {
        return new User(name, uses);
    }

    static Stream<User> users() {
        return Stream.of(
                user("JoinSet", (spawner, z) -> new JoinSet<String>(spawner).spawn(z)),
                user("TaskTracker", (spawner, z) -> new TaskTracker(spawner).spawn(z)),
                user("TaskTracker, detached", (spawner, z) -> new TaskTracker(spawner).spawnDetached(z)),
                user("TaskScope", (spawner, z) -> poll(TaskScope.run(spawner, scope -> scope.spawn(z)))),
                user("toCompletableFuture", (spawner, z) -> Interop.toCompletableFuture(z, spawner)),
                user(
                        "buffered",
                        (spawner, z) ->
                                poll(Streams.buffered(Streams.of(z), 2, spawner).toList())),
                user(
                        "bufferUnordered",
                        (spawner, z) -> poll(Streams.bufferUnordered(Streams.of(z), 2, spawner)
                                .toList())),
                user("spawnDetached", (spawner, z) -> spawner.spawnDetached(z)));
    }

    private static void poll(Future<?> future) {
        try {
            new TaskProbe().poll(future);
        } catch (Exception failure) {
            throw SpawnerFaultTest.<RuntimeException>sneaky(failure);
        }
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> RuntimeException sneaky(Throwable thrown) throws X {
        throw (X) thrown;
    }

    private static Spawner throwing(Throwable thrown) {
        return new Spawner() {
            @Override
            public <T> JoinHandle<T> spawn(Future<T> future) {
                throw SpawnerFaultTest.<RuntimeException>sneaky(thrown);
            }
        };
    }

    private static Spawner returningNull() {
        return new Spawner() {
            @Override
            public <T> JoinHandle<T> spawn(Future<T> future) {
                return null;
            }
        };
    }

    private static List<Throwable> failures() {
        return List.of(
                new RejectedExecutionException("full"),
                new OutOfMemoryError("no thread"),
                new StackOverflowError("deep"),
                new IOException("sneaky"));
    }

    @ParameterizedTest
    @MethodSource("users")
    void whatASpawnerThrowsIsThrown(User user) {
        for (Throwable failure : failures()) {
            assertThatThrownBy(() -> user.uses().accept(throwing(failure), new Within()))
                    .isSameAs(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("users")
    void aSpawnerThatReturnsNullIsTold(User user) {
        assertThatThrownBy(() -> user.uses().accept(returningNull(), new Within()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the spawner returned null");
    }

    /** Rule 1.9 of Reactive Streams: after onSubscribe, a failure is signalled. */
    @Test
    void aSubscriberHearsOfWhateverTheSpawnerThrows() {
        for (Throwable failure : failures()) {
            List<Object> signals = new ArrayList<>();
            List<String> drops = new ArrayList<>();
            Interop.toPublisher(new Source(drops), throwing(failure)).subscribe(new Noting(signals));
            assertThat(signals).containsExactly("onSubscribe", failure);
            assertThat(drops).containsExactly("drop");
        }
    }

    private record Source(List<String> drops) implements dev.asyncfn.stream.Stream<Integer> {
        @Override
        public Poll<Integer> pollNext(Context cx) {
            return Poll.pending();
        }

        @Override
        public void drop() {
            drops.add("drop");
        }
    }

    private record Noting(List<Object> signals) implements Flow.Subscriber<Integer> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            signals.add("onSubscribe");
        }

        @Override
        public void onNext(Integer item) {
            signals.add(item);
        }

        @Override
        public void onError(Throwable failure) {
            signals.add(failure);
        }

        @Override
        public void onComplete() {
            signals.add("onComplete");
        }
    }

    @Test
    void aTrackerCountsAFutureOnceThoughTheSpawnerThrowsAfterItHasRun() throws Exception {
        TaskTracker tracker = new TaskTracker(new Spawner() {
            @Override
            public <T> JoinHandle<T> spawn(Future<T> future) {
                poll(future);
                throw new RejectedExecutionException("late");
            }
        });
        assertThatThrownBy(() -> tracker.spawn(Future.ready("value"))).hasMessage("late");
        assertThat(tracker.size()).isZero();
        tracker.close();
        assertThat(tracker.drained().poll(Context.fromWaker(Waker.noop())).isReady())
                .isTrue();
    }

    @Test
    void aFutureThatATrackerCouldNotSpawnBelongsToTheCaller() {
        Within within = new Within();
        TaskTracker tracker = new TaskTracker(throwing(new OutOfMemoryError()));
        assertThatThrownBy(() -> tracker.spawn(within)).isInstanceOf(OutOfMemoryError.class);
        assertThat(tracker.size()).isZero();
        assertThat(within.isGivenUp()).isFalse();
        new LocalPool().spawn(within);
    }
}
