package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Transfer;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.VariableUse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What code and steps do with variables, and where they jump. The pieces say it; here it is gathered. */
final class Effects {
    private Effects() {}

    // ---- code

    /** The variables whose values it reads. */
    static Set<Variable> reads(Code code) {
        Set<Variable> reads = new LinkedHashSet<>();
        code.forEach(piece -> {
            if (piece instanceof VariableUse.Read read) {
                reads.add(read.variable());
            } else if (piece instanceof VariableUse.Write write && write.reads()) {
                reads.add(write.variable());
            }
        });
        return reads;
    }

    /** Every variable that it mentions. */
    static Set<Variable> mentions(Code code) {
        Set<Variable> mentions = new LinkedHashSet<>(reads(code));
        code.forEach(piece -> {
            if (piece instanceof VariableUse.Write write) {
                mentions.add(write.variable());
            } else if (piece instanceof VariableUse.Binding binding) {
                mentions.add(binding.variable());
            } else if (piece instanceof VariableUse.KeepBinding binding) {
                mentions.add(binding.variable());
            }
        });
        return mentions;
    }

    /** The variables that a lambda or a class body in it captures. */
    static Set<Variable> captures(Code code) {
        Set<Variable> captures = new LinkedHashSet<>();
        code.forEach(piece -> {
            if (piece instanceof VariableUse.Read read && read.captured()) {
                captures.add(read.variable());
            }
        });
        return Collections.unmodifiableSet(captures);
    }

    /** The variables that the labels of a switch in it bind: there their names mean what was matched. */
    static Set<Variable> boundInLabels(Code code) {
        Set<Variable> bound = new LinkedHashSet<>();
        code.forEach(piece -> {
            if (piece instanceof VariableUse.Binding binding && binding.inLabel()) {
                bound.add(binding.variable());
            }
        });
        return bound;
    }

    /** The variables that it gives a new value, without a look at the old one. */
    static Set<Variable> writes(Code code) {
        Set<Variable> written = new LinkedHashSet<>();
        code.forEach(piece -> {
            if (piece instanceof VariableUse.Write write && !write.reads()) {
                written.add(write.variable());
            }
        });
        return written;
    }

    /** The variables that it gives another value, in any way. */
    static Set<Variable> written(Code code) {
        Set<Variable> written = new LinkedHashSet<>();
        code.forEach(piece -> {
            if (piece instanceof VariableUse.Write write) {
                written.add(write.variable());
            } else if (piece instanceof VariableUse.Binding binding) {
                written.add(binding.variable());
            } else if (piece instanceof VariableUse.KeepBinding binding) {
                written.add(binding.variable());
            }
        });
        return written;
    }

    /** Whether it gives a variable another value, in any way. */
    static boolean isWritten(Variable variable, Code code) {
        boolean[] found = new boolean[1];
        code.forEach(piece -> found[0] |= piece instanceof VariableUse.Write write && write.variable() == variable);
        return found[0];
    }

    /** The variables that it gives a value, whatever else happens, before it could read them. */
    static Set<Variable> alwaysWrites(Code code) {
        Set<Variable> written = new LinkedHashSet<>();
        Set<Variable> read = new LinkedHashSet<>();
        alwaysWrites(code, written, read);
        written.removeAll(read);
        return written;
    }

    /** Returns whether all of the code is evaluated. */
    private static boolean alwaysWrites(Code code, Set<Variable> written, Set<Variable> read) {
        for (Piece piece : code.pieces()) {
            if (piece instanceof Transfer.Conditional) {
                return false;
            }
            if (piece instanceof VariableUse.Read use) {
                read.add(use.variable());
            } else if (piece instanceof VariableUse.Write write && !write.reads()) {
                written.add(write.variable());
            }
            if (piece instanceof Computed
                    && !piece.parts().stream().allMatch(part -> alwaysWrites(part, written, read))) {
                return false;
            }
        }
        return true;
    }

    // ---- steps

    static Set<Variable> reads(Step step) {
        Set<Variable> reads = new LinkedHashSet<>();
        step.codes().forEach(code -> reads.addAll(reads(code)));
        return reads;
    }

    /** The variables that it reads or gives a value. */
    static Set<Variable> uses(Step step) {
        Set<Variable> uses = reads(step);
        step.codes().forEach(code -> uses.addAll(writes(code)));
        if (step.assigns()) {
            uses.add(step.defined());
        }
        return uses;
    }

    /** The jumps in a statement that is kept verbatim. */
    static List<Transfer.Jump> jumps(Step step) {
        List<Transfer.Jump> jumps = new ArrayList<>();
        step.codes()
                .forEach(code -> code.forEach(piece -> {
                    if (piece instanceof Transfer.Jump jump) {
                        jumps.add(jump);
                    }
                }));
        return jumps;
    }

    /** The variables that a switch's labels bind and keep. */
    static Set<Variable> keptBindings(Step step) {
        Set<Variable> kept = new LinkedHashSet<>();
        step.codes()
                .forEach(code -> code.forEach(piece -> {
                    if (piece instanceof VariableUse.KeepBinding binding) {
                        kept.add(binding.variable());
                    }
                }));
        return kept;
    }
}
