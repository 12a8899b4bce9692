package dev.asyncfn.samples.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A user's project in a temporary directory: sources below {@code src}, classes below {@code classes}. */
record Project(Path root) {
    Project {
        assertThat(root).isDirectory();
    }

    Project source(String path, String text) {
        Path file = root.resolve("src").resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Path classes() {
        return root.resolve("classes");
    }

    /** Gives another project the same classes, as if it had been compiled. */
    void copyClassesTo(Project other) {
        try (Stream<Path> tree = Files.walk(classes())) {
            for (Path file : (Iterable<Path>) tree::iterator) {
                Files.copy(
                        file, other.classes().resolve(classes().relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sources' paths, from the project's root. */
    List<String> sources() {
        return files(root.resolve("src")).keySet().stream()
                .map(path -> "src/" + path)
                .toList();
    }

    /** Compiles all sources into {@code classes}. */
    Jdk.Result compile(Jdk jdk, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-d", "classes"));
        arguments.addAll(sources());
        return jdk.javac(root, arguments);
    }

    /** Compiles without an error, a warning or a note. */
    void compileCleanly(Jdk jdk, String... options) {
        Jdk.Result result = compile(jdk, options);
        assertThat(result.output()).as("what javac of %s says", jdk).isEmpty();
        assertThat(result.exit()).as("the exit of javac of %s", jdk).isZero();
    }

    /** What a main class prints, run with the classes, the api and the runtime, and nothing else but {@code libraries}. */
    String run(Jdk jdk, String mainClass, String... libraries) {
        String classPath = Jars.path("classes", Jars.API, Jars.RUNTIME, Jars.path(libraries));
        return output(jdk.java(root, List.of("-cp", classPath, mainClass)));
    }

    static String output(Jdk.Result result) {
        assertThat(result.exit()).as(result.output()).isZero();
        return result.output();
    }

    /** All files below a directory: their paths from it, with slashes, and their bytes as text. */
    static Map<String, String> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Map.of();
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> directory.relativize(file).toString().replace('\\', '/'),
                            Project::bytes,
                            (a, b) -> a,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bytes(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
