package dev.asyncfn.samples.lab.player;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.test.PollTrace;
import dev.asyncfn.test.TraceEvent;
import dev.asyncfn.time.Clock;
import dev.asyncfn.time.ManualClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One execution of the reader's program, from its start: {@code main} up to the place where it runs a future, and then what the reader
 * chooses. All of it in one thread, and in virtual time; but the program may have other threads, which wake.
 */
final class Execution implements AutoCloseable {
    private final Console console = new Console();
    private final ManualClock clock = ManualClock.create();
    private final long start = clock.nanoTime();
    private final Clock.Scope time = Clock.enter(clock);
    private final Future<?> root;
    private final Future<?> traced;
    /** Other threads of the program add to them. */
    private final List<TraceEvent> events = Collections.synchronizedList(new ArrayList<>());

    /** Whether the reader has chosen nothing yet. */
    private boolean isNew = true;

    private boolean polled;
    /** Other threads of the program wake it, too. */
    private volatile boolean woken;

    private boolean ended;

    /**
     * Runs {@code main}.
     *
     * @throws StartException if it does not come to a future
     */
    Execution(Program program) throws StartException {
        Hands.clear();
        Tasks.clear();
        LabPool.clear();
        LabLocalPool.clear();
        Probe.inMain();
        Probe.takeLines();
        try {
            root = started(program);
        } catch (StartException | OutOfMemoryError e) {
            close(); // there is nobody else who could
            throw e;
        }
        traced = PollTrace.ofEvents("the task", root, events::add);
        events.clear(); // that the future is there is known
        Probe.inMain();
        adopt();
    }

    private static Future<?> started(Program program) throws StartException {
        try {
            Class<?> type = new PlayLoader(program.classes()).loadClass(program.main());
            Method main = type.getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Probe.Started start && start.future != null) {
                return start.future;
            }
            if (e.getCause() instanceof OutOfMemoryError noMemory) {
                throw noMemory;
            }
            throw new StartException("main has thrown " + Words.of(e.getCause()));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new StartException(program.main() + " cannot be started: " + Words.of(e));
        }
        throw new StartException("main has ended, and has run no future: it has to call Async.blockOn with one");
    }

    /** What the reader may choose now. */
    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        if (ended && !Tasks.anyAlive()) {
            return choices;
        }
        if (!ended && (!polled || woken)) {
            choices.add(Choice.POLL);
        }
        for (int i = 0; i < Tasks.all().size(); i++) {
            if (Tasks.all().get(i).isQueued()) {
                choices.add(Choice.task(i, Tasks.all().get(i).name(), choices.size()));
            }
        }
        for (int i = 0; i < Tasks.localPools().size(); i++) {
            if (Tasks.localPools().get(i).hasNext()) {
                choices.add(Choice.pool(i, Tasks.localPools().get(i).name(), choices.size()));
            }
        }
        if (choices.isEmpty()) {
            addOutside(choices);
        }
        if (!ended) {
            choices.add(Choice.DROP);
        }
        return choices;
    }

    /** Nothing can go on by itself. */
    private void addOutside(List<Choice> choices) {
        for (int i = 0; i < Hands.leaves().size(); i++) {
            Hands.Leaf leaf = Hands.leaves().get(i);
            if (leaf.isOpen()) {
                choices.add(Choice.ready(i, leaf.future().name()));
            }
        }
        clock.untilNextTimer().ifPresent(left -> choices.add(Choice.time(left)));
        for (int i = 0; i < Hands.leaves().size(); i++) {
            Hands.Leaf leaf = Hands.leaves().get(i);
            if (leaf.isOpen()) {
                choices.add(Choice.fail(i, leaf.future().name()));
            }
        }
        if (!ended) {
            choices.add(Choice.POLL_UNASKED);
        }
    }

    /** Does what the reader has chosen. What it led to is then in the {@link #step}. */
    void choose(Choice choice) {
        Probe.takeLines();
        console.take();
        events.clear();
        Tasks.takeTold();
        isNew = false;
        Tasks.actedBy(actor(choice));
        switch (choice.kind()) {
            case POLL -> poll();
            case TASK -> Tasks.all().get(choice.index()).run();
            case POOL -> Tasks.localPools().get(choice.index()).runOne();
            case READY -> Hands.leaves().get(choice.index()).ready();
            case FAIL -> Hands.leaves().get(choice.index()).fail();
            case TIME -> clock.advanceToNextTimer();
            case DROP -> drop();
        }
        adopt();
    }

    /** Who is seen to act. */
    private static String actor(Choice choice) {
        return switch (choice.kind()) {
            case POLL, TASK -> "The task";
            case POOL -> Tasks.localPools().get(choice.index()).name();
            case READY, FAIL -> Hands.leaves().get(choice.index()).future().name();
            case TIME -> "The clock";
            case DROP -> "The drop";
        };
    }

    /** The leaves that the program made itself are the reader's, too. */
    private void adopt() {
        if (!ended) {
            Hands.adopt(root);
        }
        Tasks.all().stream().filter(Tasks.Spawned::isAlive).forEach(task -> Hands.adopt(task.future()));
    }

    private void poll() {
        polled = true;
        woken = false;
        try {
            Poll<?> poll = traced.poll(Context.fromWaker(Waker.of(() -> woken = true)));
            ended = poll.isReady();
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable thrown) {
            ended = true; // the trace has told
        }
    }

    /** A cleanup that has to wait gets no more time: nobody could say how long. */
    private void drop() {
        ended = true;
        try {
            if (traced.pollDrop(Context.fromWaker(Waker.noop())).isPending()) {
                traced.drop();
            }
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable thrown) {
            ended = true; // the trace has told
        }
    }

    /** Where it is now, and what has happened since the last choice. */
    Step step() {
        Duration passed = Duration.ofNanos(clock.nanoTime() - start);
        return new Step(told(), Probe.takeLines(), console.take(), Looks.at(root), Tasks.json(), passed, choices());
    }

    private List<String> told() {
        List<String> told = new ArrayList<>(Words.of(List.copyOf(events)));
        told.addAll(Tasks.takeTold());
        if (isNew) {
            told.add("The future is there. Nothing has run: it does nothing unless it is polled.");
        }
        if (told.isEmpty()) {
            told.add("Nobody was woken.");
        }
        return told;
    }

    @Override
    public void close() {
        time.close();
        console.close();
    }
}
