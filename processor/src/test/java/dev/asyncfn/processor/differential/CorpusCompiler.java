package dev.asyncfn.processor.differential;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import com.sun.source.util.JavacTask;
import dev.asyncfn.processor.AsyncFnProcessor;
import dev.asyncfn.processor.symbols.ComparedRun;
import dev.asyncfn.processor.symbols.Difference;
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
 * Compiles the corpus in a few runs of javac. A file that is rejected is taken out and the rest compiled again, so that
 * one bad file does not hide what the others show.
 */
final class CorpusCompiler {
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final List<String> WITH_PROCESSOR = List.of("-Aasyncfn.map=true", "-Xlint:all");
    private static final List<String> WITHOUT_PROCESSOR = List.of("-proc:none", "-implicit:none");

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final Path output;
    private final String classPath;
    private final boolean processing;
    private final List<String> warnings = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();

    private CorpusCompiler(String folder, String classPath, boolean processing) {
        this.output = Path.of("target", "differential", folder).toAbsolutePath();
        this.classPath = classPath;
        this.processing = processing;
    }

    /** Into a folder of its own: the classes of another test stay. */
    static Compiled withProcessor(String folder, List<Path> sources) {
        return new CorpusCompiler(folder, CLASS_PATH, true).compileAll(List.of(sources), false);
    }

    /**
     * The same, and compares the symbols of the futures with those of their bodies.
     *
     * @param groups which do not name each other: each is compiled by itself, since all at once would take more memory
     */
    static Compiled compared(String folder, List<List<Path>> groups) {
        return new CorpusCompiler(folder, CLASS_PATH, true).compileAll(groups, true);
    }

    /** The bodies that tell what dropping a future has to run. */
    static Compiled dropReference(Compiled processed) {
        Path generated = processed.generated().resolveSibling("classes");
        String classPath = generated + File.pathSeparator + CLASS_PATH;
        String folder = generated.getParent().getFileName() + "-dropped";
        CorpusCompiler compiler = new CorpusCompiler(folder, classPath, false);
        Path rewritten = compiler.emptied("rewritten");
        Compiled bodies = compiler.compileAll(List.of(DropReference.rewritten(processed.sources(), rewritten)), false);
        if (!bodies.rejected().isEmpty()) {
            throw new AssertionError(bodies.rejected().toString());
        }
        Map<String, byte[]> classes = new TreeMap<>(processed.classes());
        classes.putAll(bodies.classes());
        return new Compiled(classes, bodies.sources(), bodies.generated(), Map.of(), List.of(), List.of());
    }

    static Compiled withoutProcessor(List<Path> sources) {
        return new CorpusCompiler("plain", CLASS_PATH, false).compileAll(List.of(sources), false);
    }

    private Compiled compileAll(List<List<Path>> groups, boolean compared) {
        Map<Path, String> rejected = new TreeMap<>();
        while (true) {
            emptied("classes");
            emptied("sources");
            warnings.clear();
            differences.clear();
            List<Path> rest = new ArrayList<>();
            Map<Path, String> culprits = new TreeMap<>();
            for (List<Path> group : groups) {
                List<Path> sources = new ArrayList<>(group);
                sources.removeAll(rejected.keySet());
                rest.addAll(sources);
                if (!sources.isEmpty()) {
                    culprits.putAll(compile(sources, compared));
                }
            }
            if (culprits.isEmpty()) {
                return new Compiled(classFiles(), rest, output.resolve("sources"), rejected, warnings, differences);
            }
            rejected.putAll(culprits);
        }
    }

    /** Compiles a group; gives the diagnostics of each file that is rejected. */
    private Map<Path, String> compile(List<Path> sources, boolean compared) {
        List<Diagnostic<? extends JavaFileObject>> diagnostics = runJavac(sources, compared);
        warnings.addAll(generatedWarnings(diagnostics));
        return culprits(diagnostics, sources);
    }

    private List<Diagnostic<? extends JavaFileObject>> runJavac(List<Path> sources, boolean compared) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(List.of(
                "-d",
                output.resolve("classes").toString(),
                "-s",
                output.resolve("sources").toString(),
                "-cp",
                classPath,
                "-Xmaxerrs",
                "10000",
                "-Xmaxwarns",
                "10000"));
        options.addAll(processing ? WITH_PROCESSOR : WITHOUT_PROCESSOR);
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            StringWriter crash = new StringWriter();
            JavacTask task = (JavacTask)
                    javac.getTask(crash, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources));
            if (processing) {
                // From a processor path it would be loaded, and compiled to machine code, once more for each run.
                task.setProcessors(List.of(new AsyncFnProcessor()));
            }
            boolean done = compared ? compileAndCompare(task, diagnostics) : task.call();
            if (!done && diagnostics.getDiagnostics().stream().noneMatch(d -> d.getKind() == Diagnostic.Kind.ERROR)) {
                throw new AssertionError("javac failed: " + crash);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return diagnostics.getDiagnostics();
    }

    private boolean compileAndCompare(JavacTask task, DiagnosticCollector<JavaFileObject> diagnostics) {
        ComparedRun run = new ComparedRun();
        boolean done = run.compile(task, diagnostics);
        differences.addAll(run.differences());
        return done;
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
