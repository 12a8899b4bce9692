package dev.asyncfn.processor.symbols;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compares generated sources with those that they were generated from; ends with 1 if anything differs. */
public final class SymbolsMain {
    private SymbolsMain() {}

    /** @param args options of javac, then {@code --}, then files and folders: of the sources and of the generated ones */
    public static void main(String[] args) {
        List<String> all = List.of(args);
        int end = all.indexOf("--");
        List<Path> files = all.subList(end + 1, all.size()).stream()
                .map(Path::of)
                .flatMap(path -> sources(path).stream())
                .toList();
        SymbolComparison comparison = compare(all.subList(0, end), files);
        comparison.differences().forEach(System.out::println);
        System.out.println(comparison.compared() + " async fns, "
                + comparison.differences().size() + " differences");
        System.exit(comparison.differences().isEmpty() ? 0 : 1);
    }

    /** @param options of javac, such as the class path */
    public static SymbolComparison compare(List<String> options, List<Path> files) {
        try (StandardJavaFileManager manager = ToolProvider.getSystemJavaCompiler()
                .getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            return SymbolComparison.of(Attributed.of(manager, manager.getJavaFileObjectsFromPaths(files), options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The source files in a folder, or a single one. */
    public static List<Path> sources(Path path) {
        try (Stream<Path> found = Files.walk(path)) {
            return new ArrayList<>(found.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
