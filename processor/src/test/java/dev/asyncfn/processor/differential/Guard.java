package dev.asyncfn.processor.differential;

/** A resource that tells when it is opened and closed; it may fail to close. */
public class Guard implements AutoCloseable {
    private final Trace trace;
    private final String name;
    private final Boom failure;

    Guard(Trace trace, String name, Boom failure) {
        this.trace = trace;
        this.name = name;
        this.failure = failure;
        trace.log("open " + name);
    }

    @Override
    public void close() {
        trace.log("close " + name);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
