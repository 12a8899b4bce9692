package dev.asyncfn.samples.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of the project. A file is named by its path from the root, with slashes.
 *
 * @param root the folder that holds the whole project
 */
record Project(Path root) {
    private static final Set<String> UNWRITTEN = Set.of("target", "node_modules");

    /** All pages, in the order of their paths. */
    List<String> pages() {
        return filesBelow("").filter(file -> file.endsWith(".md")).toList();
    }

    /** The pages of the explorer, which the build of the book has written, from the folder of its classes. */
    List<String> explorerPages() {
        return walk(explorerFolder())
                .map(file -> slashed(explorerFolder().relativize(file)))
                .filter(file -> file.endsWith(".explorer.html"))
                .toList();
    }

    Path explorerFolder() {
        return root.resolve("src-gen-examples/target/classes");
    }

    /** What is in a folder, without what a build or a tool keeps there. */
    List<String> entries(String folder) {
        return filesBelow(folder)
                .map(file -> file.substring(folder.length() + 1).replaceAll("/.*", "/"))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    boolean exists(String file) {
        return Files.exists(root.resolve(file));
    }

    boolean isFolder(String file) {
        return Files.isDirectory(root.resolve(file));
    }

    String read(String file) {
        try {
            return Files.readString(root.resolve(file)).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> filesBelow(String folder) {
        return walk(root.resolve(folder))
                .map(root::relativize)
                .filter(Project::isWritten)
                .map(Project::slashed);
    }

    private static boolean isWritten(Path file) {
        for (Path name : file) {
            if (UNWRITTEN.contains(name.toString()) || name.toString().matches("\\.(?!github).*")) {
                return false;
            }
        }
        return true;
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
