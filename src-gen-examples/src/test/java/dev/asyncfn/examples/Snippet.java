package dev.asyncfn.examples;

import java.nio.file.Path;
import java.util.List;

/**
 * A part of a Java file, found by its first line. It ends where the indentation says so: at the first line that is as far to the left and
 * closes a block, or at once if the line opens none.
 */
record Snippet(List<String> lines) {
    private static final String INTO = " > ";

    /** @param place a part of the first line; before {@code >}, a part of a line that stands somewhere above it */
    static Snippet of(Path file, String place) {
        List<String> lines = Folder.read(file).lines().toList();
        int start = -1;
        for (String step : place.split(INTO)) {
            start = next(lines, start + 1, step);
            if (start < 0) {
                throw new IllegalStateException(file + " has no line with `" + step + "` of `" + place + "`");
            }
        }
        int end = end(lines, start);
        while (start > 0 && lines.get(start - 1).strip().startsWith("@")) {
            start--; // its annotations
        }
        return new Snippet(lines.subList(start, end + 1));
    }

    private static int next(List<String> lines, int from, String wanted) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).contains(wanted)
                    && !lines.get(i).strip().startsWith("*")
                    && !lines.get(i).strip().startsWith("//")) {
                return i;
            }
        }
        return -1;
    }

    private static int end(List<String> lines, int start) {
        String first = lines.get(start);
        boolean opens = !first.replaceFirst("\\s*//.*", "").endsWith(";");
        String close = first.substring(0, indentation(first)) + "}";
        for (int i = start + 1; opens && i < lines.size(); i++) {
            if (lines.get(i).startsWith(close)) {
                return i;
            }
        }
        return start;
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Moved to the left. */
    String text() {
        int left = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(Snippet::indentation)
                .min()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        lines.forEach(
                line -> text.append(line.isBlank() ? "" : line.substring(left)).append('\n'));
        return text.toString();
    }
}
