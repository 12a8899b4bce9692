package dev.asyncfn.processor.lower;

import dev.asyncfn.processor.parse.SourceFile;

/** The user's comments between statements, found in the text: JavaParser moves some of them. */
final class CommentsAround {
    private final SourceFile file;

    CommentsAround(SourceFile file) {
        this.file = file;
    }

    /** A comment that ends the line on which a statement ends; empty if there is none. */
    String trailing(int end, int limit) {
        String between = file.text().substring(end, limit);
        String line = between.lines().findFirst().orElse("").strip();
        boolean block = line.startsWith("/*") && line.endsWith("*/");
        return line.startsWith("//") || block ? line : "";
    }

    /** The comments on the lines before a statement, one to a line, without their indentation. */
    String leading(int from, int start) {
        String trailing = trailing(from, start);
        int begin = trailing.isEmpty() ? from : file.text().indexOf(trailing, from) + trailing.length();
        String between = file.text().substring(begin, start).strip();
        return between.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce("", (a, b) -> a.isEmpty() ? b : a + "\n" + (b.startsWith("*") ? " " : "") + b);
    }
}
