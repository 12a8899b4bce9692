package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import java.util.List;

/** Writes the steps of a block. */
final class StepWriter {
    private final StateMachine machine;
    private final MachineNames names;
    private final CodePrinter printer;
    private final Quotes quotes;
    private int lastQuoted;
    private int line;

    StepWriter(StateMachine machine, MachineNames names, CodePrinter printer, Quotes quotes) {
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
    void write(Case c, Block block, int next, CodeBlock.Builder out) {
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
    void nullOut(List<Variable> dead, CodeBlock.Builder out) {
        nullOut(dead, "last use", out);
    }

    private void nullOut(List<Variable> dead, String why, CodeBlock.Builder out) {
        for (Variable variable : dead) {
            out.add("$L = null; // $L\n", printer.field(variable), why);
        }
    }

    /** That what is printed next belongs to the present statement. */
    CodeBlock mark() {
        return mark(line);
    }

    private CodeBlock mark(int line) {
        return CodeBlock.of("$L", Placeholder.statement(line));
    }

    private void write(Step step, CodeBlock.Builder out) {
        if (step instanceof Step.Run run) {
            out.add(mark()).add(printer.print(run.statement())).add("\n");
        } else if (step instanceof Step.Assign assign) {
            assign(assign, Code.EMPTY, out);
        } else if (step instanceof Step.Declare declare) {
            declare(declare, out);
        } else if (step instanceof Step.Bind bind) {
            bind(bind.variable(), out);
        } else if (step instanceof Step.Comment comment) {
            out.add(printer.print(Code.of(comment.text()))).add("\n");
        } else if (step instanceof Step.Origin origin && origin.apart() && origin.line() != lastQuoted) {
            lastQuoted = origin.line();
            out.add("$L\n", quotes.of(origin.line(), "  "));
        }
    }

    /**
     * @param comment what the user says of it on its line
     * @return whether anything was printed
     */
    private boolean assign(Step.Assign assign, Code comment, CodeBlock.Builder out) {
        Storage storage = machine.placement(assign.variable()).storage();
        if (storage == Storage.CONSTANT || leadsNowhere(assign)) {
            return false;
        }
        boolean declares = assign.declares() && storage == Storage.CASE;
        out.add(mark());
        if (declares) {
            out.add(type(assign.variable(), assign.written())).add(" ");
        }
        out.add("$L = ", printer.target(assign.variable()));
        out.add(printer.print(assign.value(), declares)).add(isEarly(assign) ? "; // before the await" : ";");
        out.add(printer.print(comment)).add("\n");
        return true;
    }

    /** A finally that always jumps away never asks where to go on. */
    private boolean leadsNowhere(Step.Assign assign) {
        return assign.variable().role() == Variable.Role.EXIT
                && assign.value().pieces().get(0) instanceof Piece.StateRef state
                && !machine.isReachable(state.target());
    }

    /** Whether an operand is evaluated here because the expression that it belongs to suspends. */
    private boolean isEarly(Step.Assign assign) {
        return assign.declares()
                && assign.variable().role() == Variable.Role.SPILL
                && machine.placement(assign.variable()).storage() == Storage.FIELD;
    }

    private void declare(Step.Declare declare, CodeBlock.Builder out) {
        Variable variable = declare.variable();
        if (machine.placement(variable).storage() == Storage.CASE) {
            out.add(type(variable, declare.written()));
            out.add(" $L;\n", machine.placement(variable).name());
        }
    }

    private CodeBlock type(Variable variable, Code written) {
        return written == null ? CodeBlock.of("$T", printer.typeOf(variable)) : printer.print(written);
    }

    private void bind(Variable variable, CodeBlock.Builder out) {
        if (machine.placement(variable).storage() == Storage.FIELD) {
            String name = machine.placement(variable).name();
            out.add("this.$L = $L;\n", name, printer.bound(variable));
            if (printer.bound(variable).equals(name)) {
                printer.copy(variable);
            }
        }
    }

    /** A lambda must see this moment's value, not what the field holds when it runs. */
    void copyCaptured(List<StateMachine.Capture> captured, CodeBlock.Builder out) {
        for (StateMachine.Capture capture : captured) {
            Variable variable = capture.variable();
            String name = machine.placement(variable).name();
            if (printer.copy(variable)) {
                String value = capture.assigned() ? "" : " = this." + name;
                out.add("$T $L$L; // what is captured must not change\n", printer.typeOf(variable), name, value);
            }
        }
    }
}
