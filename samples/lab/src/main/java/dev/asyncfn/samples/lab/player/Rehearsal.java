package dev.asyncfn.samples.lab.player;

import dev.asyncfn.Async;
import support.Later;

/** A program that is executed before the reader's, so that all classes are loaded by then. */
final class Rehearsal {
    private Rehearsal() {}

    /**
     * Comes to a future, as the reader's does.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Async.blockOn(Later.later(1));
    }
}
