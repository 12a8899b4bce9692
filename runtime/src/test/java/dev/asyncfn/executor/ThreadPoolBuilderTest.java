package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadPoolBuilderTest {
    private static Thread threadOf(ThreadPool pool) {
        return Async.blockOn(pool.spawn(Leaf.doing(cx -> Poll.ready(Thread.currentThread()))));
    }

    @Test
    void threadsAreDaemonsWithThePrefixAndANumber() {
        ThreadPool.Builder builder = ThreadPool.builder().threads(1).namePrefix("io-");
        try (ThreadPool first = builder.build();
                ThreadPool second = builder.build()) {
            assertThat(threadOf(first).getName()).isEqualTo("io-1");
            assertThat(threadOf(second).getName()).isEqualTo("io-1");
            assertThat(threadOf(first).isDaemon()).isTrue();
        }
    }

    @Test
    void withoutANameThreadsAreCalledAfterThePool() {
        try (ThreadPool pool = ThreadPool.of(1)) {
            assertThat(threadOf(pool).getName()).matches("asyncfn-pool-\\d+-worker-1");
        }
    }

    @Test
    void aFactoryMakesTheThreads() {
        List<Thread> made = new ArrayList<>();
        try (ThreadPool pool = ThreadPool.builder()
                .threads(3)
                .namePrefix("ignored")
                .threadFactory(work -> {
                    made.add(new Thread(work, "made"));
                    return made.get(made.size() - 1);
                })
                .build()) {
            assertThat(made).contains(threadOf(pool)).hasSize(3);
        }
        assertThat(made).noneMatch(Thread::isAlive);
    }

    @Test
    void aFactoryThatGivesNullIsRefused() {
        assertThatNullPointerException()
                .isThrownBy(
                        () -> ThreadPool.builder().threadFactory(work -> null).build());
    }

    @Test
    void ifAThreadDoesNotStartTheOthersEndAndTheFailureIsThrown() throws Exception {
        List<Thread> made = new ArrayList<>();
        OutOfMemoryError noThread = new OutOfMemoryError("unable to create native thread");
        assertThatThrownBy(() -> ThreadPool.builder()
                        .threads(2)
                        .threadFactory(work -> {
                            boolean second = !made.isEmpty();
                            made.add(new Thread(work) {
                                @Override
                                public void start() {
                                    if (second) {
                                        throw noThread;
                                    }
                                    super.start();
                                }
                            });
                            return made.get(made.size() - 1);
                        })
                        .build())
                .isSameAs(noThread);
        made.get(0).join();
    }

    @Test
    void badArgumentsAreRefused() {
        ThreadPool.Builder builder = ThreadPool.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.threads(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ThreadPool.of(-1));
        assertThatNullPointerException().isThrownBy(() -> builder.namePrefix(null));
        assertThatNullPointerException().isThrownBy(() -> builder.threadFactory(null));
        assertThatNullPointerException().isThrownBy(() -> builder.uncaughtTaskHandler(null));
        assertThatNullPointerException().isThrownBy(() -> builder.build(null));
        assertThatNullPointerException().isThrownBy(() -> new LocalPool(null));
        assertThatNullPointerException().isThrownBy(() -> new PollingExecutor(null));
    }

    @Test
    void aNullFutureIsRefused() {
        try (ThreadPool pool = ThreadPool.of(1)) {
            assertThatNullPointerException().isThrownBy(() -> pool.spawn(null));
            assertThat(pool.size()).isZero();
        }
        assertThatNullPointerException().isThrownBy(() -> new LocalPool().spawn(null));
        assertThatNullPointerException().isThrownBy(() -> new LocalPool().runUntil((Future<Object>) null));
        assertThatNullPointerException().isThrownBy(() -> new PollingExecutor().spawn(null));
    }
}
