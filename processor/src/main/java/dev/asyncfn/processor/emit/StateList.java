package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import java.util.ArrayList;
import java.util.List;

/**
 * The states of a machine as the constants of an enum, in three groups: those of every async fn, those in which this one waits, and those
 * only passed through.
 */
final class StateList {
    private static final List<Constant> TERMINALS = List.of(
            new Constant("START", "Not polled yet."),
            new Constant("DONE", "It has its value."),
            new Constant("PANICKED", "It is being polled, or a poll has failed."),
            new Constant("DROPPED", "It was abandoned."));

    private final List<Group> groups = new ArrayList<>();

    /** A state, and a sentence about it. */
    private record Constant(String name, String text) {}

    private record Group(String comment, List<Constant> constants) {}

    /** @param cut whether the constants must have the order of the cases: by that the part of a state is found */
    StateList(StateMachine machine, boolean cut) {
        StateFacts facts = new StateFacts(machine);
        List<Constant> waits = new ArrayList<>();
        List<Constant> passes = new ArrayList<>();
        for (Case state : machine.cases().subList(1, machine.cases().size())) {
            boolean suspends = state.suspends();
            String text = suspends ? "Waits for " + facts.awaited(state) : facts.lines(state);
            (cut || suspends ? waits : passes)
                    .add(new Constant(state.state(), DocText.harmless(DocText.escaped(sentence(text)))));
        }
        group("in every async fn", TERMINALS);
        group(cut ? "in the order of the source" : "where this async fn waits", waits);
        group("only passed through: no poll ends here", passes);
    }

    private static String sentence(String text) {
        return text.endsWith("...") ? text : text + ".";
    }

    private void group(String comment, List<Constant> constants) {
        if (!constants.isEmpty()) {
            groups.add(new Group(comment, List.copyOf(constants)));
        }
    }

    /** The names of all states, by their numbers. */
    List<String> names() {
        return groups.stream()
                .flatMap(group -> group.constants.stream())
                .map(Constant::name)
                .toList();
    }

    /** @param end what stands behind the last constant */
    Snippet text(String end) {
        Snippet.Builder out = Snippet.builder();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            out.add(i == 0 ? "" : "\n").add(Snippet.words("// " + group.comment + "\n"));
            for (int k = 0; k < group.constants.size(); k++) {
                boolean last = i == groups.size() - 1 && k == group.constants.size() - 1;
                Constant constant = group.constants.get(k);
                out.add(Snippet.raw("/** " + constant.text + " */ " + constant.name + (last ? end : ",")));
                out.add("\n");
            }
        }
        return out.build();
    }
}
