package dev.asyncfn.processor.symbols;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/**
 * A run of javac with the processor that pauses between attribution and generation, which changes the trees: the symbols of futures are
 * compared with those of their bodies then, so that nothing is attributed twice.
 */
public final class ComparedRun implements TaskListener {
    private final Set<CompilationUnitTree> units = new LinkedHashSet<>();

    private List<Difference> differences = List.of();

    /**
     * Compiles all.
     *
     * @param said what the task says
     * @return whether that has succeeded
     */
    public boolean compile(JavacTask task, DiagnosticCollector<JavaFileObject> said) {
        task.addTaskListener(this);
        try {
            boolean analyzed = task.analyze().iterator().hasNext(); // else javac itself has failed
            if (!analyzed || hasErrors(said)) {
                return false;
            }
            differences = SymbolComparison.of(Attributed.of(task, new ArrayList<>(units)))
                    .differences();
            return task.generate().iterator().hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasErrors(DiagnosticCollector<JavaFileObject> said) {
        return said.getDiagnostics().stream().anyMatch(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR);
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE) {
            units.add(event.getCompilationUnit());
        }
    }

    /** None if there was nothing to compare, since it did not compile. */
    public List<Difference> differences() {
        return differences;
    }
}
