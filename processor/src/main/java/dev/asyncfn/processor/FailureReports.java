package dev.asyncfn.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.model.AsyncMethod;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports what this processor cannot do on the method in question, and for its own faults what to file. */
final class FailureReports {
    private static final int FRAMES = 8;
    private static final String UNKNOWN = "(version unknown)";

    private final Trees trees;
    private final Diagnostics diagnostics;

    FailureReports(Trees trees, Diagnostics diagnostics) {
        this.trees = trees;
        this.diagnostics = diagnostics;
    }

    void report(Problem problem, AsyncMethod method, Object... arguments) {
        diagnostics.report(problem, method.element(), arguments);
    }

    /** Reports a fault of this processor. */
    void report(AsyncMethod method, Throwable cause) {
        report(
                Problem.INTERNAL_ERROR,
                method,
                version(),
                method.element().getSimpleName(),
                cause,
                details(method, cause));
    }

    /** As the build wrote it; a failure to read it must not hide the one that is reported. */
    private static String version() {
        try (InputStream in = FailureReports.class.getResourceAsStream("version.txt")) {
            return in == null ? UNKNOWN : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    /** The surroundings, where it failed, and on which source. */
    private String details(AsyncMethod method, Throwable cause) {
        Stream<String> surroundings = Stream.of("java " + System.getProperty("java.version"), cause.toString());
        Stream<String> frames =
                Arrays.stream(cause.getStackTrace()).limit(FRAMES).map(frame -> "    at " + frame);
        return Stream.of(surroundings, frames, source(method).lines())
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    /** As the user wrote it. */
    private String source(AsyncMethod method) {
        TreePath path = trees.getPath(method.element());
        SourcePositions positions = trees.getSourcePositions();
        CompilationUnitTree unit = path.getCompilationUnit();
        int start = (int) positions.getStartPosition(unit, path.getLeaf());
        int end = (int) positions.getEndPosition(unit, path.getLeaf());
        try {
            return unit.getSourceFile()
                    .getCharContent(true)
                    .subSequence(start, end)
                    .toString();
        } catch (IOException e) {
            return path.getLeaf().toString();
        }
    }
}
