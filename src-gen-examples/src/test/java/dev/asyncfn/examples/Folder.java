package dev.asyncfn.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A lesson or a further example: the async fns as written, the classes generated from them, pictures, and the page that explains them. */
record Folder(Path path) {
    /** Surefire runs in the module's own directory. */
    static final Path MODULE = Path.of("").toAbsolutePath();

    private static final String FURTHER = "further";
    private static final String LESSON = "lesson_";
    private static final String GENERATED = "Async.java";
    private static final String PAGE = "README.md";
    private static final Path NEW_SOURCES = MODULE.resolve("target/generated-sources/annotations");
    private static final Path CLASSES = MODULE.resolve("target/classes");

    static List<Folder> all() {
        return Stream.concat(lessons().stream(), further().stream()).toList();
    }

    /** In their order. */
    static List<Folder> lessons() {
        return list(MODULE).stream()
                .filter(folder -> folder.getFileName().toString().startsWith(LESSON))
                .map(Folder::new)
                .toList();
    }

    static List<Folder> further() {
        return list(MODULE.resolve(FURTHER)).stream()
                .filter(Files::isDirectory)
                .map(Folder::new)
                .toList();
    }

    boolean isLesson() {
        return path.getParent().equals(MODULE);
    }

    /** Of its classes. */
    String packageName() {
        return (isLesson() ? "" : FURTHER + ".") + this;
    }

    Path page() {
        return path.resolve(PAGE);
    }

    List<Path> written() {
        return endingWith(path, ".java").stream()
                .filter(file -> !file.toString().endsWith(GENERATED))
                .toList();
    }

    List<Path> generated() {
        return endingWith(path, GENERATED);
    }

    List<Path> pictures() {
        return endingWith(path, ".svg");
    }

    /** What this build has generated. */
    List<Path> newlyGenerated() {
        return endingWith(NEW_SOURCES.resolve(packageFolder()), GENERATED);
    }

    /** The async fns, by the maps that this build has written. */
    List<Fn> fns() {
        return endingWith(CLASSES.resolve(packageFolder()), ".map.json").stream()
                .flatMap(map -> Fn.read(map).stream())
                .toList();
    }

    /** The one with a main method. */
    String mainClass() {
        List<String> names = written().stream()
                .filter(file -> read(file).contains("public static void main("))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .toList();
        if (names.size() != 1) {
            throw new IllegalStateException(this + " has these classes to run, and not one: " + names);
        }
        return packageName() + "." + names.get(0);
    }

    private String packageFolder() {
        return packageName().replace('.', '/');
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> endingWith(Path folder, String ending) {
        return list(folder).stream()
                .filter(file -> file.toString().endsWith(ending))
                .toList();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
