package dev.asyncfn.processor.attribute;

import dev.asyncfn.processor.attribute.AttributionResult.JavacError;
import dev.asyncfn.processor.attribute.InMemoryFile.Source;
import dev.asyncfn.processor.model.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What the inner compiler found wrong, by file and place. */
final class InnerErrors {
    private static final String UNREPORTED = "compiler.err.unreported.exception";

    private final List<Diagnostic<? extends JavaFileObject>> errors;
    private final Map<Source, SourceFile> files;

    /** @param files those that are compiled, as the user wrote them */
    InnerErrors(List<Diagnostic<? extends JavaFileObject>> diagnostics, Map<Source, SourceFile> files) {
        this.errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        this.files = files;
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    List<String> all() {
        return select(error -> true);
    }

    /** Those of a file, and those of no place. */
    List<String> in(Source file) {
        return select(error -> error.getSource() == null || error.getSource() == file);
    }

    /**
     * Those of a range; those of no place may concern every one.
     *
     * @param throwsUndeclared whether checked exceptions may be thrown there without being declared
     */
    List<String> within(Source file, long start, long end, boolean throwsUndeclared) {
        return select(error -> (error.getSource() == null
                        || error.getSource() == file
                                && (error.getPosition() == Diagnostic.NOPOS
                                        || error.getPosition() >= start && error.getPosition() < end))
                && !(throwsUndeclared && error.getCode().startsWith(UNREPORTED)));
    }

    /** Those of a range that have a place. */
    List<JavacError> placedWithin(Source file, long start, long end) {
        return errors.stream()
                .filter(error -> error.getSource() == file)
                .filter(error -> error.getPosition() >= start && error.getPosition() < end)
                .map(error -> new JavacError(error.getCode(), file.original((int) error.getPosition())))
                .toList();
    }

    private List<String> select(Predicate<Diagnostic<? extends JavaFileObject>> wanted) {
        return errors.stream().filter(wanted).map(this::describe).toList();
    }

    private String describe(Diagnostic<? extends JavaFileObject> error) {
        String message = error.getMessage(Locale.ROOT);
        if (!(error.getSource() instanceof Source source) || error.getPosition() == Diagnostic.NOPOS) {
            return message;
        }
        SourceFile file = files.get(source);
        return file.name() + ":" + file.line(source.original((int) error.getPosition())) + ": " + message;
    }

    /** Whether all are inside of bodies, which the outer compiler reads only after all processors have run. */
    boolean areIn(Predicate<Diagnostic<? extends JavaFileObject>> bodies) {
        return errors.stream().allMatch(error -> error.getSource() != null && bodies.test(error));
    }
}
