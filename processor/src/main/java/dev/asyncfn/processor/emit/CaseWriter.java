package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Transfer;
import dev.asyncfn.processor.ir.VariableUse;
import dev.asyncfn.processor.model.Span;
import java.util.IdentityHashMap;
import java.util.Map;

/** Writes the states: one {@code case} each. */
final class CaseWriter {
    private final StateMachine machine;
    private final MachineNames names;
    private final StateType states;
    private final CodePrinter printer;
    private final StepWriter steps;
    /** By the blocks in which the body continues after them. */
    private final Map<Block, End.Await> awaited = new IdentityHashMap<>();

    CaseWriter(StateMachine machine, MachineNames names, StateType states, CodePrinter printer) {
        this.machine = machine;
        this.names = names;
        this.states = states;
        this.printer = printer;
        this.steps = new StepWriter(
                machine, names, printer, new SourceComments(machine.fn().source()));
        machine.awaits().forEach(await -> awaited.put(await.resume(), await));
    }

    /**
     * @param afterCase the block that follows, or null
     * @param endsPart whether that block stands in another method
     */
    Snippet write(Case c, Block afterCase, boolean endsPart) {
        Snippet.Builder out = Snippet.builder().begin(new Place.State(c));
        printer.variables().enterCase();
        End.Await resumedBy = c.resumes() ? awaited.get(c.blocks().get(0)) : null;
        Snippet.Builder in = Snippet.builder();
        boolean falls = false;
        Block last = null;
        for (int i = 0; i < c.blocks().size(); i++) {
            last = c.blocks().get(i);
            Block next = i + 1 < c.blocks().size() ? c.blocks().get(i + 1) : afterCase;
            steps.write(c, last, in);
            falls = end(last, next, endsPart && next == afterCase, in);
        }
        if (falls && endsPart) {
            String beyond = machine.caseOf(afterCase).state();
            in.begin(new Place.OfEnd(last, Place.Part.JUMP)).begin(new Place.Jump(afterCase, Span.NONE));
            in.add("$L = $L.$L;\nreturn null;\n", names.next, names.stateType, beyond);
            in.end().end();
        }
        Snippet code = in.build();
        String ready = resumedBy == null ? "" : child(resumedBy) + " is ready";
        String way = falls && !endsPart ? way(last) : "";
        out.add("case $L:", states.label(c.state()));
        if (falls && code.isWordless()) {
            return out.add(" // $L\n", ready.isEmpty() ? way : ready + ", " + way)
                    .end()
                    .build();
        }
        out.add(ready.isEmpty() ? " {\n$>" : " { // $L\n$>", ready).add(code);
        return out.add(way.isEmpty() ? "$<}\n" : "$<} // $L\n", way).end().build();
    }

    private static String way(Block last) {
        return last.end() instanceof End.Await ? "ready at once: falls through" : "falls through";
    }

    /** Returns whether control falls out at the end, perhaps of its part. */
    private boolean end(Block block, Block next, boolean endsPart, Snippet.Builder out) {
        if (block.end() instanceof End.Goto go) {
            return goOn(block, machine.target(go.target()), next, out);
        }
        if (block.end() instanceof End.Branch branch) {
            out.begin(new Place.OfEnd(block, Place.Part.CONDITION));
            boolean falls = branch(block, branch, next, out);
            out.end();
            return falls;
        }
        if (block.end() instanceof End.Await await) {
            await(block, await, endsPart, out);
            return true;
        }
        if (block.end() instanceof End.Exit exit) {
            printer.needs().jump(false);
            out.begin(new Place.OfEnd(block, Place.Part.JUMP)).add(steps.mark());
            out.add("$L = $L;\ncontinue;\n", names.next, printer.print(Code.of(exit.exit())))
                    .end();
        } else if (block.end() instanceof End.Return result) {
            out.begin(new Place.OfEnd(block, Place.Part.RETURN));
            steps.copyCaptured(machine.captures(block), out);
            out.add(steps.mark());
            out.add(printer.print(Code.of(new Transfer.Return(result.value(), Span.NONE))))
                    .add("\n")
                    .end();
        }
        return false;
    }

    private boolean goOn(Block block, Block target, Block next, Snippet.Builder out) {
        if (target == next) {
            return true;
        }
        out.begin(new Place.OfEnd(block, Place.Part.JUMP)).add(goTo(target)).end();
        return false;
    }

    private boolean branch(Block block, End.Branch branch, Block next, Snippet.Builder out) {
        steps.copyCaptured(machine.captures(block), out);
        Block whenTrue = machine.target(branch.ifTrue());
        Block whenFalse = machine.target(branch.ifFalse());
        if (whenTrue == whenFalse) { // as after `f() || true`: only what the condition does counts
            out.add(steps.mark()).add("if ($L) {\n$>// goes on alike either way\n$<}\n", test(branch, false));
            return goOn(block, whenTrue, next, out);
        }
        if (whenTrue == next || whenFalse == next) {
            boolean negated = whenTrue == next;
            Block elsewhere = negated ? whenFalse : whenTrue;
            out.add(steps.mark()).add("if ($L) {\n$>", test(branch, negated));
            out.add(goTo(elsewhere)).add("$<}\n");
            return true;
        }
        out.add(steps.mark()).add("if ($L) {\n$>", test(branch, false));
        out.add(goTo(whenTrue)).add("$<}\n");
        out.add(goTo(whenFalse));
        return false;
    }

    private Snippet goTo(Block target) {
        Snippet jump = printer.goTo(machine.caseOf(target).state());
        return Snippet.of("$L\n", Snippet.at(new Place.Jump(target, Span.NONE), jump));
    }

    private Snippet test(End.Branch branch, boolean negated) {
        return branch.test().accept(new TestPrinter(printer, machine, names, negated));
    }

    /** The local of this state that is awaited, if that is all; else null. */
    private String local(Code future) {
        return future.pieces().size() == 1
                        && future.pieces().get(0) instanceof VariableUse.Read read
                        && machine.placement(read.variable()).storage() == Storage.CASE
                ? machine.placement(read.variable()).name()
                : null;
    }

    /** The name of the future that is awaited. */
    private String child(End.Await await) {
        String local = local(await.future());
        return local == null ? names.child(await.name()) : local;
    }

    private void await(Block block, End.Await await, boolean endsPart, Snippet.Builder out) {
        out.begin(new Place.OfEnd(block, Place.Part.CREATE));
        steps.copyCaptured(machine.captures(block), out);
        String child = child(await);
        if (local(await.future()) == null) {
            out.add(steps.mark());
            out.add("$L $L =$W$L;\n", printer.typeOf(await), child, printer.print(await.future()));
        }
        out.end();
        steps.nullOut(block, machine.lastUsedBeforePoll(block), out);
        out.begin(new Place.OfEnd(block, Place.Part.POLL));
        out.add(Snippet.statement(await.line()));
        out.add("$T<?> $L = $L.poll($L);\n", RuntimeTypes.POLL, names.polled, child, names.context);
        out.add("if ($L == $T.pending())\n$>", names.polled, RuntimeTypes.POLL);
        String state = machine.resumption(await.resume()).state();
        out.add("return suspend($L.$L, $L);\n$<", names.stateType, state, child);
        String value = endsPart ? names.passed : names.awaitedValue;
        out.add(await.usesOutput() ? Snippet.of("$L = ", value) : Snippet.EMPTY);
        out.add(printer.awaited().take(names.polled, await.usesOutput())).add(";\n");
        out.end();
    }
}
