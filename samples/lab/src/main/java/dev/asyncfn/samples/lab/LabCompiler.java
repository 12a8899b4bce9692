package dev.asyncfn.samples.lab;

import dev.asyncfn.processor.AsyncFnProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles what the reader types, in this process and in memory. One compilation at a time: the compiler stays warm. */
final class LabCompiler {
    private static final String MAP = ".map.json";

    private final JavaCompiler javac;
    private final StandardJavaFileManager files;

    /** @throws IllegalStateException if this is not a JDK */
    LabCompiler() {
        javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            throw new IllegalStateException("the lab needs a JDK, as it compiles: this Java has no compiler");
        }
        files = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    }

    /**
     * What is wrong.
     *
     * @param line of the editor, from 1 on; 0 if it is about no line
     * @param column from 1 on
     * @param endColumn in the same line; after {@code column}
     * @param error whether it is an error, else a warning
     */
    record Problem(int line, int column, int endColumn, boolean error, String message) {}

    /**
     * What came of it.
     *
     * @param problems errors first
     * @param classes by binary name; empty if there are errors
     * @param maps of the facades, as JSON, by the binary name of the facade
     */
    record Result(SourceText text, List<Problem> problems, Map<String, byte[]> classes, Map<String, String> maps) {
        boolean isRunnable() {
            return !classes.isEmpty();
        }
    }

    synchronized Result compile(String editor) {
        SourceText text = SourceText.of(editor);
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        MemoryFiles memory = new MemoryFiles(files);
        List<MemoryFiles.Source> sources = text.files().stream()
                .map(file -> new MemoryFiles.Source(file.path(), file.text()))
                .toList();
        List<String> options = List.of("-Aasyncfn.map=true", "-Xlint:all,-processing", "-g", "-implicit:none");
        StringWriter log = new StringWriter();
        boolean compiled = false;
        if (!sources.isEmpty()) {
            JavaCompiler.CompilationTask task = javac.getTask(log, memory, diagnostics, options, null, sources);
            task.setLocale(Locale.ROOT);
            task.setProcessors(List.of(new AsyncFnProcessor()));
            compiled = task.call();
        }
        List<Problem> problems = problems(diagnostics.getDiagnostics(), text);
        if (!compiled && problems.stream().noneMatch(Problem::error) && !sources.isEmpty()) {
            problems.add(new Problem(0, 1, 2, true, "javac has failed: " + log));
        }
        Map<String, String> maps = maps(memory);
        addPretenders(memory.written(), maps.keySet(), problems);
        boolean runnable = compiled && problems.stream().noneMatch(Problem::error);
        return new Result(text, problems, runnable ? memory.classes() : Map.of(), maps);
    }

    /** Classes that would pass for generated ones, which may do more than those of the reader. */
    private static void addPretenders(Set<String> written, Set<String> facades, List<Problem> problems) {
        for (String name : written) {
            if (facades.stream().anyMatch(facade -> name.startsWith(facade + "$"))) {
                problems.add(0, new Problem(0, 1, 2, true, "in the lab, " + name + " needs a name without $"));
            }
        }
    }

    private static Map<String, String> maps(MemoryFiles memory) {
        Map<String, String> maps = new TreeMap<>();
        memory.resources().forEach((path, content) -> {
            if (path.endsWith(MAP)) {
                String name = path.substring(0, path.length() - MAP.length()).replace('/', '.');
                maps.put(name, new String(content, StandardCharsets.UTF_8));
            }
        });
        return maps;
    }

    private static List<Problem> problems(List<Diagnostic<? extends JavaFileObject>> diagnostics, SourceText text) {
        List<Problem> problems = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
            Diagnostic.Kind kind = diagnostic.getKind();
            boolean error = kind == Diagnostic.Kind.ERROR;
            boolean warning = kind == Diagnostic.Kind.WARNING || kind == Diagnostic.Kind.MANDATORY_WARNING;
            boolean ofTheReader = diagnostic.getSource() != null; // else about the options, which are the lab's
            if (error || warning && ofTheReader) {
                problems.add(problem(diagnostic, text, error));
            }
        }
        problems.sort((a, b) -> a.error() == b.error() ? Integer.compare(a.line(), b.line()) : a.error() ? -1 : 1);
        return problems;
    }

    private static Problem problem(Diagnostic<? extends JavaFileObject> diagnostic, SourceText text, boolean error) {
        String message = diagnostic.getMessage(Locale.ROOT);
        JavaFileObject source = diagnostic.getSource();
        Integer offset = source == null ? null : text.offsets().get(source.getName());
        if (offset == null || diagnostic.getPosition() == Diagnostic.NOPOS) {
            return new Problem(0, 1, 2, error, message);
        }
        int column = (int) diagnostic.getColumnNumber();
        long length = Math.max(1, diagnostic.getEndPosition() - diagnostic.getPosition());
        return new Problem(
                offset + (int) diagnostic.getLineNumber(),
                column,
                (int) Math.min(column + length, 1_000),
                error,
                message);
    }

    void close() throws IOException {
        files.close();
    }
}
