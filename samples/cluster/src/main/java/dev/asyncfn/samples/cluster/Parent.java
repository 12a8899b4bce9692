package dev.asyncfn.samples.cluster;

import java.io.IOException;
import java.io.OutputStream;

/** The end of a child process: when its standard input ends, as it does when the parent closes it or is gone in any way. */
final class Parent {
    private Parent() {}

    /** Blocks until the parent wants this process to end. */
    static void awaitEnd() throws IOException {
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
