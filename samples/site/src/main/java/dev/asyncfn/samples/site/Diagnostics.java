package dev.asyncfn.samples.site;

import java.util.LinkedHashMap;
import java.util.Map;

/** The page of errors and warnings, taken apart: what it says of each id, in its order. */
record Diagnostics(Map<String, String> sections) {
    private static final String HEADING = "## ";

    static Diagnostics of(String page) {
        Map<String, String> sections = new LinkedHashMap<>();
        String id = null;
        for (String line : page.split("(?<=\\n)")) {
            if (line.startsWith(HEADING)) {
                id = line.substring(HEADING.length()).strip();
            }
            if (id != null) {
                String text = line.startsWith(HEADING) ? "# " + id + "\n" : line;
                sections.merge(id, text, String::concat);
            }
        }
        return new Diagnostics(sections);
    }
}
