package dev.asyncfn.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.attribute.AttributionResult.Untypable;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.parse.UnparsableMethodException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/**
 * A body with errors is left to javac, whose messages are the ones to read. Should javac find none and write all
 * classes, then the errors were this processor's own or its parser's, or are gone by now, and the compilation must not pass.
 */
final class UntypableWatch implements TaskListener {
    private final Trees trees;
    private final ExplainedErrors explained;
    /** Whether a top-level class is one of those that javac was given, which it writes if there is no error at all. */
    private final Predicate<String> given;

    private final List<Expected> expected = new ArrayList<>();
    private final Set<String> analyzed = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    private boolean errorsBefore;

    /** When javac would find errors. */
    private enum When {
        BEFORE_PROCESSORS,
        IN_BODIES,
        /** If at all: it parses more than this processor does. */
        EVER
    }

    private record Expected(
            CompilationUnitTree unit, Tree method, String name, String topLevel, List<String> errors, When when) {
        String message(Problem problem) {
            return problem.message(name, String.join("\n", errors));
        }
    }

    private UntypableWatch(Trees trees, ExplainedErrors explained, Predicate<String> given) {
        this.trees = trees;
        this.explained = explained;
        this.given = given;
    }

    static UntypableWatch of(ProcessingEnvironment javac, Predicate<String> given) {
        UntypableWatch watch = new UntypableWatch(Trees.instance(javac), ExplainedErrors.of(javac), given);
        JavacTask.instance(javac).addTaskListener(watch);
        return watch;
    }

    /** One that is not asked when the compilation ends. */
    static UntypableWatch unheard(ProcessingEnvironment javac) {
        Trees trees = Trees.instance(javac);
        return new UntypableWatch(trees, ExplainedErrors.unheard(trees), name -> false);
    }

    /**
     * Notes that javac is to reject a method.
     *
     * @param inBodies whether its errors are some that javac finds only after all processors have run
     */
    void expectErrors(ExecutableElement method, List<String> errors, boolean inBodies) {
        expect(method, errors, inBodies ? When.IN_BODIES : When.BEFORE_PROCESSORS);
    }

    /** Notes that a method cannot be parsed here: javac's parser takes more, of which it rejects some later. */
    void expectErrors(ExecutableElement method, UnparsableMethodException failure) {
        expect(method, List.of(failure.getMessage()), When.EVER);
    }

    private void expect(ExecutableElement method, List<String> errors, When when) {
        // The elements of a round are gone when javac reads bodies, its trees are not.
        TreePath path = trees.getPath(method);
        expected.add(new Expected(
                path.getCompilationUnit(),
                path.getLeaf(),
                method.getSimpleName().toString(),
                topLevel(method),
                errors,
                when));
    }

    /** Says beside the errors what they do not say. */
    void explain(MethodSource source, Untypable result) {
        explained.explain(source, result);
    }

    /** Notes that javac has errors to report, and may not come to any body. */
    void errorsWereRaised() {
        errorsBefore = true;
    }

    private static String topLevel(Element element) {
        Element e = element;
        while (e.getEnclosingElement() instanceof TypeElement || !(e instanceof TypeElement)) {
            e = e.getEnclosingElement();
        }
        return ((TypeElement) e).getQualifiedName().toString();
    }

    @Override
    public void started(TaskEvent event) {
        note(TaskEvent.Kind.ANALYZE, event, analyzed);
        note(TaskEvent.Kind.GENERATE, event, written);
    }

    private static void note(TaskEvent.Kind kind, TaskEvent event, Set<String> names) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() == kind && type != null && type.getNestingKind() == NestingKind.TOP_LEVEL) {
            names.add(type.getQualifiedName().toString());
        }
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.COMPILATION) {
            expected.forEach(this::settle);
            expected.clear();
        }
    }

    private void settle(Expected fn) {
        Problem problem = null;
        if (analyzed.isEmpty()) {
            // Without any error, javac was to run processors only: nobody else will say it.
            problem = errorsBefore ? null : unanalyzed(fn);
        } else if (written.contains(fn.topLevel())
                && analyzed.stream().filter(given).allMatch(written::contains)) {
            problem = written(fn);
        }
        if (problem != null) {
            trees.printMessage(problem.kind(), fn.message(problem), fn.method(), fn.unit());
        }
    }

    private static Problem unanalyzed(Expected fn) {
        return switch (fn.when()) {
            case BEFORE_PROCESSORS -> null;
            case IN_BODIES -> Problem.BROKEN_FN;
            case EVER -> Problem.UNPARSABLE_FN;
        };
    }

    private static Problem written(Expected fn) {
        if (fn.when() == When.EVER) {
            return Problem.UNPARSABLE_FN;
        }
        return MissingTypes.among(fn.errors()) ? Problem.LATE_TYPE : Problem.UNTYPABLE_FN;
    }
}
