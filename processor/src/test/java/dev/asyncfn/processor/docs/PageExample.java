package dev.asyncfn.processor.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java of a page, as it is to be compiled.
 *
 * @param source the whole file
 * @param marks the places that are marked in it
 * @param library what is compiled before it; null if nothing is
 */
record PageExample(String label, String source, List<Mark> marks, PageExample library) {
    /** A comment on a line of its own, under the place that it marks. */
    private static final Pattern MARK = Pattern.compile("\\s*// *\\^(.*)");

    private static final Pattern OPTIONS = Pattern.compile("With `(.*)`:");
    private static final Pattern RELEASE = Pattern.compile("with JDK (\\d+) or later");

    /**
     * A marked place.
     *
     * @param text what the compiler itself says there; empty if the processor does
     */
    record Mark(int line, int column, String text) {}

    /** @param label the line before it, which says how it is compiled */
    static PageExample of(String label, String code, String header, PageExample library) {
        boolean whole = label.startsWith("The whole file") || code.startsWith("package ");
        String source = whole ? code : header + code;
        return new PageExample(label, source, marks(source), library);
    }

    private static List<Mark> marks(String source) {
        List<Mark> marks = new ArrayList<>();
        List<String> lines = source.lines().toList();
        int marked = 0; // several marks may stand under one line
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i));
            if (mark.matches()) {
                marks.add(new Mark(
                        marked, lines.get(i).indexOf('^') + 1, mark.group(1).strip()));
            } else {
                marked = i + 1;
            }
        }
        return marks;
    }

    boolean isLibrary() {
        return label.startsWith("In a library");
    }

    boolean isProcessed() {
        return !isLibrary() || label.contains("compiled with asyncfn");
    }

    List<String> options() {
        Matcher options = OPTIONS.matcher(label);
        return options.matches() ? List.of(options.group(1).split(" ")) : List.of();
    }

    /** Whether this JDK can compile it. */
    boolean isFor(Runtime.Version jdk) {
        Matcher release = RELEASE.matcher(label);
        return !release.find() || jdk.feature() >= Integer.parseInt(release.group(1));
    }
}
