package dev.asyncfn.samples.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of the editor: one file, or several, each below a line that names it, such as {@code // file: Users.java}.
 *
 * @param files in order
 */
record SourceText(List<File> files) {
    private static final Pattern SEPARATOR = Pattern.compile("// file: (\\w+)\\.java");
    private static final Pattern PACKAGE = Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("^public\\s.*?\\b(?:class|interface|enum|record)\\s+(\\w+)");
    private static final Pattern TYPE = Pattern.compile("^(?:\\w+\\s+)*?(?:class|interface|enum|record)\\s+(\\w+)");
    private static final Pattern MAIN = Pattern.compile("\\bstatic\\s+void\\s+main\\s*\\(\\s*(?:final\\s+)?String\\b");

    /**
     * A file.
     *
     * @param name its simple name, without extension
     * @param packageName empty if it has none
     * @param text its text
     * @param offset how many lines of the editor stand before it
     */
    record File(String name, String packageName, String text, int offset) {
        String binaryName() {
            return packageName.isEmpty() ? name : packageName + "." + name;
        }

        String path() {
            return binaryName().replace('.', '/') + ".java";
        }

        /** Whether it has a {@code main} method, as far as a look at the text can tell. */
        boolean hasMain() {
            return MAIN.matcher(text).find();
        }
    }

    static SourceText of(String editor) {
        List<File> files = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        String named = null;
        int offset = 0;
        int number = 0;
        for (String line : editor.split("\\R", -1)) {
            Matcher separator = SEPARATOR.matcher(line.strip());
            number++;
            if (separator.matches()) {
                add(files, named, lines, offset);
                named = separator.group(1);
                offset = number;
            } else {
                lines.add(line);
            }
        }
        add(files, named, lines, offset);
        return new SourceText(files);
    }

    private static void add(List<File> files, String named, List<String> lines, int offset) {
        String text = String.join("\n", lines);
        if (named != null || !text.isBlank()) {
            files.add(new File(named == null ? nameOf(lines) : named, packageOf(lines), text, offset));
        }
        lines.clear();
    }

    /** A public type gives a file its name; else the first. */
    private static String nameOf(List<String> lines) {
        return first(PUBLIC_TYPE, lines, first(TYPE, lines, "Untitled"));
    }

    private static String packageOf(List<String> lines) {
        return first(PACKAGE, lines, "");
    }

    private static String first(Pattern pattern, List<String> lines, String otherwise) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse(otherwise);
    }

    /** The file with {@code main}, or the first; null if there is none at all. */
    File main() {
        return files.stream().filter(File::hasMain).findFirst().orElse(files.isEmpty() ? null : files.get(0));
    }

    /** How many lines stand before each file, by its path. */
    Map<String, Integer> offsets() {
        Map<String, Integer> offsets = new LinkedHashMap<>();
        files.forEach(file -> offsets.put(file.path(), file.offset()));
        return offsets;
    }
}
