package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Arm;
import dev.asyncfn.processor.ir.Cleanup;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Otherwise;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Transfer;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.VariableUse;

/** Prints one step, in lines of its own. */
final class StepPrinter implements Step.Visitor<Snippet> {

    private final StateMachine machine;
    private final MachineNames names;
    private final CodePrinter printer;
    private final Snippet mark;

    /** @param mark says which statement it belongs to */
    StepPrinter(StateMachine machine, MachineNames names, CodePrinter printer, Snippet mark) {
        this.machine = machine;
        this.names = names;
        this.printer = printer;
        this.mark = mark;
    }

    // ---- variables

    @Override
    public Snippet declare(Step.Declare step) {
        Variable variable = step.variable();
        return machine.placement(variable).storage() == Storage.CASE
                ? Snippet.of(
                        "$L $L;\n",
                        type(variable, step.written()),
                        machine.placement(variable).name())
                : Snippet.EMPTY;
    }

    private Snippet type(Variable variable, Code written) {
        return written == null ? Snippet.of("$T", printer.typeOf(variable)) : printer.print(written);
    }

    @Override
    public Snippet assign(Step.Assign step) {
        return assign(step, Snippet.EMPTY);
    }

    /**
     * Nothing for a constant.
     *
     * @param comment what the user says of it on its line
     */
    Snippet assign(Step.Assign step, Snippet comment) {
        Storage storage = machine.placement(step.variable()).storage();
        if (storage == Storage.CONSTANT) {
            return Snippet.EMPTY;
        }
        boolean declares = step.declares() && storage == Storage.CASE;
        Snippet.Builder out = Snippet.builder().add(mark);
        if (declares) {
            out.add("$L ", type(step.variable(), step.written()));
        }
        out.add("$L =$W$L;", printer.variables().target(step.variable()), printer.print(step.value(), declares));
        return out.add(isEarly(step) ? " // before the next await" : "")
                .add("$L\n", comment)
                .build();
    }

    /** Whether an operand is evaluated here because the expression that it belongs to suspends. */
    private boolean isEarly(Step.Assign assign) {
        return assign.declares()
                && assign.variable().role() == Variable.Role.SPILL
                && machine.placement(assign.variable()).storage() == Storage.FIELD;
    }

    /** Nothing for a finally that always jumps away: it never asks where to continue. */
    @Override
    public Snippet setExit(Cleanup.SetExit step) {
        if (!machine.isReachable(step.target())) {
            return Snippet.EMPTY;
        }
        Snippet.Builder out = Snippet.builder().add(mark);
        if (machine.placement(step.exit()).storage() == Storage.CASE) {
            out.add("$T ", printer.typeOf(step.exit()));
        }
        String state = machine.caseOf(step.target()).state();
        return out.add("$L = $L.$L;\n", printer.variables().target(step.exit()), names.stateType, state)
                .build();
    }

    @Override
    public Snippet bind(Step.Bind step) {
        Variable variable = step.variable();
        if (machine.placement(variable).storage() != Storage.FIELD) {
            return Snippet.EMPTY;
        }
        String name = machine.placement(variable).name();
        String bound = printer.variables().bound(variable);
        Snippet keep = Snippet.of("this.$L = $L;\n", name, bound);
        if (bound.equals(name)) {
            printer.variables().copy(variable);
        }
        return keep;
    }

    // ---- statements

    @Override
    public Snippet run(Step.Run step) {
        return Snippet.of("$L$L$L\n", mark, printer.print(step.statement()), behind(step.trailing()));
    }

    @Override
    public Snippet evaluate(Step.Evaluate step) {
        return Snippet.of("$L$L;$L\n", mark, printer.print(step.expression()), behind(step.trailing()));
    }

    private Snippet behind(SourceText.Comment trailing) {
        return trailing.isEmpty() ? Snippet.EMPTY : Snippet.of(" $L", printer.print(Code.of(trailing)));
    }

    @Override
    public Snippet throwing(Step.Throw step) {
        return Snippet.of("$Lthrow $L;\n", mark, printer.print(step.exception()));
    }

    @Override
    public Snippet rethrow(Step.Rethrow step) {
        return Snippet.of("$Lthrow rethrow($L);\n", mark, printer.print(step.exception()));
    }

