package dev.asyncfn.processor.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the whole project, as a test finds them that Surefire runs in the folder of a module. */
final class Project {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Project() {}

    /** The written files of that ending, in the order of their paths: none that a build or a tool keeps. */
    static List<Path> files(String ending) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> isWritten(ROOT.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWritten(Path file) {
        for (Path name : file) {
            if (name.toString().equals("target")
                    || name.toString().equals("node_modules")
                    || name.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
