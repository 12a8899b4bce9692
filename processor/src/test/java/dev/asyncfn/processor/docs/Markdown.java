package dev.asyncfn.processor.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** As much of Markdown as the tests of pages need: headings, fenced blocks, and lines of text. */
final class Markdown {
    private static final String FENCE = "```";

    private Markdown() {}

    /**
     * A part of a page.
     *
     * @param language of a fenced block; null if this is a line of text
     * @param text a line, or the lines of a block
     */
    record Part(String language, String text) {
        boolean isBlock(String wanted) {
            return wanted.equals(language);
        }

        /** The text of a heading of this level; null for everything else. */
        String heading(int level) {
            String marks = "#".repeat(level) + " ";
            return language == null && text.startsWith(marks) ? text.substring(marks.length()) : null;
        }
    }

    /** The parts of a page, without empty lines. */
    static List<Part> parts(Path page) {
        List<Part> parts = new ArrayList<>();
        String language = null;
        StringBuilder block = new StringBuilder();
        for (String line : lines(page)) {
            if (language != null && line.equals(FENCE)) {
                parts.add(new Part(language, block.toString()));
                language = null;
            } else if (language != null) {
                block.append(line).append('\n');
            } else if (line.startsWith(FENCE)) {
                language = line.substring(FENCE.length());
                block.setLength(0);
            } else if (!line.isBlank()) {
                parts.add(new Part(null, line));
            }
        }
        return parts;
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
