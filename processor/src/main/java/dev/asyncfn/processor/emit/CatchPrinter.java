package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Cleanup;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Test.Caught;

/** Prints how catch clauses and finally blocks begin and end. */
final class CatchPrinter {
    private static final String THROWABLE = "java.lang.Throwable";

    private final StateMachine machine;
    private final MachineNames names;
    private final CodePrinter printer;

    CatchPrinter(StateMachine machine, MachineNames names, CodePrinter printer) {
        this.machine = machine;
        this.names = names;
        this.printer = printer;
    }

    /** Whether a step gives the variable of a catch clause its value. */
    static boolean isCaught(Step step) {
        return step instanceof Step.Assign assign && isThrown(assign.value());
    }

    /** What was thrown, as one type or as several together. */
    private static boolean isThrown(Code value) {
        if (value.pieces().isEmpty()) {
            return false;
        }
        Object first = value.pieces().get(0);
        if (value.pieces().size() == 2) {
            return first instanceof Reference.CastTogether && value.pieces().get(1) instanceof Computed.Thrown;
        }
        return value.pieces().size() == 1
                && (first instanceof Computed.Thrown || first instanceof Computed.Cast cast && isThrown(cast.value()));
    }

    /**
     * The last clause: what it does not catch continues.
     *
     * @param variable gives the clause's variable its value
     * @param assigned how that is printed
     * @param mark of the line of the clause
     */
    Snippet last(Step.RethrowUnless step, Step.Assign variable, Snippet assigned, Snippet mark) {
        Caught test = step.caught();
        boolean one = test.alternatives().size()
                == 1; // of several, the variable has the type that all of them have above them
        if (one && variable.variable().type().toString().equals(THROWABLE)) {
            Snippet drop = Snippet.of(
                    "$1Lif ($2L instanceof $3T) throw rethrow($2L);\n", mark, names.thrown, RuntimeTypes.DROPPED);
            return Snippet.builder()
                    .add(machine.hasCleanup() ? drop : Snippet.EMPTY)
                    .add(handled(variable, assigned))
                    .build();
        }
        if (one && test.alternatives().get(0).accessor() == null) {
            return single(test.alternatives().get(0), variable, mark);
        }
        Snippet negated = test.accept(new TestPrinter(printer, machine, names, true));
        return Snippet.of(
                "$Lif ($L)\n$>throw rethrow($L);\n$<$L", mark, negated, names.thrown, handled(variable, assigned));
    }

    private Snippet single(Caught.Alternative alternative, Step.Assign assign, Snippet mark) {
        boolean local = machine.placement(assign.variable()).storage() == Storage.CASE;
        String name = local ? machine.placement(assign.variable()).name() : names.caught;
        boolean drops = alternative.catchesDrops() && machine.hasCleanup();
        Snippet drop = drops ? Snippet.of(" || $L instanceof $T", names.thrown, RuntimeTypes.DROPPED) : Snippet.EMPTY;
        Snippet.Builder out = Snippet.builder()
                .add(mark)
                .add(
                        "if (!($1L instanceof $2L $3L)$4L) throw rethrow($1L);\n",
                        names.thrown,
                        printer.print(alternative.type()),
                        name,
                        drop);
        if (!local) {
            out.add("$L = $L;\n", printer.variables().target(assign.variable()), name);
        }
        return out.add(handled(assign, Snippet.EMPTY)).build();
    }

    /**
     * The rest of a clause whose test has succeeded. Its stack trace is restored only if somebody may look at it. And a finally block
     * that is reached later must not take it for an exception that led there.
     *
     * @param variable gives the clause's variable its value
     * @param assigned how that is printed
     */
    Snippet handled(Step.Assign variable, Snippet assigned) {
        Snippet.Builder out = Snippet.builder().add(assigned);
        if (machine.isRead(variable.variable())) {
            out.add("restoreTrace($L); // the clause may look at it\n", names.thrown);
        }
        if (machine.hasCleanup()) {
            out.add("$L = null; // caught\n", names.thrown);
        }
        return out.build();
    }

    Snippet putOff(Cleanup.PutOff step, Snippet mark) {
        boolean local = machine.placement(step.pending()).storage() == Storage.CASE;
        Snippet type = local ? Snippet.of("$T ", Throwable.class) : Snippet.EMPTY;
        boolean kept = machine.placement(step.pending()).storage() == Storage.FIELD;
        Snippet.Builder out = Snippet.builder();
        out.add("$L$L$L = ", mark, type, printer.variables().target(step.pending()));
        if (!machine.isThrownAgain(step.pending())) {
            out.add("$1L instanceof $2T ? $1L : null; // of use if it is a drop\n", names.thrown, RuntimeTypes.DROPPED);
        } else if (kept) {
            out.add("putOff($L); // null if nothing was thrown\n", names.thrown);
        } else {
            out.add("$L; // null if nothing was thrown\n", names.thrown);
        }
        return machine.hasOneFinally()
                ? out.build()
                : out.add("$L = null;\n", names.thrown).build();
    }

    Snippet throwPutOff(Cleanup.ThrowPutOff step, Snippet mark) {
        String pending = printer.variables().name(step.pending());
        return step.always()
                ? Snippet.of("$Lthrow rethrow($L);\n", mark, pending)
                : Snippet.of("$1Lif ($2L != null) throw rethrow($2L);\n", mark, pending);
    }
}
