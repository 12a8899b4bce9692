package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.VariableUse;
import java.util.HashSet;
import java.util.Set;

/** The words that mean variables where they are printed: a state may have local copies of fields. */
final class VariableWords {
    private final StateMachine machine;
    private final MachineNames names;
    private final Set<Variable> copied = new HashSet<>();

    VariableWords(StateMachine machine, MachineNames names) {
        this.machine = machine;
        this.names = names;
    }

    /** Where its value is. */
    String name(Variable variable) {
        return machine.placement(variable).name();
    }

    /** A new state begins: no copies of captured fields are in scope. */
    void enterCase() {
        copied.clear();
    }

    /** From here to the end of the state, the field's name means a local copy of it. */
    boolean copy(Variable variable) {
        return copied.add(variable);
    }

    /** The variable as the target of an assignment. */
    String target(Variable variable) {
        String name = machine.placement(variable).name();
        return copied.contains(variable) ? "this." + name : name;
    }

    /** A field that is nulled, maybe where it is not used, and a local of this state has its name. */
    String field(Variable variable) {
        return machine.isHidden(variable)
                ? "this." + machine.placement(variable).name()
                : target(variable);
    }

    /** The copy of what is captured gets its value together with the field. */
    String written(VariableUse.Write write) {
        String target = target(write.variable());
        boolean copy = copied.contains(write.variable()) && !write.reads();
        return copy ? target + " = " + machine.placement(write.variable()).name() : target;
    }

    /** The name that a pattern binds: the variable's own if it is a local or may hide the field. */
    String bound(Variable variable) {
        String name = machine.placement(variable).name();
        boolean field = machine.placement(variable).storage() == Storage.FIELD;
        return field && machine.isReassigned(variable) ? names.unused(name + "Matched") : name;
    }
}
