package dev.asyncfn.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Insertions into a text, and regions of it that can be found again in the result. Nothing is ever removed but by {@link #replace}. */
final class Edits {
    /** The text to put in the place of {@code [start, end)}. */
    private record Edit(int start, int end, String text, Object opens, Object closes) {}

    private final List<Edit> edits = new ArrayList<>();

    /** Texts at one offset stand in the order of their insertion. */
    void insert(int offset, String text) {
        replace(offset, offset, text);
    }

    void replace(int start, int end, String text) {
        edits.add(new Edit(start, end, text, null, null));
    }

    /** Inserts a text with which a region begins; those around a region that begins at the same offset must be opened first. */
    void open(Object region, int offset, String text) {
        edits.add(new Edit(offset, offset, text, region, null));
    }

    void close(Object region, int offset, String text) {
        edits.add(new Edit(offset, offset, text, null, region));
    }

    Edited apply(String original) {
        List<Edit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt(Edit::start)); // stable
        StringBuilder text = new StringBuilder();
        Map<Object, Range> regions = new LinkedHashMap<>();
        int done = 0;
        for (Edit edit : sorted) {
            text.append(original, done, edit.start());
            if (edit.opens() != null) {
                regions.put(edit.opens(), new Range(text.length(), Integer.MAX_VALUE));
            }
            text.append(edit.text());
            if (edit.closes() != null) {
                regions.computeIfPresent(edit.closes(), (region, range) -> new Range(range.start(), text.length()));
            }
            done = edit.end();
        }
        text.append(original, done, original.length());
        return new Edited(text.toString(), regions);
    }

    /** From {@code start} to before {@code end}. */
    record Range(int start, int end) {
        boolean contains(long offset) {
            return start <= offset && offset < end;
        }

        int length() {
            return end - start;
        }
    }

    /** The text that came out, and where in it the regions are. */
    record Edited(String text, Map<Object, Range> regions) {
        /** The innermost region of a kind around an offset of the new text. */
        <R> Optional<R> regionAt(long offset, Class<R> kind) {
            return regions.entrySet().stream()
                    .filter(e -> kind.isInstance(e.getKey()) && e.getValue().contains(offset))
                    .min(Comparator.comparingInt(e -> e.getValue().length()))
                    .map(e -> kind.cast(e.getKey()));
        }

        /** All regions of a kind in the innermost one of another kind around an offset of the new text. */
        <A, R> List<R> regionsInside(long offset, Class<A> around, Class<R> kind) {
            return regionAt(offset, around)
                    .map(regions::get)
                    .map(part -> regionsIn(part.start(), part.end(), kind))
                    .orElse(List.of());
        }

        /** All regions of a kind that begin in a part of the new text. */
        <R> List<R> regionsIn(long start, long end, Class<R> kind) {
            Range part = new Range((int) start, (int) end);
            return regions.entrySet().stream()
                    .filter(e -> kind.isInstance(e.getKey())
                            && part.contains(e.getValue().start()))
                    .map(e -> kind.<R>cast(e.getKey()))
                    .toList();
        }
    }
}
