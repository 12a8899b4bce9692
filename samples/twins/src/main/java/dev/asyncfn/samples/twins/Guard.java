package dev.asyncfn.samples.twins;

import java.io.PrintStream;

/** Prints when it is closed: the twin of a value whose {@code Drop} runs at the end of its scope. */
record Guard(PrintStream out, String name) implements AutoCloseable {
    @Override
    public void close() {
        out.println("close " + name);
    }
}
