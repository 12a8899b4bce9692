package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Transfer;
import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.parse.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The facts about each state that a reader sees: its lines, the awaited expression, the fields it keeps, and whether the method can return there. */
final class StateFacts {
    private static final int LONGEST_AWAIT = 48;
    private static final int MOST_NAMES = 8;

    private final StateMachine machine;
    private final Tokens tokens;
    private final Map<Case, End.Await> awaits = new IdentityHashMap<>();

    StateFacts(StateMachine machine) {
        this.machine = machine;
        this.tokens = machine.fn().source().tokens();
        machine.awaits().forEach(await -> awaits.putIfAbsent(machine.resumption(await.resume()), await));
    }

    /** What the future waits for in a state. */
    String awaited(Case state) {
        Span awaited = awaits.get(state).awaited();
        String text = tokens.inOneLine(awaited);
        return Excerpts.shortened(text.length() <= LONGEST_AWAIT ? text : withoutInner(awaited), LONGEST_AWAIT);
    }

    /** An inner {@code await} has a state of its own, which shows its operand. */
    private String withoutInner(Span awaited) {
        StringBuilder text = new StringBuilder();
        int start = awaited.start();
        for (Span operand : operandsInside(awaited)) {
            if (start <= operand.start()) {
                text.append(tokens.inOneLine(new Span(start, operand.start()))).append("...");
                start = operand.end();
            }
        }
        return text.append(tokens.inOneLine(new Span(start, awaited.end()))).toString();
    }

    /** From left to right, each before those inside it. */
    private List<Span> operandsInside(Span awaited) {
        return machine.awaits()
                .map(End.Await::awaited)
                .filter(inner -> awaited.start() < inner.start() && inner.end() < awaited.end())
                .filter(inner -> tokens.inOneLine(new Span(awaited.start(), inner.start()))
                        .endsWith("await("))
                .distinct()
                .sorted(Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()))
                .toList();
    }

    boolean waits(Case state) {
        return awaits.containsKey(state);
    }

    /** The source lines that a state runs: {@code 17}, {@code 17, 18} or {@code 17 to 20}. */
    String numbers(Case state) {
        return numbers(lineNumbers(state));
    }

    private static String numbers(SortedSet<Integer> lines) {
        String first = lines.first().toString();
        return switch (lines.size()) {
            case 1 -> first;
            case 2 -> first + ", " + lines.last();
            default -> first + " to " + lines.last();
        };
    }

    private static SortedSet<Integer> lineNumbers(Case state) {
        SortedSet<Integer> lines = new TreeSet<>();
        for (Block block : state.blocks()) {
            lines.addAll(lineNumbers(state, block));
        }
        return lines;
    }

    private static SortedSet<Integer> lineNumbers(Case state, Block block) {
        SortedSet<Integer> lines = new TreeSet<>();
        if (block == state.blocks().get(0)) {
            lines.add(state.line(block));
        }
        for (Step step : block.steps()) {
            if (step instanceof Step.Origin origin) {
                lines.add(origin.line());
            }
        }
        return lines;
    }

    /** The source lines whose exceptions continue in a block. What stands before a {@code try} may share a state with it, and is none of them. */
    String guarded(Block handler) {
        SortedSet<Integer> lines = new TreeSet<>();
        for (Case state : machine.cases()) {
            state.blocks().stream()
                    .filter(block -> block.region() != null && block.region().handler() == handler)
                    .forEach(block -> lines.addAll(lineNumbers(state, block)));
        }
        return lines.isEmpty() ? String.valueOf(handler.line()) : numbers(lines);
    }

    /** The same as a phrase: {@code Lines 17 to 20}. */
    String lines(Case state) {
        String numbers = numbers(state);
        return (numbers.contains(" ") ? "Lines " : "Line ") + numbers;
    }

    /** The names of the fields that are still needed in a state; empty if there are none. */
    String kept(Case state) {
        return kept(state, Integer.MAX_VALUE);
    }

    /** The same in about so many characters. */
    String kept(Case state, int room) {
        return some(new ArrayList<>(machine.kept(state)), MOST_NAMES, room);
    }

    /** As many names as there is room for, but one at least, and how many more there are. */
    static String some(List<String> names, int most, int room) {
        int shown = names.size() <= most + 1 ? names.size() : most;
        while (shown > 1 && some(names, shown).length() > room) {
            shown--;
        }
        return some(names, shown);
    }

    private static String some(List<String> names, int shown) {
        int more = names.size() - shown;
        return String.join(", ", names.subList(0, shown)) + (more == 0 ? "" : " and " + more + " more");
    }

    /** Whether the method may return at the end of a state, or inside it. */
    boolean returns(Case state) {
        return state.blocks().stream()
                .anyMatch(block -> block.end() instanceof End.Return
                        || block.steps().stream().anyMatch(StateFacts::returns));
    }

    private static boolean returns(Step step) {
        boolean[] found = new boolean[1];
        step.codes().forEach(code -> code.forEach(piece -> found[0] |= piece instanceof Transfer.Return));
        return found[0];
    }
}
