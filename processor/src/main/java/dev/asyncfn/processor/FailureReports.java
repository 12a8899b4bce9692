package dev.asyncfn.processor;

import com.sun.source.util.Trees;
import dev.asyncfn.processor.collect.AsyncMethod;
import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.diag.Problem;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports what this processor cannot do on the method in question, and for its own faults what to file. */
final class FailureReports {
    private static final int FRAMES = 8;

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

    private static String version() {
        String version = FailureReports.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "(version unknown)");
    }

    /** The surroundings, where it failed, and on which source. */
    private String details(AsyncMethod method, Throwable cause) {
        Stream<String> surroundings = Stream.of("java " + System.getProperty("java.version"), cause.toString());
        Stream<String> frames =
                Arrays.stream(cause.getStackTrace()).limit(FRAMES).map(frame -> "    at " + frame);
        Stream<String> source =
                String.valueOf(trees.getTree(method.element())).strip().lines();
        return Stream.of(surroundings, frames, source).flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }
}
