package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.lower.LoweredFn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of what a future class needs besides the body: the body's own names go before them. */
final class MachineNames {
    final String state;
    final String awaited;
    final String suspendedAt;
    final String resumed;
    final String output;
    final String ready;
    final String context;
    final String label;
    final String handler;
    final String thrown;
    final String failure;
    final String dropped;
    final String from;
    final String stateType;
    private final Set<String> taken;
    private final Set<String> placed;

    /** @param placed the names that the body's variables have in the generated class */
    MachineNames(LoweredFn fn, Set<String> placed) {
        this.taken = new HashSet<>(fn.words());
        this.placed = placed;
        this.state = free("state");
        this.awaited = free("awaited");
        this.suspendedAt = free("suspendedAt");
        this.resumed = free("resumed");
        this.output = free("output");
        this.ready = free("ready");
        this.context = free("cx");
        this.label = free("resume");
        this.handler = free("handler");
        this.thrown = free("thrown");
        this.failure = free("failure");
        this.dropped = free("dropped");
        this.from = free("from");
        boolean hidden = fn.lifted().stream().anyMatch(type -> type.name().equals("State"));
        Neighbours neighbours =
                new Neighbours(fn.attribution().elements(), fn.attribution().method());
        List.of("State", "States").stream().filter(neighbours::include).forEach(taken::add);
        TypeNames.parametersOf(fn.attribution().method()).forEach(parameter -> taken.add(parameter.name()));
        this.stateType = free(hidden ? "States" : "State");
    }

    /** Whether the body, or the machine itself, has something of that name. */
    boolean isTaken(String name) {
        return taken.contains(name);
    }

    /** The name, or the first like it that nothing has yet; from now on it is taken. */
    private String free(String wish) {
        String name = unused(wish);
        taken.add(name);
        return name;
    }

    /** The name, or the first like it that neither a variable of the body has nor the machine itself. */
    String unused(String wish) {
        String name = wish;
        for (int n = 2; taken.contains(name) || placed.contains(name); n++) {
            name = wish + "_" + n;
        }
        return name;
    }

    /** A name for an awaited future, other than that of any variable that could be meant instead. */
    String child(String wish) {
        boolean confusing = taken.contains(wish) || placed.contains(wish);
        String name = confusing ? wish + "Future" : wish;
        for (int n = 2; taken.contains(name) || placed.contains(name); n++) {
            name = wish + "Future_" + n;
        }
        return name;
    }
}
