package dev.asyncfn.processor.map;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.emit.Place;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Cleanup;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Transfer;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.map.FnMap.Condition;
import dev.asyncfn.processor.map.FnMap.Edge;
import dev.asyncfn.processor.map.FnMap.Exit;
import dev.asyncfn.processor.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ways from state to state. The blocks of a state follow each other, so that what decides in one holds in the next. */
final class Edges {
    private final StateMachine machine;
    private final Sources sources;
    private final FnPlaces places;
    private final WholeStatements statements;
    private final Conditions conditions;
    private final Set<Edge> edges = new LinkedHashSet<>();

    Edges(StateMachine machine, Sources sources, FnPlaces places) {
        this.machine = machine;
        this.sources = sources;
        this.places = places;
        this.statements = new WholeStatements(machine.fn().source(), sources);
        this.conditions = new Conditions(sources, machine.fn().source().tokens());
    }

    List<Edge> all() {
        for (Case state : machine.cases()) {
            new OfState(state).add();
            for (Case handler : machine.handlers(state)) {
                edges.add(plain(state, handler.state(), Edge.Kind.THROWS));
            }
            if (state.suspends()) {
                edges.add(plain(state, drop(machine, state), Edge.Kind.DROP));
            }
        }
        return List.copyOf(edges);
    }

    /** One that no statement takes. */
    private static Edge plain(Case from, String to, Edge.Kind kind) {
        return new Edge(from.state(), to, kind, List.of(), null, null, List.of(), null);
    }

    /** Where a drop continues. */
    static String drop(StateMachine machine, Case suspended) {
        Case cleanup = machine.cleanup(suspended);
        return cleanup == null ? States.DROPPED : cleanup.state();
    }

    /** Those that leave one state. */
    private final class OfState {
        private final Case state;
        private final List<Condition> when = new ArrayList<>();
        private final List<Exit> sets = new ArrayList<>();

        OfState(Case state) {
            this.state = state;
        }

        void add() {
            for (Block block : state.blocks()) {
                block.steps().forEach(this::inside);
                end(block);
            }
        }

        /** The ways out of a step, other than by its end. */
        private void inside(Step step) {
            if (step instanceof Step.Dispatch dispatch) {
                dispatch(dispatch);
                return;
            }
            if (step instanceof Cleanup.SetExit set && machine.isReachable(set.target())) {
                sets.add(new Exit(name(set.exit()), machine.caseOf(set.target()).state()));
            }
            if (step instanceof Step.RethrowUnless last) {
                fails(step, conditions.caught(last, false));
                when.add(conditions.caught(last, true));
            } else if (step instanceof Cleanup.ThrowPutOff last && !last.always()) {
                Condition pending = new Condition("an exception is pending", false, sources.range(sources.of(step)));
                fails(step, pending);
                when.add(new Condition(pending.text(), true, pending.source()));
            } else if (!step.completes() && !(step instanceof Step.Run)) {
                fails(step, null);
            }
            if (step instanceof Step.Run run) {
                jumps(run);
            }
        }

        /** The ways out of a statement that is kept whole; after them, it is known that none of them was taken. */
        private void jumps(Step.Run run) {
            List<Span> left = ways(run);
            run.statement().forEach(piece -> {
                if (piece instanceof Transfer.Jump jump && machine.isReachable(jump.target())) {
                    jump(
                            jump.target(),
                            with(statements.decide(run, jump.source(), left)),
                            jump.source(),
                            code(run, jump));
                } else if (piece instanceof Transfer.Return completion) {
                    Range code = places.completion(run, completion.source());
                    List<Condition> all = with(statements.decide(run, completion.source(), left));
                    edge(States.DONE, Edge.Kind.RETURN, all, completion.source(), code);
                }
            });
            when.addAll(statements.afterwards(run, left));
        }

        /** The statements inside a statement that leave the state. */
        private List<Span> ways(Step.Run run) {
            List<Span> ways = new ArrayList<>();
            run.statement().forEach(piece -> {
                if (piece instanceof Transfer.Jump jump) {
                    ways.add(jump.source());
                } else if (piece instanceof Transfer.Return completion) {
                    ways.add(completion.source());
                }
            });
            return ways;
        }

