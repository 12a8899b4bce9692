package dev.asyncfn.test;

import dev.asyncfn.Future;
import dev.asyncfn.test.FutureTree.Node;
import dev.asyncfn.test.TraceEvent.Created;
import dev.asyncfn.test.TraceEvent.Dropped;
import dev.asyncfn.test.TraceEvent.LetGo;
import dev.asyncfn.test.TraceEvent.Moved;
import dev.asyncfn.test.TraceEvent.Pending;
import dev.asyncfn.test.TraceEvent.Polled;
import dev.asyncfn.test.TraceEvent.Ready;
import dev.asyncfn.test.TraceEvent.Subject;
import dev.asyncfn.test.TraceEvent.Threw;
import dev.asyncfn.test.TraceEvent.Woken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Turns what happens to one future into events. Called by the thread that drives the future, apart from {@link #woken}, which any thread may
 * call; it passes on events one at a time.
 */
final class Watch {
    private final Subject root;
    private final Future<?> future;
    private final IntSupplier numbers;
    private final Consumer<? super TraceEvent> events;

    /** As it was last seen, by the thread that drives the future. */
    private FutureTree tree = FutureTree.none();

    private int polls;

    /** Guards the events, and what is below. */
    private final Object lock = new Object();

    private boolean polling;
    private boolean ended;
    /** Who has woken it since the last poll began, or null. */
    private String waker;

    Watch(String name, Future<?> future, IntSupplier numbers, Consumer<? super TraceEvent> events) {
        this.root = new Subject(numbers.getAsInt(), name);
        this.future = future;
        this.numbers = numbers;
        this.events = events;
    }

    /** To be called first. */
    void created() {
        tree = look();
        List<TraceEvent> all = new ArrayList<>();
        all.add(new Created(root, null, ""));
        for (Node node : tree.nodes()) {
            all.add(new Created(node.subject(), node.parent(), node.state()));
        }
        synchronized (lock) {
            all.forEach(events);
        }
    }

    void polled() {
        tree = look();
        polls++;
        Polled event = new Polled(root, polls, tree.places());
        synchronized (lock) {
            polling = true;
            waker = null;
            events.accept(event);
        }
    }

    void pending() {
        List<TraceEvent> all = changes();
        all.add(new Pending(root, tree.leaves()));
        synchronized (lock) {
            polling = false;
            all.forEach(events);
            if (waker != null) {
                events.accept(new Woken(root, waker, true));
            }
        }
    }

    void ready(Object value) {
        end(new Ready(root, value));
    }

    void threw(Throwable failure) {
        end(new Threw(root, failure));
    }

    private void end(TraceEvent outcome) {
        List<TraceEvent> all = changes();
        all.add(outcome);
        tree = FutureTree.none();
        synchronized (lock) {
            polling = false;
            ended = true;
            all.forEach(events);
        }
    }

    /** Nothing, if it has ended. */
    void dropped() {
        synchronized (lock) {
            if (!ended) {
                ended = true;
                events.accept(new Dropped(root));
            }
        }
        tree = FutureTree.none();
    }

    void dropThrew(Throwable failure) {
        synchronized (lock) {
            events.accept(new Threw(root, failure));
        }
    }

    /** Whether nobody has woken it since the last poll began, so that the next wake will be an event. */
    boolean isFirstWake() {
        synchronized (lock) {
            return waker == null && !ended;
        }
    }

    void woken(String by) {
        synchronized (lock) {
            boolean first = waker == null && !ended;
            waker = by;
            if (first && !polling) {
                events.accept(new Woken(root, by, false));
            }
        }
    }

    private FutureTree look() {
        return FutureTree.of(future, root, tree, numbers);
    }

    private List<TraceEvent> changes() {
        FutureTree before = tree;
        tree = look();
        List<TraceEvent> changes = new ArrayList<>();
        for (Node gone : before.bottomUp()) {
            if (tree.get(gone.future()) == null) {
                Described last = Described.of(gone.future());
                if (last.constant()) {
                    addMove(gone, last.state(), changes);
                }
                changes.add(new LetGo(gone.subject()));
            }
        }
        for (Node node : tree.nodes()) {
            Node earlier = before.get(node.future());
            if (earlier == null) {
                changes.add(new Created(node.subject(), node.parent(), node.state()));
            } else if (!node.leaf()
                    || node.described().constant()) { // a leaf has its own time: that is no step of ours
                addMove(earlier, node.state(), changes);
            }
        }
        return changes;
    }

    private static void addMove(Node node, String to, List<TraceEvent> changes) {
        if (!node.state().equals(to)) {
            changes.add(new Moved(node.subject(), node.state(), to));
        }
    }
}
