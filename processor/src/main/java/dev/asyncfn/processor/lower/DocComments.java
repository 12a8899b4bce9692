package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.parse.SourceFile;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Javadoc inside a body. Nobody checks that, but a class that is lifted out of the body takes it along to a place
 * where it would be checked, and where its references mean something else; so it becomes comments like others there,
 * unless it is nothing but prose.
 */
final class DocComments {
    /** How long the start of such a comment is. */
    static final int START = 3;

    private static final Pattern PROSE = Pattern.compile("/\\*\\*[^@<>&{}\\\\]*\\w[^@<>&{}\\\\]*");

    private DocComments() {}

    /** The offsets at which they start. */
    static NavigableSet<Integer> in(MethodSource source) {
        SourceFile file = source.file();
        return Stream.concat(Stream.<Node>of(source.declaration()), source.localEnums().values().stream())
                .flatMap(node -> node.getAllContainedComments().stream())
                .filter(comment -> !PROSE.matcher(file.textOf(comment)).matches())
                .map(file::start)
                .filter(start -> !plain(file.text(), start).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What stands for the characters with which such a comment starts; empty if none starts there. */
    static String plain(String text, int start) {
        if (text.startsWith("/**", start) && !text.startsWith("/**/", start)) {
            return "/*";
        }
        return text.startsWith("///", start) ? "// /" : "";
    }
}
