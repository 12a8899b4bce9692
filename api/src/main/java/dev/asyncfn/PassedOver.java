package dev.asyncfn;

import java.util.ArrayList;
import java.util.List;

/** The async fns that a {@link Resumption} passed over: their frames are not in a trace, although they wait for what is there. */
final class PassedOver {
    /** How many frames are added at one place: as many as a trace has by default. */
    static final int MOST = 1_024;

    /** How many futures are followed at most. */
    private static final int DEEPEST = 100_000;

    private PassedOver() {}

    /** Whether a frame is that of a {@link Resumption} which polls, and so marks the place where others are missing. */
    static boolean isMark(String className, String methodName) {
        return methodName.startsWith("resume") && className.equals(Resumption.class.getName());
    }

    /** What a future polls in place of those that it waits for, or null. */
    static Resumption below(Future<?> future) {
        Resumption passed = resumption(future);
        return passed != null && passed.isBelow(future) ? passed : null;
    }

    /** What had passed a future over, and then gave it the failure of the one that it waits for; or null. */
    static Resumption above(Future<?> future) {
        Resumption passed = resumption(future);
        return passed == null || passed.isBelow(future) ? null : passed;
    }

    private static Resumption resumption(Future<?> future) {
        return future instanceof StateMachine<?, ?> machine ? machine.resumption() : null;
    }

    /** The frames of those between a future that a {@link Resumption} has polled and the outermost one, from the inside out. */
    static List<StackTraceElement> framesAbove(Future<?> polled) {
        List<StackTraceElement> frames = new ArrayList<>();
        Object at = polled instanceof OwnedFuture<?> owned ? owned.owner() : null;
        for (int i = 0; i < DEEPEST && at instanceof StateMachine<?, ?> owner && below(owner) == null; i++) {
            at = owner.owner();
            if (i < MOST
                    && at instanceof StateMachine<?, ?>) { // else it is the outermost, which has a frame of its own
                frames.add(SourceLines.frame(owner));
            }
        }
        return frames;
    }
}
