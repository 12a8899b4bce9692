package dev.asyncfn.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Sources in folders. */
final class Folders {
    private Folders() {}

    /** All Java sources of packages below a folder, in a stable order. */
    static List<SourceFile> read(Path root, Predicate<String> included) {
        try (Stream<Path> paths = Files.walk(root)) {
            List<SourceFile> sources = new ArrayList<>();
            for (Path path : paths.sorted().toList()) {
                String name = root.relativize(path).toString().replace('\\', '/');
                boolean isUnit = name.endsWith(".java") && !name.endsWith("-info.java");
                if (isUnit && included.test(name)) {
                    sources.add(new SourceFile(name, Files.readString(path)));
                }
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path root, List<SourceFile> sources) {
        try {
            for (SourceFile source : sources) {
                Path path = root.resolve(source.path());
                Files.createDirectories(path.getParent());
                Files.writeString(path, source.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what is in a folder, and the folder. */
    static void empty(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
