package dev.asyncfn.executor;

import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import java.util.List;

/**
 * A snapshot of what each task of an executor waits for, as a tree from the task's own future down to the leaves. tokio's
 * {@code runtime::dump::Dump}. Immutable.
 *
 * <p>Generated futures show their async fn, the source line of the await, and the name of the state; other futures of this library
 * show their own description; futures that are not {@link Traced} show their class. {@link #toString()} formats it for reading:
 *
 * <pre>
 * task 1, suspended
 *   com.example.Users.getUser(Users.java:16) AWAIT_READ_DATA
 *     com.example.Users.readData(Users.java:25) AWAIT_SLEEP
 *       Sleep
 * task 2, running
 * task 3, scheduled
 *   com.example.Users.getUser(Users.java:15) START
 * </pre>
 *
 * <p>It can be taken at any time, from any thread. A task is inspected while it is not being polled, and is not polled during the
 * inspection; a task that is being polled is only listed as running. The snapshots of different tasks are not of the same moment. The
 * part below a {@link dev.asyncfn.future.Shared} future may be polled by another task at that time, and be in any state; if a task waits
 * for it more than once, that part is shown once. A tree that is deeper than 1,000 levels is cut off there.
 *
 * @param tasks the tasks that have not finished, in the order in which they were spawned; unmodifiable
 */
public record TaskDump(List<Entry> tasks) {
    /**
     * Copies the list.
     *
     * @param tasks may be modified afterwards; none of them may be null
     */
    public TaskDump {
        tasks = List.copyOf(tasks);
    }

    /** Whether a task can continue. */
    public enum Status {
        /** It waits to be woken. */
        SUSPENDED,
        /** It has been spawned or woken, and waits for its turn. */
        SCHEDULED,
        /** It is being polled. */
        RUNNING
    }

    /**
     * One task.
     *
     * @param id how many tasks the executor had been given when it was spawned; the first is 1
     * @param status whether the task can continue, when it was inspected
     * @param root the future that was spawned, or null if the task is running
     */
    public record Entry(int id, Status status, Node root) {}

    /**
     * One future.
     *
     * @param name its class, or for a generated one its async fn with the class that declares it
     * @param state its own description of its state, or null
     * @param location where in the source of its async fn it is suspended, or null if it has none or it is not known
     * @param awaited the futures that it waits for; unmodifiable
     */
    public record Node(String name, String state, StackTraceElement location, List<Node> awaited) {
        /**
         * Copies the list.
         *
         * @param name not null
         * @param state may be null
         * @param location may be null
         * @param awaited may be modified afterwards; none of them may be null
         */
        public Node {
            awaited = List.copyOf(awaited);
        }

        /**
         * Inspects a future and everything that it waits for. To be called by the code that drives it, never while another thread polls it.
         *
         * @param future may be one that is not {@link Traced}
         * @return the tree with {@code future} as its root. A future whose own description throws is shown with that exception instead
         */
        public static Node of(Future<?> future) {
            return TaskTree.of(future);
        }

        private void print(String indent, StringBuilder out) {
            String what = location == null ? name : location.toString();
            out.append(indent)
                    .append(state == null ? what : tellsItsName() ? state : what + " " + state)
                    .append('\n');
            for (Node child : awaited) {
                child.print(indent + "  ", out);
            }
        }

        /** Whether the state is more than the name of one, such as AWAIT_READ_DATA: "Mutex.lock, 3rd in line" needs no name before it. */
        private boolean tellsItsName() {
            return location == null
                    && state.chars().anyMatch(c -> Character.isLowerCase(c) || Character.isWhitespace(c))
                    && !state.startsWith(TaskTree.UNABLE);
        }
    }

    /** The trees as text of several lines, each with its end; empty if there are no tasks. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Entry task : tasks) {
            out.append("task ")
                    .append(Integer.toUnsignedString(task.id))
                    .append(
                            switch (task.status) {
                                case SUSPENDED -> ", suspended\n";
                                case SCHEDULED -> ", scheduled\n";
                                case RUNNING -> ", running\n";
                            });
            if (task.root != null) {
                task.root.print("  ", out);
            }
        }
        return out.toString();
    }
}
