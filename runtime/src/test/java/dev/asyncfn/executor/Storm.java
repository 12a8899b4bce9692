package dev.asyncfn.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.future.AtomicWaker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One round of a stress test: tasks that are spawned, woken, aborted and given up by threads that race with each other and with the
 * executor; some of the tasks fail. Afterwards it knows whether the contract was kept.
 */
final class Storm {
    private static final int TASKS = 60;
    private static final int WAKES = 10;

    final UncaughtTaskHandler handler;

    private final Random random;
    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Storm(long seed) {
        random = new Random(seed);
        handler = uncaught::add;
        for (int i = 0; i < TASKS; i++) {
            subjects.add(new Subject(random.nextInt(5) == 0, random.nextInt(4) == 0));
        }
    }

    /** Counts down to the end; finds out who breaks the rules meanwhile. */
    private final class Subject implements Future<Integer> {
        final IOException failure;
        final boolean detached;
        final AtomicInteger left = new AtomicInteger(WAKES);
        final AtomicInteger drops = new AtomicInteger();
        final AtomicWaker waker = new AtomicWaker();
        final AtomicBoolean inside = new AtomicBoolean();
        /** Written by polls without more ado: the executor publishes it. */
        int polls;

        volatile boolean threw;
        volatile JoinHandle<Integer> handle;

        Subject(boolean fails, boolean detached) {
            this.failure = fails ? new IOException("meant to fail") : null;
            this.detached = detached;
        }

        void count() {
            left.decrementAndGet();
            waker.wake();
        }

        @Override
        public Poll<Integer> poll(Context cx) throws IOException {
            check(inside.compareAndSet(false, true), "polled by two threads");
            check(drops.get() == 0, "polled after the drop");
            polls++;
            try {
                waker.register(cx.waker());
                if (left.get() > 0) {
                    return Poll.pending();
                }
                if (failure != null) {
                    threw = true;
                    throw failure;
                }
                return Poll.ready(left.get());
            } finally {
                inside.set(false);
            }
        }

        @Override
        public void drop() {
            check(!inside.get(), "dropped while polled");
            drops.incrementAndGet();
            waker.drop();
        }
    }

    private void check(boolean kept, String violation) {
        if (!kept) {
            violations.add(violation);
        }
    }

    /** Spawns all on the calling thread. */
    void spawn(Spawner spawner) {
        for (Subject subject : subjects) {
            try {
                subject.handle = spawner.spawn(subject);
            } catch (RejectedExecutionException e) {
                return; // the executor was shut down first
            }
        }
    }

    /** Starts the threads that wake, abort some, and give up the handles of some. */
    void begin(boolean aborts) {
        start(this::wake);
        start(this::wake);
        if (aborts) {
            List<Subject> aborted = new ArrayList<>(subjects);
            Collections.shuffle(aborted, random);
            start(() -> aborted.subList(0, TASKS / 3).forEach(subject -> handleOf(subject, JoinHandle::abort)));
        }
        start(() -> subjects.stream().filter(subject -> subject.detached).forEach(s -> handleOf(s, JoinHandle::drop)));
    }

    private static void handleOf(Subject subject, Consumer<JoinHandle<Integer>> action) {
        JoinHandle<Integer> handle = subject.handle;
        if (handle != null) {
            action.accept(handle);
        }
    }

    private void wake() {
        for (int i = 0; i < WAKES / 2; i++) {
            subjects.forEach(Subject::count);
        }
    }

    /** Runs {@code action} in a thread that is awaited at the end. */
    void start(Runnable action) {
        Thread thread = new Thread(action);
        thread.setUncaughtExceptionHandler((where, thrown) -> violations.add("a thread threw " + thrown));
        threads.add(thread);
        thread.start();
    }

    /** Does something after a random while. */
    void startLater(Runnable action) {
        int spins = random.nextInt(20_000);
        start(() -> {
            for (int i = 0; i < spins; i++) {
                Thread.onSpinWait();
            }
            action.run();
        });
    }

    void join() {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** After the executor has ended. */
    void verify() {
        join();
        for (Subject subject : subjects) {
            if (subject.handle == null) {
                check(subject.drops.get() == 0, "touched, though it was rejected");
            } else {
                verify(subject);
            }
        }
        assertThat(violations).isEmpty();
        subjects.stream()
                .filter(subject -> subject.detached)
                .forEach(subject ->
                        handleOf(subject, JoinHandle::drop)); // those that were spawned too late for the thread
        for (Subject subject : subjects) {
            long heard = uncaught.stream()
                    .filter(thrown -> thrown == subject.failure)
                    .count();
            assertThat(heard).isEqualTo(subject.threw ? 1 : 0); // at the end of the executor, if not before
        }
    }

    private void verify(Subject subject) {
        check(subject.drops.get() == 1, "dropped " + subject.drops + " times");
        check(subject.handle.isFinished(), "not finished");
        if (subject.detached) {
            return;
        }
        try {
            Poll<Integer> poll = subject.handle.poll(Context.fromWaker(Waker.noop()));
            check(poll.isReady() && subject.failure == null, "outcome " + poll);
        } catch (JoinException e) {
            check(e.isCancelled() ? !subject.threw : e.getCause() == subject.failure, "outcome " + e);
        }
    }
}
