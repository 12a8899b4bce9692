package dev.asyncfn.executor;

import dev.asyncfn.Future;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One executor of each kind, for tests of what all have in common. */
interface AnyExecutor extends AutoCloseable {
    <T> JoinHandle<T> spawn(Future<T> future);

    /** Has tasks polled until the handle has its outcome; a hang fails by the timeout of all tests. */
    void finish(JoinHandle<?> handle);

    /** Drops what has not finished, and waits for that. */
    @Override
    void close();

    /** The kinds. */
    enum Kind {
        OWN_THREADS {
            @Override
            AnyExecutor create(UncaughtTaskHandler handler) {
                return new Threaded(
                        ThreadPool.builder()
                                .threads(2)
                                .uncaughtTaskHandler(handler)
                                .build(),
                        () -> {});
            }
        },
        LENT_THREADS {
            @Override
            AnyExecutor create(UncaughtTaskHandler handler) {
                ExecutorService lender = new java.util.concurrent.ThreadPoolExecutor(
                        2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
                return new Threaded(
                        ThreadPool.builder().uncaughtTaskHandler(handler).build(lender), lender::shutdown);
            }
        },
        FORK_JOIN {
            @Override
            AnyExecutor create(UncaughtTaskHandler handler) {
                ForkJoinPool lender = new ForkJoinPool(2);
                return new Threaded(
                        ThreadPool.builder().uncaughtTaskHandler(handler).build(lender), lender::shutdown);
            }
        },
        INLINE {
            @Override
            AnyExecutor create(UncaughtTaskHandler handler) {
                return new Threaded(
                        ThreadPool.builder().uncaughtTaskHandler(handler).build(Runnable::run), () -> {});
            }
        },
        LOCAL_POOL {
            @Override
            AnyExecutor create(UncaughtTaskHandler handler) {
                return new Local(new LocalPool(handler));
            }
        },
        POLLING_EXECUTOR {
            @Override
            AnyExecutor create(UncaughtTaskHandler handler) {
                return new Polling(new PollingExecutor(handler));
            }
        },
        BLOCKING_THREADS {
            @Override
            AnyExecutor create(UncaughtTaskHandler handler) {
                return new Blocked(new BlockingThreads(2, Duration.ofHours(1).toNanos()));
            }
        };

        abstract AnyExecutor create(UncaughtTaskHandler handler);
    }

    private static void await(JoinHandle<?> handle) {
        while (!handle.isFinished()) {
            Thread.yield();
        }
    }

    record Threaded(ThreadPool pool, Runnable shutdown) implements AnyExecutor {
        @Override
        public <T> JoinHandle<T> spawn(Future<T> future) {
            return pool.spawn(future);
        }

        @Override
        public void finish(JoinHandle<?> handle) {
            await(handle);
        }

        @Override
        public void close() {
            pool.close();
            shutdown.run();
        }
    }

    record Local(LocalPool pool) implements AnyExecutor {
        @Override
        public <T> JoinHandle<T> spawn(Future<T> future) {
            return pool.spawn(future);
        }

        @Override
        public void finish(JoinHandle<?> handle) {
            while (!handle.isFinished()) {
                pool.runUntilStalled();
            }
        }

        @Override
        public void close() {
            pool.close();
        }
    }

    record Polling(PollingExecutor executor) implements AnyExecutor {
        @Override
        public <T> JoinHandle<T> spawn(Future<T> future) {
            return executor.spawn(future);
        }

        @Override
        public void finish(JoinHandle<?> handle) {
            while (!handle.isFinished()) {
                executor.tick();
            }
        }

        @Override
        public void close() {
            executor.close();
        }
    }

    record Blocked(BlockingThreads threads) implements AnyExecutor {
        @Override
        public <T> JoinHandle<T> spawn(Future<T> future) {
            return threads.spawn(future);
        }

        @Override
        public void finish(JoinHandle<?> handle) {
            await(handle);
        }

        @Override
        public void close() {
            threads.shutdownNow();
            try {
                threads.await(true, Long.MAX_VALUE);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
