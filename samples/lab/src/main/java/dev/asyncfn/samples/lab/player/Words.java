package dev.asyncfn.samples.lab.player;

import dev.asyncfn.test.TraceEvent;
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
import java.lang.reflect.Array;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says things in words. */
final class Words {
    private static final int LONGEST = 60;

    private Words() {}

    /** Each event in a sentence. */
    static List<String> of(List<TraceEvent> events) {
        List<String> told = new ArrayList<>();
        for (TraceEvent event : events) {
            told.add(of(event));
        }
        return told;
    }

    private static String of(TraceEvent event) {
        if (event instanceof Created created) {
            return created.parent() + " has created " + created.future() + ".";
        } else if (event instanceof Polled polled) {
            return polled.poll() == 1
                    ? "The first poll runs the code from its beginning."
                    : "Poll " + polled.poll() + " goes on at "
                            + polled.from().get(0).toString().replace(": ", " ") + ".";
        } else if (event instanceof Moved moved) {
            String from = moved.from().isEmpty() ? "" : " from " + moved.from();
            return moved.future() + " went" + from + " to " + moved.to() + ".";
        } else if (event instanceof LetGo gone) {
            return "Nobody waits for " + gone.future() + " any more.";
        } else if (event instanceof Pending pending) {
            return pending.leaves().isEmpty()
                    ? "The poll returns Pending."
                    : "The poll returns Pending, because of "
                            + pending.leaves().stream().map(Subject::name).collect(Collectors.joining(", ")) + ".";
        } else if (event instanceof Ready ready) {
            return "The poll returns Ready, with " + ofValue(ready.value()) + ".";
        } else if (event instanceof Threw threw) {
            return "It throws " + of(threw.failure()) + ".";
        } else if (event instanceof Woken woken) {
            return woken.duringPoll()
                    ? woken.by() + " has woken the task during the poll."
                    : woken.by() + " has woken the task, which will poll again.";
        } else if (event instanceof Dropped) {
            return "The future is dropped, and all that it waits for.";
        }
        throw new AssertionError(event);
    }

    /** An exception, by the simple name of its class. */
    static String of(Throwable thrown) {
        String message = thrown.getMessage();
        String name = thrown.getClass().getSimpleName();
        return cut(message == null ? name : name + ": " + message, 200);
    }

    /** A value that the program has made. Its own method says what it is, and may do anything. */
    static String ofValue(Object value) {
        if (value != null && value.getClass().isArray()) {
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < Math.min(Array.getLength(value), 20); i++) {
                elements.add(ofValue(Array.get(value, i)));
            }
            return cut(elements.toString(), LONGEST);
        }
        if (value instanceof String text) {
            return cut('"' + text + '"', LONGEST);
        }
        try {
            String text = String.valueOf(value);
            return value != null
                            && text.equals(value.getClass().getName() + "@" + Integer.toHexString(value.hashCode()))
                    ? "a " + simple(value.getClass())
                    : cut(text, LONGEST);
        } catch (RuntimeException e) {
            return "a " + simple(value.getClass());
        }
    }

    private static String simple(Class<?> type) {
        return type.isHidden() || type.isSynthetic() || type.getSimpleName().isEmpty()
                ? "lambda"
                : type.getSimpleName();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    static String of(Duration time) {
        long millis = time.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : String.format(Locale.ROOT, "%d ms", millis);
    }
}
