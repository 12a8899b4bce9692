package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import java.util.List;

/** Writes the steps of a block. */
final class StepWriter {
    private final StateMachine machine;
    private final MachineNames names;
    private final CodePrinter printer;
    private final SourceComments quotes;
    private int lastQuoted;
    private int line;

    StepWriter(StateMachine machine, MachineNames names, CodePrinter printer, SourceComments quotes) {
        this.machine = machine;
        this.names = names;
        this.printer = printer;
        this.quotes = quotes;
    }

    /** The line that a comment has just named: it need not be named again. */
    void lastQuoted(int line) {
        lastQuoted = line;
    }

    /**
     * @param next the line that is quoted right behind the block, if that falls through to another state; else 0
     */
    void write(Case c, Block block, int next, Snippet.Builder out) {
        line = c.line(block);
        if (machine.changesHandler(block)) {
            Block handler = machine.handler(block);
            String state = handler == null
                    ? "null"
                    : names.stateType + "." + machine.caseOf(handler).state();
            out.add("$L = $L;\n", names.handler, state);
        }
        nullOut(machine.deadOnEntry(block), "not needed any more", out);
        List<Step> steps = block.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Step following = i + 1 < steps.size() ? steps.get(i + 1) : null;
            if (step instanceof Step.Origin origin) {
                line = origin.line();
            }
            copyCaptured(machine.captures(step), out);
            if (step instanceof Step.Assign assign && following instanceof Step.Comment comment && comment.trails()) {
                if (assign(assign, Code.of(" ", comment.text()), out)) {
                    i++;
                }
            } else if (following != null || line != next || !(step instanceof Step.Origin)) {
                write(step, out);
            }
            nullOut(machine.lastUsedBy(step), out);
        }
    }

    /** Nulls what was used just now, and is not needed after that. */
    void nullOut(List<Variable> dead, Snippet.Builder out) {
        nullOut(dead, "last use", out);
    }

    private void nullOut(List<Variable> dead, String why, Snippet.Builder out) {
        for (Variable variable : dead) {
            out.add("$L = null; // $L\n", printer.variables().field(variable), why);
        }
    }

    /** That what is printed next belongs to the present statement. */
    Snippet mark() {
        return mark(line);
    }

    private Snippet mark(int line) {
        return Snippet.statement(line);
    }

    private void write(Step step, Snippet.Builder out) {
        if (step instanceof Step.Assign assign) {
            assign(assign, Code.EMPTY, out);
        } else if (step instanceof Step.Origin origin) {
            origin(origin, out);
        } else {
            out.add(step.accept(new StepPrinter(machine, names, printer, mark())));
        }
    }

    private void origin(Step.Origin origin, Snippet.Builder out) {
        if (origin.apart() && origin.line() != lastQuoted) {
            lastQuoted = origin.line();
            out.add("$L\n", quotes.of(origin.line(), "  "));
        }
    }

    /**
     * @param comment what the user says of it on its line
     * @return whether anything was printed
     */
    private boolean assign(Step.Assign assign, Code comment, Snippet.Builder out) {
        Snippet printed = new StepPrinter(machine, names, printer, mark()).assign(assign, printer.print(comment));
        out.add(printed);
        return !printed.isEmpty();
    }

    /** A lambda must see this moment's value, not what the field holds when it runs. */
    void copyCaptured(List<StateMachine.Capture> captured, Snippet.Builder out) {
        for (StateMachine.Capture capture : captured) {
            Variable variable = capture.variable();
            String name = machine.placement(variable).name();
            if (printer.variables().copy(variable)) {
                String value = capture.assigned() ? "" : " = this." + name;
                out.add("$T $L$L; // what is captured must not change\n", printer.typeOf(variable), name, value);
            }
        }
    }
}
