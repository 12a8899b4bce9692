package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.ir.Cfg;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The names of what a future class needs besides the body: the body's own names go before them. */
final class MachineNames {
    private final Cfg fn;
    private final Around around;
    final String awaited;
    final String next;
    final String awaitedValue;
    final String passed;
    final String polled;
    final String context;
    final String label;
    final String handler;
    final String thrown;
    final String caught;
    final String failure;
    final String dropped;
    final String from;
    final String stateType;
    private final Set<String> taken;
    private final Set<String> placed;

    /**
     * @param around what is seen of the futures around that of a block
     * @param placed the names that the body's variables have in the generated class
     * @param bridge the name of the class of accessors
     */
    MachineNames(Cfg fn, Around around, Set<String> placed, String bridge) {
        this.fn = fn;
        this.around = around;
        this.taken = new HashSet<>(fn.names().variables());
        this.placed = placed;
        this.stateType = stateType();
        this.taken.addAll(fn.names().qualifiers());
        this.taken.addAll(List.of(stateType, bridge));
        this.awaited = inherited("awaited");
        this.handler = inherited("handler");
        this.next = free("next");
        this.awaitedValue = free("awaitedValue");
        this.passed = free("passed");
        this.polled = free("polled");
        this.context = free("cx");
        this.label = free("resume");
        this.thrown = free("thrown");
        this.caught = free("caught");
        this.failure = free("failure");
        this.dropped = free("dropped");
        this.from = free("from");
    }

    /** A name that nothing has where the states are named: in the body, in its blocks, and in classes that they declare. */
    private String stateType() {
        Set<String> types = new HashSet<>(taken);
        types.addAll(around.variables()); // where a variable and a class may be meant, it is the variable (JLS 6.4.2)
        fn.all().forEach(one -> types.addAll(one.names().inClasses()));
        Stream.concat(fn.lifted().stream(), around.lifted().stream())
                .forEach(lifted -> types.addAll(List.of(lifted.name(), lifted.outermostName())));
        TypeNames.parametersOf(fn.element()).forEach(parameter -> types.add(parameter.name()));
        fn.carried().keySet().forEach(type -> types.add(type.getSimpleName().toString()));
        Neighbours neighbours = new Neighbours(fn.elements(), fn.element());
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? "State" : n == 2 ? "States" : "State_" + n)
                .filter(name -> !types.contains(name) && !placed.contains(name) && !neighbours.include(name))
                .findFirst()
                .orElseThrow();
    }

    /** The name of a variable in verbatim text. */
    String local(String name) {
        return fn.names().qualifiers().contains(name) ? unused(name) : name;
    }

    /** A field of the base, which a variable of the body may hide. */
    private String inherited(String field) {
        boolean hidden = taken.contains(field) || placed.contains(field);
        taken.add(field);
        return hidden ? "super." + field : field;
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
