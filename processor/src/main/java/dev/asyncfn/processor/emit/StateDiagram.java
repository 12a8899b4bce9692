package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The picture of a state machine: a line for each state, in the order of the source, with its source lines, what it waits for and what it
 * keeps. An arrow leads to the state below; all other ways are drawn at the right. Bars at the left are the regions of {@code try}.
 */
final class StateDiagram {
    private static final int WIDTH = 106;
    /** A larger machine has too many ways for a picture: they are listed instead. */
    private static final int MOST_DRAWN = 40;

    private final StateMachine machine;
    private final StateFacts facts;
    private final List<Case> states;
    /** By the numbers of states: to which others control may go, except by an exception. That of the end is the number of states. */
    private final List<Set<Integer>> ways;

    private final RegionBars bars;
    private final int names;
    private final int numbers;

    StateDiagram(StateMachine machine) {
        this.machine = machine;
        this.facts = new StateFacts(machine);
        this.states = machine.cases();
        this.ways = ways();
        this.bars = new RegionBars(machine);
        this.names = widest(states.stream().map(Case::state).toList());
        this.numbers = widest(states.stream().map(facts::numbers).toList());
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    List<String> lines() {
        if (states.size() <= MOST_DRAWN) {
            for (boolean below : List.of(false, true)) {
                List<String> drawn = rails().draw(rows(false, below));
                if (widest(drawn) <= WIDTH) {
                    return drawn;
                }
            }
        }
        return rows(true, true);
    }

    /**
     * Two rows for each state, the second with the arrow to the next one; and one for the end.
     *
     * @param listed whether other ways are listed
     * @param below whether what a state keeps stands in its second row
     */
    private List<String> rows(boolean listed, boolean below) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            Case state = states.get(i);
            String head = bars.at(i) + pad(state.state(), names) + "  " + pad(facts.numbers(state), numbers) + "  ";
            int room = listed ? WIDTH - head.length() : Integer.MAX_VALUE;
            String kept = kept(state, room);
            List<String> parts = parts(state, i, listed, room);
            if (!kept.isEmpty() && !below) {
                parts.add(kept);
            }
            rows.add((head + String.join(", ", parts)).stripTrailing());
            String arrow = bars.below(i) + (ways.get(i).contains(i + 1) ? "  v" : "");
            rows.add((below ? pad(arrow, head.length()) + kept : arrow).stripTrailing());
        }
        rows.add(bars.outside() + "DONE");
        return rows;
    }

    private String kept(Case state, int room) {
        String kept = state.suspends() ? facts.kept(state, room - "keeps ".length()) : "";
        return kept.isEmpty() ? "" : "keeps " + kept;
    }

    /** What leaves a state that is also reached from elsewhere begins in its second row, so that the two are not one line. */
    private JumpRails rails() {
        Set<Integer> reached = new LinkedHashSet<>();
        for (int i = 0; i < states.size(); i++) {
            reached.addAll(jumps(i));
        }
        JumpRails rails = new JumpRails();
        for (int i = 0; i < states.size(); i++) {
            for (int to : jumps(i)) {
                rails.add(reached.contains(i) ? 2 * i + 1 : 2 * i, 2 * to);
            }
        }
        return rails;
    }

    /** The ways that no arrow downwards shows. */
    private List<Integer> jumps(int from) {
        return ways.get(from).stream()
                .filter(to -> to != from && to != from + 1)
                .toList();
    }

    private List<Set<Integer>> ways() {
        Map<Case, Integer> numbers = new IdentityHashMap<>();
        for (Case state : states) {
            numbers.put(state, numbers.size());
        }
        List<Set<Integer>> all = new ArrayList<>();
        for (Case state : states) {
            Set<Integer> to = new LinkedHashSet<>();
            machine.ways(state).forEach(next -> to.add(numbers.get(next)));
            if (facts.returns(state)) {
                to.add(states.size());
            }
            all.add(to);
        }
        return all;
    }

    private List<String> parts(Case state, int number, boolean listed, int room) {
        List<String> parts = new ArrayList<>();
        if (machine.isHandler(state)) {
            parts.add("<- an exception of " + bars.guarded(number));
        }
        if (facts.waits(state)) {
            parts.add("waits for " + facts.awaited(state));
        }
        List<String> others = ways.get(number).stream()
                .filter(to -> to == number || listed && to != number + 1)
                .map(to -> to == number
                        ? "itself"
                        : to == states.size() ? "DONE" : states.get(to).state())
                .toList();
        if (!others.isEmpty()) {
            int used = parts.stream()
                            .mapToInt(part -> part.length() + ", ".length())
                            .sum()
                    + "-> ".length();
            parts.add("-> " + StateFacts.some(others, others.size(), room - used));
        }
        return parts;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
