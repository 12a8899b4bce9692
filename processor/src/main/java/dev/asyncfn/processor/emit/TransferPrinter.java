package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Transfer;
import dev.asyncfn.processor.ir.VariableUse;

/** Prints jumps: a state to continue with, and a {@code continue} of the loop around the states. */
final class TransferPrinter implements Transfer.Visitor<Snippet> {

    private final Printer printer;
    private final ClassName futureClass;
    private final StateMachine machine;
    private final MachineNames names;
    private final VariableWords variables;
    private final Needs needs;

    TransferPrinter(
            Printer printer,
            ClassName futureClass,
            StateMachine machine,
            MachineNames names,
            VariableWords variables,
            Needs needs) {
        this.printer = printer;
        this.futureClass = futureClass;
        this.machine = machine;
        this.names = names;
        this.variables = variables;
        this.needs = needs;
    }

    @Override
    public Snippet jump(Transfer.Jump jump) {
        String state = machine.caseOf(jump.target()).state();
        return Snippet.at(
                new Place.Jump(jump.target(), jump.source()),
                Snippet.of("$L = $L.$L;", names.next, names.stateType, state));
    }

    @Override
    public Snippet wholeJump(Transfer.WholeJump jump) {
        String line = "\n" + " ".repeat(jump.indent() + (jump.braced() ? 4 : 0));
        Snippet.Builder out = Snippet.builder();
        if (jump.braced()) {
            out.add("{$L", line);
        }
        if (jump.delivered() != null) {
            String target = variables.written(new VariableUse.Write(jump.delivered(), false));
            out.add("$L = $L;$L", target, printer.print(jump.value()), line);
        }
        out.add(jump(jump.jump()));
        out.add("$L$L", line, goOn(jump.insideLoop()));
        if (jump.braced()) {
            out.add("\n$L}", " ".repeat(jump.indent()));
        }
        return out.build();
    }

    @Override
    public Snippet keepJump(Transfer.KeepJump jump) {
        return Snippet.of("$L $L = $L; // a jump in here may come to nothing", names.stateType, jump.as(), names.next);
    }

    @Override
    public Snippet restoreJump(Transfer.RestoreJump jump) {
        return Snippet.of("$L = $L;", names.next, jump.from());
    }

    @Override
    public Snippet complete(Transfer.Return result) {
        Snippet value = result.value() == null ? Snippet.words("null") : printer.print(result.value());
        return Snippet.at(
                new Place.Completion(result.source()),
                Snippet.of("return complete($L.DONE,$W$L);", names.stateType, value));
    }

    @Override
    public Snippet rethrow(Transfer.Rethrow rethrow) {
        return Snippet.of("throw $T.rethrow($L);", futureClass, printer.print(rethrow.exception()));
    }

    /** For the analysis only. */
    @Override
    public Snippet conditional(Transfer.Conditional piece) {
        return Snippet.EMPTY;
    }

    /** The second half of a jump. */
    Snippet goOn(boolean insideLoop) {
        needs.jump(insideLoop);
        return Snippet.of("continue$L;", insideLoop ? " " + names.label : "");
    }
}
