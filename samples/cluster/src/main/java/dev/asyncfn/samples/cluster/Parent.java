package dev.asyncfn.samples.cluster;

import java.io.IOException;

/** The end of a child process: when its standard input ends, as it does when the parent closes it or is gone in any way. */
final class Parent {
    private Parent() {}

    /** Blocks until the parent wants this process to end. */
    static void awaitEnd() throws IOException {
        while (System.in.read() != -1) {
            Thread.onSpinWait(); // it says nothing that matters
        }
    }
}
