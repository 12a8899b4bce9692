package dev.asyncfn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The frames of a trace in which the frames of each generated future are replaced by one. */
final class GeneratedFrames {
    /** How many futures are followed at most: a faulty Traced may report a new child each time. No stack has as many polls. */
    private static final int DEEPEST = 100_000;

    private final List<StackTraceElement> frames;
    /** The futures that are suspended on each other, from the outermost inwards. */
    private final List<Future<?>> suspended = new ArrayList<>();

    /** The index of the first future whose frames may still come. */
    private int next;

    private final Map<String, SourceLines> known = new HashMap<>();
    private final Set<ClassLoader> loaders = new LinkedHashSet<>();

    /**
     * @param frames innermost first
     * @param polled the future whose frames are the outermost, or null if that is not known
     * @param loader where to look for the classes first
     */
    GeneratedFrames(List<StackTraceElement> frames, Future<?> polled, ClassLoader loader) {
        this.frames = frames;
        loaders.add(loader);
        Set<Future<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>()); // a faulty Traced may report a cycle
        for (Future<?> at = polled; at != null && seen.size() < DEEPEST && seen.add(at); at = child(at)) {
            suspended.add(at);
            loaders.add(at.getClass().getClassLoader());
        }
        loaders.add(Thread.currentThread().getContextClassLoader());
    }

    /** A quick look at the name: a generated class, or a class nested in one. */
    static boolean mayBe(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.contains("Async$") || type.endsWith("Async") && !type.equals(Async.class.getName());
    }

    /** The frames except those of the base classes of generated futures, and of what passes calls on: to a reader they are part of the future. */
    static List<StackTraceElement> withoutBases(List<StackTraceElement> frames) {
        return frames.stream().filter(frame -> !isBase(frame.getClassName())).toList();
    }

    private static boolean isBase(String className) {
        return className.equals(StateMachine.class.getName())
                || className.equals(GuardedStateMachine.class.getName())
                || className.equals(MethodCall.class.getName())
                || className.equals(Fallible.class.getName());
    }

    /** The index after the frames of a future's own poll or drop; {@code from} if there are none. */
    static int pastFrames(List<StackTraceElement> frames, int from, Class<?> future) {
        int at = from;
        while (at < frames.size() && frames.get(at).getClassName().equals(future.getName())) {
            at++;
            if (begins(frames.get(at - 1))) {
                return at;
            }
        }
        return from;
    }

    /** The methods by which a future is entered; all other methods are called by these only. */
    private static boolean begins(StackTraceElement frame) {
        return frame.getMethodName().equals("poll") || frame.getMethodName().equals("drop");
    }

    private static boolean isLambda(StackTraceElement frame) {
        return frame.getMethodName().startsWith("lambda$");
    }

    /** From the outermost inwards, as the futures await each other; the result is modifiable. */
    List<StackTraceElement> replace() {
        List<StackTraceElement> replaced = new ArrayList<>();
        int i = frames.size() - 1;
        while (i >= 0) {
            StackTraceElement frame = frames.get(i);
            String type = frame.getClassName();
            SourceLines lines = mayBe(frame) ? linesOf(type) : null;
            if (lines != null && lines.isOwn(frame)) {
                i--;
            } else if (lines == null || !lines.isFuture(type)) {
                replaced.add(frame);
                i--;
            } else if (isLambda(frame)) {
                replaced.add(lines.restoredLambda(frame));
                i--;
            } else {
                i = innermost(i);
                replaced.add(lines.restored(frames.get(i), future(type)));
                i--;
            }
        }
        Collections.reverse(replaced);
        return replaced;
    }

    /** The index of the innermost frame of the future that is entered by this one. */
    private int innermost(int entered) {
        int i = entered;
        while (i > 0
                && frames.get(i - 1).getClassName().equals(frames.get(entered).getClassName())
                && !begins(frames.get(i - 1))
                && !isLambda(frames.get(i - 1))) {
            i--;
        }
        return i;
    }

    /** The next suspended future of a class; null if there is none, as for those that have never been suspended. */
    private Traced future(String type) {
        for (int i = next; i < suspended.size(); i++) {
            if (suspended.get(i).getClass().getName().equals(type)) {
                next = i + 1;
                return (Traced) suspended.get(i);
            }
        }
        return null;
    }

    /** A future with several children restores their exceptions by itself. */
    private static Future<?> child(Future<?> future) {
        return future instanceof Traced traced && traced.awaitedAll().size() < 2 ? traced.awaited() : null;
    }

    private SourceLines linesOf(String type) {
        return known.computeIfAbsent(type, this::find);
    }

    private SourceLines find(String type) {
        for (ClassLoader loader : loaders) {
            try {
                return SourceLines.of(Class.forName(type, false, loader));
            } catch (ClassNotFoundException e) {
                continue; // perhaps another one knows it
            }
        }
        return null;
    }
}
