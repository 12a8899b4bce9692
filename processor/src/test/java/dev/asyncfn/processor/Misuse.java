package dev.asyncfn.processor;

import static dev.asyncfn.processor.UserClassPath.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.diag.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles files of the test resources' folder {@code sources/misuse}, and pins everything that is said of them. */
public final class Misuse {
    private final List<JavaFileObject> files;
    private final List<String> options = new ArrayList<>();
    private final List<Processor> processors =
            new ArrayList<>(List.of(new AsyncFnProcessor(), new LocalAsyncFnProcessor()));
    private final List<String> expected = new ArrayList<>();

    private Misuse(List<JavaFileObject> files) {
        this.files = files;
    }

    /** The first file is the one that the expectations are about. */
    public static Misuse in(String... files) {
        return new Misuse(Arrays.stream(files)
                .map(file -> JavaFileObjects.forResource("sources/misuse/" + file))
                .toList());
    }

    public Misuse option(String option) {
        options.add(option);
        return this;
    }

    /** Runs another processor, before our own. */
    public Misuse besides(Processor other) {
        processors.add(0, other);
        return this;
    }

    public Misuse instead(Processor... others) {
        processors.clear();
        processors.addAll(List.of(others));
        return this;
    }

    /** Expects a problem at a place; columns count from 1. */
    public Misuse has(Problem problem, int line, int column) {
        expected.add(problem.kind() + " [asyncfn:" + problem.id() + "] at " + line + ":" + column);
        return this;
    }

    /** Expects a problem in another than the first file. */
    public Misuse hasIn(String file, Problem problem, int line, int column) {
        has(problem, line, column);
        expected.add(expected.remove(expected.size() - 1) + " of " + file);
        return this;
    }

    /** Expects a problem of the compilation, not of a place. */
    public Misuse hasNowhere(Problem problem) {
        return has(problem, -1, -1);
    }

    /** Expects an error of javac's own, by what its message starts with. */
    public Misuse hasJavacError(String start, int line, int column) {
        expected.add(Diagnostic.Kind.ERROR + " " + start + " at " + line + ":" + column);
        return this;
    }

    /** Expects a warning of javac's own. */
    public Misuse hasJavacWarning(String start) {
        expected.add(Diagnostic.Kind.WARNING + " " + start + " at -1:-1");
        return this;
    }

    /** Compiles, and asserts that what was expected is all that is said, in that order. */
    public Compilation andNothingElse() {
        Compilation compilation = compile();
        assertThat(compilation.diagnostics().stream()
                        .filter(d -> d.getKind() != Diagnostic.Kind.NOTE)
                        .map(this::describe))
                .as("diagnostics of %s", compilation)
                .containsExactlyElementsOf(expected);
        boolean valid = expected.stream().noneMatch(e -> e.startsWith(Diagnostic.Kind.ERROR.name()));
        assertThat(compilation.status() == Compilation.Status.SUCCESS).isEqualTo(valid);
        return compilation;
    }

    public Compilation compile() {
        return javac().withOptions(options).withProcessors(processors).compile(files);
    }

    private String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = diagnostic.getMessage(Locale.ROOT);
        String what = message.startsWith("[asyncfn:")
                ? message.substring(0, message.indexOf(']') + 1)
                : message.lines().findFirst().orElseThrow();
        String where = diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber();
        boolean elsewhere = diagnostic.getSource() != null
                && !diagnostic.getSource().getName().endsWith(files.get(0).getName());
        return diagnostic.getKind() + " " + what + " at " + where
                + (elsewhere ? " of " + simpleName(diagnostic.getSource()) : "");
    }

    private static String simpleName(JavaFileObject file) {
        return file.getName().substring(file.getName().lastIndexOf('/') + 1);
    }
}
