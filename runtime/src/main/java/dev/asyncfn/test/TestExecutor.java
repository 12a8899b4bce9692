package dev.asyncfn.test;

import dev.asyncfn.Context;
import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.failure.Description;
import dev.asyncfn.failure.Drops;
import dev.asyncfn.failure.Sneaky;
import dev.asyncfn.time.Clock;
import dev.asyncfn.time.ManualClock;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs tasks on the thread of a test, in an order that a seed decides, or a {@link Chooser}: whenever several tasks can continue, it picks one. The same
 * seed gives the same run, poll by poll. The counterpart of Rust's {@code loom} and {@code madsim}, and of {@code tokio::time::pause}.
 *
 * <p>Time is virtual. The {@link #clock()} is current while tasks run, so that {@link dev.asyncfn.time.Sleep} and everything based on it
 * use it; when no task can continue, it jumps to the next timer. Hours pass in no time.
 *
 * <p>Mistakes fail the test instead of hanging it:
 *
 * <ul>
 *   <li>A poll that is pending without having kept or woken the waker of its task is a {@link LostWakerError} immediately. So is a
 *       task that awaits {@link Future#pending()} alone.
 *   <li>If no task can continue and no timer is set, {@link #run} throws a {@link DeadlockError}, which shows what each task waits for,
 *       and says so if that is a sleep of the system clock, created before the run.
 *   <li>An {@link AssertionError} in any task ends the run, and so does the failure of a detached task. At the latest, {@link #close()}
 *       throws a failure that no handle has thrown.
 * </ul>
 *
 * <p>A complete test, which tries 1,000 schedules of two tasks and a lock; if one fails, the error shows its seed and its trace:
 *
 * <pre>{@code
 * @Test
 * void depositsAreNotLost() {
 *     TestExecutor.explore(1_000, executor -> {
 *         Mutex<Integer> balance = new Mutex<>(0);
 *         JoinHandle<Void> one = executor.spawn("one", BankAsync.deposit(balance, 10));
 *         JoinHandle<Void> two = executor.spawn("two", BankAsync.deposit(balance, 20));
 *         executor.run(Futures.join(one, two));
 *         assertEquals(30, balance.tryLock().orElseThrow().get());
 *     });
 * }
 * }</pre>
 *
 * <p>And one with time, on a single schedule:
 *
 * <pre>{@code
 * @Test
 * void givesUpAfterAnHour() {
 *     try (TestExecutor executor = new TestExecutor(0)) {
 *         assertThrows(ElapsedException.class, () -> executor.run(ClientAsync.connect("nowhere")));
 *         assertEquals(Duration.ofHours(1), executor.elapsed());
 *     }
 * }
 * }</pre>
 *
 * <p>It is used by one thread. It does not wait for wakes from other threads, which would make runs differ: where the code under test uses
 * other threads, the test must use tasks instead.
 */
public final class TestExecutor implements Spawner, AutoCloseable {
    /** Null if there is none: the chooser was given. */
    private final Long seed;

    private static final String THE_TEST = "the test";

    private final ManualClock clock = ManualClock.create();
    private final long start = clock.nanoTime();
    private final Faults faults = new Faults();
    /** The jobs of the pool: each runs one task once. */
    private final Schedule schedule;

    private final ThreadPool pool;

    /** Those that have not ended, and those that failed, in the order in which they were spawned. */
    private final Set<TestTask<?>> tasks = new LinkedHashSet<>();

    /** Those of {@link #tasks}, by their handles. */
    private final Map<Object, TestTask<?>> byHandle = new IdentityHashMap<>();

    private int spawned;
    private boolean running;

    /** Null if there is no listener. */
    private Consumer<String> trace;

    /** Null if there is no listener. */
    private Consumer<TraceEvent> events;

    /** Of the futures in the events, of which one is passed on at a time; guarded by itself. */
    private final AtomicInteger numbers = new AtomicInteger();

    /** Who wakes tasks now; any thread may ask. */
    private volatile String actor = THE_TEST;

    /** Clones of the tasks' wakers that are neither consumed nor dropped. */
    private final AtomicInteger held = new AtomicInteger();

    /**
     * An executor without tasks.
     *
     * @param seed decides the order in which tasks run
     */
    public TestExecutor(long seed) {
        this(seed, Chooser.seeded(seed));
    }

    /**
     * An executor without tasks.
     *
     * @param chooser decides the order in which tasks run
     */
    public TestExecutor(Chooser chooser) {
        this(null, Objects.requireNonNull(chooser, "chooser"));
    }

    private TestExecutor(Long seed, Chooser chooser) {
        this.seed = seed;
        this.schedule = new Schedule(chooser, this::nameOfJob);
        this.pool = ThreadPool.builder().uncaughtTaskHandler(faults::uncaught).build(schedule::add);
    }

    /** The body of a schedule of {@link #explore}. */
    @FunctionalInterface
    public interface Body {
        /**
         * Spawns tasks and runs them. It must do the same each time, apart from the decisions of the executor.
         *
         * @param executor borrowed: it is closed after the body
         * @throws Exception fails the schedule, as any other throwable does
         */
        void run(TestExecutor executor) throws Exception;
    }

    /**
     * Runs the body under the seeds from 0 on, each with a new executor, which is closed afterwards.
     *
     * @param schedules how many
     * @param body called for each schedule, by the calling thread
     * @throws ScheduleError if the body throws; the schedules after that are not tried
     * @throws IllegalArgumentException if the number is not positive
     */
    public static void explore(int schedules, Body body) {
        explore(0, schedules, body);
    }

    /**
     * Runs the body under the seeds from {@code firstSeed} on, each with a new executor, which is closed afterwards.
     *
     * @param firstSeed may be any {@code long}; the seeds after it are each larger by one
     * @param schedules how many
     * @param body called for each schedule, by the calling thread
     * @throws ScheduleError if the body throws; the schedules after that are not tried
     * @throws IllegalArgumentException if the number is not positive
     */
    public static void explore(long firstSeed, int schedules, Body body) {
        Objects.requireNonNull(body, "body");
        if (schedules <= 0) {
            throw new IllegalArgumentException(schedules + " schedules test nothing");
        }
        new Exploration(body).run(firstSeed, schedules);
    }

    /**
     * The seed that decides the order.
     *
     * @return the seed
     * @throws IllegalStateException if a {@link Chooser} decides it
     */
    public long seed() {
        if (seed == null) {
            throw new IllegalStateException("there is no seed: a chooser decides the order");
        }
        return seed;
    }

    /**
     * The virtual clock. The test may also advance it, between runs.
     *
     * @return always the same clock
     */
    public ManualClock clock() {
        return clock;
    }

    /**
     * How much virtual time has passed since the executor was created.
     *
     * @return a duration that is not negative, including time by which the test has advanced the clock
     */
    public Duration elapsed() {
        return Duration.ofNanos(clock.nanoTime() - start);
    }

    /**
     * From now on, passes a line to {@code lines} for each poll: the virtual time, the task, and how the poll ended.
     *
     * @param lines called by the thread that runs the tasks, right after each poll; replaces the consumer before
     */
    public void traceTo(Consumer<String> lines) {
        this.trace = guarded(lines, "lines");
    }

    /** What a listener throws is thrown by the run, and not in the midst of a task, which has done nothing wrong. */
    private <X> Consumer<X> guarded(Consumer<? super X> listener, String name) {
        Objects.requireNonNull(listener, name);
        return heard -> {
            try {
                listener.accept(heard);
            } catch (Throwable thrown) {
                faults.add(thrown);
            }
        };
    }

    /**
     * From now on, passes on what happens to the tasks that are spawned: each is a root, and all have different numbers. To print them,
     * see {@link PollTrace#printing}.
     *
     * @param events receives each event, never from two threads at a time
     */
    public void eventsTo(Consumer<? super TraceEvent> events) {
        Consumer<TraceEvent> guarded = guarded(events, "events");
        this.events = event -> {
            synchronized (numbers) { // tasks may be woken by other threads
                guarded.accept(event);
            }
        };
    }

    @Override
    public <T> JoinHandle<T> spawn(Future<T> future) {
        return spawn("task " + (spawned + 1), future);
    }

    /**
     * As {@link #spawn(Future)}.
     *
     * @param <T> the type of the value
     * @param name the name of the task in traces and messages
     * @param future belongs to the task from now on
     * @return the task's handle
     * @throws java.util.concurrent.RejectedExecutionException if this has been closed; the future is not touched then
     * @throws IllegalStateException if something else drives the future: see {@link dev.asyncfn.OwnedFuture}
     */
    public <T> JoinHandle<T> spawn(String name, Future<T> future) {
        TestTask<T> task =
                new TestTask<>(Objects.requireNonNull(name, "name"), Objects.requireNonNull(future, "future"), this);
        tasks.add(task);
        try {
            task.handle = pool.spawn(task);
        } finally {
            if (task.handle == null) {
                tasks.remove(task);
                OwnedFuture.disclaim(future, task);
            }
        }
        spawned++;
        byHandle.put(task.handle, task);
        task.watch(events, numbers::incrementAndGet);
        return task.handle;
    }

    /**
     * Runs {@code future} to its end, as a task named root, and the other tasks in the meantime. Unfinished tasks stay.
     *
     * @param <T> the type of the value
     * @param future belongs to the executor from now on
     * @return the value, which may be null. An exception of a poll is thrown unchanged, checked or not
     * @throws DeadlockError if it can never end
     * @throws LostWakerError if a poll of any task has lost its waker
     * @throws AssertionError if a task throws one; or if a detached task failed, with its exception as the cause
     * @throws IllegalStateException on a thread that runs an executor, this one included
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public <T> T run(Future<T> future) {
        Enter.checkMayBlock("TestExecutor.run");
        JoinHandle<T> root = spawn("root", future);
        try (Run run = new Run()) {
            while (!root.isFinished()) {
                if (!run.step() && !advance()) {
                    throw new DeadlockError(deadlock(dump()));
                }
                faults.rethrow();
            }
        }
        return outcome(root);
    }

    private boolean advance() {
        actor = "the clock";
        try {
            return clock.advanceToNextTimer();
        } finally {
            actor = THE_TEST;
        }
    }

    /** Who wakes tasks now: the task that runs, or whoever else. */
    String actor() {
        return actor;
    }

    /** A poll or drop of a task begins, or ends. Returns who acted before. */
    String acts(String next) {
        String before = actor;
        actor = next;
        return before;
    }

    private static String deadlock(String dump) {
        String message = "no task can continue, and no timer is set\n" + dump;
        return !dump.contains("Sleep by " + Clock.system())
                ? message
                : message
                        + "A sleep by Clock.system() was created before the run, where that was the current clock, and"
                        + " virtual time does not end it: create it in a task, or with the clock() of the executor.\n";
    }

    /**
     * As {@link #run(Future)}, for a future that names its checked exception.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception that {@code future} may fail with
     * @param future belongs to the executor from now on
     * @return the value, which may be null
     * @throws E if a poll does
     */
    @SuppressWarnings("overloads")
    public <T, E extends Exception> T run(TryFuture<T, E> future) throws E {
        return run((Future<T>) future);
    }

    /**
     * Runs until no task can continue; time does not pass.
     *
     * @throws LostWakerError as {@link #run(Future)}
     * @throws AssertionError as {@link #run(Future)}
     * @throws IllegalStateException on a thread that runs an executor, this one included
     */
    public void runUntilStalled() {
        Enter.checkMayBlock("TestExecutor.runUntilStalled");
        try (Run run = new Run()) {
            while (run.step()) {
                faults.rethrow();
            }
        }
    }

    /**
     * How many tasks have not finished.
     *
     * @return a number that does not include tasks that have failed
     */
    public int size() {
        return pool.size();
    }

    /**
     * What each task waits for, as an indented tree: its name, how often it was polled, and its futures from the root down to the
     * leaves, with the source lines of async fns. Failed tasks are included. It is the same in every run of the same schedule.
     *
     * @return lines that each end with a line feed; empty if there are no tasks
     */
    public String dump() {
        StringBuilder text = new StringBuilder();
        StateTree tree = new StateTree(line -> text.append(line).append('\n'), this::nameOfHandle);
        for (TestTask<?> task : tasks) {
            text.append(task.name).append(", polled ").append(task.polls());
            if (task.failure() != null) {
                text.append(", failed: ").append(Description.of(task.failure())).append('\n');
            } else {
                text.append(task.polls() > 0 && task.held() == 0 ? ", no waker kept\n" : "\n");
                tree.tell(task.future(), "  ");
            }
        }
        return text.toString();
    }

    private String nameOfHandle(Future<?> future) {
        TestTask<?> task = byHandle.get(future);
        return task == null ? null : "JoinHandle of " + task.name;
    }

    /**
     * Drops the unfinished tasks, and takes no more. May be called again. Each task is {@linkplain JoinHandle#abort() aborted}, so that
     * it may clean up, but time does not pass: a cleanup that cannot go on then is {@linkplain JoinHandle#abortNow() ended}. If the chooser
     * throws, the tasks are dropped in order, and its exception is thrown afterwards.
     *
     * @throws AssertionError if a task or its drop has failed, and no poll of its handle, which now counts as dropped, has thrown the
     *     failure. The failure is the cause; further ones are suppressed in the error
     * @throws IllegalStateException on a thread that runs an executor, this one included
     */
    @Override
    public void close() {
        Enter.checkMayBlock("TestExecutor.close");
        pool.shutdown();
        Drops drops = new Drops(null);
        try (Run run = new Run()) {
            List.copyOf(tasks).forEach(task -> task.handle.abort());
            run.toTheEnd(drops);
            List.copyOf(tasks).forEach(task -> task.handle.abortNow());
            run.toTheEnd(drops);
        }
        pool.close();
        List.copyOf(tasks).stream().filter(task -> !task.wasTold()).forEach(task -> task.handle.drop());
        drops.run(faults::rethrow);
        drops.rethrow();
    }

    /**
     * How many clones of the tasks' wakers are still held: neither consumed by a wake nor dropped. Once all tasks have finished, this is zero
     * unless something keeps a waker that it should not. As {@link TaskProbe#held()}.
     *
     * @return a number that is negative if a waker was released twice
     */
    public int held() {
        return held.get();
    }

    void held(int change) {
        held.addAndGet(change);
    }

    /** A job is the handle of its task. */
    private String nameOfJob(Runnable job) {
        TestTask<?> task = byHandle.get(job);
        return task == null ? "a task that has ended" : task.name;
    }

    /** Called by a task after each poll, and when it is dropped unfinished. */
    void polled(TestTask<?> task, String outcome) {
        if (trace != null) {
            trace.accept(elapsed() + " " + task.name + ", poll " + task.polls() + ": " + outcome);
        }
    }

    void ended(TestTask<?> task) {
        if (task.failure() == null) {
            tasks.remove(task);
            byHandle.remove(task.handle);
        }
    }

    void lostWaker(TestTask<?> task) {
        faults.add(new LostWakerError("a poll of " + task.name + " was pending, and left no waker\n" + dump()));
    }

    void failed(Throwable thrown) {
        faults.taskFailed(thrown);
    }

    private static <T> T outcome(JoinHandle<T> root) {
        try {
            return ((Poll.Ready<T>) root.poll(Context.fromWaker(Waker.noop()))).value();
        } catch (JoinException e) {
            throw e.isCancelled() ? e : Sneaky.asIs(e.getCause());
        }
    }

    /** One stay of the thread in the executor. */
    private final class Run implements AutoCloseable {
        private final Enter entered;
        private final Clock.Scope time;

        Run() {
            if (running) {
                throw new IllegalStateException("a TestExecutor cannot be run by one of its own tasks");
            }
            entered = Enter.enter("a TestExecutor");
            time = Clock.enter(clock);
            running = true;
        }

        /** Runs one task once; false if none can go on. */
        boolean step() {
            Runnable job = schedule.next();
            if (job == null) {
                return false;
            }
            job.run();
            return true;
        }

        /** Whatever the chooser does. */
        void toTheEnd(Drops drops) {
            drops.run(this::stepAll);
            if (drops.failure() != null) {
                schedule.inOrder();
                drops.run(this::stepAll);
            }
        }

        private void stepAll() {
            boolean went = step();
            while (went) {
                went = step();
            }
        }

        @Override
        public void close() {
            running = false;
            try {
                time.leave();
            } finally {
                entered.leave();
            }
        }
    }
}
