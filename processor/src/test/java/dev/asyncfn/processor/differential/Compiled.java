package dev.asyncfn.processor.differential;

import dev.asyncfn.processor.symbols.Difference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What javac and the processor made of the corpus.
 *
 * @param classes the class files by binary name
 * @param sources the files that compiled
 * @param generated the folder of the generated sources
 * @param rejected the diagnostics of each file that did not compile; a generated file's go to its owner
 * @param warnings all warnings in generated files
 * @param differences to what the futures refer otherwise than their bodies; none if that was not looked for
 * @param loaders of the classes
 */
record Compiled(
        Map<String, byte[]> classes,
        List<Path> sources,
        Path generated,
        Map<Path, String> rejected,
        List<String> warnings,
        List<Difference> differences,
        BodyLoaders loaders) {

    Compiled(
            Map<String, byte[]> classes,
            List<Path> sources,
            Path generated,
            Map<Path, String> rejected,
            List<String> warnings,
            List<Difference> differences) {
        this(
                classes,
                sources,
                generated,
                rejected,
                warnings,
                differences,
                new BodyLoaders(classes, generated.resolveSibling("classes")));
    }

    /** The class files of generated classes: those that have a generated source. */
    List<byte[]> generatedClasses() {
        return classes.entrySet().stream()
                .filter(entry -> {
                    String topLevel = entry.getKey().replaceAll("\\$.*", "");
                    return Files.exists(generated.resolve(topLevel.replace('.', '/') + ".java"));
                })
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Where the future of a body was generated, and its text. */
    String generatedSource(Body body) {
        Path file = generated.resolve(body.className().replace('.', '/') + "Async.java");
        try {
            String name = body.methodName().substring(0, 1).toUpperCase()
                    + body.methodName().substring(1) + "Future";
            return file.toUri() + "\n" + nestedClass(Files.readString(file), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nestedClass(String source, String name) {
        Matcher start = Pattern.compile("(?m)^ *(public |private )?static final class " + name + "\\b.*")
                .matcher(source);
        if (!start.find()) {
            return source;
        }
        String indent = start.group().replaceAll("\\S.*", "");
        int end = source.indexOf("\n" + indent + "}", start.start());
        return end < 0 ? source : source.substring(start.start(), end + indent.length() + 2);
    }
}
