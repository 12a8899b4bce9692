package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.lower.LoweredFn;
import java.util.Set;

/** The names of what a future class needs besides the body: the body's own names go before them. */
final class MachineNames {
    final String state;
    final String awaited;
    final String resumed;
    final String output;
    final String ready;
    final String context;
    final String label;
    final String handler;
    final String thrown;
    final String failure;
    final String dropped;
    final String stateType;
    private final Set<String> taken;

    MachineNames(LoweredFn fn) {
        this.taken = fn.words();
        this.state = free("state");
        this.awaited = free("awaited");
        this.resumed = free("resumed");
        this.output = free("output");
        this.ready = free("ready");
        this.context = free("cx");
        this.label = free("resume");
        this.handler = free("handler");
        this.thrown = free("thrown");
        this.failure = free("failure");
        this.dropped = free("dropped");
        boolean hidden = fn.lifted().stream().anyMatch(type -> type.name().equals("State"));
        this.stateType = free(hidden ? "States" : "State");
    }

    /** The name, or the first like it that no variable of the body has. */
    String free(String wish) {
        String name = wish;
        for (int n = 2; taken.contains(name); n++) {
            name = wish + "_" + n;
        }
        return name;
    }
}
