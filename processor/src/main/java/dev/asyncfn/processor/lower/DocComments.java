package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.parse.SourceFile;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Javadoc inside a body. Nobody checks that, but a class that is lifted out of the body takes it along to a place
 * where it would be checked, and where its references mean something else; so it becomes comments like others there.
 */
final class DocComments {
    private DocComments() {}

    /** The offsets at which they start. */
    static Set<Integer> in(MethodSource source) {
        SourceFile file = source.file();
        return Stream.concat(Stream.<Node>of(source.declaration()), source.localEnums().values().stream())
                .flatMap(node -> node.getAllContainedComments().stream())
                .map(file::start)
                .filter(start -> !plain(file.text(), start).isEmpty())
                .collect(Collectors.toSet());
    }

    /** What stands for the three characters with which such a comment starts; empty if none starts there. */
    static String plain(String text, int start) {
        if (text.startsWith("/**", start) && !text.startsWith("/**/", start)) {
            return "/*";
        }
        return text.startsWith("///", start) ? "// /" : "";
    }
}
