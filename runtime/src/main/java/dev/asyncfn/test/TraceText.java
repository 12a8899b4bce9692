package dev.asyncfn.test;

import dev.asyncfn.failure.Description;
import dev.asyncfn.test.TraceEvent.Created;
import dev.asyncfn.test.TraceEvent.Dropped;
import dev.asyncfn.test.TraceEvent.LetGo;
import dev.asyncfn.test.TraceEvent.Moved;
import dev.asyncfn.test.TraceEvent.Pending;
import dev.asyncfn.test.TraceEvent.Place;
import dev.asyncfn.test.TraceEvent.Polled;
import dev.asyncfn.test.TraceEvent.Ready;
import dev.asyncfn.test.TraceEvent.Subject;
import dev.asyncfn.test.TraceEvent.Threw;
import dev.asyncfn.test.TraceEvent.Woken;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Prints events as an indented tree. */
final class TraceText implements Consumer<TraceEvent> {
    private final String indent;
    private final Consumer<String> lines;

    /** The levels of the futures that are there. */
    private final Map<Integer, Integer> depths = new HashMap<>();

    /** The root below whose line the next ones stand, and whether one of its polls is open. */
    private Subject titled;

    private boolean polling;
    /** The future that the line before tells of, if it says where that has moved to. */
    private Subject moved;

    TraceText(String indent, Consumer<String> lines) {
        this.indent = indent;
        this.lines = lines;
    }

    @Override
    public void accept(TraceEvent event) {
        Subject movedBefore = moved;
        moved = null;
        if (event instanceof Created created) {
            created(created);
        } else if (event instanceof Polled polled) {
            polled(polled);
        } else if (event instanceof Moved move) {
            String from = move.from().isEmpty() ? "" : move.from() + " -> ";
            inner(move.future(), move.future() + ": " + from + move.to());
            moved = move.future();
        } else if (event instanceof LetGo gone) {
            letGo(gone, movedBefore);
        } else if (event instanceof Pending pending) {
            outcome(pending.future(), pending(pending));
        } else if (event instanceof Ready ready) {
            outcome(ready.future(), "ready " + ready.value());
        } else if (event instanceof Threw threw) {
            outcome(threw.future(), "threw " + Description.of(threw.failure()));
        } else if (event instanceof Woken woken) {
            root(woken.future(), "woken by " + woken.by() + (woken.duringPoll() ? ", during the poll" : ""));
        } else if (event instanceof Dropped dropped) {
            root(dropped.future(), "dropped");
        }
    }

    private void created(Created event) {
        if (event.parent() == null) {
            depths.put(event.future().number(), 0);
            title(event.future());
            return;
        }
        depths.put(event.future().number(), depths.getOrDefault(event.parent().number(), 0) + 1);
        String state = event.state().isEmpty() ? "" : ": " + event.state();
        inner(event.future(), "created " + event.future() + state);
    }

    private void polled(Polled event) {
        root(event.future(), event.poll() == 1 ? "poll 1" : "poll " + event.poll() + ", continues from");
        polling = true;
        if (event.poll() > 1) {
            for (Place place : event.from()) {
                line(place.depth() + 1, place.toString());
            }
        }
    }

    private void letGo(LetGo event, Subject movedBefore) {
        if (!event.future().equals(movedBefore)) {
            inner(event.future(), "let go of " + event.future());
        }
        depths.remove(event.future().number());
    }

    private static String pending(Pending event) {
        return event.leaves().isEmpty()
                ? "pending"
                : "pending, waits for "
                        + event.leaves().stream().map(Subject::name).collect(Collectors.joining(", "));
    }

    /** A line of a future inside the root, in a poll or before the first one. */
    private void inner(Subject future, String text) {
        line(depths.getOrDefault(future.number(), 1) + (polling ? 1 : 0), text);
    }

    private void outcome(Subject root, String text) {
        if (!polling) {
            title(root); // a drop has thrown
        }
        line(polling ? 2 : 1, text);
        polling = false;
    }

    private void root(Subject root, String text) {
        title(root);
        line(1, text);
    }

    /** Says which root the next lines tell of, if it is another than before. */
    private void title(Subject root) {
        if (!root.equals(titled)) {
            titled = root;
            line(0, root.name());
        }
    }

    private void line(int level, String text) {
        lines.accept(indent + "  ".repeat(level) + text);
    }
}
