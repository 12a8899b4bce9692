package dev.asyncfn.processor.fuzz;

import dev.asyncfn.processor.differential.Boom;

/** The resource of generated programs: tells when it is closed, and may fail to. */
public final class Resource implements AutoCloseable {
    private final Run run;
    private final String name;
    private final boolean fails;

    Resource(Run run, String name, boolean fails) {
        this.run = run;
        this.name = name;
        this.fails = fails;
    }

    @Override
    public void close() {
        run.log("close " + name);
        if (fails) {
            throw new Boom("close " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
