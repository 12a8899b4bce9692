package dev.asyncfn.processor.symbols;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Sources with the symbols and types that javac finds in them: the user's, and those generated from them. */
public record Attributed(List<CompilationUnitTree> units, Trees trees, Elements elements, Types types) {
    /** javac does not accept the sources. */
    public static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Rejected(List<Diagnostic<? extends JavaFileObject>> errors) {
            super(errors.stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
    }

    /** @param options of javac, such as the class path */
    public static Attributed of(
            JavaFileManager files, Iterable<? extends JavaFileObject> sources, List<String> options) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-proc:none", "-nowarn", "-Xmaxerrs", "100"));
        JavacTask task =
                (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, files, diagnostics, all, null, sources);
        task.setLocale(Locale.ROOT);
        List<CompilationUnitTree> units = new ArrayList<>();
        try {
            task.parse().forEach(units::add);
            task.analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>(diagnostics.getDiagnostics());
        errors.removeIf(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.ERROR);
        if (!errors.isEmpty()) {
            throw new Rejected(errors);
        }
        return of(task, units);
    }

    /** @param units that the task has attributed without an error, and from which it has not generated anything yet */
    public static Attributed of(JavacTask task, List<CompilationUnitTree> units) {
        return new Attributed(units, Trees.instance(task), task.getElements(), task.getTypes());
    }
}
