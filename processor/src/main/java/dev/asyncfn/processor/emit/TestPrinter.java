package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Test;

/** Prints tests, as they are or as their opposite. */
final class TestPrinter implements Test.Visitor<Snippet> {
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
    public Snippet value(Test.Value test) {
        Snippet code = printer.print(test.code());
        return negated ? Snippet.of(test.primary() ? "!$L" : "!($L)", code) : code;
    }

    @Override
    public Snippet caught(Test.Caught test) {
        Snippet any = test.alternatives().stream().map(this::caught).collect(Snippet.joining(Snippet.of(" ||$W")));
        boolean call =
                test.alternatives().size() == 1 && test.alternatives().get(0).accessor() != null;
        return negated ? Snippet.of(call ? "!$L" : "!($L)", any) : any;
    }

    private Snippet caught(Test.Caught.Alternative alternative) {
        if (alternative.accessor() != null) {
            return Snippet.of("$L($L)", printer.print(Code.of(alternative.accessor())), names.thrown);
        }
        Snippet type = printer.print(alternative.type());
        return alternative.catchesDrops() && machine.hasCleanup()
                ? Snippet.of("$1L instanceof $2L && !($1L instanceof $3T)", names.thrown, type, RuntimeTypes.DROPPED)
                : Snippet.of("$L instanceof $L", names.thrown, type);
    }

    @Override
    public Snippet hasNext(Test.HasNext test) {
        return Snippet.of(negated ? "!$L.hasNext()" : "$L.hasNext()", printer.print(Code.of(test.iterator())));
    }

    @Override
    public Snippet inBounds(Test.InBounds test) {
        return Snippet.of(
                negated ? "!($L < $L.length)" : "$L < $L.length",
                printer.print(Code.of(test.index())),
                printer.print(Code.of(test.array())));
    }

    @Override
    public Snippet assertionsEnabled(Test.AssertionsEnabled test) {
        return Snippet.of(
                negated ? "!$T.class.desiredAssertionStatus()" : "$T.class.desiredAssertionStatus()",
                printer.types().of(test.type()));
    }
}
