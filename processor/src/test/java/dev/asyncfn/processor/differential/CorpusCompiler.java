package dev.asyncfn.processor.differential;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles the corpus in one javac run. A file that is rejected is taken out and the rest compiled again, so that
 * one bad file does not hide what the others show.
 */
final class CorpusCompiler {
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final List<String> WITH_PROCESSOR = List.of(
            "-processorpath", CLASS_PATH, "-processor", "dev.asyncfn.processor.AsyncFnProcessor", "-Aasyncfn.map=true");

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final Path output;
    private final String classPath;
    private final List<String> processing;

    private CorpusCompiler(String folder, String classPath, List<String> processing) {
        this.output = Path.of("target", "differential", folder).toAbsolutePath();
        this.classPath = classPath;
        this.processing = processing;
    }

    /** Into a folder of its own: the classes of another test stay. */
    static Compiled withProcessor(String folder, List<Path> sources) {
        return new CorpusCompiler(folder, CLASS_PATH, WITH_PROCESSOR).compile(sources);
    }

    /** The bodies that tell what dropping a future has to run. */
    static Compiled dropReference(Compiled processed) {
        Path generated = processed.generated().resolveSibling("classes");
        String classPath = generated + File.pathSeparator + CLASS_PATH;
        CorpusCompiler compiler = new CorpusCompiler("drop", classPath, List.of("-proc:none", "-implicit:none"));
        Path rewritten = compiler.emptied("rewritten");
        Compiled bodies = compiler.compile(DropReference.rewritten(processed.sources(), rewritten));
        if (!bodies.rejected().isEmpty()) {
            throw new AssertionError(bodies.rejected().toString());
        }
        Map<String, byte[]> classes = new TreeMap<>(processed.classes());
        classes.putAll(bodies.classes());
        return new Compiled(classes, bodies.sources(), bodies.generated(), Map.of(), List.of());
    }

    static Compiled withoutProcessor(List<Path> sources) {
        return new CorpusCompiler("plain", CLASS_PATH, List.of("-proc:none")).compile(sources);
    }

    private Compiled compile(List<Path> sources) {
        Map<Path, String> rejected = new TreeMap<>();
        List<Path> rest = new ArrayList<>(sources);
        while (true) {
            List<Diagnostic<? extends JavaFileObject>> diagnostics = runJavac(rest);
            Map<Path, String> culprits = culprits(diagnostics, rest);
            if (culprits.isEmpty()) {
                return new Compiled(
                        classFiles(), rest, output.resolve("sources"), rejected, generatedWarnings(diagnostics));
            }
            rejected.putAll(culprits);
            rest.removeAll(culprits.keySet());
            if (rest.isEmpty()) {
                return new Compiled(Map.of(), rest, output.resolve("sources"), rejected, List.of());
            }
        }
    }

    private List<Diagnostic<? extends JavaFileObject>> runJavac(List<Path> sources) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(List.of(
                "-d",
                emptied("classes").toString(),
                "-s",
                emptied("sources").toString(),
                "-cp",
                classPath,
                "-Xlint:all",
                "-Xmaxerrs",
                "10000",
                "-Xmaxwarns",
                "10000"));
        options.addAll(processing);
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            StringWriter crash = new StringWriter();
            boolean done = javac.getTask(
                            crash, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!done && diagnostics.getDiagnostics().stream().noneMatch(d -> d.getKind() == Diagnostic.Kind.ERROR)) {
                throw new AssertionError("javac failed: " + crash);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return diagnostics.getDiagnostics();
    }

    private Map<Path, String> culprits(List<Diagnostic<? extends JavaFileObject>> diagnostics, List<Path> sources) {
        return diagnostics.stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .collect(groupingBy(d -> culprit(d, sources), TreeMap::new, mapping(Object::toString, joining("\n"))));
    }

    private Path culprit(Diagnostic<? extends JavaFileObject> error, List<Path> sources) {
        if (error.getSource() == null) {
            throw new AssertionError("javac or the processor failed: " + error);
        }
        Path file = Path.of(error.getSource().toUri());
        return sources.contains(file) ? file : owner(file, sources);
    }

    /** {@code a/Outer_InnerAsync.java} comes from {@code a/Outer.java}. */
    private Path owner(Path generated, List<Path> sources) {
        Path folder =
                output.resolve("sources").relativize(generated.toAbsolutePath()).getParent();
        String facade = generated.getFileName().toString();
        return sources.stream()
                .filter(source -> folder == null || source.getParent().endsWith(folder))
                .filter(source ->
                        facade.startsWith(source.getFileName().toString().replace(".java", "")))
                .max(Comparator.comparing(source -> source.toString().length()))
                .orElseThrow(() -> new AssertionError("nothing accounts for " + generated));
    }

    private List<String> generatedWarnings(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        return diagnostics.stream()
                .filter(d ->
                        d.getSource() != null && Path.of(d.getSource().toUri()).startsWith(output.resolve("sources")))
                .map(Object::toString)
                .toList();
    }

    private Map<String, byte[]> classFiles() {
        Path root = output.resolve("classes");
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String path = root.relativize(file).toString();
                String name = path.substring(0, path.length() - ".class".length());
                classes.put(name.replace(file.getFileSystem().getSeparator(), "."), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }

    private Path emptied(String name) {
        Path folder = output.resolve(name);
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
