package dev.asyncfn.samples.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The programs that come with the lab: one to begin with, and all examples of the project, in the order of their README. */
final class Examples {
    private static final String FOLDER = "/examples";
    private static final String INDEX = "README.md";
    private static final String START = "Shop.java";

    private Examples() {}

    /**
     * A program.
     *
     * @param name for the list
     * @param text for the editor
     */
    record Example(String name, String text) {
        Map<String, Object> json() {
            return Map.of("name", name, "text", text);
        }
    }

    static List<Example> all() {
        List<Example> examples = new ArrayList<>();
        examples.add(new Example("a shop", resource(START)));
        examples.addAll(ofTheProject());
        return examples;
    }

    private static List<Example> ofTheProject() {
        URL folder = Examples.class.getResource(FOLDER);
        if (folder == null) {
            throw new IllegalStateException("the examples are not on the class path: build this module with Maven");
        }
        try {
            URI uri = folder.toURI();
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    return in(jar.getPath(FOLDER));
                }
            }
            return in(Path.of(uri));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e); // it is one of a resource
        }
    }

    private static List<Example> in(Path folder) throws IOException {
        String index = Files.readString(folder.resolve(INDEX));
        try (Stream<Path> folders = Files.list(folder)) {
            List<Path> sorted = folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparingInt((Path f) -> place(index, f)).thenComparing(Examples::nameOf))
                    .toList();
            List<Example> examples = new ArrayList<>();
            for (Path example : sorted) {
                String text = text(example);
                if (!text.isEmpty()) {
                    examples.add(new Example(nameOf(example).replace('_', ' '), text));
                }
            }
            return examples;
        }
    }

    private static String nameOf(Path folder) {
        return folder.getFileName().toString().replaceAll("/$", "");
    }

    /** Where the index mentions it first; behind all others if it does not. */
    private static int place(String index, Path folder) {
        int place = index.indexOf("](" + nameOf(folder) + "/");
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    /** All files of an example, those with {@code main} first. */
    private static String text(Path folder) throws IOException {
        List<SourceText.File> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path :
                    paths.filter(p -> p.toString().endsWith(".java")).sorted().toList()) {
                String name = path.getFileName().toString().replaceFirst("\\.java$", "");
                files.add(new SourceText.File(name, "", Files.readString(path), 0));
            }
        }
        files.sort(
                Comparator.comparing((SourceText.File file) -> !file.hasMain()).thenComparing(SourceText.File::name));
        if (files.size() == 1) {
            return files.get(0).text();
        }
        StringBuilder text = new StringBuilder();
        for (SourceText.File file : files) {
            text.append("// file: ")
                    .append(file.name())
                    .append(".java\n")
                    .append(file.text().strip())
                    .append("\n\n");
        }
        return text.toString();
    }

    static String resource(String name) {
        try (InputStream in = Examples.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path: build this module with Maven");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
