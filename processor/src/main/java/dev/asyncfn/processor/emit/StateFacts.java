package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Transfer;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.parse.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The facts about each state that a reader sees: its lines, the awaited expression, the fields it keeps, and whether the method can return there. */
final class StateFacts {
    private static final int LONGEST_AWAIT = 48;
    private static final int MOST_NAMES = 8;

    private final StateMachine machine;
    private final SourceFile file;
    private final Tokens tokens;
    private final SourceParts parts;
    private final Map<Case, End.Await> awaits = new IdentityHashMap<>();
    /** The lines that some state runs. */
    private final Set<Integer> run = new HashSet<>();

    StateFacts(StateMachine machine) {
        this.machine = machine;
        this.file = machine.fn().source().file();
        this.tokens = machine.fn().source().tokens();
        this.parts = new SourceParts(machine);
        machine.awaits().forEach(await -> awaits.putIfAbsent(machine.resumption(await.resume()), await));
        machine.cases().forEach(state -> run.addAll(lines(parts.of(state))));
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

    /** The source lines that a state runs: {@code 17}, {@code 17, 18} or {@code 17 to 20, 23}. */
    String numbers(Case state) {
        return numbers(lines(parts.of(state)));
    }

    /** Lines that nobody else runs, such as comments, are part of a row of lines. */
    private String numbers(SortedSet<Integer> lines) {
        List<String> rows = new ArrayList<>();
        int first = lines.first();
        int last = first;
        for (int line : lines) {
            boolean goesOn = IntStream.range(last + 1, line).noneMatch(run::contains);
            if (!goesOn) {
                rows.add(row(first, last));
                first = line;
            }
            last = line;
        }
        rows.add(row(first, last));
        return String.join(", ", rows);
    }

    private static String row(int first, int last) {
        return first == last ? "" + first : first + (last == first + 1 ? ", " : " to ") + last;
    }

    private SortedSet<Integer> lines(List<Span> parts) {
        SortedSet<Integer> lines = new TreeSet<>();
        for (Span part : parts) {
            IntStream.rangeClosed(file.line(part.start()), file.line(part.end() - 1))
                    .forEach(lines::add);
        }
        return lines;
    }

    /** The source lines whose exceptions continue in a block. What stands before a {@code try} may share a state with it, and is none of them. */
    String guarded(Block handler) {
        SortedSet<Integer> lines = new TreeSet<>();
        for (Case state : machine.cases()) {
            state.blocks().stream()
                    .filter(block -> block.region() != null && block.region().handler() == handler)
                    .forEach(block -> lines.addAll(lines(parts.of(block))));
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
