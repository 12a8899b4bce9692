package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.lower.Block;
import dev.asyncfn.processor.lower.Code;
import dev.asyncfn.processor.lower.LoweredFn;
import dev.asyncfn.processor.lower.Step;
import dev.asyncfn.processor.lower.Variable;
import dev.asyncfn.processor.lower.Variable.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.util.Types;

/** Gives each variable a home: the shortest lived one that holds its value as long as it is needed. */
final class Placements {
    private final LoweredFn fn;
    private final List<Case> cases;
    private final Liveness liveness;
    private final boolean cut;
    private final Map<Variable, Set<Case>> occurrences = new LinkedHashMap<>();
    private final Map<Variable, Integer> declarations = new LinkedHashMap<>();
    private final Set<Variable> captured = new HashSet<>();
    private final Set<Variable> bound = new HashSet<>();
    private final Map<Variable, Storage> storages = new LinkedHashMap<>();
    private final Map<Variable, Placement> placements = new LinkedHashMap<>();
    private final Map<String, List<Variable>> named = new HashMap<>();

    Placements(LoweredFn fn, List<Case> cases, Liveness liveness, boolean cut) {
        this.cut = cut;
        this.fn = fn;
        this.cases = cases;
        this.liveness = liveness;
    }

    Map<Variable, Placement> place() {
        cases.forEach(this::scan);
        if (fn.receiver() != null) {
            storages.put(fn.receiver(), Storage.FIELD);
        }
        fn.parameters().forEach(parameter -> storages.put(parameter, Storage.FIELD));
        Set<Variable> kept = keptAcrossSuspensions();
        for (Variable variable : occurrences.keySet()) {
            storages.putIfAbsent(variable, storage(variable, kept));
        }
        storages.forEach((variable, storage) -> {
            String name = name(variable);
            placements.put(variable, new Placement(storage, name));
            named.computeIfAbsent(name, n -> new ArrayList<>()).add(variable);
        });
        return placements;
    }

    private void scan(Case c) {
        for (Block block : c.blocks()) {
            block.steps().forEach(step -> scan(step, c));
            mention(Flow.code(block.end()), c);
        }
    }

    private void scan(Step step, Case c) {
        for (Variable variable : Liveness.declares(step)) {
            declarations.merge(variable, 1, Integer::sum);
        }
        if (step instanceof Step.Assign assign) {
            occurs(assign.variable(), c);
        } else if (step instanceof Step.Declare declare) {
            occurs(declare.variable(), c);
        } else if (step instanceof Step.Bind bind) {
            bound.add(bind.variable());
            occurs(bind.variable(), c);
        }
        bound.addAll(Flow.keptBindings(step));
        Flow.codes(step).forEach(code -> mention(code, c));
    }

    private void mention(Code code, Case c) {
        Liveness.mentions(code).forEach(variable -> occurs(variable, c));
        captured.addAll(Liveness.captures(code));
    }

    private void occurs(Variable variable, Case c) {
        occurrences.computeIfAbsent(variable, v -> new LinkedHashSet<>()).add(c);
    }

    private Set<Variable> keptAcrossSuspensions() {
        Set<Variable> kept = new HashSet<>();
        for (Case c : cases) {
            if (c.suspends()) {
                kept.addAll(liveness.in(c.blocks().get(0)));
            }
        }
        return kept;
    }

    private Storage storage(Variable variable, Set<Variable> kept) {
        boolean inOneCase = occurrences.get(variable).size() == 1 && declarations.getOrDefault(variable, 0) == 1;
        if (inOneCase && !kept.contains(variable)) {
            return Storage.CASE;
        }
        if (variable.constant() != null) {
            return Storage.CONSTANT;
        }
        // A lambda needs a copy of its own, which can hide a field but not another local.
        boolean hidden = captured.contains(variable) || bound.contains(variable);
        return kept.contains(variable) || hidden || cut ? Storage.FIELD : Storage.POLL;
    }

    // ---- names

    private String name(Variable variable) {
        String name = variable.name();
        for (int n = 2; isTaken(name, variable); n++) {
            name = variable.name() + "_" + n;
        }
        return name;
    }

    private boolean isTaken(String name, Variable variable) {
        Storage storage = storages.get(variable);
        boolean local = storage == Storage.CASE || storage == Storage.POLL || captured.contains(variable);
        boolean parameter = variable.role() == Role.PARAMETER || variable.role() == Role.RECEIVER;
        if (local && !parameter && fn.wholeNames().contains(name)) {
            return true;
        }
        return named.getOrDefault(name, List.of()).stream().anyMatch(other -> conflict(variable, other));
    }

    private boolean conflict(Variable a, Variable b) {
        Storage sa = storages.get(a);
        Storage sb = storages.get(b);
        if (sa == Storage.CASE && sb == Storage.POLL || sa == Storage.POLL && sb == Storage.CASE) {
            return true;
        }
        if (sa == Storage.CASE || sb == Storage.CASE) {
            return meet(a, b);
        }
        return !canShare(a, b);
    }

    private boolean meet(Variable a, Variable b) {
        return !Collections.disjoint(occurrences.getOrDefault(a, Set.of()), occurrences.getOrDefault(b, Set.of()));
    }

    /** Java's scoping keeps two locals of one name apart: one field can serve both. */
    private boolean canShare(Variable a, Variable b) {
        Types types = fn.attribution().types();
        return storages.get(a) == storages.get(b)
                && storages.get(a) != Storage.CONSTANT
                && a.role() == Role.LOCAL
                && b.role() == Role.LOCAL
                && !captured.contains(a)
                && !captured.contains(b)
                && !bound.contains(a)
                && !bound.contains(b)
                && types.isSameType(a.type(), b.type());
    }
}