    /** Without the variable of its clause, which has no use. */
    @Override
    public Snippet rethrowUnless(Step.RethrowUnless step) {
        Snippet negated = step.caught().accept(new TestPrinter(printer, machine, names, true));
        return Snippet.of("$Lif ($L) throw rethrow($L);\n", mark, negated, names.thrown);
    }

    @Override
    public Snippet putOff(Cleanup.PutOff step) {
        return new CatchPrinter(machine, names, printer).putOff(step, mark);
    }

    @Override
    public Snippet throwPutOff(Cleanup.ThrowPutOff step) {
        return new CatchPrinter(machine, names, printer).throwPutOff(step, mark);
    }

    @Override
    public Snippet fail(Step.Fail step) {
        return Snippet.of("$L$L\n", mark, error(step));
    }

    private Snippet error(Step.Fail step) {
        boolean noMatch = step.error().getSimpleName().contentEquals("MatchException"); // its constructor wants two
        Snippet arguments = noMatch ? Snippet.of("null, null") : printer.print(step.message());
        return Snippet.of("throw new $T($L);", printer.types().of(step.error()), arguments);
    }

    // ---- a switch that decides where to continue

    @Override
    public Snippet dispatch(Step.Dispatch step) {
        Snippet.Builder out = Snippet.builder();
        out.add("$Lswitch ($L) {\n", mark, printer.print(step.selector()));
        step.arms().forEach(arm -> arm(arm, out));
        otherwise(step.otherwise(), out);
        return out.add("}\n").build();
    }

    private void arm(Arm arm, Snippet.Builder out) {
        out.add("    case $L", printer.print(arm.labels()));
        out.add(arm.orDefault() ? ", default" : "");
        if (arm.guard() != null) {
            out.add(" when $L", printer.print(arm.guard()));
        }
        out.add(":\n");
        for (Variable variable : arm.kept()) {
            out.add("        $L\n", printer.print(Code.of(new VariableUse.KeepBinding(variable))));
        }
        goTo(arm.jump(), out);
    }

    private void goTo(Transfer.Jump jump, Snippet.Builder out) {
        out.add("        $L\n", printer.print(Code.of(jump)));
        out.add("        $L\n", printer.transfers().goOn(false));
    }

    private void otherwise(Otherwise otherwise, Snippet.Builder out) {
        switch (otherwise.kind()) {
            case NEVER, FALL_OUT -> {}
            case ERROR -> out.add("    default:\n        $L\n", error(new Step.Fail(otherwise.error(), Code.EMPTY)));
            case NULL -> {
                out.add("    case null:\n");
                goTo(otherwise.jump(), out);
            }
            case NULL_OR_DEFAULT -> {
                out.add("    case null, default:\n");
                goTo(otherwise.jump(), out);
            }
            case DEFAULT -> {
                out.add("    default:\n");
                goTo(otherwise.jump(), out);
            }
        }
    }

    // ---- cleanup

    @Override
    public Snippet closeResource(Cleanup.CloseResource step) {
        Snippet resource = printer.print(Code.of(step.resource()));
        Snippet primary = printer.print(Code.of(step.primary()));
        return Snippet.builder()
                .add("$Lif ($L == null) {\n    if ($L != null) {\n", mark, primary, resource)
                .add("        $L$L.close();\n    }\n", resource, Snippet.line(step.end()))
                .add("} else if ($L != null) {\n    try {\n", resource)
                .add("        $L$L.close();\n", resource, Snippet.line(step.start()))
                .add("    } catch ($T $L) {\n", Throwable.class, step.suppressed())
                .add("        $L.addSuppressed($L);\n    }\n}\n", primary, step.suppressed())
                .build();
    }

    @Override
    public Snippet goOnDropping(Cleanup.GoOnDropping step) {
        if (!machine.hasCleanup()) {
            return Snippet.EMPTY;
        }
        return Snippet.of(
                "$1Lif ($2L instanceof $3T) throw rethrow($2L); // a drop does not end here, whatever jumps\n",
                mark,
                machine.placement(step.pending()).name(),
                RuntimeTypes.DROPPED);
    }

    // ---- text

    @Override
    public Snippet comment(Step.Comment step) {
        return Snippet.of("$L\n", printer.print(Code.of(step.text())));
    }

    /** What is said of a line depends on what was said before. */
    @Override
    public Snippet origin(Step.Origin step) {
        return Snippet.EMPTY;
    }
}
