package dev.asyncfn.samples.lab.player;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the code of the reader calls: {@link Probes} puts the calls there. Used by one thread. */
public final class Probe {
    /** Thrown where the program would run a future: from there on, it is the reader who runs it. */
    static final class Started extends Error {
        private static final long serialVersionUID = 1;

        final transient Future<?> future;

        Started(Future<?> future) {
            super("the reader runs it", null, false, false);
            this.future = future;
        }
    }

    private static final Map<String, TreeSet<Integer>> LINES = new TreeMap<>();

    private Probe() {}

    /**
     * A line of generated code is executed.
     *
     * @param facade the binary name of the facade
     * @param line of its text
     */
    public static void line(String facade, int line) {
        LINES.computeIfAbsent(facade, name -> new TreeSet<>()).add(line);
    }

    /**
     * In place of the code that would run a future.
     *
     * @param future what it would run
     * @return never
     */
    public static Object start(Future<?> future) {
        throw new Started(future);
    }

    /**
     * In place of a poll by hand.
     *
     * @param future what it would poll
     * @param cx with what
     * @return never
     */
    public static Poll<?> start(Future<?> future, Context cx) {
        throw new Started(future);
    }

    /** The lines since this was last asked, by facade. */
    static Map<String, TreeSet<Integer>> takeLines() {
        Map<String, TreeSet<Integer>> taken = new TreeMap<>(LINES);
        LINES.clear();
        return taken;
    }
}
