package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.LiftedClass;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the class of an async block's future sees of the futures that it is nested in.
 *
 * @param lifted the classes that they have lifted
 * @param variables the names of their fields and local variables
 */
record Around(List<LiftedClass> lifted, Set<String> variables) {
    /** Around the future of an async fn is none. */
    static final Around NOTHING = new Around(List.of(), Set.of());

    Around {
        lifted = List.copyOf(lifted);
        variables = Set.copyOf(variables);
    }

    /** What the blocks of a machine see, which sees this itself. */
    Around with(StateMachine machine) {
        Set<String> all = new HashSet<>(variables);
        all.addAll(machine.names());
        return new Around(
                Stream.concat(lifted.stream(), machine.fn().lifted().stream()).toList(), all);
    }
}
