package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Test;

/** Prints tests, as they are or as their opposite. */
final class TestPrinter implements Test.Visitor<CodeBlock> {
    private final CodePrinter printer;
    private final StateMachine machine;
    private final MachineNames names;
    private final boolean negated;

    TestPrinter(CodePrinter printer, StateMachine machine, MachineNames names, boolean negated) {
        this.printer = printer;
        this.machine = machine;
        this.names = names;
        this.negated = negated;
    }

    @Override
    public CodeBlock value(Test.Value test) {
        CodeBlock code = printer.print(test.code());
        return negated ? CodeBlock.of(test.primary() ? "!$L" : "!($L)", code) : code;
    }

    @Override
    public CodeBlock comparison(Test.Comparison test) {
        return negated
                ? CodeBlock.of("$L $L $L", printer.print(test.left()), test.opposite(), printer.print(test.right()))
                : printer.print(test.code());
    }

    @Override
    public CodeBlock caught(Test.Caught test) {
        CodeBlock any = test.alternatives().stream().map(this::caught).collect(CodeBlock.joining(" || "));
        return negated ? CodeBlock.of("!($L)", any) : any;
    }

    private CodeBlock caught(Test.Caught.Alternative alternative) {
        CodeBlock type = printer.print(alternative.type());
        return alternative.catchesDrops() && machine.hasCleanup()
                ? CodeBlock.of("$1L instanceof $2L && !($1L instanceof $3T)", names.thrown, type, RuntimeTypes.DROPPED)
                : CodeBlock.of("$L instanceof $L", names.thrown, type);
    }

    @Override
    public CodeBlock hasNext(Test.HasNext test) {
        return CodeBlock.of(negated ? "!$L.hasNext()" : "$L.hasNext()", printer.print(Code.of(test.iterator())));
    }

    @Override
    public CodeBlock inBounds(Test.InBounds test) {
        return CodeBlock.of(
                negated ? "$L >= $L.length" : "$L < $L.length",
                printer.print(Code.of(test.index())),
                printer.print(Code.of(test.array())));
    }

    @Override
    public CodeBlock assertionsEnabled(Test.AssertionsEnabled test) {
        return CodeBlock.of(
                negated ? "!$T.class.desiredAssertionStatus()" : "$T.class.desiredAssertionStatus()",
                printer.types().of(test.type()));
    }
}
