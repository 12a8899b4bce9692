package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.Placement.Storage;
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
    private int line;
    /** Whether what was printed last is a statement that is kept verbatim, so that the next one follows it as in the source. */
    private boolean afterVerbatim;

    StepWriter(StateMachine machine, MachineNames names, CodePrinter printer, SourceComments quotes) {
        this.machine = machine;
        this.names = names;
        this.printer = printer;
        this.quotes = quotes;
    }

    void write(Case c, Block block, Snippet.Builder out) {
        line = c.line(block);
        afterVerbatim = false;
        List<Step> steps = block.steps();
        boolean introduced = !steps.isEmpty() && steps.get(0) instanceof Step.Origin && !isOfNothing(steps, 0);
        int written = 0;
        if (introduced) {
            out.begin(new Place.OfStep(steps.get(0)));
            written = origin(steps, 0, out);
            out.end();
        }
        enter(block, out);
        for (int i = written; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (isOfNothing(steps, i)) {
                line = ((Step.Origin) step).line();
                continue;
            }
            Step following = i + 1 < steps.size() ? steps.get(i + 1) : null;
            out.begin(new Place.OfStep(step));
            copyCaptured(machine.captures(step), out);
            if (step instanceof Step.RethrowUnless last && CatchPrinter.isCaught(following)) {
                Step.Assign variable = (Step.Assign) following;
                out.add(new CatchPrinter(machine, names, printer).last(last, variable, assigned(variable), mark()));
                i++;
            } else if (CatchPrinter.isCaught(step)) {
                Step.Assign variable = (Step.Assign) step;
                out.add(new CatchPrinter(machine, names, printer).handled(variable, assigned(variable)));
            } else if (step instanceof Step.Assign assign
                    && following instanceof Step.Comment comment
                    && comment.trails()) {
                if (assign(assign, Code.of(" ", comment.text()), out)) {
                    i++;
                }
            } else if (step instanceof Step.Origin) {
                i += origin(steps, i, out) - 1;
            } else {
                write(step, out);
            }
            out.end();
            nullOut(block, machine.lastUsedBy(step), out);
        }
    }

    /** Whether all that comes from this line are declarations of variables that stand elsewhere, in a field or before the states. */
    private boolean isOfNothing(List<Step> steps, int place) {
        if (!(steps.get(place) instanceof Step.Origin origin) || origin.kind() != Step.Origin.Kind.VERBATIM) {
            return false;
        }
        int end = place + 1;
        while (end < steps.size() && isElsewhere(steps.get(end))) {
            end++;
        }
        return end > place + 1 && (end == steps.size() || steps.get(end) instanceof Step.Origin);
    }

    private boolean isElsewhere(Step step) {
        return step instanceof Step.Declare declare
                && machine.placement(declare.variable()).storage() != Storage.CASE;
    }

    private Snippet assigned(Step.Assign step) {
        return new StepPrinter(machine, names, printer, mark()).assign(step, Snippet.EMPTY);
    }

    private void enter(Block block, Snippet.Builder out) {
        if (machine.changesHandler(block)) {
            Block handler = machine.handler(block);
            String state = handler == null
                    ? "null"
                    : names.stateType + "." + machine.caseOf(handler).state();
            out.begin(new Place.Guard(block))
                    .add("$L = $L;\n", names.handler, state)
                    .end();
        }
        nullOut(block, machine.deadOnEntry(block), "not needed any more", out);
    }

    /** Nulls what was used just now, and is not needed after that. */
    void nullOut(Block block, List<Variable> dead, Snippet.Builder out) {
        nullOut(block, dead, "last use", out);
    }

    private void nullOut(Block block, List<Variable> dead, String why, Snippet.Builder out) {
        for (Variable variable : dead) {
            out.begin(new Place.LetGo(variable, block));
            out.add("$L = null; // $L\n", printer.variables().field(variable), why)
                    .end();
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
        } else {
            out.add(step.accept(new StepPrinter(machine, names, printer, mark())));
        }
    }

    /** How many steps were written: the comment behind a quote is one, too. */
    private int origin(List<Step> steps, int place, Snippet.Builder out) {
        Step.Origin origin = (Step.Origin) steps.get(place);
        line = origin.line();
        boolean verbatim = origin.kind() == Step.Origin.Kind.VERBATIM;
        boolean shown = !verbatim || !afterVerbatim;
        afterVerbatim = verbatim;
        if (!shown) {
            return 1;
        }
        out.add(quotes.of(origin));
        boolean trailed = origin.kind() == Step.Origin.Kind.SPLIT
                && place + 1 < steps.size()
                && steps.get(place + 1) instanceof Step.Comment comment
                && comment.trails();
        if (trailed) {
            out.add(" $L", printer.print(Code.of(((Step.Comment) steps.get(place + 1)).text())));
        }
        out.add("\n");
        return trailed ? 2 : 1;
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
