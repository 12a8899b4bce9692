package dev.asyncfn.undelivered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.sync.Mutex;
import dev.asyncfn.sync.RwLock;
import dev.asyncfn.sync.Semaphore;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Sleep;
import dev.asyncfn.time.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No lock stays held because a combinator was given its guard, and was given up itself. */
class LocksTest {
    /** A lock of some kind, and whether it is free. */
    private record Kind(String name, Supplier<Future<? extends AutoCloseable>> lock, BooleanSupplier isFree) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        Mutex<String> mutex = new Mutex<>();
        RwLock<String> read = new RwLock<>();
        RwLock<String> write = new RwLock<>();
        Semaphore semaphore = new Semaphore(1);
        Semaphore many = new Semaphore(3);
        return Stream.of(
                new Kind("Mutex", mutex::lock, () -> isFree(mutex.tryLock())),
                new Kind("RwLock.read", read::read, () -> isFree(read.tryWrite())),
                new Kind("RwLock.write", write::write, () -> isFree(write.tryRead())),
                new Kind("Semaphore", semaphore::acquire, () -> isFree(semaphore.tryAcquire())),
                new Kind("Semaphore, many", () -> many.acquireMany(3), () -> isFree(many.tryAcquireMany(3))));
    }

    private static boolean isFree(java.util.Optional<? extends AutoCloseable> guard) {
        guard.ifPresent(LocksTest::close);
        return guard.isPresent();
    }

    private static void close(AutoCloseable guard) {
        try {
            guard.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A future that is made in a task, where the clock is that of the executor. */
    private static <T> Future<T> inVirtualTime(Supplier<Future<T>> future) {
        return Futures.andThen(Futures.yieldNow(), then -> future.get());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aTimeoutOverAJoinOfTwoLeavesTheOtherFree(Kind kind) {
        Mutex<String> held = new Mutex<>();
        Mutex.Guard<String> guard = held.blockingLock();
        try (TestExecutor executor = new TestExecutor(0)) {
            Future<?> both = Futures.join(kind.lock().get(), held.lock());
            assertThatThrownBy(() -> executor.run(inVirtualTime(() -> Timeouts.timeout(Duration.ofMillis(50), both))))
                    .isInstanceOf(ElapsedException.class);
        }
        assertThat(kind.isFree().getAsBoolean()).isTrue();
        guard.close();
        assertThat(held.tryLock()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anAbortedTaskThatHasOneOfTwoLeavesItFree(Kind kind) {
        Mutex<String> held = new Mutex<>();
        Mutex.Guard<String> guard = held.blockingLock();
        try (TestExecutor executor = new TestExecutor(0)) {
            JoinHandle<?> task = executor.spawn(Futures.join(kind.lock().get(), held.lock()));
            executor.runUntilStalled();
            assertThat(kind.isFree().getAsBoolean()).isFalse();
            task.abort();
            executor.runUntilStalled();
            assertThatThrownBy(() -> executor.run(task)).isInstanceOf(JoinException.class);
        }
        assertThat(kind.isFree().getAsBoolean()).isTrue();
        guard.close();
    }

    /** Three tasks that want two of three locks each, in any order, for a while, and give up at any time. */
    @Test
    void whateverIsGivenUpInWhateverOrderAllLocksAreFreeInTheEnd() {
        TestExecutor.explore(400, executor -> {
            List<Mutex<String>> locks = List.of(new Mutex<>(), new Mutex<>(), new Mutex<>());
            Random random = new Random(executor.seed());
            for (int i = 0; i < 3; i++) {
                Mutex<String> one = locks.get(i);
                Mutex<String> other = locks.get((i + 1 + random.nextInt(2)) % 3);
                int patience = 1 + random.nextInt(6);
                int hold = random.nextInt(6);
                executor.spawn(Futures.orElse(
                                Futures.andThen(
                                        inVirtualTime(() -> Timeouts.timeout(
                                                Duration.ofMillis(patience), Futures.join(one.lock(), other.lock()))),
                                        both -> Futures.map(Sleep.of(Duration.ofMillis(hold)), slept -> {
                                            both.first().close();
                                            both.second().close();
                                            return null;
                                        })),
                                timedOut -> Future.ready(null)))
                        .drop();
            }
            executor.run(inVirtualTime(() -> Sleep.of(Duration.ofMillis(20))));
            for (Mutex<String> lock : locks) {
                assertThat(lock.tryLock()).isPresent();
            }
        });
    }
}
