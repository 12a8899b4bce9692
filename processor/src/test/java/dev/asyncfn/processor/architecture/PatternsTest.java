package dev.asyncfn.processor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No pattern reads the text of a body: what looks like code there may stand in a literal or a comment, and code may hide
 * behind Unicode escapes. Whoever needs to know something of it asks the syntax tree or the tokens.
 */
class PatternsTest {
    private static final Path MAIN = Path.of("src/main/java/dev/asyncfn/processor");
    private static final Pattern USE =
            Pattern.compile("java\\.util\\.regex|\\.(replaceAll|replaceFirst|matches|split)\\(");

    /** The classes that use patterns, and what these read. */
    private static final Map<String, String> READ = new TreeMap<>(Map.ofEntries(
            Map.entry("EclipseSources.java", "names of files"),
            Map.entry("EclipseStages.java", "names of files"),
            Map.entry("MissingTypes.java", "messages of javac"),
            Map.entry("OtherProcessors.java", "service files"),
            Map.entry("ReachabilityText.java", "a text of our own: which lines come from where"),
            Map.entry("SourceDebugText.java", "a text of our own: which lines come from where"),
            Map.entry("attribute/InnerText.java", "import declarations, as javac prints them"),
            Map.entry("attribute/UnresolvedNames.java", "types, as javac prints them"),
            Map.entry("collect/Signatures.java", "types, as javac prints them"),
            Map.entry("parse/Lombok.java", "names of annotations"),
            Map.entry("plan/Qualifiers.java", "names of packages"),
            Map.entry("emit/BridgeWriter.java", "names of members"),
            Map.entry("emit/ComposedMethod.java", "types, as JavaPoet prints them"),
            Map.entry("emit/DocText.java", "the prose of a Javadoc comment"),
            Map.entry("emit/FactoryDoc.java", "prose of our own"),
            Map.entry("emit/FutureDoc.java", "lines of a signature"),
            Map.entry("emit/JavaLangImports.java", "imports, as JavaPoet prints them"),
            Map.entry("emit/Layout.java", "what JavaPoet printed, in which placeholders stand for bodies"),
            Map.entry("emit/Lifted.java", "what JavaPoet printed, in which placeholders stand for bodies"),
            Map.entry("emit/StaticImports.java", "names of methods of our own")));

    @Test
    void patternsReadNoTextOfBodies() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (USE.matcher(Files.readString(file)).find()) {
                    found.add(MAIN.relativize(file).toString().replace('\\', '/'));
                }
            }
        }
        assertThat(found).containsExactlyElementsOf(READ.keySet());
    }
}
