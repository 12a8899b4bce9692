package dev.asyncfn.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.asyncfn.processor.AsyncFnProcessor;
import dev.asyncfn.processor.LocalAsyncFnProcessor;
import dev.asyncfn.processor.UserClassPath;
import dev.asyncfn.processor.diag.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of diagnostics tells what the processor says, and its remedies are ones. */
@Tag("one-jdk")
class DiagnosticsPageTest {
    /** Surefire runs in the module's own directory. */
    private static final DiagnosticsPage PAGE = DiagnosticsPage.read(Path.of("DIAGNOSTICS.md"));

    /** It takes another compiler, another processor, a folder or a fault of ours: no source alone causes them. */
    private static final Set<Problem> WITHOUT_EXAMPLE = EnumSet.of(
            Problem.UNSUPPORTED_COMPILER,
            Problem.UNWRITABLE_FACADE,
            Problem.LATE_TYPE,
            Problem.LATE_NAME,
            Problem.OUTDATED_FACADE,
            Problem.NOT_LOWERED,
            Problem.REWRITTEN_FN,
            Problem.UNPARSABLE_FN,
            Problem.UNTYPABLE_FN,
            Problem.INTERNAL_ERROR);

    @TempDir
    Path temp;

    static List<DiagnosticsPage.Section> sections() {
        return PAGE.sections();
    }

    @Test
    void everyIdStandsOnThePageOnceInAlphabeticalOrder() {
        assertThat(sections().stream().map(DiagnosticsPage.Section::id))
                .containsExactlyElementsOf(Arrays.stream(Problem.values())
                        .map(Problem::id)
                        .sorted()
                        .toList());
    }

    /** As Rust's lints, and so that an id is the same in the source, in a message and in {@code @SuppressWarnings}. */
    @Test
    void anIdIsItsConstantsName() {
        for (Problem problem : Problem.values()) {
            assertThat(problem.id()).isEqualTo(problem.name().toLowerCase(Locale.ROOT));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sections")
    void aSectionSaysWhetherItIsAnErrorOrAWarning(DiagnosticsPage.Section section) {
        assertThat(section.text()).startsWith(problem(section).isError() ? "Error. " : "Warning");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sections")
    void aSectionHasExamplesAndRemedies(DiagnosticsPage.Section section) {
        if (WITHOUT_EXAMPLE.contains(problem(section))) {
            assertThat(section.examples()).isEmpty();
        } else {
            assertThat(section.examples()).isNotEmpty();
            assertThat(section.remedies()).isNotEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sections")
    void anExampleCausesItAtTheMark(DiagnosticsPage.Section section) throws IOException {
        for (PageExample example : section.examples()) {
            assumeTrue(example.isFor(Runtime.version()));
            List<String> expected = example.marks().isEmpty()
                    ? List.of(describe(-1, -1, problem(section)))
                    : example.marks().stream()
                            .map(mark -> mark.text().isEmpty()
                                    ? describe(mark.line(), mark.column(), problem(section))
                                    : describe(Diagnostic.Kind.ERROR, mark.line(), mark.column(), mark.text()))
                            .toList();
            assertThat(compile(example).stream().map(DiagnosticsPageTest::describe))
                    .as(example.source())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sections")
    void aRemedyCompilesWithNothingToSay(DiagnosticsPage.Section section) throws IOException {
        for (PageExample remedy : section.remedies()) {
            assertThat(remedy.marks()).isEmpty();
            assertThat(compile(remedy)).as(remedy.source()).isEmpty();
        }
    }

    private static Problem problem(DiagnosticsPage.Section section) {
        return Problem.valueOf(section.id().toUpperCase(Locale.ROOT));
    }

    /** What is said of an example: all of the processor's, and the compiler's errors. */
    private List<Diagnostic<? extends JavaFileObject>> compile(PageExample example) throws IOException {
        Path classes = Files.createTempDirectory(temp, "classes");
        if (example.library() != null) {
            assertThat(compile(example.library(), classes)).isEmpty();
        }
        return compile(example, classes);
    }

    private List<Diagnostic<? extends JavaFileObject>> compile(PageExample example, Path classes) throws IOException {
        Path file = Files.createTempDirectory(temp, "source").resolve(fileName(example));
        Files.writeString(file, example.source());
        List<String> options = new ArrayList<>(example.options());
        options.addAll(List.of("-d", classes.toString()));
        options.addAll(List.of("-classpath", classes + File.pathSeparator + UserClassPath.text()));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(said, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task =
                    javac.getTask(null, files, said, options, null, files.getJavaFileObjects(file));
            task.setProcessors(
                    example.isProcessed() ? List.of(new AsyncFnProcessor(), new LocalAsyncFnProcessor()) : List.of());
            task.call();
        }
        return said.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR || isOurs(d))
                .toList();
    }

    /** A public class stands in a file of its name. */
    private static String fileName(PageExample example) {
        return Stream.of(example.source().split("\\W+"))
                        .dropWhile(word -> !example.isLibrary() || !word.matches("class|interface"))
                        .skip(1)
                        .findFirst()
                        .filter(name -> example.isLibrary())
                        .orElse("Users")
                + ".java";
    }

    private static boolean isOurs(Diagnostic<?> diagnostic) {
        return diagnostic.getMessage(Locale.ROOT).startsWith("[asyncfn:");
    }

    private static String describe(Diagnostic<?> diagnostic) {
        String message = diagnostic.getMessage(Locale.ROOT);
        String what = isOurs(diagnostic)
                ? message.substring(0, message.indexOf(']') + 1)
                : message.lines().findFirst().orElse("");
        return describe(diagnostic.getKind(), diagnostic.getLineNumber(), diagnostic.getColumnNumber(), what);
    }

    private static String describe(long line, long column, Problem problem) {
        return describe(problem.kind(), line, column, "[asyncfn:" + problem.id() + "]");
    }

    private static String describe(Diagnostic.Kind kind, long line, long column, String what) {
        return kind + " " + what + " at " + line + ":" + column;
    }
}
