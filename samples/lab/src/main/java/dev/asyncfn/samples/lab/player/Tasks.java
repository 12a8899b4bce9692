package dev.asyncfn.samples.lab.player;

import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import dev.asyncfn.executor.TaskHooks.End;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/**
 * The tasks that the program has spawned, in the order in which it did. Each is polled when the reader says so: a pool's threads are the reader.
 * Other threads of the program may wake and spawn them.
 */
final class Tasks {
    private static final List<Spawned> ALL = new CopyOnWriteArrayList<>();
    private static final List<LabLocalPool> LOCAL_POOLS = new CopyOnWriteArrayList<>();
    private static final List<String> TOLD = Collections.synchronizedList(new ArrayList<>());

    /** Who acts now, and so wakes what is woken. */
    private static volatile String actor = "main";

    private static int pools;

    private Tasks() {}

    /** One task. */
    static final class Spawned {
        private final String name;
        private final Future<?> future;
        /** Whether its pool, which has an order of its own, will poll it. */
        private final BooleanSupplier isScheduled;
        /** Its next poll, if the reader says in which order; null unless it waits for its turn. */
        private volatile Runnable job;
        /** Its state when the poll began, and who acted before. */
        private String before;

        private String outside;

        private int polls;
        private volatile String wokenBy = "";
        /** Null while it is alive. */
        private volatile End end;

        private Spawned(String name, Future<?> future, BooleanSupplier isScheduled) {
            this.name = name;
            this.future = future;
            this.isScheduled = isScheduled;
        }

        String name() {
            return name;
        }

        Future<?> future() {
            return future;
        }

        boolean isQueued() {
            return job != null;
        }

        boolean isAlive() {
            return end == null;
        }

        /** It was woken, or has just been spawned. */
        void queue(Runnable next) {
            job = next;
            if (polls > 0) {
                wokenBy = actor;
                TOLD.add(actor + " has woken " + name + ", which waits for its turn.");
            }
        }

        /** A thread of its pool polls it once. */
        void run() {
            Runnable next = job;
            job = null;
            enter();
            try {
                next.run();
            } finally {
                actor = outside;
            }
            TOLD.add(end == null ? name + " was polled: " + went() + "The poll returns Pending." : ended());
        }

        private void enter() {
            before = state();
            outside = actor;
            actor = name;
        }

        private String went() {
            String now = state();
            return before.equals(now) ? "" : "it went from " + before + " to " + now + ". ";
        }

        private String ended() {
            return switch (end) {
                case COMPLETED -> name + " was polled: " + went() + "The poll returns Ready, and the task has ended.";
                case FAILED -> name + " was polled: it throws, and the task has ended.";
                case DROPPED -> name + " was given up: its future is dropped, and the task has ended.";
            };
        }

        /** Its pool begins to poll it. */
        void begin() {
            countPoll();
            enter();
        }

        /** The poll is over. */
        void tellPoll() {
            actor = outside;
            TOLD.add((name + " was polled: " + went()).strip());
        }

        void tellEnd(End how) {
            end(how);
            TOLD.add(name + " " + status() + ".");
        }

        private String state() {
            return future instanceof Traced traced ? traced.state() : "its future";
        }

        void countPoll() {
            polls++;
        }

        void end(End how) {
            end = how;
            job = null;
        }

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", name);
            json.put("status", status());
            json.put("polls", polls);
            json.put("woken", wokenBy);
            json.put("tree", Looks.at(future));
            return json;
        }

        private String status() {
            if (end != null) {
                return switch (end) {
                    case COMPLETED -> "has completed";
                    case FAILED -> "has failed";
                    case DROPPED -> "was dropped";
                };
            }
            return job != null || isScheduled.getAsBoolean() ? "waits for its turn" : "is suspended";
        }
    }

    /** Forgets all tasks: another execution begins. */
    static void clear() {
        ALL.clear();
        LOCAL_POOLS.clear();
        TOLD.clear();
        actor = "main";
        pools = 0;
    }

    /** The number of a new pool, from 1. */
    static int nextPool() {
        pools++;
        return pools;
    }

    /** A task of a pool whose threads are the reader. */
    static Spawned add(String name, Future<?> future) {
        return add(name, future, () -> false);
    }

    /** A task of a pool that has an order of its own. */
    static Spawned add(String name, Future<?> future, BooleanSupplier isScheduled) {
        Spawned task = new Spawned(name, future, isScheduled);
        ALL.add(task);
        TOLD.add(actor + " has spawned " + name + ", which waits for its turn.");
        return task;
    }

    static void add(LabLocalPool pool) {
        LOCAL_POOLS.add(pool);
    }

    /** The pools that poll their tasks in an order of their own. */
    static List<LabLocalPool> localPools() {
        return LOCAL_POOLS;
    }

    static List<Spawned> all() {
        return ALL;
    }

    static boolean anyAlive() {
        return ALL.stream().anyMatch(Spawned::isAlive);
    }

    /** Polls all that wait for their turn, until none does: for code that waits for them. */
    static void runAll() {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).isQueued()) {
                ALL.get(i).run();
                i = -1; // which may have woken an earlier one
            }
        }
    }

    /** What is done now is done by {@code who}. */
    static void actedBy(String who) {
        actor = who;
    }

    /** What has happened to tasks since this was last asked, in sentences. */
    static List<String> takeTold() {
        synchronized (TOLD) {
            List<String> told = List.copyOf(TOLD);
            TOLD.clear();
            return told;
        }
    }

    static List<Map<String, Object>> json() {
        return ALL.stream().map(Spawned::json).toList();
    }
}
