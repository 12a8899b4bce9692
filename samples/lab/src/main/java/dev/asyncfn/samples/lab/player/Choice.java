package dev.asyncfn.samples.lab.player;

import java.time.Duration;
import java.util.Locale;

/**
 * What the reader may choose.
 *
 * @param index of the leaf, the spawned task or the pool, if it is about one
 * @param label in words
 * @param cost how far off the usual way it is: the recorder follows cheap ways further
 */
record Choice(Kind kind, int index, String label, int cost) {
    /** What happens. */
    enum Kind {
        POLL,
        /** A thread of a pool polls a spawned task. */
        TASK,
        /** A pool that has an order of its own polls its tasks, until one ends or all wait. */
        POOL,
        READY,
        FAIL,
        TIME,
        DROP
    }

    static final Choice POLL = new Choice(Kind.POLL, -1, "The task polls it", 0);
    static final Choice POLL_UNASKED = new Choice(Kind.POLL, -1, "A spurious poll", 4);
    static final Choice DROP = new Choice(Kind.DROP, -1, "It is dropped", 2);

    static Choice task(int index, String name, int cost) {
        return new Choice(Kind.TASK, index, "The pool polls " + name, cost);
    }

    static Choice pool(int index, String name, int cost) {
        return new Choice(Kind.POOL, index, "The " + name + " runs until a task ends, or all wait", cost);
    }

    static Choice ready(int index, String name) {
        return new Choice(Kind.READY, index, name + " becomes ready", 1);
    }

    static Choice fail(int index, String name) {
        return new Choice(Kind.FAIL, index, name + " fails", 3);
    }

    static Choice time(Duration left) {
        return new Choice(Kind.TIME, -1, Words.of(left) + " pass", 1);
    }

    /** Names it in a path. */
    String id() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return index < 0 ? name : name + ":" + index;
    }
}
