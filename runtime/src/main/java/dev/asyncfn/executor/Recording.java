package dev.asyncfn.executor;

import dev.asyncfn.Future;

/**
 * Where tasks are recorded: the flight recorder of the JDK, if its module is there. The classes of its events are used only then, and cost
 * nothing before the first recording: the JDK's own class of all events does nothing until then, and the JIT compiler sees that.
 */
abstract class Recording {
    private static final Recording INSTANCE = find();

    /** What is recorded of one task, by the thread that polls it. */
    interface Trace {
        void pollBegins(Future<?> future);

        void pollEnds(Future<?> future, boolean pending);

        void ended(String how);
    }

    /** Whether anything would be recorded now. */
    abstract boolean on();

    /** The numbers of the executors are recorded from now on, if a recording wants them. */
    abstract void noticeMetrics();

    abstract Trace trace(Task<?> task, Future<?> future);

    static boolean isOn() {
        return INSTANCE != null && INSTANCE.on();
    }

    /** An executor is at work: it may be the first that notices a recording. Called for each poll and each task. */
    static void notice() {
        if (INSTANCE != null) {
            INSTANCE.noticeMetrics();
        }
    }

    /** Null if there is no recorder. */
    static Recording instance() {
        return INSTANCE;
    }

    /** Begins to record a task, before a poll. */
    static Trace begin(Task<?> task, Future<?> future) {
        return INSTANCE.trace(task, future);
    }

    /** Null if there is no flight recorder, as in an image without {@code jdk.jfr}, or where this module does not read it. */
    private static Recording find() {
        try {
            Class.forName("jdk.jfr.Event", false, Recording.class.getClassLoader());
            return new FlightRecording();
        } catch (ClassNotFoundException | LinkageError absent) {
            return null;
        }
    }
}
