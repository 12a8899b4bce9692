package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.lower.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the states of a large body into parts, each small enough to be compiled: HotSpot never compiles a method of
 * more than 8,000 bytes of code. What counts is the text, at about three characters a byte.
 */
record Parts(List<Case> cases, CaseWriter writer) {
    /** The most characters of one method, without blanks and comments. */
    private static final int LIMIT = 9_000;

    /** Prints one state. */
    @FunctionalInterface
    interface CaseWriter {
        CodeBlock write(Case c, Block next, boolean endsPart);
    }

    boolean isTooLarge() {
        return cases.stream().mapToInt(this::size).sum() > LIMIT;
    }

    List<List<Case>> cut() {
        List<List<Case>> parts = new ArrayList<>();
        List<Case> part = new ArrayList<>();
        int size = 0;
        for (Case c : cases) {
            int next = size(c);
            if (!part.isEmpty() && size + next > LIMIT) {
                parts.add(part);
                part = new ArrayList<>();
                size = 0;
            }
            part.add(c);
            size += next;
        }
        parts.add(part);
        return parts;
    }

    private int size(Case c) {
        int index = cases.indexOf(c);
        Block next = index + 1 < cases.size() ? cases.get(index + 1).blocks().get(0) : null;
        return writer.write(c, next, false)
                .toString()
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("//"))
                .mapToInt(line ->
                        line.replace(" ", "").replaceAll("[a-z]+\\.", "").length())
                .sum();
    }
}
