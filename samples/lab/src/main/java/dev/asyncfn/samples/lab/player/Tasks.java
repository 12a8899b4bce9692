package dev.asyncfn.samples.lab.player;

import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import dev.asyncfn.executor.TaskHooks.End;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tasks that the program has spawned, in the order in which it did. Each is polled when the reader says so: a pool's threads are the reader. Used
 * by one thread.
 */
final class Tasks {
    private static final List<Spawned> ALL = new ArrayList<>();
    private static final List<String> TOLD = new ArrayList<>();

    /** Who acts now, and so wakes what is woken. */
    private static String actor = "main";

    private static int pools;

    private Tasks() {}

    /** One task. */
    static final class Spawned {
        private final String name;
        private final Future<?> future;
        /** Its next poll; null unless it waits for its turn. */
        private Runnable job;

        private int polls;
        private String wokenBy = "";
        /** Null while it is alive. */
        private End end;

        private Spawned(String name, Future<?> future) {
            this.name = name;
            this.future = future;
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
            String before = state();
            String other = actor;
            actor = name;
            try {
                next.run();
            } finally {
                actor = other;
            }
            TOLD.add(end == null ? name + " was polled: " + went(before) + "The poll returns Pending." : ended(before));
        }

        private String went(String before) {
            String now = state();
            return before.equals(now) ? "" : "it went from " + before + " to " + now + ". ";
        }

        private String ended(String before) {
            return switch (end) {
                case COMPLETED ->
                    name + " was polled: " + went(before) + "The poll returns Ready, and the task has ended.";
                case FAILED -> name + " was polled: it throws, and the task has ended.";
                case DROPPED -> name + " was given up: its future is dropped, and the task has ended.";
            };
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
            return job == null ? "is suspended" : "waits for its turn";
        }
    }

    /** Forgets all tasks: another execution begins. */
    static void clear() {
        ALL.clear();
        TOLD.clear();
        actor = "main";
        pools = 0;
    }

    /** The number of a new pool, from 1. */
    static int nextPool() {
        pools++;
        return pools;
    }

    static Spawned add(String name, Future<?> future) {
        Spawned task = new Spawned(name, future);
        ALL.add(task);
        TOLD.add(actor + " has spawned " + name + ", which waits for its turn.");
        return task;
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
        List<String> told = List.copyOf(TOLD);
        TOLD.clear();
        return told;
    }

    static List<Map<String, Object>> json() {
        return ALL.stream().map(Spawned::json).toList();
    }
}
