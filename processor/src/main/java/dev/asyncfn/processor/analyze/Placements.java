package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.Variable.Role;
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
    private final Cfg fn;
    private final List<Case> cases;
    private final Liveness liveness;
    private final Assigned assigned;
    private final boolean cut;
    private final Map<Variable, Set<Case>> occurrences = new LinkedHashMap<>();
    private final Map<Variable, Integer> declarations = new LinkedHashMap<>();
    private final Set<Variable> captured = new HashSet<>();
    private final Set<Variable> bound = new HashSet<>();
    private final Set<Variable> mentionedByClasses = new LinkedHashSet<>();
    private final Set<Variable> live = new HashSet<>();
    private final Set<Variable> kept = new HashSet<>();
    private final Map<Variable, Storage> storages = new LinkedHashMap<>();
    private final Map<Variable, Placement> placements = new LinkedHashMap<>();
    private final Map<String, Holders> holders = new HashMap<>();
    private final Map<String, Integer> firstSuffixes = new HashMap<>();

    Placements(Cfg fn, List<Case> cases, Liveness liveness, Assigned assigned, boolean cut) {
        this.assigned = assigned;
        this.cut = cut;
        this.fn = fn;
        this.cases = cases;
        this.liveness = liveness;
    }

    Map<Variable, Placement> place() {
        cases.forEach(this::scan);
        fn.lifted()
                .forEach(type -> mentionedByClasses.addAll(
                        Effects.mentions(type.declaration().get())));
        if (fn.receiver() != null) {
            storages.put(fn.receiver(), Storage.FIELD);
        }
        for (Variable parameter : fn.parameters()) {
            boolean used = occurrences.containsKey(parameter);
            storages.put(parameter, used ? Storage.FIELD : Storage.CASE); // of no state, if nothing uses it
        }
        keepAcrossSuspensions();
        for (Variable variable : occurrences.keySet()) {
            storages.putIfAbsent(variable, storage(variable));
        }
        mentionedByClasses.stream()
                .filter(variable -> variable.constant() != null)
                .forEach(variable -> storages.putIfAbsent(variable, Storage.CONSTANT));
        storages.forEach((variable, storage) -> {
            String name = name(variable);
            placements.put(variable, new Placement(storage, name));
            holders.computeIfAbsent(name, n -> new Holders()).add(variable, storage, occurrencesOf(variable));
        });
        return placements;
    }

    private void scan(Case c) {
        for (Block block : c.blocks()) {
            block.steps().forEach(step -> scan(step, c));
            mention(block.end().code(), c);
        }
    }

    private void scan(Step step, Case c) {
        if (step.declares()) {
            declarations.merge(step.defined(), 1, Integer::sum);
        }
        if (step.assigns() || step.declares()) {
            occurs(step.defined(), c);
        }
        if (step instanceof Step.Bind bind) {
            bound.add(bind.variable());
        }
        bound.addAll(Effects.keptBindings(step));
        step.codes().forEach(code -> mention(code, c));
        if (step.written() != null) {
            mention(step.written(), c); // its annotations may name constants
        }
    }

    private void mention(Code code, Case c) {
        Effects.mentions(code).forEach(variable -> occurs(variable, c));
        captured.addAll(Effects.captures(code));
    }

    private void occurs(Variable variable, Case c) {
        occurrences.computeIfAbsent(variable, v -> new LinkedHashSet<>()).add(c);
    }

    private void keepAcrossSuspensions() {
        for (Case c : cases) {
            if (c.suspends()) {
                Block block = c.blocks().get(0);
                live.addAll(liveness.in(block));
                liveness.in(block).stream()
                        .filter(variable -> assigned.before(block, variable))
                        .forEach(kept::add);
            }
        }
    }

    private Storage storage(Variable variable) {
        boolean inOneCase = occurrences.get(variable).size() == 1 && declarations.getOrDefault(variable, 0) == 1;
        boolean constant = variable.constant() != null;
        boolean readElsewhere = constant && mentionedByClasses.contains(variable); // nobody captures a constant
        if (inOneCase && !live.contains(variable) && !readElsewhere) {
            return Storage.CASE;
        }
        if (constant) {
            return Storage.CONSTANT;
        }
        // A lambda needs a copy of its own, which can hide a field but not another local.
        boolean hidden = captured.contains(variable) || bound.contains(variable);
        return kept.contains(variable) || hidden || cut ? Storage.FIELD : Storage.POLL;
    }

    // ---- names

    private String name(Variable variable) {
        String name = variable.name();
        for (int n = firstSuffix(variable); isTaken(name, variable); n++) {
            name = variable.name() + "_" + n;
        }
        return name;
    }

    /** Below it there is nothing for a variable that cannot share its name: a large body may keep a thousand of one name. */
    private int firstSuffix(Variable variable) {
        if (storages.get(variable) == Storage.CASE || canShare(variable, variable)) {
            return 2;
        }
        int first = firstSuffixes.getOrDefault(variable.name(), 2);
        while (isShared(variable.name() + "_" + first)) {
            first++;
        }
        firstSuffixes.put(variable.name(), first);
        return first;
    }

    private boolean isShared(String name) {
        return holders.containsKey(name) && holders.get(name).areShared();
    }

    private boolean isTaken(String name, Variable variable) {
        Storage storage = storages.get(variable);
        boolean local = storage == Storage.CASE || storage == Storage.POLL || captured.contains(variable);
        boolean parameter = variable.role() == Role.PARAMETER || variable.role() == Role.RECEIVER;
        if (local && !parameter && fn.names().verbatim().contains(name)
                || fn.names().qualifiers().contains(name)) {
            return true;
        }
        return holders.containsKey(name)
                && holders.get(name).conflict(variable, storage, occurrencesOf(variable), this::canShare);
    }

    private Set<Case> occurrencesOf(Variable variable) {
        return occurrences.getOrDefault(variable, Set.of());
    }

    /** Java's scoping keeps two locals of one name apart: one field can serve both. */
    private boolean canShare(Variable a, Variable b) {
        Types types = fn.types();
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