        private void dispatch(Step.Dispatch dispatch) {
            Span at = sources.of(dispatch);
            dispatch.arms()
                    .forEach(arm -> jump(arm.target(), with(conditions.of(arm)), at, code(dispatch, arm.jump())));
            Condition none = conditions.of(dispatch.otherwise(), at);
            if (dispatch.otherwise().target() != null) {
                jump(
                        dispatch.otherwise().target(),
                        with(none),
                        at,
                        code(dispatch, dispatch.otherwise().jump()));
            } else if (dispatch.otherwise().error() != null) {
                fails(dispatch, none);
            }
            when.add(none);
        }

        /** An exception that the code throws in any case, or if something holds. */
        private void fails(Step step, Condition condition) {
            Set<Case> handlers = machine.handlers(state);
            String to = handlers.isEmpty()
                    ? States.PANICKED
                    : handlers.iterator().next().state();
            List<Condition> all = condition == null ? List.copyOf(when) : with(condition);
            edge(to, Edge.Kind.THROWS, all, sources.of(step), null);
        }

        private String name(Variable exit) {
            return machine.placement(exit).name();
        }

        private List<Condition> with(Condition condition) {
            return with(List.of(condition));
        }

        private List<Condition> with(List<Condition> conditions) {
            List<Condition> all = new ArrayList<>(when);
            all.addAll(conditions);
            return all;
        }

        private void end(Block block) {
            Span at = sources.end(block);
            if (block.end() instanceof End.Branch branch) {
                Block whenTrue = machine.target(branch.ifTrue());
                Block whenFalse = machine.target(branch.ifFalse());
                if (whenTrue == whenFalse) {
                    jump(whenTrue, List.copyOf(when), at, code(block, whenTrue));
                    return;
                }
                jump(whenTrue, with(conditions.of(block, true)), at, code(block, whenTrue));
                jump(whenFalse, with(conditions.of(block, false)), at, code(block, whenFalse));
                when.add(conditions.of(block, staysInside(whenTrue)));
            } else if (block.end() instanceof End.Await await) {
                String to = machine.resumption(await.resume()).state();
                edge(to, Edge.Kind.AWAIT, List.copyOf(when), await.awaited(), places.end(block, Place.Part.POLL));
            } else if (block.end() instanceof End.Return) {
                edge(States.DONE, Edge.Kind.RETURN, List.copyOf(when), at, places.end(block, Place.Part.RETURN));
            } else if (block.end() instanceof End.Exit exit) {
                List<Block> targets = machine.successorsAtEnd(block);
                targets.forEach(target -> {
                    String to = machine.caseOf(target).state();
                    List<Condition> all = targets.size() == 1 ? List.copyOf(when) : with(conditions.exit(block, to));
                    Range code = places.end(block, Place.Part.JUMP);
                    edges.add(new Edge(
                            state.state(), to, Edge.Kind.JUMP, all, sources.range(at), code, sets, name(exit.exit())));
                });
            } else if (block.end() instanceof End.Goto next) {
                jump(next.target(), List.copyOf(when), at, code(block, machine.target(next.target())));
            }
        }

        /** Whether a block is a later one of this state, not a jump to its beginning. */
        private boolean staysInside(Block target) {
            return state.blocks().indexOf(target) > 0;
        }

        private Range code(Block end, Block target) {
            return places.jump(end, target, Span.NONE);
        }

        private Range code(Step step, Transfer.Jump jump) {
            return places.jump(step, machine.target(jump.target()), jump.source());
        }

        /** @param code what takes the way; null if code falls through */
        private void jump(Block block, List<Condition> conditions, Span at, Range code) {
            Block target = machine.target(block);
            if (staysInside(target)) {
                return;
            }
            String to = machine.caseOf(target).state();
            edge(to, code == null ? Edge.Kind.NEXT : Edge.Kind.JUMP, conditions, at, code);
        }

        private void edge(String to, Edge.Kind kind, List<Condition> conditions, Span at, Range code) {
            edges.add(new Edge(state.state(), to, kind, conditions, sources.range(at), code, sets, null));
        }
    }
}
