package dev.asyncfn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The frames of a trace in which the frames of each generated future are replaced by one. */
final class GeneratedFrames {
    /** How many futures are followed at most: a faulty Traced may report a new child each time. No stack has as many polls. */
    private static final int DEEPEST = 100_000;

    /** By the class of a polled future: what was found by the class loader of that class. Unloaded with it. */
    private static final ClassValue<Map<String, SourceLines>> FOUND = new ClassValue<>() {
        @Override
        protected Map<String, SourceLines> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final List<StackTraceElement> frames;
    private final Throwable shown;
    private final Class<?> near;
    /** The futures that are suspended on each other, from the outermost inwards. */
    private final List<Future<?>> suspended = new ArrayList<>();

    /** The index of the first future whose frames may still come. */
    private int next;

    /** By class name; null stands for none. */
    private final Map<String, SourceLines> known = new HashMap<>();

    /**
     * @param frames innermost first
     * @param shown the failure that is being restored; the frames are its own, or those of one that belongs to it
     * @param polled the future whose frames are the outermost, or null if that is not known
     * @param near a class whose loader is asked first for the others
     */
    GeneratedFrames(List<StackTraceElement> frames, Throwable shown, Future<?> polled, Class<?> near) {
        this.frames = frames;
        this.shown = shown;
        this.near = near;
        Future<?> earlier = null; // a faulty Traced may report a cycle: then this one is met again
        for (Future<?> at = polled; at != null && at != earlier && suspended.size() < DEEPEST; at = child(at)) {
            suspended.add(at);
            if (Integer.bitCount(suspended.size()) == 1) {
                earlier = at;
            }
        }
    }

    /** A quick look at the name: a generated class, or a class nested in one. */
    static boolean mayBe(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.contains("Async$") || type.endsWith("Async") && !type.equals(Async.class.getName());
    }

    /** The frames except those of the base classes of generated futures, and of what passes calls on: to a reader they are part of the future. */
    static List<StackTraceElement> withoutBases(StackTraceElement[] trace) {
        List<StackTraceElement> frames = new ArrayList<>(trace.length);
        for (StackTraceElement frame : trace) {
            if (!isBase(frame.getClassName(), frame.getMethodName())) {
                frames.add(frame);
            }
        }
        return frames;
    }

    /** Where a {@link Resumption} passed others over, a frame of it remains. */
    static boolean isBase(String className, String methodName) {
        return className.equals(StateMachine.class.getName())
                || className.equals(GuardedStateMachine.class.getName())
                || className.equals(MethodCall.class.getName())
                || className.equals(Fallible.class.getName())
                || className.equals(Resumption.class.getName()) && !PassedOver.isMark(className, methodName);
    }

    /** Whether a future is entered by a method of this name; all its other methods are called by these only. */
    static boolean begins(String method) {
        return method.equals("poll") || method.equals("drop") || method.equals("pollDrop");
    }

    private static boolean isLambda(StackTraceElement frame) {
        return frame.getMethodName().startsWith("lambda$");
    }

    /** From the outermost inwards, as the futures await each other; the result is modifiable. */
    List<StackTraceElement> replace() {
        return replace(new ArrayList<>());
    }

    /** As {@link #replace()}, for a future that a {@link Resumption} has polled, perhaps with the failure of another one. */
    List<StackTraceElement> replaceResumed() {
        List<StackTraceElement> replaced = new ArrayList<>();
        Resumption passed = PassedOver.above(suspended.get(0));
        if (passed != null && !frames.isEmpty()) {
            int thrower = indexOf(passed.origin(shown), frames.get(frames.size() - 1));
            passOver(thrower < 0 ? next : thrower, replaced);
        }
        return replace(replaced);
    }

    private List<StackTraceElement> replace(List<StackTraceElement> replaced) {
        int i = frames.size() - 1;
        while (i >= 0) {
            StackTraceElement frame = frames.get(i);
            String type = frame.getClassName();
            SourceLines lines = mayBe(frame) ? linesOf(type) : null;
            if (PassedOver.isMark(type, frame.getMethodName())) {
                i--;
                passOver(resumed(i), replaced);
            } else if (lines != null && lines.isOwn(frame)) {
                i--;
            } else if (lines == null || !lines.isFuture(type)) {
                replaced.add(frame);
                i--;
            } else if (isLambda(frame)) {
                replaced.add(lines.restoredLambda(frame));
                i--;
            } else {
                i = innermost(i);
                Traced future = future(type);
                replaced.add(lines.restored(frames.get(i), future));
                if (lines.isOfSource(frames.get(i))) {
                    next = suspended.size(); // what is inside was polled for the first time
                }
                i--;
            }
        }
        Collections.reverse(replaced);
        return replaced;
    }

    /** Adds a frame for each future that was passed over, up to the one that was polled. */
    private void passOver(int until, List<StackTraceElement> replaced) {
        for (int i = Math.max(next, until - PassedOver.MOST); i < until; i++) {
            replaced.add(SourceLines.frame((StateMachine<?, ?>) suspended.get(i)));
        }
        next = until;
    }

    /** The index of the future that a {@link Resumption} polled, whose frame is at {@code i}. */
    private int resumed(int i) {
        int outermost = outermost();
        if (outermost < 0 || i < 0) {
            return next;
        }
        next = outermost + 1;
        StackTraceElement frame = frames.get(i);
        Resumption passed = PassedOver.below(suspended.get(outermost));
        int known = passed == null ? -1 : indexOf(passed.origin(shown), frame);
        if (known >= 0) {
            return known;
        }
        int last = next; // it was the innermost, unless it belongs to a failure that came later
        for (int at = next; at < suspended.size() && suspended.get(at) instanceof StateMachine<?, ?>; at++) {
            if (isOf(suspended.get(at), frame)) {
                last = at;
            }
        }
        return last;
    }

    /** The index of the future whose frame is the last one that was seen, and which has others passed over; negative if there is none. */
    private int outermost() {
        for (int i = Math.max(0, next - 1); i < suspended.size(); i++) {
            if (PassedOver.below(suspended.get(i)) != null) {
                return i;
            }
        }
        return next - 1;
    }

    /** Negative if it is not there, or not the one to which the frame belongs. */
    private int indexOf(Future<?> future, StackTraceElement frame) {
        if (future == null || !isOf(future, frame)) {
            return -1;
        }
        for (int i = next; i < suspended.size() && suspended.get(i) instanceof StateMachine<?, ?>; i++) {
            if (suspended.get(i) == future) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isOf(Future<?> future, StackTraceElement frame) {
        return future.getClass().getName().equals(frame.getClassName());
    }

    /** The index of the innermost frame of the future that is entered by this one. */
    private int innermost(int entered) {
        int i = entered;
        while (i > 0
                && frames.get(i - 1).getClassName().equals(frames.get(entered).getClassName())
                && !begins(frames.get(i - 1).getMethodName())
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
        if (future instanceof StateMachine<?, ?> machine) {
            return machine.awaited();
        }
        return future instanceof Traced traced && traced.awaitedAll().size() < 2 ? traced.awaited() : null;
    }

    private SourceLines linesOf(String type) {
        if (!known.containsKey(type)) {
            known.put(type, find(type));
        }
        return known.get(type);
    }

    private SourceLines find(String type) {
        for (Future<?> future : suspended) {
            if (future.getClass().getName().equals(type)) {
                return SourceLines.of(future.getClass());
            }
        }
        Map<String, SourceLines> found = FOUND.get(near);
        SourceLines lines = found.get(type);
        if (lines == null) {
            lines = load(type, near.getClassLoader());
            if (lines != null) {
                found.put(type, lines);
            }
        }
        return lines != null ? lines : findElsewhere(type);
    }

    /** A frame of a class that is not seen from the future that was polled. */
    private SourceLines findElsewhere(String type) {
        Stream<ClassLoader> loaders = Stream.concat(
                suspended.stream().map(future -> future.getClass().getClassLoader()),
                Stream.ofNullable(Thread.currentThread().getContextClassLoader()));
        return loaders.distinct()
                .map(loader -> load(type, loader))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static SourceLines load(String type, ClassLoader loader) {
        try {
            return SourceLines.of(Class.forName(type, false, loader));
        } catch (ClassNotFoundException e) {
            return null; // perhaps another one knows it
        }
    }
}
