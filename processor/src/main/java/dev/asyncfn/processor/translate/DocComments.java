package dev.asyncfn.processor.translate;

import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.parse.UnicodeEscapes;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The Javadoc inside a body. Nobody checks that, but a class that is lifted out of the body takes it along to a place
 * where it would be checked, and where its references mean something else; so it becomes comments like others there,
 * unless it is nothing but prose.
 */
final class DocComments {
    private static final int START = 3;

    private static final String MARKUP = "@<>&{}\\";

    private DocComments() {}

    /**
     * The start of such a comment, any character of which may be a Unicode escape.
     *
     * @param end the offset just past it
     * @param plain what stands for it
     */
    record Start(int end, String plain) {}

    /** Where they start. */
    static NavigableMap<Integer, Start> in(MethodSource source) {
        SourceFile file = source.file();
        NavigableMap<Integer, Start> starts = new TreeMap<>();
        source.roots()
                .flatMap(node -> node.getAllContainedComments().stream())
                .filter(comment -> !isProse(file.textOf(comment)))
                .forEach(comment -> {
                    UnicodeEscapes text = new UnicodeEscapes(file.textOf(comment));
                    String plain = plain(text.translated());
                    if (!plain.isEmpty()) {
                        starts.put(file.start(comment), new Start(file.start(comment) + text.start(START), plain));
                    }
                });
        return starts;
    }

    private static boolean isProse(String comment) {
        return comment.startsWith("/**")
                && comment.chars().noneMatch(c -> MARKUP.indexOf(c) >= 0)
                && comment.chars().anyMatch(Character::isLetterOrDigit);
    }

    private static String plain(String comment) {
        if (comment.startsWith("/**") && !comment.startsWith("/**/")) {
            return "/*";
        }
        return comment.startsWith("///") ? "// /" : "";
    }
}
