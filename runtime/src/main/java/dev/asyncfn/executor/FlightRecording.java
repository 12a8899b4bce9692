package dev.asyncfn.executor;

import dev.asyncfn.Future;
import dev.asyncfn.executor.TaskDump.Node;

/** Tasks as events of the JDK's flight recorder. */
final class FlightRecording extends Recording {
    /** One of each, to ask whether its kind is recorded: each poll asks, and must not allocate for it. */
    private final TaskPollEvent anyPoll = new TaskPollEvent();

    private final TaskWaitEvent anyWait = new TaskWaitEvent();
    private final TaskEvent anyTask = new TaskEvent();
    private final MetricsRecording metrics = new MetricsRecording();

    @Override
    void noticeMetrics() {
        metrics.notice();
    }

    /** Whether the recorder asks for the numbers of the executors. */
    boolean hasMetrics() {
        return metrics.isHooked();
    }

    @Override
    boolean on() {
        return anyPoll.isEnabled() || anyWait.isEnabled() || anyTask.isEnabled();
    }

    @Override
    Trace trace(Task<?> task, Future<?> future) {
        return new TaskTrace(task, Node.of(Scheduler.spawned(future)).name());
    }

    private static final class TaskTrace implements Trace {
        private final Task<?> task;
        private final String future;
        private final TaskEvent whole = new TaskEvent();
        /** Null unless a poll is running. */
        private TaskPollEvent poll;
        /** Null during a poll. */
        private TaskWaitEvent wait;

        private long pollStart;

        TaskTrace(Task<?> task, String future) {
            this.task = task;
            this.future = future;
            whole.begin();
        }

        /** The future is as the poll before has left it: so where it was suspended is looked up only if it waited for long. */
        @Override
        public void pollBegins(Future<?> suspended) {
            TaskWaitEvent ended = wait;
            wait = null;
            if (ended != null) {
                ended.end();
                if (ended.shouldCommit()) {
                    commit(ended, suspended);
                }
            }
            poll = new TaskPollEvent();
            poll.begin();
            pollStart = System.nanoTime();
        }

        private void commit(TaskWaitEvent event, Future<?> suspended) {
            Node root = Node.of(Scheduler.spawned(suspended));
            event.executor = task.scheduler().name();
            event.task = task.id;
            event.future = future;
            event.state = innermost(root);
            Node leaf = leaf(root);
            event.awaits = leaf.state() == null ? leaf.name() : leaf.state();
            event.commit();
        }

        @Override
        public void pollEnds(Future<?> polled, boolean pending) {
            whole.polls++;
            whole.busy += System.nanoTime() - pollStart;
            TaskPollEvent ended = poll;
            poll = null;
            ended.end();
            if (ended.shouldCommit()) {
                ended.executor = task.scheduler().name();
                ended.task = task.id;
                ended.future = future;
                ended.state = pending ? innermost(Node.of(Scheduler.spawned(polled))) : null;
                ended.commit();
            }
            if (pending) {
                wait = new TaskWaitEvent();
                wait.begin();
            }
        }

        @Override
        public void ended(String how) {
            whole.end();
            if (whole.shouldCommit()) {
                whole.executor = task.scheduler().name();
                whole.task = task.id;
                whole.future = future;
                whole.end = how;
                whole.commit();
            }
        }

        /** The last async fn on the way down, where each awaits the first. */
        private static String innermost(Node root) {
            Node found = root;
            for (Node node = root; node != null; node = below(node)) {
                if (node.location() != null) {
                    found = node;
                }
            }
            String where =
                    found.location() == null ? found.name() : found.location().toString();
            return found.state() == null ? where : where + " " + found.state();
        }

        private static Node leaf(Node root) {
            Node last = root;
            for (Node node = root; node != null; node = below(node)) {
                last = node;
            }
            return last;
        }

        private static Node below(Node node) {
            return node.awaited().isEmpty() ? null : node.awaited().get(0);
        }
    }
}
