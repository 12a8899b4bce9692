package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What the analyses find of a body. */
record Analyzed(Cfg graph, Flow flow, Liveness liveness, Assigned assigned, StateMachine machine) {
    static Analyzed of(AsyncBody body) {
        Cfg graph = body.graph();
        Flow flow = new Flow(graph.blocks());
        return new Analyzed(graph, flow, new Liveness(flow), new Assigned(graph, flow), new StateMachine(graph));
    }

    /** The first block of a role. */
    Block block(String role) {
        return blocks(role).findFirst().orElseThrow(() -> new AssertionError("no " + role + " in " + graph.blocks()));
    }

    /** The second block of a role. */
    Block second(String role) {
        return blocks(role).skip(1).findFirst().orElseThrow();
    }

    private Stream<Block> blocks(String role) {
        return graph.blocks().stream().filter(block -> block.role().name().equals(role));
    }

    Case state(String name) {
        return machine.cases().stream()
                .filter(state -> state.state().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + machine.cases()));
    }

    List<Step> steps() {
        return flow.blocks().stream().flatMap(block -> block.steps().stream()).toList();
    }

    List<String> liveIn(String role) {
        return names(liveness.in(block(role)));
    }

    static List<String> names(Collection<Variable> variables) {
        return variables.stream().map(Variable::name).sorted().toList();
    }
}
