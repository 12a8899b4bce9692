package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Transfer;
import dev.asyncfn.processor.ir.VariableUse;

/** Prints jumps: a state to go on with, and a {@code continue} of the loop around the states. */
final class TransferPrinter implements Transfer.Visitor<CodeBlock> {
    private static final CodeBlock NOTHING = CodeBlock.of("");

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
    public CodeBlock jump(Transfer.Jump jump) {
        return CodeBlock.of(
                "$L = $L.$L;",
                names.resumed,
                names.stateType,
                machine.caseOf(jump.target()).state());
    }

    @Override
    public CodeBlock wholeJump(Transfer.WholeJump jump) {
        String line = "\n" + " ".repeat(jump.indent() + (jump.braced() ? 4 : 0));
        CodeBlock.Builder out = CodeBlock.builder();
        if (jump.braced()) {
            out.add("{$L", line);
        }
        if (jump.delivered() != null) {
            String target = variables.written(new VariableUse.Write(jump.delivered(), false));
            out.add("$L = $L;$L", target, printer.print(jump.value()), line);
        }
        out.add(jump(new Transfer.Jump(jump.target(), jump.delivered())));
        out.add("$L$L", line, goOn(jump.insideLoop()));
        if (jump.braced()) {
            out.add("\n$L}", " ".repeat(jump.indent()));
        }
        return out.build();
    }

    @Override
    public CodeBlock keepJump(Transfer.KeepJump jump) {
        return CodeBlock.of(
                "$L $L = $L; // a jump in here may come to nothing", names.stateType, jump.as(), names.resumed);
    }

    @Override
    public CodeBlock restoreJump(Transfer.RestoreJump jump) {
        return CodeBlock.of("$L = $L;", names.resumed, jump.from());
    }

    @Override
    public CodeBlock complete(Transfer.Return result) {
        return CodeBlock.of("return complete($L);", result.value() == null ? NOTHING : printer.print(result.value()));
    }

    @Override
    public CodeBlock rethrow(Transfer.Rethrow rethrow) {
        return rethrow(printer.print(rethrow.exception()));
    }

    /** For the analysis only. */
    @Override
    public CodeBlock conditional(Transfer.Conditional piece) {
        return NOTHING;
    }

    /** The second half of a jump. */
    CodeBlock goOn(boolean insideLoop) {
        needs.jump(insideLoop);
        return CodeBlock.of("continue$L;", insideLoop ? " " + names.label : "");
    }

    /** Throws an exception of which javac cannot see what it can be. */
    CodeBlock rethrow(CodeBlock exception) {
        needs.callRethrow();
        return CodeBlock.of("throw $T.<$T>rethrow($L);", futureClass, RuntimeException.class, exception);
    }
}
