package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.VariableUse;

/** Prints uses of variables where they live in the generated class. */
final class VariablePrinter implements VariableUse.Visitor<Snippet> {
    private final Printer printer;
    private final StateMachine machine;
    private final VariableWords variables;
    private final TypeNames types;
    private final Needs needs;

    VariablePrinter(Printer printer, StateMachine machine, VariableWords variables, TypeNames types, Needs needs) {
        this.printer = printer;
        this.machine = machine;
        this.variables = variables;
        this.types = types;
        this.needs = needs;
    }

    @Override
    public Snippet read(VariableUse.Read read) {
        Variable variable = read.variable();
        return variable.source().isEmpty() ? value(read) : Snippet.at(new Place.Use(variable), value(read));
    }

    private Snippet value(VariableUse.Read read) {
        Variable variable = read.variable();
        String name = variables.name(variable);
        boolean declaredByVar =
                machine.placement(variable).storage() == Storage.CASE && variable.role() == Variable.Role.LOCAL;
        if (declaredByVar || read.uncast()) {
            return Snippet.words(name);
        }
        if (variable.composite() != null) {
            return printer.print(variable.composite().of(Code.of(name)));
        }
        return variable.bounds().isEmpty()
                ? Snippet.words(name)
                : Snippet.of("($L$L)", ReferencePrinter.together(variable.bounds(), types, needs), name);
    }

    @Override
    public Snippet write(VariableUse.Write write) {
        return Snippet.words(variables.written(write));
    }

    @Override
    public Snippet binding(VariableUse.Binding binding) {
        Variable variable = binding.variable();
        return Snippet.of("$L", binding.inLabel() ? machine.placement(variable).name() : variables.bound(variable));
    }

    @Override
    public Snippet keepBinding(VariableUse.KeepBinding binding) {
        String name = machine.placement(binding.variable()).name();
        boolean field = machine.placement(binding.variable()).storage() == Storage.FIELD;
        return field ? Snippet.of("this.$1L = $1L;", name) : Snippet.EMPTY;
    }
}
