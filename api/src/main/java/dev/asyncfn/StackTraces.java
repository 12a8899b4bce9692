package dev.asyncfn;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Restores the stack trace of a failure, of its causes, and of its suppressed exceptions: {@link Traced#restore}. */
final class StackTraces {
    private static final boolean ON = !"false".equals(System.getProperty("asyncfn.restoreStackTraces"));

    /** How many exceptions are restored at most: a getCause() that makes a new exception each time would never end. */
    private static final int MOST = 1_000;

    /** Sees the frames that a {@code Throwable} has. */
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.SHOW_REFLECT_FRAMES);

    private final Throwable shown;
    private final Future<?> polled;
    /** The frames outside the poll; null until they are needed. */
    private List<Caller> outer;

    /** A frame outside the poll. Lines differ: a method stands at its poll in the one trace, and at its catch clause in the other. */
    private record Caller(String className, String methodName) {
        boolean isResumption() {
            return PassedOver.isMark(className, methodName);
        }

        boolean isOf(StackTraceElement frame) {
            return frame.getClassName().equals(className)
                    && frame.getMethodName().equals(methodName);
        }
    }

    private StackTraces(Throwable shown, Future<?> polled) {
        this.shown = shown;
        this.polled = polled;
    }

    /** As {@link Traced#restore}, but throws what the methods of the failure and of the futures throw. */
    static void restore(Throwable failure, Future<?> polled) {
        if (!ON || failure instanceof Dropped) {
            return;
        }
        StackTraces traces = new StackTraces(failure, polled);
        traces.restore(failure);
        Throwable[] suppressed = failure.getSuppressed();
        Throwable cause = failure.getCause();
        if (cause != null || suppressed.length > 0) {
            traces.restoreAll(failure, cause, suppressed);
        }
    }

    /** Causes and suppressed exceptions may form cycles and long chains. */
    private void restoreAll(Throwable failure, Throwable cause, Throwable[] suppressed) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(failure);
        List<Throwable> pending = new ArrayList<>();
        add(pending, cause, suppressed);
        while (!pending.isEmpty() && seen.size() < MOST) {
            Throwable next = pending.remove(pending.size() - 1);
            if (seen.add(next)) {
                restore(next);
                add(pending, next.getCause(), next.getSuppressed());
            }
        }
    }

    private static void add(List<Throwable> pending, Throwable cause, Throwable[] suppressed) {
        if (cause != null) {
            pending.add(cause);
        }
        Collections.addAll(pending, suppressed);
    }

    private void restore(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        for (StackTraceElement frame : trace) {
            if (GeneratedFrames.mayBe(frame)) {
                failure.setStackTrace(restored(GeneratedFrames.withoutBases(trace)));
                return;
            }
        }
    }

    private StackTraceElement[] restored(List<StackTraceElement> frames) {
        int inner = frames.size() - outer().size();
        if (inner < 0 || !endsWithOuter(frames, inner)) { // thrown in another thread, or in an earlier poll
            return new GeneratedFrames(frames, shown, null, polled.getClass())
                    .replace()
                    .toArray(StackTraceElement[]::new);
        }
        GeneratedFrames own = new GeneratedFrames(frames.subList(0, inner), shown, polled, polled.getClass());
        boolean resumed = inner < frames.size() && outer.get(0).isResumption();
        List<StackTraceElement> all = resumed ? own.replaceResumed() : own.replace();
        if (resumed) {
            all.addAll(PassedOver.framesAbove(polled));
        }
        all.addAll(frames.subList(resumed ? inner + 1 : inner, frames.size()));
        return all.toArray(StackTraceElement[]::new);
    }

    /** The frames of the method that polled, and of its callers. */
    private List<Caller> outer() {
        if (outer == null) {
            List<Caller> here = WALKER.walk(frames -> frames.dropWhile(StackTraces::isOwn)
                    .filter(frame -> !GeneratedFrames.isBase(frame.getClassName(), frame.getMethodName()))
                    .map(frame -> new Caller(frame.getClassName(), frame.getMethodName()))
                    .toList());
            outer = here.subList(pastPolled(here), here.size());
        }
        return outer;
    }

    private static boolean isOwn(StackFrame frame) {
        String name = frame.getClassName();
        return name.equals(StackTraces.class.getName()) || name.equals(Traced.class.getName());
    }

    /** The index after the frames of the future's own poll or drop; 0 if there are none. */
    private int pastPolled(List<Caller> here) {
        String future = polled.getClass().getName();
        for (int at = 0; at < here.size() && here.get(at).className().equals(future); at++) {
            if (GeneratedFrames.begins(here.get(at).methodName())) {
                return at + 1;
            }
        }
        return 0;
    }

    private boolean endsWithOuter(List<StackTraceElement> frames, int from) {
        for (int i = from; i < frames.size(); i++) {
            if (!outer.get(i - from).isOf(frames.get(i))) {
                return false;
            }
        }
        return true;
    }
}
