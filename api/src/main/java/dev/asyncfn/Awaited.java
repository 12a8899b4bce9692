package dev.asyncfn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Adds to a failure that was made on another thread where it was awaited: below its own frames stands {@code Async.await}, and below that
 * the frames of the thread that polls, from which {@link Traced#restore} makes those of the async fns.
 */
final class Awaited {
    private static final StackTraceElement AWAIT =
            new StackTraceElement(Async.class.getName(), "await", "Async.java", -1);

    private Awaited() {}

    /**
     * Adds the frames of the caller's caller, in place of those that an earlier await has added.
     *
     * @return the failure
     */
    static Throwable here(Throwable failure) {
        try {
            StackTraceElement[] made = failure.getStackTrace();
            if (made.length > 0) { // else it has no stack trace, as some that are thrown often
                failure.setStackTrace(joined(made, new Throwable().getStackTrace()));
            }
        } catch (Throwable ofFailure) {
            return failure; // a stack trace that cannot be read or written is left as it is
        }
        return failure;
    }

    private static StackTraceElement[] joined(StackTraceElement[] made, StackTraceElement[] polled) {
        List<StackTraceElement> all = new ArrayList<>(Arrays.asList(made));
        int earlier = all.indexOf(AWAIT);
        if (earlier >= 0) {
            all.subList(earlier, all.size()).clear();
        }
        all.add(AWAIT);
        int from = 0;
        while (isOwn(polled[from])) {
            from++;
        }
        all.addAll(Arrays.asList(polled).subList(from, polled.length));
        return all.toArray(StackTraceElement[]::new);
    }

    private static boolean isOwn(StackTraceElement frame) {
        return frame.getClassName().equals(Awaited.class.getName())
                || frame.getClassName().equals(StageFuture.class.getName());
    }
}
