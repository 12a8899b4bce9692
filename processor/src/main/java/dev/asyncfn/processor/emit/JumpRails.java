package dev.asyncfn.processor.emit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Draws ways between rows of a text at its right side: one vertical line for each row to which they lead. */
final class JumpRails {
    /** The rows from which ways lead to a row, by that row. */
    private final Map<Integer, SortedSet<Integer>> sources = new TreeMap<>();

    private record Rail(int target, SortedSet<Integer> rows) {
        int length() {
            return rows.last() - rows.first();
        }

        boolean overlaps(Rail other) {
            return rows.first() <= other.rows.last() && other.rows.first() <= rows.last();
        }
    }

    void add(int from, int to) {
        sources.computeIfAbsent(to, row -> new TreeSet<>()).add(from);
    }

    /** The rows with the ways behind their text. */
    List<String> draw(List<String> rows) {
        int left = rows.stream().mapToInt(String::length).max().orElse(0) + 2;
        List<StringBuilder> drawn = new ArrayList<>();
        rows.forEach(row -> drawn.add(new StringBuilder(row)));
        List<List<Rail>> columns = columns();
        for (int column = 0; column < columns.size(); column++) {
            for (Rail rail : columns.get(column)) {
                draw(rail, left + 2 * column, rows, drawn);
            }
        }
        return drawn.stream().map(StringBuilder::toString).toList();
    }

    /** Short ways stand next to the text; no two in one column overlap. */
    private List<List<Rail>> columns() {
        List<Rail> rails = new ArrayList<>();
        sources.forEach((target, from) -> {
            SortedSet<Integer> rows = new TreeSet<>(from);
            rows.add(target);
            rails.add(new Rail(target, rows));
        });
        rails.sort(Comparator.comparingInt(Rail::length));
        List<List<Rail>> columns = new ArrayList<>();
        for (Rail rail : rails) {
            List<Rail> free = columns.stream()
                    .filter(column -> column.stream().noneMatch(rail::overlaps))
                    .findFirst()
                    .orElseGet(() -> {
                        columns.add(new ArrayList<>());
                        return columns.get(columns.size() - 1);
                    });
            free.add(rail);
        }
        return columns;
    }

    private void draw(Rail rail, int x, List<String> rows, List<StringBuilder> drawn) {
        for (int row = rail.rows.first(); row <= rail.rows.last(); row++) {
            StringBuilder line = drawn.get(row);
            if (!rail.rows.contains(row)) {
                set(line, x, '|');
                continue;
            }
            int text = rows.get(row).length();
            for (int i = text + 1; i < x; i++) {
                set(line, i, '-');
            }
            if (row == rail.target) {
                set(line, text + 1, '<');
            }
            set(line, x, '+');
        }
    }

    /** Where two ways cross, both continue. */
    private static void set(StringBuilder line, int x, char c) {
        while (line.length() <= x) {
            line.append(' ');
        }
        char before = line.charAt(x);
        boolean crosses = c == '-' && before == '|';
        if (before != '<' && !crosses) {
            line.setCharAt(x, c);
        }
    }
}
