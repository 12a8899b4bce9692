package dev.asyncfn.faults;

/** A value that has to be closed, and takes note of how. */
final class Closable implements AutoCloseable {
    volatile int closes;
    volatile boolean closedByAnInterruptedThread;

    @Override
    public void close() {
        closes++;
        closedByAnInterruptedThread |= Thread.currentThread().isInterrupted();
    }
}
