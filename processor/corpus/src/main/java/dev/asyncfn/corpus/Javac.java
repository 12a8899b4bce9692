package dev.asyncfn.corpus;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The compiler of this JDK, for sources in memory on one class path. */
final class Javac {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final List<String> OPTIONS = List.of("-nowarn", "-Xlint:none", "-Xmaxerrs", "100000", "-g");

    private final List<Path> classPath;
    private final List<String> options;

    Javac(int release, List<Path> classPath) {
        this.classPath = classPath;
        this.options = new ArrayList<>(OPTIONS);
        this.options.addAll(List.of("--release", Integer.toString(release)));
    }

    /**
     * Compiles into a folder, which is made; without errors in the result, the class files are there.
     *
     * @param generated where a processor writes its sources
     */
    List<Diagnostic<? extends JavaFileObject>> compile(
            List<SourceFile> sources, Path classes, Path generated, List<Processor> processors) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = files(diagnostics)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(Files.createDirectories(classes)));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(Files.createDirectories(generated)));
            List<String> all = processors.isEmpty() ? withoutProcessors() : options;
            JavaCompiler.CompilationTask task = COMPILER.getTask(null, files, diagnostics, all, null, sources);
            if (!processors.isEmpty()) {
                task.setProcessors(processors);
            }
            boolean succeeded = task.call();
            List<Diagnostic<? extends JavaFileObject>> errors = errors(diagnostics);
            if (!succeeded && errors.isEmpty()) {
                throw new IllegalStateException("javac failed without an error: " + diagnostics.getDiagnostics());
            }
            return errors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The errors of sources, for which no class files are written. */
    List<Diagnostic<? extends JavaFileObject>> check(List<SourceFile> sources) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = files(diagnostics)) {
            JavacTask task = (JavacTask) COMPILER.getTask(null, files, diagnostics, withoutProcessors(), null, sources);
            task.analyze();
            return errors(diagnostics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses and attributes sources that must be free of errors. */
    Attributed attribute(List<SourceFile> sources) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavacTask task =
                (JavacTask) COMPILER.getTask(null, files(diagnostics), diagnostics, withoutProcessors(), null, sources);
        try {
            Attributed attributed = Attributed.of(task, sources);
            task.analyze();
            if (!errors(diagnostics).isEmpty()) {
                throw new IllegalStateException("not compilable: " + errors(diagnostics));
            }
            return attributed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> withoutProcessors() {
        List<String> all = new ArrayList<>(options);
        all.add("-proc:none");
        return all;
    }

    private StandardJavaFileManager files(DiagnosticCollector<JavaFileObject> diagnostics) {
        StandardJavaFileManager files = COMPILER.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8);
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<Diagnostic<? extends JavaFileObject>> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
        List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                errors.add(diagnostic);
            }
        }
        return errors;
    }
}
