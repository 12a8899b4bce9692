package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.parse.MethodSource;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A {@code CompletionStage} that a call gives, and nobody looks at: it runs, but its failure is lost. What a stage itself gives back has
 * a look at that stage already; where the type is a type parameter's, as of {@code map.put(key, stage)}, another value was meant.
 */
final class DroppedStageRule implements Rule {
    private static final String STAGE = "java.util.concurrent.CompletionStage";
    /** The annotation of several libraries. */
    private static final String IGNORABLE = "CanIgnoreReturnValue";

    private final MethodSource source;
    private final AsyncCalls calls;
    private final Attribution attribution;
    private final DroppedValues dropped;
    private final Reporter reporter;

    DroppedStageRule(MethodSource source, AsyncCalls calls, Attribution attribution, Reporter reporter) {
        this.source = source;
        this.calls = calls;
        this.attribution = attribution;
        this.dropped = new DroppedValues(attribution);
        this.reporter = reporter;
    }

    @Override
    public void check(Node node) {
        if (dropped.in(node).orElse(null) instanceof MethodCallExpr call
                && attribution.elementOf(call) instanceof ExecutableElement method
                && isStage(method.getReturnType())
                && !isOfStage(method)
                && !calls.isAwait(call)
                && !isIgnorable(method)) {
            String type = ((DeclaredType) method.getReturnType())
                    .asElement()
                    .getSimpleName()
                    .toString();
            reporter.report(Problem.UNUSED_STAGE, source, call, type);
        }
    }

    private boolean isOfStage(ExecutableElement method) {
        return !method.getModifiers().contains(Modifier.STATIC)
                && isStage(method.getEnclosingElement().asType());
    }

    private static boolean isIgnorable(ExecutableElement method) {
        return method.getAnnotationMirrors().stream()
                .anyMatch(annotation -> annotation
                        .getAnnotationType()
                        .asElement()
                        .getSimpleName()
                        .contentEquals(IGNORABLE));
    }

    private boolean isStage(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED && attribution.isA(type, STAGE);
    }
}
