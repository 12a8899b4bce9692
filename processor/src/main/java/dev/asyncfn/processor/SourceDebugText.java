package dev.asyncfn.processor;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The source debug extension of a facade's classes (JSR 45): which generated lines come from which lines of the user's file. It is made of
 * the text about the facade's lines. The lines where a suspended future is only polled again belong to no line of the file, so that a debugger
 * passes them by.
 */
final class SourceDebugText {
    private final String text;
    /** From each generated line on, the line of the source; 0 where it comes from none. */
    private final SortedMap<Integer, Integer> ways;

    /**
     * @param generated the name of the generated file
     * @param source that file
     * @param lines as {@code SourceLines} of the api describes it
     */
    SourceDebugText(String generated, String source, String lines) {
        this.ways = ways(lines);
        String declaring = valueOf("class ", lines);
        String file = valueOf("source ", lines);
        String folder = declaring.substring(0, declaring.lastIndexOf('.') + 1).replace('.', '/');
        this.text = "SMAP\n" + generated + "\nasyncfn\n*S asyncfn\n*F\n+ 1 " + file + "\n" + folder + file + "\n*L\n"
                + entries(1 + (int) source.lines().count()) + "*E\n";
    }

    private static String valueOf(String word, String lines) {
        return lines.lines()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .findFirst()
                .orElse("");
    }

    private static SortedMap<Integer, Integer> ways(String lines) {
        SortedMap<Integer, Integer> ways = new TreeMap<>();
        lines.lines()
                .filter(line -> line.startsWith("line "))
                .map(line -> line.split(" "))
                .forEach(words -> ways.put(
                        Integer.valueOf(words[1]), words[2].equals("resumed") ? 0 : Integer.parseInt(words[2])));
        return ways;
    }

    private String entries(int end) {
        StringBuilder entries = new StringBuilder();
        ways.forEach((from, line) -> {
            if (line > 0) {
                SortedMap<Integer, Integer> later = ways.tailMap(from + 1);
                int length = (later.isEmpty() ? end : later.firstKey()) - from;
                entries.append(line + "#1:" + from + "," + length + "\n");
            }
        });
        return entries.toString();
    }

    /** Whether a generated line comes from a line of the file. */
    boolean covers(int generated) {
        SortedMap<Integer, Integer> before = ways.headMap(generated + 1);
        return !before.isEmpty() && before.get(before.lastKey()) > 0;
    }

    /** In the form of the attribute of a class file. */
    @Override
    public String toString() {
        return text;
    }
}
