package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.ir.Variable;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;

/** The variables that have one name, as far as another one must know of them that wants it too. */
final class Holders {
    private final Set<Case> withLocals = new HashSet<>();
    private final Set<Case> withOthers = new HashSet<>();

    /** One that is no local of a state: all others of these can share the name with it, and so with each other. */
    private Variable representative;

    private Storage storage;

    void add(Variable variable, Storage storage, Set<Case> occurrences) {
        if (storage == Storage.CASE) {
            withLocals.addAll(occurrences);
        } else {
            withOthers.addAll(occurrences);
            this.representative = variable;
            this.storage = storage;
        }
    }

    /** Whether the name is no local's: one that cannot share its name can never have it. */
    boolean areShared() {
        return representative != null;
    }

    /** Whether a variable cannot have the name. */
    boolean conflict(
            Variable variable, Storage wanted, Set<Case> occurrences, BiPredicate<Variable, Variable> canShare) {
        if (wanted == Storage.CASE) {
            return storage == Storage.POLL || meet(occurrences, withLocals) || meet(occurrences, withOthers);
        }
        boolean hidden = wanted == Storage.POLL ? !withLocals.isEmpty() : meet(occurrences, withLocals);
        return hidden || representative != null && !canShare.test(variable, representative);
    }

    private static boolean meet(Set<Case> some, Set<Case> others) {
        return !Collections.disjoint(some, others);
    }
}
