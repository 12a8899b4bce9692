package dev.asyncfn.processor.map;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Cleanup;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Test;
import dev.asyncfn.processor.map.FnMap.Awaited;
import dev.asyncfn.processor.map.FnMap.Edge;
import dev.asyncfn.processor.map.FnMap.State;
import dev.asyncfn.processor.map.FnMap.State.Kind;
import dev.asyncfn.processor.model.Naming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The states of a machine, and what each is for. */
final class States {
    static final String DONE = "DONE";
    static final String PANICKED = "PANICKED";
    static final String DROPPED = "DROPPED";

    private final StateMachine machine;
    private final Sources sources;
    private final FnPlaces places;
    /** Those to each state, other than by a drop. */
    private final Map<String, List<Edge>> ways;

    private final Map<String, Integer> order = new HashMap<>();
    /** Those to which the entries of a switch lead. */
    private final Set<Case> cases = new HashSet<>();

    States(StateMachine machine, Sources sources, FnPlaces places, List<Edge> edges) {
        this.machine = machine;
        this.sources = sources;
        this.places = places;
        this.ways =
                edges.stream().filter(edge -> edge.kind() != Edge.Kind.DROP).collect(Collectors.groupingBy(Edge::to));
        machine.cases().forEach(state -> order.put(state.state(), order.size()));
        machine.cases().stream()
                .flatMap(state -> state.blocks().stream())
                .flatMap(block -> block.steps().stream())
                .filter(Step.Dispatch.class::isInstance)
                .flatMap(step -> ((Step.Dispatch) step).arms().stream())
                .forEach(arm -> cases.add(machine.caseOf(arm.target())));
    }

    List<State> all() {
        List<State> states = new ArrayList<>();
        machine.cases().forEach(state -> states.add(state(state)));
        for (String end : List.of(DONE, PANICKED, DROPPED)) {
            states.add(new State(end, Kind.END, true, List.of(), null, null, List.of(), List.of(), null));
        }
        return states;
    }

    private State state(Case state) {
        return new State(
                state.state(),
                kind(state),
                state.suspends(),
                sources.of(state).stream().map(sources::range).toList(),
                places.code(state),
                awaited(state),
                machine.handlers(state).stream().map(Case::state).toList(),
                state.suspends() ? List.copyOf(machine.kept(state)) : List.of(),
                state.suspends() ? Edges.drop(machine, state) : null);
    }

    private Awaited awaited(Case state) {
        End.Await await = state.resumes() ? sources.await(state) : null;
        return await == null
                ? null
                : new Awaited(
                        machine.fn().source().tokens().inOneLine(await.awaited()),
                        sources.range(await.awaited()),
                        future(await));
    }

    private static String future(End.Await await) {
        Piece creation = await.future().pieces().get(0);
        if (creation instanceof Reference.Factory factory && factory.future() != null) {
            return Naming.qualifiedFacadeName(factory.owner()) + "$" + factory.future();
        }
        return creation instanceof Reference.NewFuture created
                ? Naming.qualifiedFacadeName(created.owner()) + "$" + created.future()
                : null;
    }

    private Kind kind(Case state) {
        Block first = state.blocks().get(0);
        if (state == machine.cases().get(0)) {
            return Kind.START;
        }
        if (state.resumes()) {
            return Kind.AWAIT;
        }
        if (first.steps().stream().anyMatch(Cleanup.PutOff.class::isInstance)) {
            return Kind.FINALLY;
        }
        if (machine.isHandler(state) || isTestOfClause(first)) {
            return Kind.CATCH;
        }
        return byWays(state);
    }

    private static boolean isTestOfClause(Block block) {
        return block.steps().stream().anyMatch(Step.RethrowUnless.class::isInstance)
                || block.end() instanceof End.Branch branch && branch.test() instanceof Test.Caught;
    }

    private Kind byWays(Case state) {
        List<Edge> in = ways.getOrDefault(state.state(), List.of());
        int number = order.get(state.state());
        if (in.stream().anyMatch(edge -> order.get(edge.from()) >= number)) {
            return Kind.LOOP;
        }
        if (cases.contains(state)) {
            return Kind.CASE;
        }
        Set<String> from = new HashSet<>();
        in.forEach(edge -> from.add(edge.from()));
        boolean leads = state.blocks().stream()
                .anyMatch(block -> block.steps().stream()
                        .anyMatch(step -> step instanceof Cleanup.SetExit || step instanceof Cleanup.GoOnDropping));
        return leads ? Kind.EXIT : from.size() > 1 ? Kind.JOIN : Kind.BRANCH;
    }
}
