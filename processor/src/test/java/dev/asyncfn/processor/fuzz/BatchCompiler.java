package dev.asyncfn.processor.fuzz;

import com.sun.source.util.JavacTask;
import dev.asyncfn.processor.AsyncFnProcessor;
import dev.asyncfn.processor.UserClassPath;
import dev.asyncfn.processor.symbols.Attributed;
import dev.asyncfn.processor.symbols.ComparedRun;
import dev.asyncfn.processor.symbols.Difference;
import dev.asyncfn.processor.symbols.SymbolComparison;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles many classes of the package {@code fuzz} in one run of javac. For one thread. */
final class BatchCompiler {
    private static final List<String> OPTIONS =
            List.of("-cp", UserClassPath.text(), "-nowarn", "-Xmaxerrs", "0", "-g:source,lines");

    /** javac itself failed, perhaps while the processor asked it for types: that tells nothing of the other sources. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash(String message) {
            super(message);
        }
    }

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    /** Kept open, since it caches the class path. */
    private final JavaFileManager libraries = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private final UnaryOperator<String> sabotage;

    BatchCompiler(UnaryOperator<String> sabotage) {
        this.sabotage = sabotage;
    }

    /** With futures. */
    Compilation process(Map<String, String> sources) {
        return compile(sources, true, (task, said) -> task.call());
    }

    /** The same, and compares the symbols of the futures with those of their bodies. */
    Compilation processAndCompare(Map<String, String> sources) {
        ComparedRun run = new ComparedRun();
        Compilation compiled = compile(sources, true, run::compile);
        return new Compilation(compiled.classes(), compiled.generated(), compiled.errors(), byClass(run.differences()));
    }

    /** Whether javac accepts the sources themselves. */
    Compilation check(Map<String, String> sources) {
        return compile(sources, false, (task, said) -> task.call());
    }

    /** What futures refer to otherwise than their bodies, by the names of the classes. */
    Map<String, List<Difference>> compareSymbols(Map<String, String> sources, Map<String, String> generated) {
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(MemoryFiles.source("fuzz." + name, text)));
        generated.forEach((name, text) -> units.add(MemoryFiles.source(name, text)));
        return byClass(
                SymbolComparison.of(Attributed.of(libraries, units, OPTIONS)).differences());
    }

    private static Map<String, List<Difference>> byClass(List<Difference> differences) {
        return differences.stream()
                .collect(Collectors.groupingBy(difference ->
                        difference.owner().replaceFirst("fuzz\\.", "").replaceFirst("\\..*", "")));
    }

    /** Compiles, and says whether that succeeded. */
    private interface Attempt {
        boolean compile(JavacTask task, DiagnosticCollector<JavaFileObject> said);
    }

    private Compilation compile(Map<String, String> sources, boolean processed, Attempt attempt) {
        if (sources.isEmpty()) {
            return Compilation.OF_NOTHING;
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        MemoryFiles files = new MemoryFiles(libraries, sabotage);
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(MemoryFiles.source("fuzz." + name, text)));
        List<String> options = new ArrayList<>(OPTIONS);
        if (!processed) {
            // Else an error of types in one program hides one of reachability in another.
            options.addAll(List.of("-proc:none", "-XDshould-stop.ifError=FLOW"));
        }
        StringWriter crash = new StringWriter();
        JavacTask task = (JavacTask) javac.getTask(crash, files, diagnostics, options, null, units);
        if (processed) {
            task.setProcessors(List.of(new AsyncFnProcessor()));
        }
        boolean succeeded = succeeds(attempt, task, diagnostics);
        Map<String, String> errors = errors(diagnostics, sources);
        boolean failed = errors.values().stream().anyMatch(error -> error.contains("[asyncfn:internal_error]"));
        if (!succeeded && (errors.isEmpty() || failed)) {
            throw new Crash(crash.toString() + diagnostics.getDiagnostics());
        }
        return new Compilation(succeeded ? files.classes() : Map.of(), files.sources(), errors, Map.of());
    }

    /** A task that is run in steps throws what {@code call()} only prints. */
    private static boolean succeeds(Attempt attempt, JavacTask task, DiagnosticCollector<JavaFileObject> said) {
        try {
            return attempt.compile(task, said);
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof AssertionError failed) {
                throw new Crash(failed.toString());
            }
            throw e;
        }
    }

    private static Map<String, String> errors(
            DiagnosticCollector<JavaFileObject> diagnostics, Map<String, String> sources) {
        Map<String, String> errors = new TreeMap<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                errors.merge(owner(diagnostic, sources), describe(diagnostic), (one, other) -> one + "\n" + other);
            }
        }
        return errors;
    }

    private static String owner(Diagnostic<? extends JavaFileObject> diagnostic, Map<String, String> sources) {
        String path = diagnostic.getSource() == null
                ? ""
                : diagnostic.getSource().toUri().getPath();
        String name = path.replaceAll("^/fuzz/(.*?)(_\\w+)?(Async)?\\.java$", "$1");
        if (!sources.containsKey(name)) {
            throw new IllegalStateException("no source accounts for " + diagnostic);
        }
        return name;
    }

    private static String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
        String file = diagnostic.getSource().getName().replaceAll(".*/", "");
        return file + ":" + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT);
    }
}
