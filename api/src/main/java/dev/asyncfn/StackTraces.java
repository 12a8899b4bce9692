package dev.asyncfn;

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

    private final Future<?> polled;
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    /** The frames outside the poll; null until they are needed. */
    private List<StackTraceElement> outer;

    private StackTraces(Future<?> polled) {
        this.polled = polled;
    }

    /** As {@link Traced#restore}, but throws what the methods of the failure and of the futures throw. */
    static void restore(Throwable failure, Future<?> polled) {
        if (!ON || failure instanceof Dropped) {
            return;
        }
        new StackTraces(polled).restoreAll(failure);
    }

    /** Causes and suppressed exceptions may form cycles and long chains. */
    private void restoreAll(Throwable failure) {
        List<Throwable> pending = new ArrayList<>(List.of(failure));
        while (!pending.isEmpty() && seen.size() < MOST) {
            Throwable next = pending.remove(pending.size() - 1);
            if (seen.add(next)) {
                restore(next);
                if (next.getCause() != null) {
                    pending.add(next.getCause());
                }
                Collections.addAll(pending, next.getSuppressed());
            }
        }
    }

    private void restore(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        for (StackTraceElement frame : trace) {
            if (GeneratedFrames.mayBe(frame)) {
                List<StackTraceElement> frames = GeneratedFrames.withoutBases(List.of(trace));
                int inner = frames.size() - outer().size();
                boolean thrownHere = inner >= 0 && alike(frames.subList(inner, frames.size()), outer());
                ClassLoader loader = polled.getClass().getClassLoader();
                GeneratedFrames restored = thrownHere
                        ? new GeneratedFrames(frames.subList(0, inner), polled, loader)
                        : new GeneratedFrames(frames, null, loader); // thrown in another thread, or an earlier poll
                List<StackTraceElement> all = restored.replace();
                if (thrownHere) {
                    all.addAll(frames.subList(inner, frames.size()));
                }
                failure.setStackTrace(all.toArray(StackTraceElement[]::new));
                return;
            }
        }
    }

    /** The frames of the method that polled, and of its callers. */
    private List<StackTraceElement> outer() {
        if (outer == null) {
            List<StackTraceElement> here = GeneratedFrames.withoutBases(List.of(new Throwable().getStackTrace()));
            int from = 0;
            while (isOwn(here.get(from))) {
                from++;
            }
            outer = here.subList(GeneratedFrames.pastFrames(here, from, polled.getClass()), here.size());
        }
        return outer;
    }

    private static boolean isOwn(StackTraceElement frame) {
        return frame.getClassName().equals(StackTraces.class.getName())
                || frame.getClassName().equals(Traced.class.getName());
    }

    /** Lines differ: a method stands at its poll in the one, and at its catch clause in the other. */
    private static boolean alike(List<StackTraceElement> some, List<StackTraceElement> others) {
        for (int i = 0; i < some.size(); i++) {
            if (!some.get(i).getClassName().equals(others.get(i).getClassName())
                    || !some.get(i).getMethodName().equals(others.get(i).getMethodName())) {
                return false;
            }
        }
        return true;
    }
}
